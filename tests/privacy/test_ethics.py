"""No material before guidelines and pledge; fourteen days for a new version."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy.ethics import Guidelines, Reason, hinders

ADOPTED = date(2026, 3, 1)
LATEST = Guidelines(version=2, adopted_on=ADOPTED)
LONG_AGO = date(2024, 5, 5)
days = st.dates(date(2026, 2, 1), date(2026, 4, 30))


def of(accepted, *, days_after=0, latest=LATEST, pledged_on=LONG_AGO, in_meeting=False):
    return hinders(
        accepted=accepted,
        latest=latest,
        pledged_on=pledged_on,
        in_meeting=in_meeting,
        on=ADOPTED + timedelta(days=days_after),
    )


def test_one_who_has_accepted_and_signed_is_let_in():
    assert of({2: ADOPTED}) == []


def test_one_who_has_done_neither_is_told_both():
    assert of({}, pledged_on=None) == [Reason.GUIDELINES_NOT_ACCEPTED, Reason.PLEDGE_NOT_SIGNED]


def test_a_pledge_is_needed_also_by_one_who_has_accepted():
    assert of({2: ADOPTED}, pledged_on=None) == [Reason.PLEDGE_NOT_SIGNED]


@pytest.mark.parametrize("days_after", [-1, 0, 1, 13, 14])
def test_an_earlier_yes_holds_to_the_end_of_the_fourteenth_day(days_after):
    assert of({1: LONG_AGO}, days_after=days_after) == []


@pytest.mark.parametrize("days_after", [15, 16, 400])
def test_an_earlier_yes_is_over_on_the_fifteenth_day(days_after):
    assert of({1: LONG_AGO}, days_after=days_after) == [Reason.NEW_GUIDELINES_NOT_ACCEPTED]


@pytest.mark.parametrize("days_after", [0, 14, 15])
def test_there_is_no_grace_for_one_who_never_accepted(days_after):
    assert of({}, days_after=days_after) == [Reason.GUIDELINES_NOT_ACCEPTED]


def test_a_yes_to_a_version_taken_back_is_no_yes_to_the_one_that_holds():
    assert of({3: LONG_AGO}) == [Reason.GUIDELINES_NOT_ACCEPTED]


@pytest.mark.parametrize("days_after", [0, 14, 15, 400])
def test_nobody_is_locked_out_in_the_middle_of_a_meeting(days_after):
    assert of({1: LONG_AGO}, days_after=days_after, in_meeting=True) == []


def test_a_meeting_lets_nobody_in_who_was_never_let_in():
    assert of({}, in_meeting=True) == [Reason.GUIDELINES_NOT_ACCEPTED]
    assert of({1: LONG_AGO}, in_meeting=True, pledged_on=None) == [Reason.PLEDGE_NOT_SIGNED]


def test_a_centre_without_guidelines_lets_nobody_in():
    assert of({}, latest=None) == [Reason.NO_GUIDELINES]
    assert of({1: LONG_AGO}, latest=None, in_meeting=True) == [Reason.NO_GUIDELINES]


def test_what_is_dated_tomorrow_does_not_count_today():
    tomorrow = ADOPTED + timedelta(days=1)

    assert of({2: tomorrow}) == [Reason.GUIDELINES_NOT_ACCEPTED]
    assert of({2: ADOPTED}, pledged_on=tomorrow) == [Reason.PLEDGE_NOT_SIGNED]
    assert of({2: tomorrow}, days_after=1, pledged_on=tomorrow) == []


@given(
    accepted=st.dictionaries(st.integers(1, 3), days, max_size=3),
    latest=st.builds(Guidelines, st.integers(1, 3), days),
    in_meeting=st.booleans(),
    on=days,
)
def test_nobody_is_ever_let_in_without_a_yes_and_a_pledge(accepted, latest, in_meeting, on):
    def asked(pledged_on, accepted=accepted):
        return hinders(
            accepted=accepted, latest=latest, pledged_on=pledged_on, in_meeting=in_meeting, on=on
        )

    assert Reason.PLEDGE_NOT_SIGNED in asked(None)
    if not asked(on):
        assert any(day <= on for day in accepted.values())
    assert asked(on, {**accepted, latest.version: on}) == []


@given(accepted=st.dictionaries(st.integers(1, 3), days, max_size=3), on=days)
def test_a_meeting_only_ever_lifts_the_end_of_grace(accepted, on):
    def asked(in_meeting):
        return hinders(
            accepted=accepted, latest=LATEST, pledged_on=None, in_meeting=in_meeting, on=on
        )

    assert set(asked(False)) - set(asked(True)) <= {Reason.NEW_GUIDELINES_NOT_ACCEPTED}
    assert set(asked(True)) <= set(asked(False))
