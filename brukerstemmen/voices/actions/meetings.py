"""User meetings: planning, consent on paper, holding, and each named step after."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.needs import Need
from brukerstemmen.meetings.models import Attendance, Form, Meeting, Task
from brukerstemmen.people import clock, standing
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import holds, require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices import states
from brukerstemmen.voices.actions.looking import (
    ask_of_what_is_masked,
    look_again,
    look_once_more,
)
from brukerstemmen.voices.actions.participants import new_participants
from brukerstemmen.voices.actions.second_reading import ask
from brukerstemmen.voices.models import (
    ConsentDecision,
    Invitation,
    MaskedWording,
    Participant,
    Presence,
    RawWording,
    UserMeeting,
)
from brukerstemmen.voices.models.meetings import Kind
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.wording import meetings as wording

MOST_IN_ONE_ACT = 40


@transaction.atomic
def plan_meeting(
    evaluation: Evaluation,
    *,
    name: str,
    by: Person,
    planned_on: date | None = None,
    place: str = "",
    form: Form = Form.IN_PERSON,
    kind: Kind = Kind.GROUP,
    once: uuid.UUID | None = None,
) -> UserMeeting:
    """A meeting to come, or held before. Raises PermissionDenied or ValidationError."""
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.WRITE_DOWN, evaluation)
    if once and (there := UserMeeting.objects.filter(pk=once, evaluation=evaluation).first()):
        return there
    if not name.strip():
        raise ValidationError({"name": _("Write a name for the meeting.")})
    last = evaluation.work.meetings.aggregate(last=Max("number"))["last"] or 0
    meeting = Meeting(
        pk=once or uuid.uuid4(),
        work=evaluation.work,
        number=last + 1,
        form=Form(form),
        planned_on=planned_on,
        key=evaluation.key,
    )
    meeting.seal(name=name.strip(), place=place.strip())
    meeting.save(force_insert=True)
    user_meeting = UserMeeting.objects.create(
        meeting=meeting, evaluation=evaluation, kind=Kind(kind)
    )
    record(by=by, what="user_meeting.planned", about=user_meeting)
    return user_meeting


@transaction.atomic
def put_on_duty(meeting: UserMeeting, person: Person, task: Task, *, by: Person) -> Attendance:
    """Somebody from the team leads, or writes. Raises PermissionDenied or ValidationError.

    Nobody from the service can be put here, not even if they hold a role on the team.
    """
    require(by, Permission.WRITE_DOWN, meeting)
    is_theirs = standing.works_for_a_party(person, meeting.work)
    if is_theirs or not holds(person, Permission.WRITE_DOWN, meeting):
        raise ValidationError(_("Only people on the team can lead or write in a meeting."))
    attendance, _made = Attendance.objects.update_or_create(
        meeting=meeting.meeting, person=person, defaults={"task": Task(task)}
    )
    return attendance


@transaction.atomic
def take_off_duty(meeting: UserMeeting, person: Person, *, by: Person) -> None:
    """Somebody does not take part after all. Raises PermissionDenied."""
    require(by, Permission.WRITE_DOWN, meeting)
    Attendance.objects.filter(meeting=meeting.meeting, person=person).delete()


@transaction.atomic
def register_consent(
    meeting: UserMeeting,
    *,
    new_people: int,
    also: Iterable[Participant] = (),
    purposes: Iterable[consent.Purpose] = (),
    channel: consent.Channel,
    on: date,
    text_version: str,
    by: Person,
    are_young: bool = False,
    once: uuid.UUID | None = None,
) -> list[Participant]:
    """The yes of those who take part in a meeting, written down on their behalf, in one act.

    new_people: how many who take part for the first time; each gets a code and two keys.
    also: participants with a code from before who are here too.
    purposes: what they said yes to besides taking part; each is a decision of its own.
    are_young: the new people are under 16.
    once: the form's own id, so that sending it twice gives no more codes.
    Raises PermissionDenied, or ValidationError with what to change.
    """
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(by, Permission.WRITE_DOWN, meeting)
    also = list(also)
    _check_people(meeting, new_people, also, on)
    ids = [_id_of(once, place) for place in range(new_people)]
    if once and (there := list(meeting.evaluation.participants.filter(pk__in=ids))):
        return there
    made = new_participants(meeting.evaluation, ids, are_young=are_young)
    told = {"text_version": text_version, "channel": channel, "registered_by": by}
    _enter_yes(meeting, made, {consent.Purpose.TAKE_PART, *purposes}, on=on, **told)
    for person in (*made, *also):
        Presence.objects.get_or_create(user_meeting=meeting, participant=person)
    record(by=by, what="consent.registered", about=meeting, count=len(made))
    return made


def _enter_yes(
    meeting: UserMeeting,
    people: list[Participant],
    purposes: set[consent.Purpose],
    *,
    on: date,
    **told: Any,
) -> None:
    """A yes from each to each, with the last day the invitation names."""
    given = {"act": consent.Act.GIVE, "on": on, "until": _last_day(meeting, on), **told}
    ConsentDecision.objects.bulk_create(
        ConsentDecision(participant=person, purpose=purpose, **given)
        for person in people
        for purpose in sorted(purposes)
    )


def _last_day(meeting: UserMeeting, on: date) -> date | None:
    """The last day a yes given then holds, as the invitation names it."""
    invitation = Invitation.objects.filter(evaluation=meeting.evaluation_id).first()
    until = invitation.words_until if invitation else None
    if until is not None and until < on:
        raise ValidationError({"on": _("The day named in the invitation has passed.")})
    return until


def _check_people(meeting: UserMeeting, new_people: int, also: list[Participant], on: date) -> None:
    if not 0 <= new_people <= MOST_IN_ONE_ACT or new_people + len(also) == 0:
        raise ValidationError({"new_people": _("Write how many people said yes.")})
    if on > clock.today():
        raise ValidationError({"on": _("The day has not come yet.")})
    for person in also:
        if person.evaluation_id != meeting.evaluation_id:
            raise ValidationError(wording.NOT_FROM_HERE)
        told = [row.as_decision() for row in person.decisions.all()]
        if person.is_withdrawn or not consent.may_take_part(told, on=on):
            raise ValidationError(_("%(code)s has no yes that holds.") % {"code": person.code})


def _id_of(once: uuid.UUID | None, place: int) -> uuid.UUID:
    """The same form gives the same person the same id, so that it can be known again."""
    return uuid.uuid5(once, str(place)) if once else uuid.uuid4()


def _move(meeting: UserMeeting, transition: str, by: Person, may: Permission) -> UserMeeting | None:
    """Lock, ask, and check the table of transitions. None if it has been made already."""
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(by, may, meeting)
    if states.may(transition, meeting.state_now):
        return meeting
    if meeting.state_now is states.TRANSITIONS[transition][1]:
        return None
    raise ValidationError(wording.NOT_FROM_HERE)


def _arrive(meeting: UserMeeting, transition: str, by: Person, *fields: str) -> UserMeeting:
    meeting.state = states.TRANSITIONS[transition][1]
    meeting.save(update_fields=["state", *fields])
    record(by=by, what=f"user_meeting.{transition}", about=meeting)
    return meeting


@transaction.atomic
def hold(meeting: UserMeeting, *, on: date, nobody_from_service: bool, by: Person) -> UserMeeting:
    """Open a meeting for writing down: planned → held. Consent is a hard stop.

    Raises PermissionDenied, or ValidationError with every reason.
    """
    moving = _move(meeting, "hold", by, Permission.WRITE_DOWN)
    if moving is None:
        return meeting
    if on > clock.today():
        raise ValidationError({"on": _("The day has not come yet.")})
    if reasons := hinders_holding(moving, on=on, nobody_from_service=nobody_from_service):
        raise ValidationError(wording.sentences(reasons))
    moving.held_on, moving.nobody_from_service = on, by
    return _arrive(moving, "hold", by, "held_on", "nobody_from_service")


def hinders_holding(
    meeting: UserMeeting, *, on: date, nobody_from_service: bool
) -> list[states.Hinder]:
    """Why the meeting may not be opened yet."""
    present = [
        presence.participant
        for presence in meeting.presences.select_related("participant").prefetch_related(
            "participant__decisions"
        )
    ]
    without = [
        person
        for person in present
        if not consent.may_take_part([d.as_decision() for d in person.decisions.all()], on=on)
    ]
    untold = [person for person in present if person.is_young and not person.guardian_told_on]
    return states.hinders_holding(
        present=len(present),
        without_consent=len(without),
        nobody_from_service=nobody_from_service,
        guardians_untold=len(untold),
    )


def finish_writing(meeting: UserMeeting, *, by: Person) -> UserMeeting:
    """Everything is written down: held → written. Raises PermissionDenied or ValidationError."""
    require(by, Permission.WRITE_DOWN, meeting)
    ask_of_what_is_masked(meeting)
    return _finish_writing(meeting, by)


@transaction.atomic
def _finish_writing(meeting: UserMeeting, by: Person) -> UserMeeting:
    moving = _move(meeting, "finish_writing", by, Permission.WRITE_DOWN)
    if moving is None:
        return meeting
    if not moving.statements.exists():
        raise ValidationError(wording.HINDERS[states.Hinder.NO_STATEMENTS])
    look_again(moving)
    return _arrive(moving, "finish_writing", by)


@transaction.atomic
def write_more(meeting: UserMeeting, *, by: Person) -> UserMeeting:
    """Open the meeting for writing again. Raises PermissionDenied or ValidationError."""
    moving = _move(meeting, "write_more", by, Permission.WRITE_DOWN)
    return meeting if moving is None else _arrive(moving, "write_more", by)


@transaction.atomic
def finish_reading_aloud(
    meeting: UserMeeting, *, by: Person, elsewhere_on: date | None = None
) -> UserMeeting:
    """The group has heard every statement: written → read_aloud.

    elsewhere_on: the day it was read aloud outside this software, on paper.
    Raises PermissionDenied, or ValidationError with what is missing.
    """
    moving = _move(meeting, "finish_reading_aloud", by, Permission.WRITE_DOWN)
    if moving is None:
        return meeting
    if elsewhere_on is not None and elsewhere_on > clock.today():
        raise ValidationError({"on": _("The day has not come yet.")})
    unheard = moving.statements.filter(state=states.StatementState.NOTED)
    if elsewhere_on is not None:
        unheard.update(state=states.StatementState.READ_BACK)
    reasons = states.hinders_reading_aloud(
        statements=moving.statements.count(), not_read_back=unheard.count()
    )
    if reasons:
        raise ValidationError(wording.sentences(reasons))
    moving.read_aloud_on = elsewhere_on or clock.today()
    moving.read_aloud_elsewhere = elsewhere_on is not None
    return _arrive(moving, "finish_reading_aloud", by, "read_aloud_on", "read_aloud_elsewhere")


def finish_masking(meeting: UserMeeting, *, by: Person) -> UserMeeting:
    """Let the meeting's words go on, masked: read_aloud → masked. A hard stop.

    Reading aloud comes before, unless the lead has gone on without it, with a sentence why.
    Raises PermissionDenied, or ValidationError with every reason.
    """
    require(by, Permission.MASK, meeting)
    ask_of_what_is_masked(meeting)
    after, reasons = _finish_masking(meeting, by)
    if reasons:
        raise ValidationError(wording.sentences(reasons))
    return after


@transaction.atomic
def _finish_masking(meeting: UserMeeting, by: Person) -> tuple[UserMeeting, list[states.Hinder]]:
    """What hinders it is returned and not raised: what is found stays found when it is refused."""
    moving = _move(meeting, "finish_masking", by, Permission.MASK)
    if moving is None:
        return meeting, []
    look_once_more(moving)
    ask(moving)  # what each has said in all may be more than one reader should judge alone
    if not is_heard_or_passed(moving):
        return meeting, [states.Hinder.NOT_READ_BACK]
    if reasons := hinders_masking(moving):
        return meeting, reasons
    moving.masked_on = clock.today()
    return _arrive(moving, "finish_masking", by, "masked_on"), []


def is_heard_or_passed(meeting: UserMeeting) -> bool:
    """Whether the meeting has been read aloud, or the lead has gone on without."""
    passed = meeting.evaluation.passed_needs.filter(need=Need.READING_ALOUD)
    return meeting.state_now is MeetingState.READ_ALOUD or (
        meeting.state_now is MeetingState.WRITTEN and passed.exists()
    )


def hinders_masking(meeting: UserMeeting) -> list[states.Hinder]:
    """Why the meeting's words may not go on yet."""
    rivals = {"statement__user_meeting": meeting, "rival_of__isnull": False}
    return states.hinders_masking(
        unresolved=meeting.statements.with_unresolved_hits().count(),
        unread=meeting.statements.not_read_by_a_person().count(),
        rivals=RawWording.objects.filter(**rivals).count()
        + MaskedWording.objects.filter(**rivals).count(),
        for_second=meeting.statements.for_second_reader().count(),
        given_back=meeting.statements.given_back().count(),
    )


@transaction.atomic
def reopen_masking(meeting: UserMeeting, *, by: Person) -> UserMeeting:
    """Mask once more: masked → read_aloud. Raises PermissionDenied or ValidationError."""
    moving = _move(meeting, "reopen_masking", by, Permission.MASK)
    return meeting if moving is None else _arrive(moving, "reopen_masking", by)


@transaction.atomic
def pause(meeting: UserMeeting, *, by: Person, after: int | None = None) -> None:
    """The group takes a pause. How often is known, never why.

    after: how many pauses there were when the button was shown, so that two presses are one.
    """
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(by, Permission.WRITE_DOWN, meeting)
    if after is not None and after != meeting.pauses:
        return
    meeting.pauses += 1
    meeting.save(update_fields=["pauses"])


@transaction.atomic
def debrief(meeting: UserMeeting, *, by: Person) -> None:
    """The interviewers have talked together afterwards. That it was done is known, no more."""
    require(by, Permission.WRITE_DOWN, meeting)
    UserMeeting.objects.filter(pk=meeting.pk).update(debriefed_on=clock.today())
    record(by=by, what="user_meeting.debriefed", about=meeting)


def is_in_meeting(person: Person, work: object) -> bool:
    """Whether the person leads or writes in a meeting of this work that is going on today."""
    return Attendance.objects.filter(
        person=person,
        meeting__work=work,
        meeting__user_meeting__state=MeetingState.HELD,
        meeting__user_meeting__held_on=clock.today(),
    ).exists()


def watch_meetings() -> None:
    """Tell storey 2 when somebody is in a meeting (called once, when the app is ready)."""
    if is_in_meeting not in standing.IN_MEETING:
        standing.IN_MEETING.append(is_in_meeting)
