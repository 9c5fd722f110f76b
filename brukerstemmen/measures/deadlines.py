"""Which letter a measure is due today, from its deadline and who answers for it. No framework.

A promise is remembered before its day, asked for after it, and told to the leader both sides have
agreed on when nothing happens, or at once when nobody is left who answers for it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from brukerstemmen.measures.states import AGREED, Status

DEFAULT_BEFORE = 14  # days
DEFAULT_AFTER = 14
LONGEST = 180  # days before or after a deadline
FINISHED = frozenset({Status.DONE, Status.PARTLY, Status.NOT_DONE})


class Reminder(StrEnum):
    """Why a letter comes. Each comes once for a measure and a deadline."""

    SOON = "soon"
    LATE = "late"
    ESCALATED = "escalated"  # late, and nothing has happened since
    NOBODY = "nobody"  # late, and nobody answers for it


@dataclass(frozen=True)
class Promise:
    """A measure as its deadline sees it. held_since: from when somebody answers for it, None if
    nobody does. taken_up_on: when it was reopened, if it stands so."""

    status: Status
    deadline: date | None
    held_since: date | None = None
    taken_up_on: date | None = None


def is_open(status: Status) -> bool:
    """Whether the service has said yes, and is not finished.

    >>> [status.value for status in Status if is_open(status)]
    ['planned', 'in_progress', 'reopened']
    """
    return status in AGREED and status not in FINISHED


def due_day(promise: Promise) -> date | None:
    """The day the promise is to be kept by. One that is taken up again has the day it was taken
    up, until it gets a new deadline; None for what is not promised.

    >>> due_day(Promise(Status.REOPENED, date(2025, 4, 1), taken_up_on=date(2025, 8, 21)))
    datetime.date(2025, 8, 21)
    """
    if not is_open(promise.status):
        return None
    days = [day for day in (promise.deadline, promise.taken_up_on) if day]
    return max(days, default=None)


def reminder(promise: Promise, today: date, *, before: int, after: int) -> Reminder | None:
    """The letter that is due today, None if none is. before, after: days around the deadline.

    Who has just taken it over is given as many days as the one before.

    >>> forgotten = Promise(Status.PLANNED, date(2025, 4, 1))
    >>> reminder(forgotten, date(2025, 4, 2), before=14, after=14)
    <Reminder.NOBODY: 'nobody'>
    """
    day = due_day(promise)
    if day is None or today < day - timedelta(days=before):
        return None
    if today <= day:
        return Reminder.SOON if day == promise.deadline else None
    if promise.held_since is None:
        return Reminder.NOBODY
    if today > max(day, promise.held_since) + timedelta(days=after):
        return Reminder.ESCALATED
    return Reminder.LATE if day == promise.deadline else None
