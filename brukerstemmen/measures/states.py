"""How a service may answer, how far a measure has come, and what needs a reason. No framework.

A measure: proposed → accepted, needs_decision, deferred or rejected; an accepted one is planned →
in_progress → done, partly or not_done; one that is done and not felt is reopened. Nothing that was
said is unsaid: each step is kept.
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum


class Says(StrEnum):
    """What a service says to a matter that is put to it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    ALREADY_DONE = "already_done"
    TO_BE_CLARIFIED = "to_be_clarified"  # by whom, and by when


class Status(StrEnum):
    PROPOSED = "proposed"
    NEEDS_DECISION = "needs_decision"
    DEFERRED = "deferred"
    REJECTED = "rejected"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    # Said to be done, and users do not feel it: by what they answer in a follow-up, never by hand.
    REOPENED = "reopened"


class Lack(StrEnum):
    """What a measure does not tell yet. Shown as missing until it is there."""

    OWNER = "owner"
    DEADLINE = "deadline"
    NOTICE = "notice"  # how a user will notice


# Agreed on: somebody in the service has said that it will be done.
AGREED = frozenset(
    {
        Status.PLANNED,
        Status.IN_PROGRESS,
        Status.DONE,
        Status.PARTLY,
        Status.NOT_DONE,
        Status.REOPENED,
    }
)
_OPEN = frozenset({Status.PROPOSED, Status.NEEDS_DECISION, Status.DEFERRED, Status.REJECTED})
# A "no" and a "not done" are things people are told, with the reason.
_WITH_REASON = frozenset(
    {
        Status.DEFERRED,
        Status.REJECTED,
        Status.NOT_DONE,
        Status.NEEDS_DECISION,
        Status.REOPENED,
    }
)


def answer_needs_reason(says: Says) -> bool:
    """A plain yes may stand alone; everything else is explained to those who spoke.

    >>> [says.value for says in Says if not answer_needs_reason(says)]
    ['yes']
    """
    return says is not Says.YES


def step_needs_reason(status: Status) -> bool:
    """A step that people would ask about: no, not now, not done, or not ours to decide."""
    return status in _WITH_REASON


def may_become(now: Status, then: Status) -> bool:
    """Whether a measure may go from one status to the other.

    What is agreed on is never a proposal again; what was turned down may be taken up.

    >>> may_become(Status.REJECTED, Status.PLANNED), may_become(Status.DONE, Status.PROPOSED)
    (True, False)
    """
    if then is now or then is Status.PROPOSED:
        return False
    if then is Status.REOPENED:
        return False  # see `may_be_reopened`
    if now in _OPEN:
        return then in _OPEN or then in {Status.PLANNED, Status.IN_PROGRESS}
    return then in AGREED or then in {Status.DEFERRED, Status.REJECTED}


def may_be_reopened(now: Status) -> bool:
    """Whether what users answer can take a measure up again: it is said to be done."""
    return now is Status.DONE


def may_begin_as(status: Status) -> bool:
    """Whether a new measure may come in with this status: whatever a proposal may become.

    >>> [status.value for status in Status if not may_begin_as(status)]
    ['done', 'partly', 'not_done', 'reopened']
    """
    return status is Status.PROPOSED or may_become(Status.PROPOSED, status)


def lacks(owner: str, deadline: date | None, notice: str) -> list[Lack]:
    """What a measure must tell before the service takes it on.

    >>> [lack.value for lack in lacks("", None, "Nobody says the name aloud")]
    ['owner', 'deadline']
    """
    there = {Lack.OWNER: owner.strip(), Lack.DEADLINE: deadline, Lack.NOTICE: notice.strip()}
    return [lack for lack, told in there.items() if not told]


def must_tell_all(now: Status | None, then: Status) -> bool:
    """Whether this is the step at which the service takes a measure on: it needs to be whole.

    now: None for a measure that is new.
    """
    return then in {Status.PLANNED, Status.IN_PROGRESS} and now not in AGREED


def names_somebody(function: str, names: Iterable[str]) -> bool:
    """Whether what should be a function is a person: an address, or somebody's whole name.

    >>> names_somebody("Leader, Eli Moen", ["Eli Moen"]), names_somebody("Leader", ["Eli Moen"])
    (True, False)
    """
    said = set(_words(function))
    return "@" in function or any(words and set(words) <= said for words in map(_words, names))


def _words(text: str) -> list[str]:
    # Letter by letter as written: the name Dag is not the word for a day.
    return re.findall(r"\w+", text)
