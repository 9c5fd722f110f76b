"""The road: derived from facts, honest about what is missing, and never past a hard stop."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.evaluations.needs import HARD, Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey import stages
from brukerstemmen.journey.next_act import STEP_OF, Act, MeetingFacts, here, next_act
from brukerstemmen.journey.stages import ANCHORS, Facts, Mark
from brukerstemmen.reports.states import ReportState
from brukerstemmen.voices.states import MeetingState

ORDER = [Mark.TO_COME, Mark.NOW, Mark.ELSEWHERE, Mark.DONE]
few = st.integers(0, 30)
DRAFT, OUT = ReportState.DRAFT, ReportState.OUT_FOR_COMMENTS
SORTED = Facts(
    meetings=1, meetings_held=1, meetings_masked=1, statements=9, ready=9, sorted=9, people=5
)
TALKED = replace(SORTED, findings=3, process=OUT, dialogues=1, dialogues_approved=1)


@st.composite
def what_became_of_them(draw: st.DrawFn) -> dict[str, Any]:
    """From the findings on. None lacks anything that is a hard stop."""
    findings, dialogues, matters = draw(few), draw(few), draw(few)
    approved = draw(st.integers(0, dialogues))
    return {
        "findings": findings,
        "process": draw(st.sampled_from([None, *stages.OUT])),
        "final": draw(st.sampled_from([None, *stages.OUT])),
        "quotes_waiting": draw(few),
        "dialogues": dialogues,
        "dialogues_approved": approved,
        "dialogues_held": draw(st.integers(0, dialogues - approved)),
        "matters": matters,
        "matters_answered": draw(st.integers(0, matters)),
        "is_asked": draw(st.booleans()),
        "rounds": (rounds := draw(few)),
        "rounds_told": (told := draw(st.integers(0, rounds))),
        "rounds_to_tell": draw(st.integers(0, rounds - told)),
        "replies_unread": draw(few),
        "wanting": draw(few),
        "closes_now": draw(st.booleans()),
    }


@st.composite
def some_facts(draw: st.DrawFn) -> Facts:
    """Facts that can be: never more masked than held, never more sorted than ready."""
    statements = draw(few)
    ready = draw(st.integers(0, statements))
    meetings = draw(few)
    held = draw(st.integers(0, meetings))
    heard = draw(st.integers(0, held))
    return Facts(
        has_client=draw(st.booleans()),
        is_agreed=draw(st.booleans()),
        has_degree=draw(st.booleans()),
        has_promise=draw(st.booleans()),
        anchors=draw(st.integers(0, ANCHORS)),
        interviewers=draw(st.integers(0, 4)),
        with_own_experience=draw(st.integers(0, 2)),
        guide_locked=draw(st.booleans()),
        people=draw(few),
        people_wanted=draw(st.integers(1, 30)),
        meetings=meetings,
        meetings_held=held,
        meetings_read_aloud=heard,
        meetings_masked=draw(st.integers(0, heard)),
        statements=statements,
        ready=ready,
        sorted=draw(st.integers(0, ready)),
        **draw(what_became_of_them()),
        elsewhere=draw(st.frozensets(st.sampled_from(Step))),
        passed=draw(st.frozensets(st.sampled_from(Need))),
    )


@st.composite
def some_meetings(draw: st.DrawFn) -> MeetingFacts:
    state = draw(st.sampled_from(MeetingState))
    return MeetingFacts(draw(few), state, draw(st.booleans()), draw(few))


def marks(facts: Facts) -> dict[Step, Mark]:
    return dict(stages.steps(facts))


@given(some_facts())
def test_a_hard_stop_is_never_passed(facts: Facts) -> None:
    everything_waved_away = replace(
        facts, passed=frozenset(Need), elsewhere=frozenset(Step), statements=facts.ready + 1
    )

    lacks = stages.missing(everything_waved_away)

    assert [lack.need for lack in lacks if lack.hard] == [Need.MASKING]
    assert marks(everything_waved_away)[Step.MEETINGS] is Mark.NOW


@given(some_facts())
def test_hard_stops_come_first_and_only_they_are_hard(facts: Facts) -> None:
    lacks = stages.missing(facts)

    assert [lack.hard for lack in lacks] == sorted((lack.hard for lack in lacks), reverse=True)
    assert {lack.need for lack in lacks if lack.hard} <= HARD


@given(some_facts())
def test_what_is_passed_or_taken_elsewhere_is_not_asked_for_again(facts: Facts) -> None:
    for lack in stages.missing(facts):
        assert lack.hard or (lack.need not in facts.passed and lack.step not in facts.elsewhere)


@given(some_facts(), st.lists(some_meetings()))
def test_the_road_has_eight_steps_in_order_and_one_place_to_stand(
    facts: Facts, meetings: list[MeetingFacts]
) -> None:
    assert [step for step, _mark in stages.steps(facts)] == list(Step)
    act, _number = next_act(facts, meetings)
    assert here(facts, meetings) is STEP_OF[act]


def test_every_act_has_its_step() -> None:
    assert set(STEP_OF) == set(Act)


@given(some_facts(), st.data())
def test_steps_never_go_back_when_more_is_done(facts: Facts, data: st.DataObject) -> None:
    """Doing more of what is counted never takes a mark away; only new things to do can."""
    more = replace(
        facts,
        is_agreed=True,
        anchors=data.draw(st.integers(facts.anchors, ANCHORS)),
        interviewers=facts.interviewers + data.draw(st.integers(0, 2)),
        guide_locked=facts.guide_locked or data.draw(st.booleans()),
        people=facts.people + data.draw(few),
        meetings_held=facts.meetings,
        meetings_masked=data.draw(st.integers(facts.meetings_masked, facts.meetings)),
        ready=facts.statements,
        sorted=data.draw(st.integers(facts.sorted, facts.statements)),
        elsewhere=facts.elsewhere | data.draw(st.frozensets(st.sampled_from(Step))),
    )

    before, after = marks(facts), marks(more)

    for step in Step:
        assert ORDER.index(after[step]) >= ORDER.index(before[step]), step


@given(some_facts(), st.sampled_from(Step))
def test_a_step_taken_elsewhere_lies_behind(facts: Facts, step: Step) -> None:
    midway = replace(facts, statements=facts.ready, elsewhere=facts.elsewhere | {step})

    assert marks(midway)[step] in stages.BEHIND


def test_an_evaluation_that_has_just_begun_stands_at_the_first_step() -> None:
    begun = Facts()

    assert here(begun, []) is Step.AGREEMENT
    assert list(marks(begun).values())[1:] == [Mark.TO_COME] * 7
    assert {lack.step for lack in stages.missing(begun) if lack.due} == {Step.AGREEMENT}


def test_beginning_midway_stands_where_the_work_is() -> None:
    before = frozenset({Step.AGREEMENT, Step.PREPARING, Step.INVITING})
    midway = Facts(elsewhere=before)

    assert here(midway, []) is Step.MEETINGS
    assert not [lack for lack in stages.missing(midway) if lack.step in before]


def test_groups_do_not_walk_in_line() -> None:
    facts = Facts(meetings=3, meetings_held=2, meetings_masked=1, statements=20, ready=9, people=7)

    now = [step for step, mark in stages.steps(facts) if mark is Mark.NOW]

    assert now == [Step.AGREEMENT, Step.INVITING, Step.MEETINGS, Step.THEMES]
    assert here(facts, []) is Step.THEMES


def test_when_everything_is_sorted_the_findings_are_next_and_then_the_report() -> None:
    assert (here(SORTED, []), marks(SORTED)[Step.THEMES]) == (Step.THEMES, Mark.NOW)

    found = replace(SORTED, findings=2)

    assert (here(found, []), marks(found)[Step.THEMES]) == (Step.REPORT, Mark.DONE)


@pytest.mark.parametrize("lacking", ["findings_lacking", "findings_affected"])
def test_findings_that_cannot_go_on_hold_the_step(lacking: str) -> None:
    facts = replace(SORTED, findings=2, **{lacking: 1})

    assert marks(facts)[Step.THEMES] is Mark.NOW
    assert [lack.hard for lack in stages.missing(facts)][:1] == [True]


def test_an_affected_finding_is_looked_at_also_when_the_report_is_out() -> None:
    facts = replace(TALKED, findings_affected=1)

    assert next_act(facts, []) == (Act.LOOK_AT_FINDINGS, None)
    assert here(facts, []) is Step.THEMES


def test_the_final_report_in_the_making_does_not_take_the_first_one_back() -> None:
    facts = replace(TALKED, final=ReportState.DRAFT)

    assert marks(facts)[Step.REPORT] is Mark.DONE
    assert marks(facts)[Step.FOLLOW_UP] is Mark.NOW
    hard = {lack.need for lack in stages.missing(facts) if lack.hard}
    assert hard == {Need.FINAL_RECOGNITION, Need.FINAL_APPROVALS}


@pytest.mark.parametrize(
    ("facts", "meetings", "expected"),
    [
        (Facts(), [], (Act.AGREE, None)),
        (Facts(is_agreed=True), [], (Act.MAKE_GUIDE, None)),
        (Facts(is_agreed=True, guide_locked=True), [], (Act.PLAN_MEETING, None)),
        (Facts(passed=frozenset({Need.AGREEMENT, Need.GUIDE})), [], (Act.PLAN_MEETING, None)),
        (Facts(), [(1, "planned", False)], (Act.PREPARE_MEETING, 1)),
        (Facts(), [(1, "planned", False), (2, "planned", True)], (Act.OPEN, 2)),
        (Facts(), [(1, "planned", True), (2, "held", True)], (Act.WRITE, 2)),
        (Facts(), [(1, "read_aloud", True), (2, "written", True)], (Act.READ_ALOUD, 2)),
        (Facts(ready=3), [(1, "read_aloud", True)], (Act.MASK, 1)),
        (Facts(ready=3, sorted=1), [(1, "masked", True), (2, "planned", False)], (Act.SORT, None)),
        (
            Facts(ready=3, sorted=3),
            [(1, "masked", True), (2, "planned", False)],
            (Act.PREPARE_MEETING, 2),
        ),
        (Facts(ready=3, sorted=3), [(1, "masked", True)], (Act.FIND, None)),
    ],
)
def test_the_next_thing_to_do(
    facts: Facts, meetings: list[tuple[int, str, bool]], expected: tuple[Act, int | None]
) -> None:
    there = [MeetingFacts(number, MeetingState(state), due) for number, state, due in meetings]

    assert next_act(facts, there) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"findings": 0}, Act.FIND),
        ({"findings_affected": 1, "findings_lacking": 1}, Act.LOOK_AT_FINDINGS),
        ({"findings_lacking": 1}, Act.MEND_FINDINGS),
        ({"findings_unasked": 1}, Act.MEND_FINDINGS),
        ({}, Act.WRITE_REPORT),
        ({"process": DRAFT, "sections_left": 1}, Act.WRITE_REPORT),
        ({"process": DRAFT, "quotable": 5}, Act.CLEAR_QUOTES),
        ({"process": DRAFT, "quotes": 5, "quotes_waiting": 1}, Act.CLEAR_QUOTES),
        ({"process": DRAFT, "quotes": 5, "quotable": 5}, Act.TEST),
        ({"process": DRAFT, "is_tested": True}, Act.APPROVE),
        ({"process": ReportState.TEAM_APPROVED, "is_tested": True}, Act.RELEASE),
        ({"process": OUT}, Act.PLAN_DIALOGUE),
        ({"elsewhere": frozenset({Step.REPORT})}, Act.PLAN_DIALOGUE),
        ({"process": OUT, "dialogues": 1}, Act.RUN_DIALOGUE),
        ({"process": OUT, "dialogues": 1, "dialogues_held": 1}, Act.WRITE_MINUTES),
        ({"process": OUT, "dialogues": 1, "dialogues_out": 1}, Act.APPROVE_MINUTES),
        ({"process": OUT, "elsewhere": frozenset({Step.DIALOGUE})}, Act.WRITE_FINAL),
    ],
)
def test_from_findings_to_the_dialogue(changes: dict[str, Any], expected: Act) -> None:
    assert next_act(replace(SORTED, **{"findings": 3} | changes), []) == (expected, None)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"matters": 3, "proposals_waiting": 1}, Act.HAND_OVER),
        ({"matters": 3}, Act.ASK),
        ({"matters": 3, "is_asked": True}, Act.AWAIT_ANSWERS),
        ({"matters": 3, "is_asked": True, "matters_answered": 3}, Act.WRITE_FINAL),
        ({"final": DRAFT, "sections_left": 2}, Act.WRITE_FINAL),
        ({"final": DRAFT, "quotes_waiting": 2}, Act.CLEAR_MORE_QUOTES),
        ({"final": DRAFT}, Act.TEST_AGAIN),
        ({"final": DRAFT, "is_tested": True}, Act.APPROVE_FINAL),
        ({"final": ReportState.TEAM_APPROVED, "is_tested": True}, Act.RELEASE_FINAL),
        ({"final": ReportState.DELIVERED}, Act.PLAN_ROUNDS),
        ({"final": OUT, "rounds": 3}, Act.FOLLOW),
        ({"final": OUT, "rounds": 3, "rounds_due": 1}, Act.ASK_USERS),
        ({"final": OUT, "rounds": 3, "rounds_open": 1}, Act.FOLLOW),
        ({"final": OUT, "rounds": 3, "rounds_to_tell": 1, "replies_unread": 2}, Act.READ_FELT),
        ({"final": OUT, "rounds": 3, "rounds_to_tell": 1, "rounds_due": 1}, Act.TELL_FELT),
        ({"final": OUT, "rounds": 3, "rounds_told": 1, "wanting": 4}, Act.TELL_BACK),
        ({"final": OUT, "rounds": 3, "rounds_told": 2}, Act.FOLLOW),
        ({"final": OUT, "rounds": 3, "rounds_told": 3}, Act.CLOSE),
        ({"final": OUT, "rounds": 3, "rounds_told": 1, "closes_now": True}, Act.CLOSE),
        ({"final": OUT, "rounds": 3, "is_closed": True}, Act.CLOSED),
    ],
)
def test_from_the_dialogue_to_the_end(changes: dict[str, Any], expected: Act) -> None:
    assert next_act(replace(TALKED, **changes), []) == (expected, None)
    assert STEP_OF[expected] is Step.FOLLOW_UP


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"rounds": 3}, set()),
        ({}, {Need.ROUNDS}),
        ({"rounds": 3, "rounds_due": 1}, {Need.ASKING_USERS}),
        ({"rounds": 3, "rounds_to_tell": 1}, {Need.TELLING}),
        ({"rounds": 3, "replies_unread": 1}, {Need.READING_REPLIES}),
        ({"rounds": 3, "rounds_told": 1, "wanting": 2}, {Need.FEEDBACK}),
    ],
)
def test_what_following_up_lacks_and_none_of_it_is_a_hard_stop(
    changes: dict[str, Any], expected: set[Need]
) -> None:
    facts = replace(TALKED, final=OUT, is_tested=True, **changes)
    after = [lack for lack in stages.missing(facts) if lack.step is Step.FOLLOW_UP]

    assert {lack.need for lack in after} == expected
    assert not any(lack.hard for lack in after)


@given(some_facts(), st.lists(some_meetings()))
def test_behind_a_closed_evaluation_lies_all_of_the_road(
    facts: Facts, meetings: list[MeetingFacts]
) -> None:
    closed = replace(facts, is_closed=True)

    assert set(marks(closed).values()) <= stages.BEHIND
    assert stages.missing(closed) == []
    assert next_act(closed, meetings) == (Act.CLOSED, None)


@given(some_facts())
def test_nothing_but_closing_ends_the_last_step_here(facts: Facts) -> None:
    going = replace(facts, elsewhere=facts.elsewhere - {Step.FOLLOW_UP})

    assert marks(going)[Step.FOLLOW_UP] not in stages.BEHIND
