"""Retention: how long things are kept, as days. Deleting is a task with a date.

Every date here is *the last day* something may be there or may hold; the day after, it must be
gone. Days are calendar days in the centre's own time zone.
"""

from collections.abc import Iterable
from datetime import date, timedelta

IMPORT_PREVIEW_DAYS = 1  # Notes waiting for a yes: somebody may be called away until tomorrow.
AUDIO_DAYS = 30  # A voice identifies; the promise to participants is thirty days at most.
REPLY_DAYS = 60  # A reply on a slip that led to nothing: until the meetings are surely over.
# Bokføringsloven § 13, second paragraph: five years after the end of the accounting year, here
# the calendar year (as the law stood in November 2026).
PAYMENT_YEARS = 5
# Masked words of somebody whose consent named no day: not for ever, whatever was forgotten.
MASKED_DAYS_UNNAMED = 365
# What a reader of the public site said without a name, as its page about privacy promises.
FEEDBACK_DAYS = 365
FEEDBACK_SET_ASIDE_DAYS = 30  # So that a mistake can be undone.
GUIDELINES_GRACE_DAYS = 14  # To read and accept a new version of the ethical guidelines.


def over(last_day: date, *, on: date) -> bool:
    """Whether the last day has passed: what was kept until then must be gone today.

    >>> over(date(2026, 3, 1), on=date(2026, 3, 1)), over(date(2026, 3, 1), on=date(2026, 3, 2))
    (False, True)
    """
    return on > last_day


def import_preview_until(made_on: date) -> date:
    """The last day an unsaved import of notes may wait: the day after it was made."""
    return made_on + timedelta(days=IMPORT_PREVIEW_DAYS)


def reply_until(came_on: date) -> date:
    """The last day a reply on a slip may be there, for somebody who did not take part."""
    return came_on + timedelta(days=REPLY_DAYS)


def feedback_until(said_on: date, *, set_aside_on: date | None = None) -> date:
    """The last day what a reader said may be there, as long as it is not shown to everybody.

    set_aside_on: the day an editor had no use for it; None as long as nobody has said so.

    >>> feedback_until(date(2026, 3, 1))
    datetime.date(2027, 3, 1)
    >>> feedback_until(date(2026, 3, 1), set_aside_on=date(2026, 3, 8))
    datetime.date(2026, 4, 7)
    """
    longest = said_on + timedelta(days=FEEDBACK_DAYS)
    if set_aside_on is None:
        return longest
    return min(longest, set_aside_on + timedelta(days=FEEDBACK_SET_ASIDE_DAYS))


def payment_until(earned_on: date, *, paid_out_on: date | None = None) -> date:
    """The last day a payment to somebody who took part must and may be there.

    paid_out_on: the day it was handed to payroll; None as long as it waits. Its year is the
    accounting year if it is the later one.

    >>> payment_until(date(2026, 12, 18), paid_out_on=date(2027, 1, 11))
    datetime.date(2032, 12, 31)
    """
    year = max(earned_on, paid_out_on or earned_on).year
    return date(year + PAYMENT_YEARS, 12, 31)


def audio_until(recorded_on: date, *, validated_on: date | None = None) -> date:
    """The last day a recording may be there: 30 days, or the day the notes are validated.

    validated_on: None as long as the speakers have not said yes to the notes.
    Raises ValueError if the notes are validated before there was a recording.

    >>> audio_until(date(2026, 3, 1))
    datetime.date(2026, 3, 31)
    >>> audio_until(date(2026, 3, 1), validated_on=date(2026, 3, 8))
    datetime.date(2026, 3, 8)
    """
    if validated_on is not None and validated_on < recorded_on:
        raise ValueError("notes are validated after the recording, not before")
    longest = recorded_on + timedelta(days=AUDIO_DAYS)
    return longest if validated_on is None else min(longest, validated_on)


def guidelines_grace_until(adopted_on: date) -> date:
    """The last day an earlier yes to the guidelines holds after a new version is adopted."""
    return adopted_on + timedelta(days=GUIDELINES_GRACE_DAYS)


def masked_key_until(named_in_consent: date, *, withdrawn_on: date | None = None) -> date:
    """The last day the key to a participant's masked words may be there.

    named_in_consent: the date the participant agreed to; nothing but withdrawal changes it.
    withdrawn_on: the key is destroyed on that same day, never later than agreed.
    """
    return named_in_consent if withdrawn_on is None else min(named_in_consent, withdrawn_on)


def raw_key_until(closed_on: date, *, withdrawn_on: date | None = None) -> date:
    """The last day the key to a participant's raw words may be there: closing, or withdrawal.

    closed_on: the day the evaluation is closed; codes and the link to the person go with it.
    """
    return closed_on if withdrawn_on is None else min(closed_on, withdrawn_on)


def masked_words_until(named: date | None, *, closed_on: date | None) -> date | None:
    """The last day masked words may be there; None as long as nobody can say.

    named: the day in the consent, which counts whether the evaluation is closed or not. Where
    none was named it is a year after closing.

    >>> masked_words_until(None, closed_on=date(2026, 3, 1))
    datetime.date(2027, 3, 1)
    """
    if named is not None or closed_on is None:
        return named
    return closed_on + timedelta(days=MASKED_DAYS_UNNAMED)


def goes_on(last_day: date) -> date:
    """The day on which what was kept until then must be gone."""
    return last_day + timedelta(days=1)


def papers_until(words: Iterable[date | None], *, closed_on: date | None) -> date | None:
    """The last day the team's working papers may be there: as long as the last masked words.

    words: the last day of each participant's. None as long as the evaluation is not closed, or
    words of somebody have no day.
    """
    days = list(words)
    if closed_on is None or None in days:
        return None
    return max([closed_on, *(day for day in days if day is not None)])
