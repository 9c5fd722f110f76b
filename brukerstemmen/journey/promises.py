"""What was promised and is not kept yet: who it waits for, and for how many days. No framework.

A promise is late from the day after its last day. Nobody is ranked: the list is read from the one
that has waited longest, so that it is not forgotten.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Waits(StrEnum):
    """For whom something waits."""

    US = "us"  # the team
    SERVICE = "service"
    USERS = "users"  # those who took part, and those who use the service now


class Promise(StrEnum):
    """What was promised. The pages give these their sentences."""

    GIVE_BACK = "give_back"
    REPLY = "reply"
    COMMENT = "comment"
    DIALOGUE = "dialogue"
    MINUTES = "minutes"
    HAND_OVER = "hand_over"
    ASK = "ask"
    BEGIN_ROUND = "begin_round"
    READ_ROUND = "read_round"
    TELL_ROUND = "tell_round"
    FEEDBACK = "feedback"
    CLOSE = "close"
    ANSWER = "answer"
    CLARIFY = "clarify"
    SAY = "say"
    DECIDE = "decide"
    DO = "do"
    REOPENED = "reopened"
    OWN_WORDS = "own_words"
    FELT = "felt"


WAITS_FOR: dict[Promise, Waits] = {
    Promise.GIVE_BACK: Waits.US,
    Promise.REPLY: Waits.US,
    Promise.COMMENT: Waits.US,
    Promise.DIALOGUE: Waits.US,
    Promise.MINUTES: Waits.US,
    Promise.HAND_OVER: Waits.US,
    Promise.ASK: Waits.US,
    Promise.BEGIN_ROUND: Waits.US,
    Promise.READ_ROUND: Waits.US,
    Promise.TELL_ROUND: Waits.US,
    Promise.FEEDBACK: Waits.US,
    Promise.CLOSE: Waits.US,
    Promise.ANSWER: Waits.SERVICE,
    Promise.CLARIFY: Waits.SERVICE,
    Promise.SAY: Waits.SERVICE,
    Promise.DECIDE: Waits.SERVICE,
    Promise.DO: Waits.SERVICE,
    Promise.REOPENED: Waits.SERVICE,
    Promise.OWN_WORDS: Waits.USERS,
    Promise.FELT: Waits.USERS,
}


@dataclass(frozen=True)
class Promised:
    """One promise that is not kept yet.

    number: how many of them, such as five findings, or which one, such as measure 11. about: its
    own words where it has some that are released. owner: a function, never a name. since: from
    when it has waited; None where no day is known. due: its last day, if it has one. row: the
    measure, where it is about one.
    """

    promise: Promise
    number: int = 1
    about: str = ""
    owner: str = ""
    since: date | None = None
    due: date | None = None
    row: uuid.UUID | None = None

    @property
    def waits_for(self) -> Waits:
        return WAITS_FOR[self.promise]

    def late(self, today: date) -> int:
        """Days since its last day; 0 as long as it is not late.

        >>> Promised(Promise.DO, due=date(2025, 4, 1)).late(date(2025, 4, 11))
        10
        """
        return max(0, (today - self.due).days) if self.due else 0

    def waited(self, today: date) -> int | None:
        """Days since it began to wait; None where no day is known."""
        return max(0, (today - self.since).days) if self.since else None

    def age(self, today: date) -> int:
        """What it is sorted by: days late, else days waited. What has no day is as new."""
        return self.late(today) or self.waited(today) or 0


def in_order(promises: Iterable[Promised], *, today: date) -> list[Promised]:
    """What is late first, the oldest at the top; then what waits, likewise.

    >>> waits, late = Promised(Promise.REPLY), Promised(Promise.DO, due=date(2025, 4, 1))
    >>> [one.promise.value for one in in_order([waits, late], today=date(2025, 5, 1))]
    ['do', 'reply']
    """
    return sorted(promises, key=lambda one: (not one.late(today), -one.age(today)))
