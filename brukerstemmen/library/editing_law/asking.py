"""When a co-reader is asked again, and when it has taken too long. Days, no clock."""

from datetime import date, timedelta
from enum import StrEnum

ANSWER_WITHIN = timedelta(days=14)


class Reminder(StrEnum):
    HALFWAY = "halfway"  # to the co-readers
    TOMORROW = "tomorrow"  # to the co-readers
    LATE = "late"  # to the one who asked


_AFTER = {
    Reminder.HALFWAY: timedelta(days=7),
    Reminder.TOMORROW: ANSWER_WITHIN - timedelta(days=1),
    Reminder.LATE: ANSWER_WITHIN + timedelta(days=1),
}


def answer_by(asked_on: date) -> date:
    """The last day to answer.

    >>> answer_by(date(2026, 3, 2))
    datetime.date(2026, 3, 16)
    """
    return asked_on + ANSWER_WITHIN


def due(asked_on: date, today: date) -> list[Reminder]:
    """The reminders whose day has come; each is sent once, whenever it is asked for.

    >>> due(date(2026, 3, 2), date(2026, 3, 8))
    []
    >>> [each.value for each in due(date(2026, 3, 2), date(2026, 3, 17))]
    ['halfway', 'tomorrow', 'late']
    """
    return [reminder for reminder, after in _AFTER.items() if today - asked_on >= after]
