"""The law of stations, answers and fates, wherever a finding is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.journey.lifestory.stations import (
    AnswerState,
    FateState,
    Life,
    Station,
    answer_state,
    days_waited,
    fate,
    furthest,
    reached,
)

lives = st.builds(
    Life,
    statements=st.integers(0, 3),
    talked=st.booleans(),
    put=st.booleans(),
    answers=st.integers(0, 2),
    measures=st.integers(0, 2),
    verdicts=st.integers(0, 2),
    lines=st.integers(0, 2),
)


@given(life=lives)
def test_a_finding_is_always_somewhere_on_its_way(life):
    passed = reached(life)

    assert Station.FOUND in passed
    assert furthest(life) in passed
    assert not [
        one for one in list(Station)[list(Station).index(furthest(life)) + 1 :] if one in passed
    ]


@given(put=st.booleans(), asked=st.none() | st.dates(), answers=st.integers(0, 3))
def test_there_is_always_a_state_of_the_answer(put, asked, answers):
    state = answer_state(put=put, asked_on=asked, answers=answers)

    assert (state is AnswerState.ANSWERED) is (answers > 0)
    if put and not answers:
        assert (state is AnswerState.WAITING) is (asked is not None)


@given(asked=st.none() | st.dates(max_value=date(2100, 1, 1)), until=st.dates())
def test_nobody_has_waited_less_than_no_day(asked, until):
    days = days_waited(asked, until)

    assert days is None or days >= 0


@given(has_gone_out=st.booleans(), out=st.integers(0, 3), still_open=st.booleans())
def test_nobody_is_told_that_words_led_nowhere_too_early(has_gone_out, out, still_open):
    state = fate(has_gone_out=has_gone_out, findings_out=out, still_open=still_open)

    assert (state is FateState.IN_NONE) is (not out and has_gone_out and not still_open)
