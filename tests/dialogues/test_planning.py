"""Planning a dialogue meeting."""

import uuid
from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.dialogues.actions import minutes, planning
from brukerstemmen.dialogues.actions.planning import SeatsTold
from brukerstemmen.dialogues.models import DialogueKind, DialogueState
from brukerstemmen.dialogues.showing.meetings import in_the_room
from brukerstemmen.dialogues.sides import Side
from brukerstemmen.people.models import JournalEntry
from tests.cast import TODAY

CONFERENCE = DialogueKind.CONFERENCE


def test_a_meeting_is_planned_with_its_words_sealed(evaluation, anne):
    made = planning.plan_dialogue(
        evaluation,
        kind=CONFERENCE,
        on=TODAY,
        begins=time(10),
        ends=time(14, 30),
        place=" Samfunnshuset ",
        programme="Velkommen\n\n  Funn  ",
        ground_rules="Brukerne åpner",
        by=anne,
    )

    made.refresh_from_db()
    assert made.number == 1
    assert made.state == DialogueState.PLANNED
    assert made.read("programme") == "Velkommen\nFunn"
    assert b"Samfunnshuset" not in bytes(made.place)
    assert JournalEntry.objects.filter(what="dialogue.planned").exists()


def test_sending_it_twice_plans_one_meeting(evaluation, anne):
    once = uuid.uuid4()

    for _time in range(2):
        planning.plan_dialogue(evaluation, kind=CONFERENCE, once=once, by=anne)

    assert evaluation.dialogues.count() == 1


def test_a_second_meeting_has_the_next_number(planned, evaluation, anne):
    assert planning.plan_dialogue(evaluation, kind=DialogueKind.MEETING, by=anne).number == 2


@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_only_the_team_plans(who, evaluation, planned, request):
    stranger = request.getfixturevalue(who)

    with pytest.raises(PermissionDenied):
        planning.plan_dialogue(evaluation, kind=CONFERENCE, by=stranger)
    with pytest.raises(PermissionDenied):
        planning.set_seats(planned, [], by=stranger)
    with pytest.raises(PermissionDenied):
        planning.open_room(planned, by=stranger)


def test_it_does_not_end_before_it_begins(planned, anne):
    with pytest.raises(ValidationError):
        planning.describe_dialogue(
            planned, kind=CONFERENCE, begins=time(14), ends=time(10), by=anne
        )


def test_it_may_be_described_anew(planned, anne):
    planning.describe_dialogue(planned, kind=DialogueKind.MEETING, place="Biblioteket", by=anne)

    planned.refresh_from_db()
    assert planned.kind == DialogueKind.MEETING
    assert planned.read("place") == "Biblioteket"
    assert planned.read("programme") == ""


def test_a_meeting_that_was_held_keeps_a_day(room, anne):
    for day in [None, TODAY + timedelta(days=1)]:
        with pytest.raises(ValidationError):
            planning.describe_dialogue(room, kind=CONFERENCE, on=day, by=anne)


def test_seats_are_numbers_by_side(planned, anne):
    planning.set_seats(planned, [SeatsTold(Side.STAFF, 7, where="Poliklinikk")], by=anne)
    told = [SeatsTold(Side.USER, 9), SeatsTold(Side.USER, 2, 1, "Brukerorganisasjon")]
    planning.set_seats(planned, [*told, SeatsTold(Side.LEADER, 0)], by=anne)

    rows = planned.seats.order_by("-invited")
    assert [(row.side, row.invited, row.came) for row in rows] == [
        ("user", 9, None),
        ("user", 2, 1),
    ]
    assert rows[1].read("where") == "Brukerorganisasjon"


@pytest.mark.parametrize(
    "told",
    [
        SeatsTold(Side.USER, -1),
        SeatsTold(Side.USER, 5000),
        SeatsTold(Side.USER, 1, -3),
        SeatsTold(Side.STAFF, 1, where="Lege Marit Hauglie"),
    ],
)
def test_seats_are_whole_numbers_without_names(planned, anne, told):
    with pytest.raises(ValidationError):
        planning.set_seats(planned, [told], by=anne)


def test_what_was_done_beforehand_has_a_day(planned, anne):
    planning.say_told(planned, on=TODAY, by=anne)
    planning.say_prepared(planned, of_users=True, on=TODAY, by=anne)
    planning.say_prepared(planned, of_users=False, on=TODAY - timedelta(days=2), by=anne)

    planned.refresh_from_db()
    assert planned.told_on == planned.prepared_users_on == TODAY
    assert planned.prepared_service_on == TODAY - timedelta(days=2)
    with pytest.raises(ValidationError):
        planning.say_told(planned, on=TODAY + timedelta(days=1), by=anne)


def test_the_room_opens_once_on_its_day(planned, anne):
    tomorrow = TODAY + timedelta(days=1)
    planning.describe_dialogue(planned, kind=CONFERENCE, on=tomorrow, by=anne)
    with pytest.raises(ValidationError):
        planning.open_room(planned, by=anne)

    planning.describe_dialogue(planned, kind=CONFERENCE, on=TODAY, by=anne)
    for _time in range(2):
        assert planning.open_room(planned, by=anne).state == DialogueState.HELD
    assert JournalEntry.objects.filter(what="dialogue.opened").count() == 1


def test_a_meeting_without_a_day_is_held_today(evaluation, anne):
    made = planning.plan_dialogue(evaluation, kind=CONFERENCE, by=anne)

    assert planning.open_room(made, by=anne).on == TODAY


def test_what_both_sides_approved_is_not_described_anew(room, anne):
    minutes.write_minutes(room, "Vi møttes.", by=anne)
    for of_users in (True, False):
        minutes.approve_minutes(room, of_users=of_users, said_by="To av oss", by=anne)

    with pytest.raises(ValidationError):
        planning.describe_dialogue(room, kind=CONFERENCE, on=TODAY, by=anne)
    with pytest.raises(ValidationError):
        planning.set_seats(room, [], by=anne)


def test_one_alone_from_somewhere_is_not_known_by_that(planned, anne):
    seats = [
        SeatsTold(Side.USER, 9, where="møtene"),
        SeatsTold(Side.USER, 1, where="panelet"),
    ]
    planning.set_seats(planned, seats, by=anne)

    [told] = in_the_room(planned).users_told
    assert (told.people, told.where) == (10, "")
