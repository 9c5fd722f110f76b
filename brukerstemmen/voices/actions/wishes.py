"""What a participant wants beside what they have said: a yes once more, and to be named."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record_later
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.consent import Act, Channel, Decision, Purpose, State, state
from brukerstemmen.voices.actions.consenting import enter_decision
from brukerstemmen.voices.models import Participant


@transaction.atomic
def say_yes_again(participant: Participant, purpose: Purpose, *, text_version: str) -> None:
    """A yes to one purpose, by the person at their own door, after a no or a yes taken back.

    text_version: the wording they were shown. Words that were made to count only stay so until
    each is said yes to: an old yes does not come back by itself.
    Raises ValidationError on the day of the no: decisions carry no hour, and a no is stronger.
    """
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    if participant.is_withdrawn:
        raise ValidationError(_("%(code)s has withdrawn.") % {"code": participant.code})
    told = [row.as_decision() for row in participant.decisions.all()]
    if state(told, purpose, on=clock.today()) is State.GIVEN:
        return
    if said_no_today(told, purpose):
        raise ValidationError(_("You said no to this today. You can say yes from tomorrow."))
    enter_decision(
        participant,
        purpose,
        Act.GIVE,
        channel=Channel.OWN_LINK,
        by=None,
        text_version=text_version,
    )
    record_later(what="consent.answered", about=participant)


def said_no_today(told: Iterable[Decision], purpose: Purpose) -> bool:
    """Whether a no stands that is of today, so that a yes would not hold before tomorrow."""
    return any(
        one.purpose is purpose
        and one.on == clock.today()
        and one.act in {Act.DECLINE, Act.WITHDRAW}
        for one in told
    )


@transaction.atomic
def wish_to_be_named(participant: Participant, *, wants: bool, by: Person | None = None) -> None:
    """Whether somebody would like to stand forth by name. Honoured outside the report only: in a
    group one name could give the others away.

    by: None when they say it at their own door. Raises PermissionDenied or ValidationError.
    """
    if by is not None:
        require(by, Permission.ANSWER_FOR, participant)
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    if participant.is_withdrawn:
        raise ValidationError(_("%(code)s has withdrawn.") % {"code": participant.code})
    participant.wants_to_be_named = wants
    participant.save(update_fields=["wants_to_be_named"])
