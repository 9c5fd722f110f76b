"""How a measure may go, and what must be told."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.measures.states import (
    AGREED,
    Lack,
    Status,
    lacks,
    may_become,
    may_begin_as,
    must_tell_all,
    names_somebody,
    step_needs_reason,
)

words = st.text(max_size=12)


@given(st.lists(st.sampled_from(Status), max_size=12))
def test_what_was_agreed_on_is_never_a_proposal_again(wishes: list[Status]) -> None:
    now, agreed = Status.PROPOSED, False
    for wish in wishes:
        if may_become(now, wish):
            now = wish
        agreed = agreed or now in AGREED
        assert not (agreed and now is Status.PROPOSED)


@given(st.sampled_from(Status), st.sampled_from(Status))
def test_the_way_in_goes_through_a_measure_that_tells_all(now: Status, then: Status) -> None:
    if may_become(now, then) and now not in AGREED and then in AGREED:
        assert must_tell_all(now, then)


def test_every_no_is_explained() -> None:
    noes = {
        Status.DEFERRED,
        Status.REJECTED,
        Status.NOT_DONE,
        Status.NEEDS_DECISION,
        Status.REOPENED,
    }

    assert {status for status in Status if step_needs_reason(status)} == noes


def test_nothing_begins_as_finished() -> None:
    finished = {Status.DONE, Status.PARTLY, Status.NOT_DONE, Status.REOPENED}

    assert {status for status in Status if not may_begin_as(status)} == finished


@given(words, st.none() | st.dates(), words)
def test_what_is_told_is_not_missing(owner: str, deadline: date | None, notice: str) -> None:
    missing = lacks(owner, deadline, notice)

    assert (Lack.OWNER in missing) == (not owner.strip())
    assert (Lack.DEADLINE in missing) == (deadline is None)
    assert (Lack.NOTICE in missing) == (not notice.strip())


def test_a_function_is_no_name() -> None:
    there = ["Eli Moen", "Dag", ""]

    assert names_somebody("Moen, Eli", there) and names_somebody("eli@example.com", there)
    assert names_somebody("Leder Dag", there)
    assert not names_somebody("Leder, dag og døgn", there)
    assert not names_somebody("Leder, Elidalen", there)
