"""The road of an evaluation as one table. Nothing is stored: steps are derived from facts.

Real projects do not walk in line, so several steps may be NOW at once. What is missing is a
sentence; only hard stops stop. No framework here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from brukerstemmen.evaluations.steps import Step


class Mark(StrEnum):
    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"


class Need(StrEnum):
    """What an evaluation may lack. The pages give these their sentences."""

    CLIENT = "client"
    AGREEMENT = "agreement"
    DEGREE = "degree"
    PROMISE = "promise"
    ANCHORING = "anchoring"
    TWO_INTERVIEWERS = "two_interviewers"
    OWN_EXPERIENCE = "own_experience"
    GUIDE = "guide"
    PEOPLE = "people"
    READING_ALOUD = "reading_aloud"
    MASKING = "masking"  # hard
    SORTING = "sorting"


HARD = frozenset({Need.MASKING})
ANCHORS = 5


@dataclass(frozen=True)
class Facts:
    """What has happened, counted in people, meetings and statements."""

    has_client: bool = False
    is_agreed: bool = False
    has_degree: bool = False
    has_promise: bool = False
    anchors: int = 0  # of ANCHORS
    interviewers: int = 0
    with_own_experience: int = 0
    guide_locked: bool = False
    people: int = 0
    people_wanted: int = 15
    meetings: int = 0
    meetings_held: int = 0
    meetings_read_aloud: int = 0
    meetings_masked: int = 0
    statements: int = 0
    ready: int = 0  # masked and read by a person
    sorted: int = 0
    elsewhere: frozenset[Step] = frozenset()  # steps taken outside this software
    passed: frozenset[Need] = frozenset()  # needs passed with one sentence why


@dataclass(frozen=True)
class Missing:
    need: Need
    step: Step
    hard: bool = False  # False: may be passed with one sentence why


def _preparing(f: Facts) -> tuple[int, int]:
    return sum((f.guide_locked, f.interviewers >= 2, f.anchors >= ANCHORS)), 3


# How many there are, of how many, for each step. Later steps come with their own rooms.
ROAD: dict[Step, Callable[[Facts], tuple[int, int]]] = {
    Step.AGREEMENT: lambda f: (int(f.is_agreed), 1),
    Step.PREPARING: _preparing,
    Step.INVITING: lambda f: (f.people, f.people_wanted),
    Step.MEETINGS: lambda f: (f.meetings_masked, f.meetings),
    Step.THEMES: lambda f: (f.sorted, f.statements),
    Step.REPORT: lambda f: (0, 1),
    Step.DIALOGUE: lambda f: (0, 1),
    Step.FOLLOW_UP: lambda f: (0, 1),
}


def steps(facts: Facts) -> list[tuple[Step, Mark]]:
    """The picture of the road.

    A step is DONE when all of it is there or it was taken elsewhere, NOW when something of it
    is there or everything before it is done, else TO_COME.
    """
    road: list[tuple[Step, Mark]] = []
    for step, reached in ROAD.items():
        there, wanted = reached(facts)
        done = step in facts.elsewhere or 0 < wanted <= there
        begun = there > 0 or all(mark is Mark.DONE for _step, mark in road)
        road.append((step, Mark.DONE if done else Mark.NOW if begun else Mark.TO_COME))
    return road


def here(facts: Facts) -> Step:
    """Where "You are here" stands: the last step something is happening in."""
    now = [step for step, mark in steps(facts) if mark is Mark.NOW]
    return now[-1] if now else Step.FOLLOW_UP


def missing(facts: Facts) -> list[Missing]:
    """Everything that is not in place, hard stops first. A hard stop cannot be passed."""
    lacks = [
        Missing(need, step, hard=need in HARD)
        for need, (step, lacking) in NEEDS.items()
        if lacking(facts) and step not in facts.elsewhere
    ]
    left = [lack for lack in lacks if lack.hard or lack.need not in facts.passed]
    return sorted(left, key=lambda lack: not lack.hard)


NEEDS: dict[Need, tuple[Step, Callable[[Facts], bool]]] = {
    Need.CLIENT: (Step.AGREEMENT, lambda f: not f.has_client),
    Need.AGREEMENT: (Step.AGREEMENT, lambda f: not f.is_agreed),
    Need.DEGREE: (Step.AGREEMENT, lambda f: not f.has_degree),
    Need.PROMISE: (Step.AGREEMENT, lambda f: not f.has_promise),
    Need.ANCHORING: (Step.PREPARING, lambda f: f.anchors < ANCHORS),
    Need.TWO_INTERVIEWERS: (Step.PREPARING, lambda f: f.interviewers < 2),
    Need.OWN_EXPERIENCE: (Step.PREPARING, lambda f: f.with_own_experience < 1),
    Need.GUIDE: (Step.PREPARING, lambda f: not f.guide_locked),
    Need.PEOPLE: (Step.INVITING, lambda f: f.people < f.people_wanted),
    Need.READING_ALOUD: (Step.MEETINGS, lambda f: f.meetings_read_aloud < f.meetings_held),
    Need.MASKING: (Step.MEETINGS, lambda f: f.ready < f.statements),
    Need.SORTING: (Step.THEMES, lambda f: 0 < f.ready and f.sorted < f.ready),
}
