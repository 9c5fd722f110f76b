"""Personal codes and the picture on the wall: what opens a door, given by the centre only."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, marks
from brukerstemmen.people.access import Permission
from brukerstemmen.people.entry import Way
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes, consent
from brukerstemmen.voices import other_ways
from brukerstemmen.voices.actions.consenting import answer_consent, enter_decision
from brukerstemmen.voices.actions.participants import new_participants
from brukerstemmen.voices.models import (
    Participant,
    PersonalCode,
    Presence,
    SlipSheet,
    UserMeeting,
    WallCode,
)
from brukerstemmen.voices.models.participants import Audience
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.texts import version_now

CODES_LAST = timedelta(days=730)  # closing an evaluation destroys them before that
MORE_THAN_EXPECTED = 2


@dataclass(frozen=True)
class Given:
    """A code that was just given: shown now, and kept nowhere."""

    participant: Participant
    code: str
    token: str

    @property
    def written(self) -> str:
        return codes.written(self.code)


@transaction.atomic
def give_code(participant: Participant, *, by: Person) -> Given:
    """A personal code, at the meeting or by telephone. An earlier one stops working at once.

    Raises PermissionDenied, or ValidationError if the person has withdrawn.
    """
    require(by, Permission.INVITE, participant)
    given = _give(participant, by)
    record(by=by, what="code.given", about=participant.evaluation)
    return given


@transaction.atomic
def give_codes(meeting: UserMeeting, *, by: Person) -> list[Given]:
    """A code for each of those present who has none that holds. Sent twice it gives no more.

    Raises PermissionDenied.
    """
    require(by, Permission.INVITE, meeting)
    present = Participant.objects.taking_part().filter(presences__user_meeting=meeting)
    # Locked, so that two who ask at the same time do not end each other's codes.
    people = list(present.select_for_update(of=("self",)).order_by("number"))
    holding = PersonalCode.objects.holding(clock.today()).filter(participant__in=people)
    have = set(holding.values_list("participant", flat=True))
    given = [_give(person, by) for person in people if person.pk not in have]
    if given:
        record(by=by, what="code.given", about=meeting, count=len(given))
    return given


def _give(participant: Participant, by: Person | None) -> Given:
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    if participant.is_withdrawn:
        raise ValidationError(_("%(code)s has withdrawn.") % {"code": participant.code})
    code, token = codes.new_code(), codes.new_token()
    participant.codes.filter(revoked_on__isnull=True).update(revoked_on=clock.today())
    PersonalCode.objects.create(
        participant=participant,
        mark=marks.mark_of_code(code),
        link_mark=marks.mark_of_token(token),
        issued_on=clock.today(),
        until=clock.today() + CODES_LAST,
        issued_by=by,
    )
    return Given(participant, code, token)


@transaction.atomic
def expect_somebody(
    evaluation: Evaluation, *, by: Person, is_young: bool = False, once: uuid.UUID | None = None
) -> Given:
    """A number and a code for somebody who has not answered yet, by telephone or at the door:
    they read and choose on their own telephone. Sent twice, it is the same person, with the
    second code.

    Raises PermissionDenied.
    """
    require(by, Permission.INVITE, evaluation)
    there = Participant.objects.filter(pk=once, evaluation=evaluation).first() if once else None
    if there is None:
        [there] = new_participants(evaluation, [once or uuid.uuid4()], are_young=is_young)
        audience = Audience.UNDER_16 if is_young else Audience.EVERYONE
        enter_decision(
            there,
            consent.Purpose.TAKE_PART,
            consent.Act.OFFER,
            channel=consent.Channel.IN_PERSON,
            by=by,
            text_version=version_now(evaluation.work.centre, audience),
        )
    given = _give(there, by)
    record(by=by, what="code.given", about=evaluation)
    return given


@transaction.atomic
def give_demo_code(participant: Participant) -> Given:
    """A code for somebody in the demo, for whoever wants to see what they see.

    Raises PermissionDenied outside the demo, or ValidationError if the person has withdrawn.
    """
    if not settings.DEMO:
        raise PermissionDenied
    return _give(participant, by=None)


@transaction.atomic
def revoke_code(participant: Participant, *, by: Person) -> None:
    """A lost code opens nothing, from the next request on. Raises PermissionDenied."""
    require(by, Permission.INVITE, participant)
    participant.codes.filter(revoked_on__isnull=True).update(revoked_on=clock.today())
    record(by=by, what="code.revoked", about=participant.evaluation)


@transaction.atomic
def open_wall(meeting: UserMeeting, *, expected: int, by: Person) -> WallCode:
    """Hang up the picture: those in the room can say yes on their own phone, today only.

    expected: how many people were invited; two more than those may come in.
    Raises PermissionDenied, or ValidationError if the meeting is not today's.
    """
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(by, Permission.WRITE_DOWN, meeting)
    if meeting.state_now not in {MeetingState.PLANNED, MeetingState.HELD}:
        raise ValidationError(_("This meeting is over."))
    if not 1 <= expected <= 40:
        raise ValidationError({"expected": _("Write how many people are expected.")})
    wall = WallCode.objects.filter(user_meeting=meeting).first()
    if wall is not None and wall.on == clock.today():
        wall.is_open, wall.most = True, max(wall.entered, expected + MORE_THAN_EXPECTED)
        wall.save(update_fields=["is_open", "most"])
        return wall
    WallCode.objects.filter(user_meeting=meeting).delete()
    code, token = codes.new_code(), codes.new_token()
    wall = WallCode(
        user_meeting=meeting,
        mark=marks.mark_of_code(code),
        link_mark=marks.mark_of_token(token),
        on=clock.today(),
        most=expected + MORE_THAN_EXPECTED,
        opened_by=by,
        key=meeting.evaluation.key,
    )
    wall.seal(code=code, token=token)
    wall.save(force_insert=True)
    record(by=by, what="wall.opened", about=meeting)
    return wall


@transaction.atomic
def close_wall(meeting: UserMeeting, *, by: Person) -> None:
    """Take the picture down. Raises PermissionDenied."""
    require(by, Permission.WRITE_DOWN, meeting)
    WallCode.objects.filter(user_meeting=meeting).update(is_open=False)


@transaction.atomic
def take_part_from_wall(
    wall: WallCode,
    answers: dict[consent.Purpose, bool],
    *,
    text_version: str,
    is_young: bool,
    once: uuid.UUID | None = None,
) -> Given:
    """Somebody in the room has said yes on their phone: they get a number and a code.

    once: sent twice it is one person, whose last code holds. It must come from us, not from a
    browser's own choice: it names the person.
    Raises ValidationError if something is not answered, or if it is not a yes to taking part.
    """
    wall = WallCode.objects.select_for_update().get(pk=wall.pk)
    before = Participant.objects.filter(pk=once, presences__user_meeting=wall.user_meeting_id)
    if once and (there := before.first()):
        return _give(there, by=None)
    if not holds(wall) or _given_at(wall) >= wall.most:
        raise ValidationError(_("This is closed now. Ask the one who leads the meeting."))
    if not answers.get(consent.Purpose.TAKE_PART):
        raise ValidationError({"take_part": _("Without a yes to taking part there is no code.")})
    meeting = wall.user_meeting
    [participant] = new_participants(meeting.evaluation, [once or uuid.uuid4()])
    participant.is_young = is_young
    participant.save(update_fields=["is_young"])
    answer_consent(participant, answers, text_version=text_version)
    Presence.objects.create(user_meeting=meeting, participant=participant)
    return _give(participant, by=None)


def _given_at(wall: WallCode) -> int:
    """How many people the picture has given codes to: one who is inside may answer once more."""
    there = PersonalCode.objects.filter(
        participant__presences__user_meeting=wall.user_meeting_id,
        issued_by__isnull=True,
        issued_on=wall.on,
    )
    return there.values("participant").distinct().count()


def holds(wall: WallCode) -> bool:
    """Whether the picture on the wall lets anybody go on, today."""
    return wall.is_open and wall.on == clock.today()


@dataclass(frozen=True)
class Entered:
    """What a right code leads to."""

    way: Way
    about: uuid.UUID


def enter_with_code(typed: str, *, inside: uuid.UUID | None = None) -> Entered | None:
    """Where a typed code leads, None if it leads nowhere: wrong, expired, taken back or used up.

    inside: the picture on the wall this visitor has come in by already, which takes no new place.
    Raises codes.NotACode for a slip of the finger, which is no guess. Every code that could be
    one costs the same time, right or wrong.
    """
    return _enter(inside, mark=marks.mark_of_code(codes.normalised(typed)))


def enter_with_token(token: str, *, inside: uuid.UUID | None = None) -> Entered | None:
    """Where the address in a QR picture leads, None if nowhere. Following it does not use it up."""
    return _enter(inside, link_mark=marks.mark_of_token(token))


def _enter(inside: uuid.UUID | None, **mark: str) -> Entered | None:
    """Always the same questions, so that the answers cannot be told apart by their time."""
    today = clock.today()
    own = PersonalCode.objects.holding(today).filter(participant__withdrawn_on=None, **mark).first()
    slip = SlipSheet.objects.holding(today).filter(**mark).first()
    wall = WallCode.objects.filter(is_open=True, on=today, **mark).first()
    # One of the places, if there is one left.
    free = WallCode.objects.filter(is_open=True, on=today, entered__lt=F("most"), **mark)
    taken = free.exclude(pk=inside).update(entered=F("entered") + 1)
    others = other_ways.find_all(mark)
    if own:
        return Entered(Way.OWN, own.pk)
    if slip:
        return Entered(Way.SLIP, slip.pk)
    if wall and (taken or wall.pk == inside):
        return Entered(Way.WALL, wall.pk)
    return Entered(*others[0]) if others else None
