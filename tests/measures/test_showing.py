"""What is read: everything that is put, the newest answer or how long it has waited."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brukerstemmen.measures import showing
from brukerstemmen.measures.actions import (
    answer_matters,
    ask_for_answers,
    put_to_service,
    take_step,
)
from brukerstemmen.measures.models import Matter, Measure, Standing
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from tests.cast import TODAY

from .conftest import SOON, told

Adds = Callable[..., Measure]


def test_what_is_not_answered_stays_visible_with_how_long_it_has_waited(
    work: Work, matters: list[Matter], anne: Person, eli: Person, clock_at: object
) -> None:
    ask_for_answers(work, answer_by=SOON, by=anne)
    clock_at(TODAY + timedelta(days=12))
    answer_matters(matters[:1], says=Says.NO, reason="Ikke nå", given_by="Leder", by=eli)
    answer_matters(matters[:1], says=Says.YES, given_by="Leder", by=eli)

    first, second = showing.matters_of(work)

    assert [one.row.says for one in first.answers] == [Says.YES, Says.NO]
    assert (first.days, second.newest, second.days) == (None, None, 12)


def test_nothing_has_waited_when_nobody_was_asked(work: Work, matters: list[Matter]) -> None:
    assert [one.days for one in showing.matters_of(work)] == [None, None]


def test_an_answer_says_which_others_it_covers(
    work: Work, matters: list[Matter], eli: Person
) -> None:
    answer_matters(matters, says=Says.YES, given_by="Leder", by=eli)

    assert [one.newest.also for one in showing.matters_of(work)] == [[2], [1]]


def test_divided_opinions_show_both(work: Work, anne: Person) -> None:
    both = "Brukerne: for sent. Tjenesten: i tide."
    put_to_service(
        work, [told(1, standing=Standing.DISPUTED, nuance=both)], quarter="2026-1", by=anne
    )

    [one] = showing.matters_of(work)
    assert one.is_disputed and one.parts == [{"term": "Both views", "value": both}]


def test_a_measure_has_its_last_step_and_what_it_lacks(
    work: Work, adds: Adds, eli: Person, clock_at: object
) -> None:
    measure = adds(deadline=None)
    take_step(measure, Status.NEEDS_DECISION, reason="Penger", said_by="Leder", by=eli)
    adds(status=Status.PLANNED)
    clock_at(SOON + timedelta(days=1))

    first, second = showing.measures_of(work)

    assert first.last.row.reason == "Penger" and len(first.missing) == 1 and not first.is_late
    assert second.is_late and not second.missing


def test_how_much_waits(
    work: Work, matters: list[Matter], adds: Adds, anne: Person, eli: Person, clock_at: object
) -> None:
    ask_for_answers(work, answer_by=TODAY, by=anne)
    adds(status=Status.PLANNED)
    done = adds(status=Status.IN_PROGRESS)
    take_step(done, Status.DONE, said_by="Leder", by=eli)
    for _each in range(2):
        answer_matters(matters[:1], says=Says.YES, given_by="Leder", by=eli)
    clock_at(SOON + timedelta(days=1))

    waits = showing.waiting_for(work)

    assert (waits.matters, waits.answered, waits.unanswered) == (2, 1, 1)
    assert (waits.measures, waits.finished, waits.late) == (2, 1, 1)
    assert waits.is_late and waits.days == 61


def test_nothing_waits_where_nothing_is_put(work: Work) -> None:
    waits = showing.waiting_for(work)

    assert (waits.matters, waits.unanswered, waits.measures, waits.days) == (0, 0, 0, None)
    assert not waits.is_late


@pytest.mark.parametrize(
    ("reads", "most"),
    [(showing.matters_of, 4), (showing.measures_of, 7), (showing.waiting_for, 4)],
)
def test_reading_takes_as_many_queries_for_many_as_for_few_and_only_released_rows(
    reads: Callable, most: int, work: Work, matters: list[Matter], adds: Adds, eli: Person
) -> None:
    for number in range(6):
        adds(matters=matters)
        answer_matters(matters, says=Says.YES, given_by=f"Leder {number}", by=eli)

    with narrowed(Zone.Z1_RELEASED), CaptureQueriesContext(connection) as asked:
        reads(work)

    assert len(asked) == most
