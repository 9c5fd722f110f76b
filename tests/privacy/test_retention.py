"""The last day of each thing: there on the day, gone the day after."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy import retention

DAY = date(2026, 2, 20)  # so that the end of February lies within
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("last_day", "expected"),
    [
        (retention.import_preview_until(DAY), date(2026, 2, 21)),
        (retention.audio_until(DAY), date(2026, 3, 22)),
        (retention.audio_until(DAY, validated_on=DAY), DAY),
        (retention.audio_until(DAY, validated_on=date(2026, 3, 22)), date(2026, 3, 22)),
        (retention.audio_until(DAY, validated_on=date(2026, 3, 23)), date(2026, 3, 22)),
        (retention.guidelines_grace_until(DAY), date(2026, 3, 6)),
        (retention.payment_until(DAY), date(2031, 12, 31)),
        (retention.payment_until(DAY, paid_out_on=date(2026, 12, 31)), date(2031, 12, 31)),
        (retention.payment_until(DAY, paid_out_on=date(2027, 1, 1)), date(2032, 12, 31)),
        (retention.masked_key_until(DAY), DAY),
        (retention.masked_key_until(DAY, withdrawn_on=date(2026, 1, 1)), date(2026, 1, 1)),
        (retention.masked_key_until(DAY, withdrawn_on=date(2027, 1, 1)), DAY),
        (retention.raw_key_until(DAY), DAY),
        (retention.raw_key_until(DAY, withdrawn_on=date(2026, 1, 1)), date(2026, 1, 1)),
    ],
)
def test_the_last_day(last_day, expected):
    assert last_day == expected
    assert not retention.over(last_day, on=expected)
    assert retention.over(last_day, on=expected + timedelta(days=1))


@given(recorded=days, waited=st.none() | st.integers(0, 90))
def test_no_recording_is_kept_beyond_thirty_days_or_the_speakers_yes(recorded, waited):
    validated = None if waited is None else recorded + timedelta(days=waited)

    last = retention.audio_until(recorded, validated_on=validated)

    assert recorded <= last <= recorded + timedelta(days=30)
    assert validated is None or last <= validated


def test_notes_validated_before_the_recording_are_a_mistake():
    with pytest.raises(ValueError, match="not before"):
        retention.audio_until(DAY, validated_on=DAY - timedelta(days=1))


@given(agreed=days, withdrawn=st.none() | days)
def test_a_key_never_outlives_consent_or_withdrawal(agreed, withdrawn):
    for last_day_of in (retention.masked_key_until, retention.raw_key_until):
        last = last_day_of(agreed, withdrawn_on=withdrawn)

        assert last <= agreed
        assert withdrawn is None or last <= withdrawn
        assert last in (agreed, withdrawn)
