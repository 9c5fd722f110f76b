"""When letters about a promise come: by its day, who answers for it, and nothing else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.measures.deadlines import Promise, Reminder, due_day, is_open, reminder
from brukerstemmen.measures.states import AGREED, Status

DEADLINE = date(2025, 4, 1)
DAY = timedelta(days=1)
days = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 12, 31))
around = st.integers(min_value=0, max_value=180)
promises = st.builds(
    Promise,
    status=st.sampled_from(Status),
    deadline=st.none() | days,
    held_since=st.none() | days,
    taken_up_on=st.none() | days,
)


def due(today: date, **other: object) -> Reminder | None:
    told: dict = {"status": Status.PLANNED, "deadline": DEADLINE, "held_since": date(2025, 1, 1)}
    return reminder(Promise(**(told | other)), today, before=14, after=14)


@pytest.mark.parametrize(
    ("days_after", "letter"),
    [
        (-15, None),
        (-14, Reminder.SOON),
        (0, Reminder.SOON),
        (1, Reminder.LATE),
        (14, Reminder.LATE),
        (15, Reminder.ESCALATED),
    ],
)
def test_letters_come_around_the_day(days_after: int, letter: Reminder | None) -> None:
    assert due(DEADLINE + days_after * DAY) is letter


def test_where_nobody_answers_nobody_is_waited_for() -> None:
    assert due(DEADLINE + DAY, held_since=None) is Reminder.NOBODY


def test_taken_up_again_counts_from_that_day() -> None:
    again = {"status": Status.REOPENED, "taken_up_on": date(2025, 8, 21)}

    assert due(date(2025, 8, 22), **again) is None
    assert due(date(2025, 9, 5), **again) is Reminder.ESCALATED
    assert due(date(2025, 9, 5), **again, deadline=date(2025, 9, 10)) is Reminder.SOON


@given(promises, days, around, around)
def test_only_what_is_promised_and_not_finished_is_asked_for(
    promise: Promise, today: date, before: int, after: int
) -> None:
    letter = reminder(promise, today, before=before, after=after)

    if letter is not None:
        assert is_open(promise.status) and promise.status in AGREED
        assert (day := due_day(promise)) is not None
        assert (letter is Reminder.SOON) == (today <= day)
        assert (letter is Reminder.NOBODY) == (today > day and promise.held_since is None)
        if letter is Reminder.ESCALATED:
            assert promise.held_since is not None
            assert today - max(day, promise.held_since) > timedelta(days=after)


@given(promises, days, around, around)
def test_a_promise_that_is_late_is_never_quiet(
    promise: Promise, today: date, before: int, after: int
) -> None:
    """Whatever happens, there is a letter in the end: nothing is forgotten."""
    if (day := due_day(promise)) is None:
        return
    long_after = max(day, promise.held_since or day, today) + timedelta(days=after + 1)

    assert reminder(promise, long_after, before=before, after=after) in {
        Reminder.NOBODY,
        Reminder.ESCALATED,
    }
