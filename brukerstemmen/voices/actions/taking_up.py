"""Beginning midway: a meeting that was held before this software came in."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.meetings.models import Form
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import UserMeeting
from brukerstemmen.voices.models.meetings import Kind
from brukerstemmen.voices.states import MeetingState


@transaction.atomic
def take_up_held_meeting(
    evaluation: Evaluation,
    *,
    name: str,
    held_on: date | None,
    new_people: int,
    purposes: Iterable[consent.Purpose] = (),
    text_version: str,
    nobody_from_service: bool,
    by: Person,
    place: str = "",
    form: Form = Form.IN_PERSON,
    kind: Kind = Kind.GROUP,
    once: uuid.UUID | None = None,
) -> UserMeeting:
    """Plan, register who said yes on paper, and open for writing: all of it, or nothing.

    new_people: how many said yes on paper; each gets a code.
    Raises PermissionDenied, or ValidationError with what to change.
    """
    if held_on is None:
        raise ValidationError({"on": _("Write which day the meeting was.")})
    about = {"name": name, "place": place, "form": form, "kind": kind}
    meeting = meetings.plan_meeting(evaluation, planned_on=held_on, by=by, once=once, **about)
    if meeting.state_now is not MeetingState.PLANNED:
        return meeting
    meetings.register_consent(
        meeting,
        new_people=new_people,
        purposes=purposes,
        channel=consent.Channel.PAPER,
        on=held_on,
        text_version=text_version,
        by=by,
        once=once,
    )
    return meetings.hold(meeting, on=held_on, nobody_from_service=nobody_from_service, by=by)
