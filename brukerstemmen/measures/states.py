"""How a service may answer, how far a measure has come, and what needs a reason. No framework.

A measure: proposed → accepted, needs_decision, deferred or rejected; an accepted one is planned →
in_progress → done, partly or not_done. Nothing that was said is unsaid: each step is kept.
"""

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


# Agreed on: somebody in the service has said that it will be done.
AGREED = frozenset(
    {Status.PLANNED, Status.IN_PROGRESS, Status.DONE, Status.PARTLY, Status.NOT_DONE}
)
_OPEN = frozenset({Status.PROPOSED, Status.NEEDS_DECISION, Status.DEFERRED, Status.REJECTED})
# A "no" and a "not done" are things people are told, with the reason.
_WITH_REASON = frozenset({Status.DEFERRED, Status.REJECTED, Status.NOT_DONE, Status.NEEDS_DECISION})


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
    if now in _OPEN:
        return then in _OPEN or then in {Status.PLANNED, Status.IN_PROGRESS}
    return then in AGREED or then in {Status.DEFERRED, Status.REJECTED}
