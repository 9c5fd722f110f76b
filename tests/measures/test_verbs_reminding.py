"""Letters about promises: each reason once, to those who can do something about it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from brukerstemmen.measures.actions import (
    agree_on_terms,
    answer_matters,
    ask_for_answers,
    change_measure,
    hold_measure,
    holder_now,
    remind,
    reopen,
    take_step,
)
from brukerstemmen.measures.letters import REMINDERS
from brukerstemmen.measures.models import Matter, Measure
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people import daily, notices
from brukerstemmen.people.actions import team
from brukerstemmen.people.models import Notice, Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from tests.cast import TODAY

from .conftest import SOON

Adds = Callable[..., Measure]
ClockAt = Callable[[date], None]
DAY = timedelta(days=1)


@pytest.fixture
def measure(adds: Adds, eli: Person, dag: Person) -> Measure:
    """Dag answers for it, by SOON."""
    made = adds(status=Status.PLANNED)
    hold_measure(made, dag, by=eli)
    return made


@pytest.fixture
def on(clock_at: ClockAt) -> Callable[[date], int]:
    """Do the chore on a day, as the worker does it."""

    def go(day: date) -> int:
        clock_at(day)
        with narrowed(Zone.Z2_MASKED):
            return remind(day)

    return go


On = Callable[[date], int]


def letters() -> set[tuple[str, str]]:
    """To whom, and which kind."""
    return {(one.to.name, one.kind.partition(".")[2]) for one in Notice.objects.all()}


def test_before_its_day_the_one_who_answers_for_it_is_reminded_once(
    measure: Measure, on: On
) -> None:
    assert on(SOON - 15 * DAY) == 0
    assert [on(SOON - 14 * DAY), on(SOON - 14 * DAY), on(SOON)] == [1, 0, 0]
    assert letters() == {("Dag", "soon")}


def test_who_was_named_by_another_is_told_once(
    adds: Adds, eli: Person, dag: Person, on: On
) -> None:
    theirs, own = adds(status=Status.PLANNED), adds(status=Status.PLANNED)
    hold_measure(theirs, dag, by=eli)
    hold_measure(own, eli, by=eli)

    assert [on(TODAY + DAY), on(TODAY + 2 * DAY)] == [1, 0]
    assert letters() == {("Dag", "held")}


def test_after_it_the_lead_too_and_then_the_agreed_leader(
    measure: Measure, work: Work, anne: Person, eli: Person, on: On
) -> None:
    agree_on_terms(work, escalate_after=10, escalate_to=eli, by=anne)

    assert [on(SOON + DAY), on(SOON + 10 * DAY)] == [2, 0]
    assert letters() == {("Dag", "late"), ("Anne", "late")}
    assert [on(SOON + 11 * DAY), on(SOON + 90 * DAY)] == [2, 0]
    assert letters() >= {("Eli", "escalated"), ("Anne", "escalated")}


def test_forgotten_when_the_leader_changed(
    adds: Adds, work: Work, anne: Person, eli: Person, dag: Person, on: On
) -> None:
    """Event 6 of the demo: TK11 has a day, and nobody answers for it when it passes."""
    agree_on_terms(work, escalate_to=eli, by=anne)
    forgotten = adds(status=Status.PLANNED, title="Diskret postkasse og nytt skilt")
    hold_measure(forgotten, dag, by=eli)
    team.end_role(work.grants.get(person=dag), by=anne)

    assert holder_now(forgotten) is None
    assert [on(SOON + DAY), on(SOON + DAY), on(SOON + 60 * DAY)] == [2, 0, 0]

    assert letters() == {("Anne", "nobody"), ("Eli", "nobody")}
    for letter in Notice.objects.all():
        written = notices.KINDS[letter.kind](letter.told)
        assert f"measure {forgotten.number}" in written.subject
        assert "nobody answers for it" in written.why and "2026" in written.why
        assert str(forgotten.pk) in letter.path
        assert "postkasse" not in str(letter.told) + written.subject + written.why
    assert {one.to.name: one.path.split("/")[1] for one in Notice.objects.all()} == {
        "Anne": "arbeid",
        "Eli": "tjeneste",
    }


def test_who_takes_it_over_is_given_time(
    measure: Measure, work: Work, anne: Person, eli: Person, dag: Person, on: On
) -> None:
    team.end_role(work.grants.get(person=dag), by=anne)
    on(SOON + 40 * DAY)
    hold_measure(measure, eli, by=eli)
    Notice.objects.all().delete()

    on(SOON + 41 * DAY)

    assert letters() == {("Eli", "late"), ("Anne", "late")}


@pytest.mark.parametrize("status", [Status.DONE, Status.PARTLY, Status.NOT_DONE, Status.DEFERRED])
def test_what_is_finished_or_put_off_is_left_in_peace(
    status: Status, measure: Measure, eli: Person, on: On
) -> None:
    take_step(measure, status, reason="Slik ble det.", said_by="Leder", by=eli)

    assert on(SOON + 90 * DAY) == 0


def test_a_new_deadline_is_a_new_promise(
    measure: Measure, matters: list[Matter], eli: Person, on: On
) -> None:
    on(SOON + DAY)
    change_measure(
        measure,
        title=measure.title,
        notice=measure.notice,
        owner=measure.owner,
        kind=measure.kind,
        deadline=SOON + 60 * DAY,
        matters=[matters[1]],
        reason="Skiltet er forsinket.",
        said_by="Leder",
        by=eli,
    )

    assert on(SOON + 2 * DAY) == 0
    assert on(SOON + 50 * DAY) == 1


def test_nobody_named_means_all_who_can_answer(adds: Adds, on: On) -> None:
    adds(status=Status.PLANNED)

    on(SOON - DAY)

    assert letters() == {("Eli", "soon")}


def test_what_is_taken_up_again_is_not_late_from_before(
    measure: Measure, work: Work, anne: Person, eli: Person, clock_at: ClockAt, on: On
) -> None:
    agree_on_terms(work, escalate_to=eli, by=anne)
    take_step(measure, Status.DONE, said_by="Leder", by=eli)
    clock_at(SOON + 100 * DAY)
    reopen(measure, reason="De fleste merker det ikke.", by=anne)
    Notice.objects.all().delete()

    assert on(SOON + 101 * DAY) == 0
    assert on(SOON + 115 * DAY) == 2
    assert letters() == {("Eli", "escalated"), ("Anne", "escalated")}


def test_answers_that_are_late_are_asked_for(
    work: Work, matters: list[Matter], anne: Person, eli: Person, dag: Person, on: On
) -> None:
    ask_for_answers(work, answer_by=SOON, by=anne)
    answer_matters(matters[:1], says=Says.YES, given_by="Leder", by=eli)

    assert [on(SOON), on(SOON + DAY), on(SOON + 2 * DAY)] == [0, 2, 0]
    assert letters() == {("Eli", "answers_late"), ("Anne", "answers_late")}
    assert {letter.told["number"] for letter in Notice.objects.all()} == {"1"}


def test_what_is_closed_is_left_in_peace(measure: Measure, work: Work, on: On) -> None:
    work.closed_on = SOON
    work.save()

    assert on(SOON + DAY) == 0


def test_it_is_a_chore_of_every_day() -> None:
    assert "promises remembered" in {chore.name for chore in daily.DAILY}
    assert set(REMINDERS.values()) < set(notices.KINDS)


def test_many_measures_take_no_more_questions(
    adds: Adds, work: Work, on: On, django_assert_max_num_queries: Callable
) -> None:
    for _each in range(5):
        adds(status=Status.PLANNED)

    with django_assert_max_num_queries(16):
        remind(SOON - 20 * DAY)
