"""The next thing to do in an evaluation, and with it where "You are here" stands. No framework.

What is begun comes before what is new. Whatever it says, nothing else is closed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.stages import IN_THE_MAKING, OUT, Facts, missing
from brukerstemmen.reports.states import ReportState
from brukerstemmen.voices.states import MeetingState, reached


class Act(StrEnum):
    """The next thing to do. The pages give these their sentences."""

    WRITE = "write"
    READ_ALOUD = "read_aloud"
    MASK = "mask"
    NEW_WORDS = "new_words"
    SECOND = "second"
    OPEN = "open"
    SORT = "sort"
    GIVE_BACK = "give_back"
    PREPARE_MEETING = "prepare_meeting"
    DRAFT = "draft"
    LOOK_AT_FINDINGS = "look_at_findings"
    FIND = "find"
    MEND_FINDINGS = "mend_findings"
    WRITE_REPORT = "write_report"
    CLEAR_QUOTES = "clear_quotes"
    TEST = "test"
    APPROVE = "approve"
    RELEASE = "release"
    PLAN_DIALOGUE = "plan_dialogue"
    RUN_DIALOGUE = "run_dialogue"
    WRITE_MINUTES = "write_minutes"
    APPROVE_MINUTES = "approve_minutes"
    HAND_OVER = "hand_over"
    ASK = "ask"
    AWAIT_ANSWERS = "await_answers"
    WRITE_FINAL = "write_final"
    CLEAR_MORE_QUOTES = "clear_more_quotes"
    TEST_AGAIN = "test_again"
    APPROVE_FINAL = "approve_final"
    RELEASE_FINAL = "release_final"
    READ_FELT = "read_felt"
    TELL_FELT = "tell_felt"
    ASK_USERS = "ask_users"
    PLAN_ROUNDS = "plan_rounds"
    TELL_BACK = "tell_back"
    CLOSE = "close"
    FOLLOW = "follow"
    CLOSED = "closed"
    AGREE = "agree"
    MAKE_GUIDE = "make_guide"
    PLAN_MEETING = "plan_meeting"


_IN_STEP: dict[Step, tuple[Act, ...]] = {
    Step.AGREEMENT: (Act.AGREE,),
    Step.PREPARING: (Act.MAKE_GUIDE,),
    Step.MEETINGS: (
        Act.WRITE,
        Act.READ_ALOUD,
        Act.MASK,
        Act.NEW_WORDS,
        Act.SECOND,
        Act.OPEN,
        Act.GIVE_BACK,
        Act.PREPARE_MEETING,
        Act.PLAN_MEETING,
    ),
    Step.THEMES: (Act.SORT, Act.LOOK_AT_FINDINGS, Act.FIND, Act.MEND_FINDINGS),
    Step.REPORT: (
        Act.DRAFT,
        Act.WRITE_REPORT,
        Act.CLEAR_QUOTES,
        Act.TEST,
        Act.APPROVE,
        Act.RELEASE,
    ),
    Step.DIALOGUE: (
        Act.PLAN_DIALOGUE,
        Act.RUN_DIALOGUE,
        Act.WRITE_MINUTES,
        Act.APPROVE_MINUTES,
    ),
    Step.FOLLOW_UP: (
        Act.HAND_OVER,
        Act.ASK,
        Act.AWAIT_ANSWERS,
        Act.WRITE_FINAL,
        Act.CLEAR_MORE_QUOTES,
        Act.TEST_AGAIN,
        Act.APPROVE_FINAL,
        Act.RELEASE_FINAL,
        Act.READ_FELT,
        Act.TELL_FELT,
        Act.ASK_USERS,
        Act.PLAN_ROUNDS,
        Act.TELL_BACK,
        Act.CLOSE,
        Act.FOLLOW,
        Act.CLOSED,
    ),
}
STEP_OF: dict[Act, Step] = {act: step for step, acts in _IN_STEP.items() for act in acts}


@dataclass(frozen=True)
class MeetingFacts:
    """is_due: planned for today or a day that has passed. waiting: statements to be read. second:
    statements that somebody besides the one who masked is to read."""

    number: int
    state: MeetingState
    is_due: bool = False
    waiting: int = 0
    second: int = 0


def _waits_for_second(m: MeetingFacts) -> bool:
    """The first reader is done, the second is not."""
    return reached(m.state, MeetingState.READ_ALOUD) and m.second > 0 and not m.waiting


_IN_A_MEETING: tuple[tuple[Act, Callable[[MeetingFacts], bool]], ...] = (
    (Act.WRITE, lambda m: m.state is MeetingState.HELD),
    (Act.READ_ALOUD, lambda m: m.state is MeetingState.WRITTEN),
    (Act.MASK, lambda m: m.state is MeetingState.READ_ALOUD and not _waits_for_second(m)),
    (Act.NEW_WORDS, lambda m: m.state is MeetingState.MASKED and m.waiting > 0),
    (Act.SECOND, lambda m: _waits_for_second(m)),
    (Act.OPEN, lambda m: m.state is MeetingState.PLANNED and m.is_due),
)


def _first_report(f: Facts) -> bool:
    """The process report is what the team works at, or what comes next."""
    behind = f.process in OUT or f.final is not None or Step.REPORT in f.elsewhere
    return not behind and f.findings > 0


def _talked(f: Facts) -> bool:
    """The dialogue lies behind, here or elsewhere; else nothing is put together from it."""
    return f.dialogues_approved > 0 or Step.DIALOGUE in f.elsewhere


def _last_report(f: Facts) -> bool:
    return f.final in IN_THE_MAKING


def _all_told(f: Facts) -> bool:
    """Every round that was planned is held and told."""
    return 0 < f.rounds == f.rounds_told


def _quotes_wait(f: Facts) -> bool:
    return f.quotes_waiting > 0 or (f.quotable > 0 and not f.quotes)


# In the order people do them; the first that is true is the next.
_AFTER_MEETINGS: tuple[tuple[Act, Callable[[Facts], bool]], ...] = (
    (Act.LOOK_AT_FINDINGS, lambda f: f.findings_affected > 0),
    (Act.FIND, lambda f: f.ready > 0 and not f.findings and Step.THEMES not in f.elsewhere),
    (Act.MEND_FINDINGS, lambda f: f.findings_lacking + f.findings_unasked > 0),
    (
        Act.WRITE_REPORT,
        lambda f: _first_report(f) and (f.process is None or f.sections_left > 0),
    ),
    (Act.CLEAR_QUOTES, lambda f: _first_report(f) and _quotes_wait(f)),
    (Act.TEST, lambda f: _first_report(f) and not f.is_tested),
    (Act.APPROVE, lambda f: _first_report(f) and f.process is ReportState.DRAFT),
    (Act.RELEASE, _first_report),
    (Act.WRITE_MINUTES, lambda f: f.dialogues_held > 0),
    (Act.APPROVE_MINUTES, lambda f: f.dialogues_out > 0),
    (Act.RUN_DIALOGUE, lambda f: f.dialogues > f.dialogues_approved),
    (Act.PLAN_DIALOGUE, lambda f: f.findings > 0 and not _talked(f) and f.final is None),
    (Act.HAND_OVER, lambda f: f.proposals_waiting > 0 and f.process in OUT),
    (Act.ASK, lambda f: f.matters > 0 and not f.is_asked),
    (Act.AWAIT_ANSWERS, lambda f: f.matters_answered < f.matters),
    (Act.WRITE_FINAL, lambda f: _talked(f) and f.final is None),
    (Act.WRITE_FINAL, lambda f: _last_report(f) and f.sections_left > 0),
    (Act.CLEAR_MORE_QUOTES, lambda f: _last_report(f) and f.quotes_waiting > 0),
    (Act.TEST_AGAIN, lambda f: _last_report(f) and not f.is_tested),
    (Act.APPROVE_FINAL, lambda f: f.final is ReportState.DRAFT),
    (Act.RELEASE_FINAL, _last_report),
    (Act.READ_FELT, lambda f: f.replies_unread > 0),
    (Act.TELL_FELT, lambda f: f.rounds_to_tell > 0),
    (Act.ASK_USERS, lambda f: f.rounds_due > 0),
    (Act.PLAN_ROUNDS, lambda f: f.final in OUT and not f.rounds),
    (Act.TELL_BACK, lambda f: f.wanting > 0),
    (Act.CLOSE, lambda f: f.closes_now or _all_told(f)),
    (Act.FOLLOW, lambda f: f.final in OUT),
)


def next_act(facts: Facts, meetings: Sequence[MeetingFacts]) -> tuple[Act, int | None]:
    """The next thing to do, with the number of the meeting it is in, or None.

    What is begun comes before what is new: words that wait in a meeting first, then sorting and
    giving back, then meetings to come, then what the words amount to; at the very start what
    prepares the first meeting.

    >>> next_act(Facts(meetings=1), [MeetingFacts(1, MeetingState.HELD)])
    (<Act.WRITE: 'write'>, 1)
    """
    if facts.is_closed:
        return Act.CLOSED, None
    for act, is_it in _IN_A_MEETING:
        if numbers := [meeting.number for meeting in meetings if is_it(meeting)]:
            return act, min(numbers)
    if facts.sorted < facts.ready:
        return Act.SORT, None
    if facts.to_give_back and Need.GIVING_BACK not in facts.passed:
        return Act.GIVE_BACK, None
    if to_come := [m.number for m in meetings if m.state is MeetingState.PLANNED]:
        return Act.PREPARE_MEETING, min(to_come)
    return next((act for act, is_it in _AFTER_MEETINGS if is_it(facts)), _at_the_start(facts)), None


def _at_the_start(facts: Facts) -> Act:
    if facts.ready:
        return Act.DRAFT
    lacks = {lack.need for lack in missing(facts)}
    if Need.AGREEMENT in lacks:
        return Act.AGREE
    return Act.MAKE_GUIDE if Need.GUIDE in lacks else Act.PLAN_MEETING


def here(facts: Facts, meetings: Sequence[MeetingFacts]) -> Step:
    """Where "You are here" stands: the step of the next thing to do."""
    act, _number = next_act(facts, meetings)
    return STEP_OF[act]
