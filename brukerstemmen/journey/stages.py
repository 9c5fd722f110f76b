"""The road of an evaluation as one table. Nothing is stored: steps are derived from facts.

Real projects do not walk in line, so several steps may be NOW at once. What is missing is a
sentence; only hard stops stop. No framework here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from brukerstemmen.evaluations.needs import HARD, Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.voices.states import MeetingState


class Mark(StrEnum):
    DONE = "done"
    ELSEWHERE = "elsewhere"  # taken outside this software
    NOW = "now"
    TO_COME = "to_come"


BEHIND = frozenset({Mark.DONE, Mark.ELSEWHERE})
ANCHORS = 5


@dataclass(frozen=True)
class Facts:
    """What has happened, counted in people, meetings and statements. No count is negative."""

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
    meetings_held: int = 0  # opened for writing, or further
    meetings_read_aloud: int = 0
    meetings_masked: int = 0
    statements: int = 0
    ready: int = 0  # masked and read by a person
    sorted: int = 0  # ready, and under at least one theme
    quotable: int = 0  # their speakers have said yes to them as they stand
    to_give_back: int = 0  # ready in a masked meeting, and not yet offered to their speakers
    offered: int = 0  # people whose words have been offered to them
    answered: int = 0  # of those
    days_left: int | None = None  # until the deadline; below 0 it has passed, None without a round
    replies: int = 0  # on slips, that nobody has answered
    elsewhere: frozenset[Step] = frozenset()  # steps taken outside this software
    passed: frozenset[Need] = frozenset()  # needs passed with one sentence why


@dataclass(frozen=True)
class Missing:
    """hard: cannot be passed. due: its step has begun, so it is time for it."""

    need: Need
    step: Step
    hard: bool = False
    due: bool = True


@dataclass(frozen=True)
class Reached:
    """How many there are, of how many. begun: something happens here, though none is finished."""

    there: int
    wanted: int
    begun: bool = False


def _preparing(f: Facts) -> Reached:
    in_place = sum((f.guide_locked, f.interviewers >= 2, f.anchors >= ANCHORS))
    return Reached(in_place, 3, begun=f.anchors > 0)


# Later steps come with their own rooms: until then nothing can be done in them.
ROAD: dict[Step, Callable[[Facts], Reached]] = {
    Step.AGREEMENT: lambda f: Reached(int(f.is_agreed), 1, begun=True),
    Step.PREPARING: _preparing,
    Step.INVITING: lambda f: Reached(f.people, f.people_wanted),
    Step.MEETINGS: lambda f: Reached(f.meetings_masked, f.meetings, begun=f.meetings_held > 0),
    Step.THEMES: lambda f: Reached(f.sorted, f.statements, begun=f.ready > 0),
    Step.REPORT: lambda f: Reached(0, 1),
    Step.DIALOGUE: lambda f: Reached(0, 1),
    Step.FOLLOW_UP: lambda f: Reached(0, 1),
}


def steps(facts: Facts) -> list[tuple[Step, Mark]]:
    """The picture of the road.

    A step is DONE when all of it is there, ELSEWHERE when it was taken outside; a hard stop in
    it hinders both. It is NOW when something of it is there or the step before it lies behind,
    else TO_COME.

    >>> [mark.value for _step, mark in steps(Facts(is_agreed=True, people=5))][:4]
    ['done', 'now', 'now', 'to_come']
    """
    stopped = {step for need, (step, lacking) in NEEDS.items() if need in HARD and lacking(facts)}
    road: list[tuple[Step, Mark]] = []
    for step, reached in ROAD.items():
        here = reached(facts)
        after_one_behind = bool(road) and road[-1][1] in BEHIND
        if 0 < here.wanted <= here.there and step not in stopped:
            mark = Mark.DONE
        elif step in facts.elsewhere and step not in stopped:
            mark = Mark.ELSEWHERE
        elif here.there > 0 or here.begun or after_one_behind or step in facts.elsewhere:
            mark = Mark.NOW
        else:
            mark = Mark.TO_COME
        road.append((step, mark))
    return road


def here(facts: Facts) -> Step:
    """Where "You are here" stands: the last step something is happening in."""
    now = [step for step, mark in steps(facts) if mark is Mark.NOW]
    return now[-1] if now else Step.FOLLOW_UP


def missing(facts: Facts) -> list[Missing]:
    """Everything that is not in place, hard stops first.

    A hard stop is never passed, neither with a sentence nor by saying that its step was taken
    elsewhere: the words are here, so here they must be masked.

    >>> missing(Facts(statements=1, passed=frozenset(Need), elsewhere=frozenset(Step)))
    [Missing(need=<Need.MASKING: 'masking'>, step=<Step.MEETINGS: 'meetings'>, hard=True, due=True)]
    """
    marks = dict(steps(facts))
    lacks = [
        Missing(need, step, hard=need in HARD, due=marks[step] is not Mark.TO_COME)
        for need, (step, lacking) in NEEDS.items()
        if lacking(facts)
    ]
    left = [
        lack
        for lack in lacks
        if lack.hard or (lack.need not in facts.passed and lack.step not in facts.elsewhere)
    ]
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
    Need.GIVING_BACK: (Step.MEETINGS, lambda f: f.to_give_back > 0),
    Need.SORTING: (Step.THEMES, lambda f: f.ready > 0 and f.sorted < f.ready),
}


class Act(StrEnum):
    """The next thing to do. The pages give these their sentences."""

    WRITE = "write"
    READ_ALOUD = "read_aloud"
    MASK = "mask"
    NEW_WORDS = "new_words"
    OPEN = "open"
    SORT = "sort"
    GIVE_BACK = "give_back"
    PREPARE_MEETING = "prepare_meeting"
    DRAFT = "draft"
    AGREE = "agree"
    MAKE_GUIDE = "make_guide"
    PLAN_MEETING = "plan_meeting"


STEP_OF: dict[Act, Step] = {
    Act.WRITE: Step.MEETINGS,
    Act.READ_ALOUD: Step.MEETINGS,
    Act.MASK: Step.MEETINGS,
    Act.NEW_WORDS: Step.MEETINGS,
    Act.OPEN: Step.MEETINGS,
    Act.SORT: Step.THEMES,
    Act.GIVE_BACK: Step.MEETINGS,
    Act.PREPARE_MEETING: Step.MEETINGS,
    Act.DRAFT: Step.REPORT,
    Act.AGREE: Step.AGREEMENT,
    Act.MAKE_GUIDE: Step.PREPARING,
    Act.PLAN_MEETING: Step.MEETINGS,
}


@dataclass(frozen=True)
class MeetingFacts:
    """is_due: planned for today or a day that has passed. waiting: statements to be read."""

    number: int
    state: MeetingState
    is_due: bool = False
    waiting: int = 0


_IN_A_MEETING: tuple[tuple[Act, Callable[[MeetingFacts], bool]], ...] = (
    (Act.WRITE, lambda m: m.state is MeetingState.HELD),
    (Act.READ_ALOUD, lambda m: m.state is MeetingState.WRITTEN),
    (Act.MASK, lambda m: m.state is MeetingState.READ_ALOUD),
    (Act.NEW_WORDS, lambda m: m.state is MeetingState.MASKED and m.waiting > 0),
    (Act.OPEN, lambda m: m.state is MeetingState.PLANNED and m.is_due),
)


def next_act(facts: Facts, meetings: Sequence[MeetingFacts]) -> tuple[Act, int | None]:
    """The next thing to do, with the number of the meeting it is in, or None.

    What is begun comes before what is new: words that wait in a meeting first, then sorting and
    giving back, then meetings to come, then the draft; at the very start what prepares the first
    meeting.
    Whatever it says, nothing else is closed.

    >>> next_act(Facts(meetings=1), [MeetingFacts(1, MeetingState.HELD)])
    (<Act.WRITE: 'write'>, 1)
    """
    for act, is_it in _IN_A_MEETING:
        if numbers := [meeting.number for meeting in meetings if is_it(meeting)]:
            return act, min(numbers)
    if facts.sorted < facts.ready:
        return Act.SORT, None
    if facts.to_give_back and Need.GIVING_BACK not in facts.passed:
        return Act.GIVE_BACK, None
    if to_come := [m.number for m in meetings if m.state is MeetingState.PLANNED]:
        return Act.PREPARE_MEETING, min(to_come)
    if facts.ready:
        return Act.DRAFT, None
    lacks = {lack.need for lack in missing(facts)}
    if Need.AGREEMENT in lacks:
        return Act.AGREE, None
    return (Act.MAKE_GUIDE if Need.GUIDE in lacks else Act.PLAN_MEETING), None
