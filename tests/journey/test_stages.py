"""The road: derived from facts, honest about what is missing, and never past a hard stop."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.evaluations.needs import HARD, Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey import stages
from brukerstemmen.journey.stages import ANCHORS, Act, Facts, Mark, MeetingFacts
from brukerstemmen.voices.states import MeetingState

ORDER = [Mark.TO_COME, Mark.NOW, Mark.ELSEWHERE, Mark.DONE]
few = st.integers(0, 30)


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
        elsewhere=draw(st.frozensets(st.sampled_from(Step))),
        passed=draw(st.frozensets(st.sampled_from(Need))),
    )


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


@given(some_facts())
def test_the_road_has_eight_steps_in_order_and_one_place_to_stand(facts: Facts) -> None:
    assert [step for step, _mark in stages.steps(facts)] == list(Step)
    standing = stages.here(facts)
    at_the_end = all(mark in stages.BEHIND for mark in marks(facts).values())
    assert marks(facts)[standing] is Mark.NOW or (at_the_end and standing is Step.FOLLOW_UP)
    assert all(mark is not Mark.NOW for step, mark in stages.steps(facts) if _after(step, standing))


def _after(step: Step, other: Step) -> bool:
    return list(Step).index(step) > list(Step).index(other)


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

    assert stages.here(begun) is Step.AGREEMENT
    assert list(marks(begun).values())[1:] == [Mark.TO_COME] * 7
    assert {lack.step for lack in stages.missing(begun) if lack.due} == {Step.AGREEMENT}


def test_beginning_midway_stands_where_the_work_is() -> None:
    before = frozenset({Step.AGREEMENT, Step.PREPARING, Step.INVITING})
    midway = Facts(elsewhere=before)

    assert stages.here(midway) is Step.MEETINGS
    assert not [lack for lack in stages.missing(midway) if lack.step in before]


def test_groups_do_not_walk_in_line() -> None:
    facts = Facts(meetings=3, meetings_held=2, meetings_masked=1, statements=20, ready=9, people=7)

    now = [step for step, mark in stages.steps(facts) if mark is Mark.NOW]

    assert now == [Step.AGREEMENT, Step.INVITING, Step.MEETINGS, Step.THEMES]
    assert stages.here(facts) is Step.THEMES


def test_when_everything_is_sorted_the_report_is_next() -> None:
    facts = Facts(
        meetings=1, meetings_held=1, meetings_masked=1, statements=9, ready=9, sorted=9, people=5
    )

    assert stages.here(facts) is Step.REPORT


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
        (Facts(ready=3, sorted=3), [(1, "masked", True)], (Act.DRAFT, None)),
    ],
)
def test_the_next_thing_to_do(
    facts: Facts, meetings: list[tuple[int, str, bool]], expected: tuple[Act, int | None]
) -> None:
    there = [MeetingFacts(number, MeetingState(state), due) for number, state, due in meetings]

    assert stages.next_act(facts, there) == expected
