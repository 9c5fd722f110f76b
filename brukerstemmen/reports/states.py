"""How far a report has come, who must have read it, and what a quote must pass. No framework."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

OLDEST_TEST = 30  # days a re-identification test counts


class ReportKind(StrEnum):
    PROCESS = "process"
    FINAL = "final"


class ReportState(StrEnum):
    DRAFT = "draft"
    TEAM_APPROVED = "team_approved"
    OUT_FOR_COMMENTS = "out_for_comments"  # on facts; silence stops nothing
    APPROVED = "approved"
    DELIVERED = "delivered"  # to the service and the participants, in the same moment
    PUBLISHED = "published"


# Somebody outside the team has it. It is changed as a new edition only.
OUT = frozenset({ReportState.OUT_FOR_COMMENTS, ReportState.DELIVERED, ReportState.PUBLISHED})


class Section(StrEnum):
    """What the centre writes itself; the rest is built from what is there."""

    SUMMARY = "summary"
    BACKGROUND = "background"
    AIMS = "aims"
    METHOD = "method"
    DIALOGUE = "dialogue"
    RECOMMENDATIONS = "recommendations"
    FOLLOW_UP = "follow_up"
    EASY = "easy"  # the two pages


# A process report is short: it is read before the dialogue, which is not held yet.
_IN_PROCESS = (
    Section.SUMMARY,
    Section.BACKGROUND,
    Section.AIMS,
    Section.METHOD,
    Section.EASY,
)


def sections_of(kind: ReportKind) -> tuple[Section, ...]:
    """What is written for a report of this kind, in the order it is read.

    >>> Section.FOLLOW_UP in sections_of(ReportKind.PROCESS), len(sections_of(ReportKind.FINAL))
    (False, 8)
    """
    return _IN_PROCESS if kind is ReportKind.PROCESS else tuple(Section)


class Check(StrEnum):
    """What somebody asks of a quote before it may be printed."""

    RARE_EVENT = "rare_event"
    DIALECT = "dialect"
    THIRD_PERSON = "third_person"
    STAFF_NAMED = "staff_named"  # also when praised
    DAY = "day"
    PLACE = "place"
    FAMILY = "family"
    ORDER_OF_EVENTS = "order_of_events"


class Recognised(StrEnum):
    NOBODY = "nobody"  # nobody could be named
    SOMEBODY = "somebody"  # somebody could: the quotes must be changed


@dataclass(frozen=True)
class Reader:
    """Somebody who has said yes. wrote_down: they noted the statement in the meeting."""

    person: Hashable  # an id
    own_experience: bool
    wrote_down: bool = False


def is_cleared(readers: Collection[Reader], checked: Collection[Check]) -> bool:
    """Whether a quote may be printed: two different people have read it, neither of them the one
    who wrote it down, one of them with own experience of being a user, every point asked.

    >>> a, b = Reader(1, own_experience=True), Reader(2, own_experience=False)
    >>> is_cleared([a, b], Check), is_cleared([a], Check), is_cleared([b, Reader(3, False)], Check)
    (True, False, False)
    """
    asked = set(Check) <= set(checked)
    return asked and _two_with_experience([one for one in readers if not one.wrote_down])


def is_approved(readers: Collection[Reader]) -> bool:
    """Whether a report is approved: by two different people, one with own experience."""
    return _two_with_experience(readers)


def _two_with_experience(readers: Collection[Reader]) -> bool:
    different = {one.person for one in readers}
    return len(different) >= 2 and any(one.own_experience for one in readers)


def counts_as_tested(tested_on: date | None, result: Recognised | None, *, on: date) -> bool:
    """Whether the re-identification test lets a report out: nobody was named, and it is fresh."""
    if tested_on is None or result is not Recognised.NOBODY:
        return False
    return 0 <= (on - tested_on).days <= OLDEST_TEST
