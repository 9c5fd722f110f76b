"""The road of an evaluation as one table. Nothing is stored: steps are derived from facts.

Real projects do not walk in line, so several steps may be NOW at once. What is missing is a
sentence; only hard stops stop. No framework here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from brukerstemmen.evaluations.needs import HARD, Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.reports.states import ReportState


class Mark(StrEnum):
    DONE = "done"
    ELSEWHERE = "elsewhere"  # taken outside this software
    NOW = "now"
    TO_COME = "to_come"


BEHIND = frozenset({Mark.DONE, Mark.ELSEWHERE})
ANCHORS = 5
IN_THE_MAKING = frozenset({ReportState.DRAFT, ReportState.TEAM_APPROVED, ReportState.APPROVED})
OUT = frozenset({ReportState.OUT_FOR_COMMENTS, ReportState.DELIVERED, ReportState.PUBLISHED})


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
    findings: int = 0
    findings_lacking: int = 0  # of those, without enough to rest on, or nobody looked for others
    findings_unasked: int = 0  # without a question for the dialogue
    findings_affected: int = 0  # something they rest on was taken away
    process: ReportState | None = None  # None: not begun
    final: ReportState | None = None
    sections_left: int = 0  # of the report in the making, that the centre writes itself
    quotes: int = 0  # on their way into print, or there
    quotes_waiting: int = 0  # of those, not read by two
    is_tested: bool = False  # lately, whether anybody can be recognised
    dialogues: int = 0
    dialogues_held: int = 0  # and without minutes
    dialogues_out: int = 0  # their minutes wait for a yes
    dialogues_approved: int = 0  # by both sides
    is_balanced: bool = True  # the dialogue that is planned
    users_told: bool = True  # who will be there
    both_prepared: bool = True
    proposals_waiting: int = 0  # agreed on, and not given to the service yet
    matters: int = 0  # put to the service
    matters_answered: int = 0
    is_asked: bool = False  # to answer by a day
    comments_waiting: int = 0  # from the service on facts, that the centre has not replied to
    rounds: int = 0  # in which users are asked whether they notice a difference, or will be
    rounds_due: int = 0  # of those, whose day has come and that nobody has begun
    rounds_open: int = 0
    rounds_to_tell: int = 0  # nobody answers any more, and nobody is told what they said
    rounds_told: int = 0
    replies_unread: int = 0  # in those rounds, that nobody has read and masked
    wanting: int = 0  # people who wanted to hear, neither told nor tried, since telling has begun
    closes_now: bool = False  # the day it was to be closed has come
    is_closed: bool = False
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


def _themes(f: Facts) -> Reached:
    """Everything sorted, and what it amounts to written as findings that can go on."""
    finished = max(0, f.findings - f.findings_lacking)
    return Reached(f.sorted + finished, f.statements + max(1, f.findings), begun=f.ready > 0)


def _report(f: Facts) -> Reached:
    out = f.process in OUT or f.final in OUT
    return Reached(int(out), 1, begun=f.process is not None)


def _dialogue(f: Facts) -> Reached:
    return Reached(f.dialogues_approved, max(1, f.dialogues), begun=f.dialogues > 0)


def _follow_up(f: Facts) -> Reached:
    """It ends with closing, and with nothing less."""
    return Reached(int(f.is_closed), 1, begun=f.rounds > 0)


ROAD: dict[Step, Callable[[Facts], Reached]] = {
    Step.AGREEMENT: lambda f: Reached(int(f.is_agreed), 1, begun=True),
    Step.PREPARING: _preparing,
    Step.INVITING: lambda f: Reached(f.people, f.people_wanted),
    Step.MEETINGS: lambda f: Reached(f.meetings_masked, f.meetings, begun=f.meetings_held > 0),
    Step.THEMES: _themes,
    Step.REPORT: _report,
    Step.DIALOGUE: _dialogue,
    Step.FOLLOW_UP: _follow_up,
}


def steps(facts: Facts) -> list[tuple[Step, Mark]]:
    """The picture of the road.

    A step is DONE when all of it is there, ELSEWHERE when it was taken outside; a hard stop in
    it hinders both. It is NOW when something of it is there or the step before it lies behind,
    else TO_COME. Behind one that is closed lies all of it: what it was counted by is destroyed.

    >>> [mark.value for _step, mark in steps(Facts(is_agreed=True, people=5))][:4]
    ['done', 'now', 'now', 'to_come']
    """
    if facts.is_closed:
        there = facts.elsewhere
        return [(step, Mark.ELSEWHERE if step in there else Mark.DONE) for step in ROAD]
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


def missing(facts: Facts) -> list[Missing]:
    """Everything that is not in place, hard stops first. Nothing where it is closed.

    A hard stop is never passed, neither with a sentence nor by saying that its step was taken
    elsewhere: the words are here, so here they must be masked.

    >>> missing(Facts(statements=1, passed=frozenset(Need), elsewhere=frozenset(Step)))
    [Missing(need=<Need.MASKING: 'masking'>, step=<Step.MEETINGS: 'meetings'>, hard=True, due=True)]
    """
    if facts.is_closed:
        return []
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
    Need.FINDINGS: (Step.THEMES, lambda f: 0 < f.ready <= f.sorted and not f.findings),
    Need.EVIDENCE: (Step.THEMES, lambda f: f.findings_lacking > 0),
    Need.AFFECTED: (Step.THEMES, lambda f: f.findings_affected > 0),
    Need.QUESTIONS: (Step.THEMES, lambda f: f.findings_unasked > 0),
    Need.QUOTES: (Step.REPORT, lambda f: f.process in IN_THE_MAKING and f.quotes_waiting > 0),
    Need.RECOGNITION: (Step.REPORT, lambda f: f.process in IN_THE_MAKING and not f.is_tested),
    Need.APPROVALS: (Step.REPORT, lambda f: f.process is ReportState.DRAFT),
    Need.BALANCE: (Step.DIALOGUE, lambda f: not f.is_balanced),
    Need.TOLD: (Step.DIALOGUE, lambda f: not f.users_told),
    Need.PREPARATION: (Step.DIALOGUE, lambda f: not f.both_prepared),
    Need.MINUTES: (Step.DIALOGUE, lambda f: f.dialogues_held + f.dialogues_out > 0),
    Need.HANDING_OVER: (Step.FOLLOW_UP, lambda f: f.proposals_waiting > 0),
    Need.ANSWERS: (Step.FOLLOW_UP, lambda f: f.is_asked and f.matters_answered < f.matters),
    Need.FINAL_RECOGNITION: (
        Step.FOLLOW_UP,
        lambda f: f.final in IN_THE_MAKING and not f.is_tested,
    ),
    Need.FINAL_APPROVALS: (Step.FOLLOW_UP, lambda f: f.final is ReportState.DRAFT),
    Need.ROUNDS: (Step.FOLLOW_UP, lambda f: f.final in OUT and not f.rounds),
    Need.ASKING_USERS: (Step.FOLLOW_UP, lambda f: f.rounds_due > 0),
    Need.READING_REPLIES: (Step.FOLLOW_UP, lambda f: f.replies_unread > 0),
    Need.TELLING: (Step.FOLLOW_UP, lambda f: f.rounds_to_tell > 0),
    Need.FEEDBACK: (Step.FOLLOW_UP, lambda f: f.wanting > 0),
}
