"""Short texts that there is a letter to read: neutral, and never sent twice.

A text names no code, no service and nobody. Who gets one is worked out again when it is sent:
somebody who has read, does not want to hear any more, or has left is left in peace.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from brukerstemmen.followups.models import FeedbackTo, ParticipantFeedback
from brukerstemmen.followups.states import Reached, Way
from brukerstemmen.followups.wanting import newest_letter, wanting
from brukerstemmen.people import clock, texting
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.texting import NOTHING, text_of
from brukerstemmen.voices.models import Contact

TO_SEND = frozenset({Reached.NOT_YET, Reached.FAILED})


@transaction.atomic
def queue_texts(feedback: ParticipantFeedback, *, by: Person) -> int:
    """Let those who want a text have one. The worker sends them. Again: those that failed are tried
    once more, and no others.

    Raises PermissionDenied, or ValidationError for a letter that is no more, or where it is closed.
    Returns how many wait.
    """
    feedback = ParticipantFeedback.objects.select_for_update(of=("self",)).get(pk=feedback.pk)
    require(by, Permission.RELEASE, feedback)
    require(by, Permission.ANSWER_FOR, feedback)
    if newest_letter(feedback.evaluation) != feedback:
        raise ValidationError(_("There is a newer letter. Send that one."))
    going = list(to_text(feedback).filter(reached__in=TO_SEND).values_list("pk", flat=True))
    queued = FeedbackTo.objects.filter(pk__in=going).update(reached=Reached.WAITING)
    if queued:
        record(by=by, what="feedback.texted", about=feedback.evaluation, count=queued)
    return queued


def to_text(feedback: ParticipantFeedback) -> "QuerySet[FeedbackTo]":
    """Those who want a text, want to hear, and can be reached so. Opens nothing: an empty column
    shows that nothing is written."""
    reached = ~Q(email=NOTHING)
    if texting.reaches_telephones():
        reached |= ~Q(telephone=NOTHING)
    there = Contact.objects.filter(reached, participant__feedback_rows__feedback=feedback)
    rows: QuerySet[FeedbackTo] = FeedbackTo.objects.filter(
        feedback=feedback,
        by_way_of=Way.TEXT,
        participant__in=wanting(feedback.evaluation),
    ).filter(participant__in=there.values("participant"))
    return rows


def letters_with_waiting() -> list[str]:
    """The letters of which a text waits to be sent."""
    rows = FeedbackTo.objects.filter(reached=Reached.WAITING).order_by("feedback")
    return [str(one) for one in rows.values_list("feedback", flat=True).distinct()]


def send_waiting(feedback_id: str) -> dict[str, int]:
    """Send what waits, each text once: one that was begun and broken off is not begun again.

    Needs a capability for who people are. Not within a transaction, as others must see at once
    what was begun. Returns how many were sent, and how many could not be.
    """
    told = {"sent": 0, "failed": 0}
    rows = ParticipantFeedback.objects.select_related("evaluation__work__centre__profile")
    feedback = rows.filter(pk=feedback_id).first()
    if feedback is None:
        return told
    for to in to_text(feedback).filter(reached=Reached.WAITING):
        mine = FeedbackTo.objects.filter(pk=to.pk, reached=Reached.WAITING)
        if mine.update(reached=Reached.SENDING):
            told["sent" if _send(to, feedback) else "failed"] += 1
    left = FeedbackTo.objects.filter(feedback=feedback, reached=Reached.WAITING)
    left.update(reached=Reached.NOT_YET)
    return told


def _send(to: FeedbackTo, feedback: ParticipantFeedback) -> bool:
    begun = FeedbackTo.objects.filter(pk=to.pk, reached=Reached.SENDING)
    rows = Contact.objects.filter(participant=to.participant_id)
    try:
        contact = rows.select_related("key__outer__outer").get()
        texting.send(
            telephone=contact.read("telephone"),
            email=contact.read("email"),
            text=text_of(feedback, contact.language),
        )
    except (texting.NotSent, Contact.DoesNotExist):
        begun.update(reached=Reached.FAILED)
        return False
    begun.update(reached=Reached.TOLD, told_on=clock.today())
    return True
