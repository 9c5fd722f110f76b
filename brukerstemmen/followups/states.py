"""How far a follow-up and a telling have come, and what may be told of a round. No framework."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from brukerstemmen.measures.felt import FEWEST, Felt, Verdict, must_reopen, verdict
from brukerstemmen.measures.states import Status, may_be_reopened


class RoundState(StrEnum):
    """Derived from days; nothing else is stored."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"  # nobody answers any more; it is read and summed up
    TOLD = "told"  # to the service and those who took part


def round_state(
    *, opened_on: date | None, closed_on: date | None, told_on: date | None
) -> RoundState:
    """Where a follow-up is.

    >>> round_state(opened_on=date(2025, 8, 1), closed_on=None, told_on=None)
    <RoundState.OPEN: 'open'>
    """
    if told_on is not None:
        return RoundState.TOLD
    if closed_on is not None:
        return RoundState.CLOSED
    return RoundState.PLANNED if opened_on is None else RoundState.OPEN


def told_number(replies: int, *, fewest: int = FEWEST) -> int | None:
    """How many answered, as it may be told; None where they are too few.

    fewest: the smallest group the centre shows, which never is smaller than six.

    >>> told_number(11), told_number(5), told_number(7, fewest=10)
    (11, None, None)
    """
    return replies if replies >= max(fewest, FEWEST) else None


@dataclass(frozen=True)
class Summed:
    """What people answer about one measure. Those who took part, and those who use the service
    now, are kept apart; the verdict is of all of them."""

    participants: tuple[Felt, ...] = ()
    new_users: tuple[Felt, ...] = ()

    @property
    def all(self) -> tuple[Felt, ...]:
        return self.participants + self.new_users

    @property
    def verdict(self) -> Verdict:
        return verdict(self.all)


def takes_up_again(answers: Collection[Felt], *, line: int, claimed: Status, now: Status) -> bool:
    """Whether telling a round takes a measure up again.

    line: the agreed share in per cent. claimed: what the service said when people were asked.
    It must have been done then and be so still: what nobody was asked about is not taken up.

    >>> same = [Felt.SAME] * 6
    >>> takes_up_again(same, line=50, claimed=Status.DONE, now=Status.DONE)
    True
    >>> takes_up_again(same, line=50, claimed=Status.IN_PROGRESS, now=Status.DONE)
    False
    """
    return claimed is Status.DONE and may_be_reopened(now) and must_reopen(answers, line=line)


class Way(StrEnum):
    """How feedback reaches somebody. All are equally good."""

    CODE = "code"  # a page behind their own code
    TEXT = "text"  # a short text that there is something to read
    POST = "post"  # printed, in a letter
    PHONE = "phone"  # somebody calls
    ROOM = "room"  # handed over when we meet


class Reached(StrEnum):
    """How far feedback to one person has come. Never sent twice."""

    NOT_YET = "not_yet"
    WAITING = "waiting"  # a text waits to be sent
    SENDING = "sending"  # begun and not finished: nobody knows whether it arrived
    TOLD = "told"
    FAILED = "failed"
    NOT_REACHED = "not_reached"  # tried, with a reason


@dataclass(frozen=True)
class Wanting:
    """Those who said yes to being contacted again: how many there are, how many are told.

    not_reached: tried, and written down why. None of them counts twice.
    """

    wanted: int
    told: int
    not_reached: int = 0

    @property
    def waiting(self) -> int:
        return max(0, self.wanted - self.told - self.not_reached)


def everybody_is_told(wanting: Collection[Wanting]) -> bool:
    """Whether nobody who wanted to hear is left without having heard, or having been tried."""
    return all(not one.waiting for one in wanting)
