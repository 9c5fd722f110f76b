"""Whether users feel a change: what each says, and what may be said of them together. No framework.

A service says that a measure is done; only users say that it is felt. A verdict needs at least
six who answered, and most of them. There is no score: nobody is ranked by what is felt.
"""

import calendar
from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

FEWEST = 6  # answers; the same floor as for every number of people
DEFAULT_MONTHS = (3, 6, 12)
DEFAULT_LINE = 50  # per cent of those who answered
LATEST_MONTH = 60


class Felt(StrEnum):
    """What one person says of one measure. No answer: it does not concern them, or they cannot
    tell; that is never counted."""

    WORSE = "worse"
    SAME = "same"  # no difference
    SLIPPED = "slipped"  # it was better for a while
    HALF = "half"
    NOTICED = "noticed"


class Verdict(StrEnum):
    """What those who answered say together."""

    TOO_FEW = "too_few"
    WORSE = "worse"
    NOT_FELT = "not_felt"
    HALFWAY = "halfway"
    FELT = "felt"


def verdict(answers: Collection[Felt]) -> Verdict:
    """What may be said of all of them. Each answer is one person.

    >>> verdict([Felt.NOTICED] * 5), verdict([Felt.NOTICED] * 4 + [Felt.SAME] * 2)
    (<Verdict.TOO_FEW: 'too_few'>, <Verdict.FELT: 'felt'>)
    """
    if len(answers) < FEWEST:
        return Verdict.TOO_FEW
    if _most(answers, {Felt.NOTICED}):
        return Verdict.FELT
    if _most(answers, {Felt.WORSE}):
        return Verdict.WORSE
    return Verdict.HALFWAY if _most(answers, {Felt.NOTICED, Felt.HALF}) else Verdict.NOT_FELT


def _most(answers: Collection[Felt], among: Collection[Felt]) -> bool:
    return 2 * sum(1 for one in answers if one in among) > len(answers)


def must_reopen(answers: Collection[Felt], *, line: int) -> bool:
    """Whether a measure that is said to be done is taken up again.

    line: the agreed share in per cent, 0 to 100, of those who answered, who must have noticed it.

    >>> must_reopen([Felt.NOTICED] * 3 + [Felt.SAME] * 4, line=50)
    True
    >>> must_reopen([Felt.SAME] * 5, line=50)
    False
    """
    noticed = sum(1 for one in answers if one is Felt.NOTICED)
    return len(answers) >= FEWEST and 100 * noticed < line * len(answers)


class Told(Protocol):
    """What users together said of a measure in one round; claimed: what the service said then."""

    @property
    def verdict(self) -> str: ...

    @property
    def claimed(self) -> str: ...


ToldT = TypeVar("ToldT", bound=Told)


def holds_today(rounds: Sequence[ToldT]) -> ToldT | None:
    """What holds today of what users have said. rounds: the newest first.

    A round in which too few answered unsays nothing that was said of the same claim; of another
    claim nothing is known yet.
    """
    if not rounds:
        return None
    newest = rounds[0]
    if newest.verdict != Verdict.TOO_FEW:
        return newest
    enough = (one for one in rounds if one.verdict != Verdict.TOO_FEW)
    before = next(enough, newest)
    return before if before.claimed == newest.claimed else newest


def days_of(begins: date, months: Collection[int]) -> list[date]:
    """The days on which users are to be asked, each so many months after `begins`.

    >>> days_of(date(2025, 8, 31), [6])
    [datetime.date(2026, 2, 28)]
    """
    return [_months_after(begins, number) for number in sorted(set(months))]


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def read_months(told: str) -> list[int]:
    """Months as they are written, "3, 6, 12", in order, each once.

    Raises ValueError for anything that is no whole number from 1 to 60.

    >>> read_months("12, 6"), read_months("")
    ([6, 12], [])
    """
    months = {int(part) for part in told.replace(";", ",").split(",") if part.strip()}
    if any(not 1 <= month <= LATEST_MONTH for month in months):
        raise ValueError("a month is a number from 1 to 60")
    return sorted(months)
