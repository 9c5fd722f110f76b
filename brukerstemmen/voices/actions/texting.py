"""Short texts that there is something to look at: neutral, and never sent twice.

A text names no code, no service and nobody. Who gets one is worked out again when it is sent:
somebody who has answered or withdrawn meanwhile is left in peace.
"""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from brukerstemmen.people import clock, texting
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.voices import addresses
from brukerstemmen.voices.models import Contact, Invitation, Offer, ValidationRound
from brukerstemmen.voices.models.validation import OfferedBy, Texting

NOTHING = b""  # a sealed column in which nobody has written
TO_SEND = frozenset({Texting.NONE, Texting.FAILED})


@transaction.atomic
def queue_texts(around: ValidationRound, *, by: Person) -> int:
    """Let those who look by themselves be told that there is something to look at. The worker
    sends the texts. Again: those that failed are tried once more, and no others.

    Raises PermissionDenied. Returns how many wait.
    """
    around = ValidationRound.objects.select_for_update().get(pk=around.pk)
    require(by, Permission.RUN_VALIDATION, around)
    going = to_text(around).filter(text_state__in=TO_SEND)
    waiting = Offer.objects.filter(pk__in=list(going.values_list("pk", flat=True)))
    queued = waiting.update(text_state=Texting.WAITING)
    if queued:
        record(by=by, what="validation.texted", about=around.evaluation, count=queued)
    return queued


def to_text(around: ValidationRound) -> "QuerySet[Offer]":
    """Offers to those who look with their code, have not answered, and can be reached by text.

    Opens nothing: an empty column shows that nothing is written.
    """
    reached = ~Q(email=NOTHING)
    if texting.reaches_telephones():
        reached |= ~Q(telephone=NOTHING)
    there = Contact.objects.filter(reached, participant__offer__round=around)
    return Offer.objects.filter(
        round=around,
        by_way_of=OfferedBy.CODE,
        answered_on__isnull=True,
        participant__in=there.values("participant"),
    )


def rounds_with_waiting() -> list[int]:
    """The rounds in which a text waits to be sent."""
    rows = Offer.objects.filter(text_state=Texting.WAITING).order_by("round")
    return list(rows.values_list("round", flat=True).distinct())


def send_waiting(round_id: int) -> dict[str, int]:
    """Send what waits, each text once: one that was begun and broken off is not begun again.

    Needs a capability for who people are. Not within a transaction, as others must see at once
    what was begun. Returns how many were sent, and how many could not be.
    """
    told = {"sent": 0, "failed": 0}
    around = ValidationRound.objects.select_related("evaluation").filter(pk=round_id).first()
    if around is None:
        return told
    for offer in to_text(around).filter(text_state=Texting.WAITING):
        mine = Offer.objects.filter(pk=offer.pk, text_state=Texting.WAITING)
        if mine.update(text_state=Texting.SENDING):
            told["sent" if _send(offer, around) else "failed"] += 1
    Offer.objects.filter(round=around, text_state=Texting.WAITING).update(text_state=Texting.NONE)
    return told


def _send(offer: Offer, around: ValidationRound) -> bool:
    rows = Contact.objects.filter(participant=offer.participant_id)
    try:
        contact = rows.select_related("key__outer__outer").get()
        texting.send(
            telephone=contact.read("telephone"),
            email=contact.read("email"),
            text=text_of(around, contact.language),
        )
    except (texting.NotSent, Contact.DoesNotExist):
        Offer.objects.filter(pk=offer.pk).update(text_state=Texting.FAILED)
        return False
    today = clock.today()
    Offer.objects.filter(pk=offer.pk).update(text_state=Texting.SENT, texted_on=today)
    Offer.objects.filter(pk=offer.pk, offered_on__isnull=True).update(offered_on=today)
    return True


def text_of(around: ValidationRound, language: str) -> str:
    """What the text says, in the reader's language: short enough for one text message."""
    with translation.override(language):
        told = {"address": addresses.to_type(), "telephone": telephone_of(around)}
        first = _("There is something for you to look at.")
        if not told["telephone"]:
            return "\n".join([first, _("Write your code at %(address)s.") % told])
        return "\n".join(
            [first, _("Write your code at %(address)s, or call %(telephone)s.") % told]
        )


def telephone_of(around: ValidationRound) -> str:
    """Whom people can call: the one the invitation names, else the centre."""
    invitation = Invitation.objects.filter(evaluation=around.evaluation_id).first()
    return invitation.telephone if invitation else around.work.centre.profile.telephone
