"""The calendar of deadlines: neutral days behind a secret address, without sign-in."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar

from brukerstemmen.closing.models import Closing
from brukerstemmen.dialogues.actions.planning import plan_dialogue
from brukerstemmen.dialogues.models import DialogueKind
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.journey.actions.calendar import gather_days, renew_address, stop_address
from brukerstemmen.journey.calendar_feed import written
from brukerstemmen.journey.models import CalendarAddress, CalendarDay, DayKind
from brukerstemmen.measures.actions import (
    MatterTold,
    add_measure,
    ask_for_answers,
    put_to_service,
    take_step,
)
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.measures.states import Status
from brukerstemmen.people import opening
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions.team import end_role
from brukerstemmen.people.daily import DAILY
from brukerstemmen.people.models import JournalEntry, Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from tests.cast import TODAY

PAGE, ADDRESS, STOP = "/arbeid/kalender/", "/arbeid/kalender/adresse/", "/arbeid/kalender/stopp/"
DAY = timedelta(days=1)


@pytest.fixture
def full(evaluation: Evaluation, anne: Person, eli: Person) -> Evaluation:
    """An evaluation with a day of almost every kind."""
    work = evaluation.work
    told = [MatterTold(None, 1, Turn.IMPROVE, Standing.CONFIRMED, "Skranken er for åpen")]
    matters = put_to_service(work, told, quarter="2026-1", by=anne)
    ask_for_answers(work, answer_by=TODAY + 10 * DAY, by=anne)
    said = {"said_by": "Leder", "by": eli}
    for number in range(2):
        made = add_measure(
            work,
            matters,
            title=f"Avstandslinje {number}",
            owner="Leder",
            deadline=TODAY + 20 * DAY,
            notice="Ingen sier navnet høyt",
            **said,
        )
        take_step(made, Status.PLANNED, reason="", **said)
    plan_dialogue(evaluation, kind=DialogueKind.MEETING, on=TODAY + 5 * DAY, by=anne)
    key = evaluation.key
    FollowUp.objects.create(evaluation=evaluation, key=key, number=1, due_on=TODAY + 90 * DAY)
    Closing.objects.create(evaluation=evaluation, key=key, planned_on=TODAY + 200 * DAY)
    return evaluation


@pytest.fixture
def outside() -> Iterator[Client]:
    """A calendar program: it knows an address and nothing else."""
    with opening.shut():
        yield Client()


def address_of(answer: object) -> str:
    found = re.search(r"<code>http://testserver(\S+)</code>", answer.content.decode())
    assert found
    return found[1]


def days(work: Work) -> list[tuple[str, date]]:
    return list(CalendarDay.objects.filter(work=work).values_list("kind", "on"))


# The days


def test_days_are_gathered_and_several_alike_are_one(full: Evaluation) -> None:
    assert gather_days() == 5
    assert days(full.work) == [
        (DayKind.DIALOGUE, TODAY + 5 * DAY),
        (DayKind.ANSWERS, TODAY + 10 * DAY),
        (DayKind.MEASURE, TODAY + 20 * DAY),
        (DayKind.FOLLOW_UP, TODAY + 90 * DAY),
        (DayKind.CLOSING, TODAY + 200 * DAY),
    ]


def test_gathering_twice_changes_nothing_and_a_moved_day_moves(
    full: Evaluation, anne: Person
) -> None:
    gather_days()
    assert gather_days() == 0

    ask_for_answers(full.work, answer_by=TODAY + 12 * DAY, by=anne)

    assert gather_days() == 2
    assert (DayKind.ANSWERS, TODAY + 12 * DAY) in days(full.work)
    assert (DayKind.ANSWERS, TODAY + 10 * DAY) not in days(full.work)


def test_what_was_stopped_or_closed_has_no_deadlines(full: Evaluation, anne: Person) -> None:
    gather_days()
    Work.objects.filter(pk=full.work_id).update(closed_on=TODAY)
    gather_days()
    closed = days(full.work)
    Work.objects.filter(pk=full.work_id).update(closed_on=None)
    starting.stop(full, reason="Slutt.", by=anne)
    gather_days()

    assert closed == days(full.work) == []


def test_the_house_gathers_every_day(full: Evaluation) -> None:
    [chore] = [one for one in DAILY if one.name == "days gathered"]

    with opening.shut(), narrowed(chore.zone):
        assert chore.do() == 5


# The address


def test_the_address_is_shown_once_and_opens_neutral_days(
    full: Evaluation, anne: Person, signed_in: Callable, outside: Client
) -> None:
    client = signed_in(anne)
    before = client.get(ADDRESS)
    shown = client.post(ADDRESS)
    at = address_of(shown)
    again = client.get(PAGE)

    feed = outside.get(at)

    assert before.status_code == 200
    assert at not in before.content.decode() + again.content.decode()
    assert feed.status_code == 200
    assert feed["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in feed["Cache-Control"]
    events = Calendar.from_ical(feed.content).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [
        TODAY + number * DAY for number in (5, 10, 20, 90, 200)
    ]
    assert {str(event["summary"]).split(" · ")[1] for event in events} == {"Solbakken"}


def test_the_feed_names_nobody_and_tells_no_content(
    full: Evaluation, anne: Person, eli: Person, outside: Client
) -> None:
    told = outside.get(f"/kalender/{renew_address(by=anne)}.ics").content.decode()

    for word in (
        "Anne",
        "Eli",
        "example",
        "Skranken",
        "Avstandslinje",
        str(full.pk),
        full.work.slug,
    ):
        assert word not in told
    assert str(full.work_id) not in told


def test_a_new_address_ends_the_one_before(full: Evaluation, anne: Person, outside: Client) -> None:
    first, second = renew_address(by=anne), renew_address(by=anne)

    assert outside.get(f"/kalender/{first}.ics").status_code == 404
    assert outside.get(f"/kalender/{second}.ics").status_code == 200
    assert CalendarAddress.objects.count() == 1
    assert not CalendarAddress.objects.filter(mark__contains=second).exists()


def test_a_stopped_address_answers_as_one_that_never_was(
    full: Evaluation, anne: Person, signed_in: Callable, outside: Client
) -> None:
    token = renew_address(by=anne)
    client = signed_in(anne)
    stopped = client.post(STOP)
    again = client.post(STOP)

    assert stopped.status_code == again.status_code == 302
    answers = [outside.get(f"/kalender/{one}.ics") for one in (token, "a" * 43, "x")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert not stop_address(by=anne)


def test_making_and_stopping_stand_in_the_journal(full: Evaluation, anne: Person) -> None:
    renew_address(by=anne)
    stop_address(by=anne)

    told = JournalEntry.objects.filter(by=anne, what__startswith="calendar.")
    assert [one.what for one in told] == ["calendar.address_made", "calendar.address_stopped"]


def test_the_feed_is_empty_when_the_role_ends(
    full: Evaluation, frida: Person, anne: Person, outside: Client
) -> None:
    at = f"/kalender/{renew_address(by=frida)}.ics"
    before = outside.get(at).content
    end_role(full.work.grants.get(person=frida, role=Role.INTERVIEWER), by=anne)
    after = outside.get(at)
    Person.objects.filter(pk=frida.pk).update(is_active=False)

    assert b"VEVENT" in before
    assert after.status_code == 200
    assert b"VEVENT" not in after.content
    assert outside.get(at).status_code == 404


def test_the_same_days_are_the_same_bytes(full: Evaluation, anne: Person, outside: Client) -> None:
    at = f"/kalender/{renew_address(by=anne)}.ics"

    assert outside.get(at).content == outside.get(at).content


def test_the_feed_asks_as_little_for_many_days(
    full: Evaluation, anne: Person, outside: Client
) -> None:
    at = f"/kalender/{renew_address(by=anne)}.ics"

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert outside.get(at).status_code == 200
        return len(asked)

    queries()
    few = queries()
    rows = [
        CalendarDay(work=full.work, kind=DayKind.MEASURE, on=TODAY + n * DAY, noted_on=TODAY)
        for n in range(300, 500)
    ]
    CalendarDay.objects.bulk_create(rows)

    assert queries() == few <= 6


def test_nothing_can_be_changed_through_it(full: Evaluation, anne: Person, outside: Client) -> None:
    at = f"/kalender/{renew_address(by=anne)}.ics"

    assert outside.post(at).status_code == 405
    assert outside.head(at).status_code == 200


# The zones


@pytest.mark.parametrize("table", [CalendarDay, CalendarAddress])
@pytest.mark.parametrize("zone", [Zone.Z0_PUBLIC, Zone.Z1_RELEASED])
def test_the_service_and_the_public_reach_neither_days_nor_addresses(
    zone: Zone, table: type, full: Evaluation, anne: Person
) -> None:
    renew_address(by=anne)

    # One refusal a test: PostgreSQL gives up the transaction it happens in.
    with narrowed(zone), pytest.raises(DatabaseError):
        table.objects.exists()


@pytest.mark.parametrize("table", [FollowUp, Closing])
def test_the_door_of_the_feed_reaches_nothing_the_days_were_made_of(
    table: type, full: Evaluation
) -> None:
    with narrowed(Zone.Z5_OPERATION), pytest.raises(DatabaseError):
        table.objects.exists()


# Who


@pytest.mark.parametrize(
    ("who", "status"),
    [("anne", 200), ("frida", 200), ("cecilie", 404), ("dag", 404), ("eli", 404), ("inger", 404)],
)
def test_the_pages_are_for_the_team(
    who: str, status: int, full: Evaluation, signed_in: Callable, request: pytest.FixtureRequest
) -> None:
    client = signed_in(request.getfixturevalue(who))

    for address in (PAGE, ADDRESS):
        assert client.get(address).status_code == status


def test_who_takes_part_in_nothing_gets_no_address(cecilie: Person, full: Evaluation) -> None:
    with pytest.raises(PermissionDenied):
        renew_address(by=cecilie)


# The format


@given(some.text(max_size=120).filter(str.isprintable), some.dates())
def test_any_title_comes_through_whole(title: str, on: date) -> None:
    if on == date.max:
        return
    day = CalendarDay(work=Work(title=title), kind=DayKind.MEASURE, on=on, noted_on=TODAY)

    told = written([day], name="Frister")

    assert all(len(line) <= 75 for line in told.split(b"\r\n"))
    [event] = Calendar.from_ical(told).walk("VEVENT")
    assert str(event["summary"]) == f"{DayKind.MEASURE.label} · {title}"
    assert event.decoded("dtstart") == on
