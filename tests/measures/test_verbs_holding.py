"""Who answers for a measure, and a change of leader that loses nothing."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.measures.actions import (
    hand_over,
    hold_measure,
    holder_now,
    reopen,
    take_step,
)
from brukerstemmen.measures.models import Measure, MeasureHolder
from brukerstemmen.measures.states import Status
from brukerstemmen.people.actions import team
from brukerstemmen.people.models import JournalEntry, Notice, Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from tests.cast import TODAY

Adds = Callable[..., Measure]


@pytest.fixture
def measure(adds: Adds) -> Measure:
    return adds(status=Status.PLANNED)


def over(measure: Measure, by: Person, **other: object) -> object:
    usual: dict = {
        "owner": "Seksjonsleder",
        "person": None,
        "reason": "Lederbytte.",
        "said_by": "Leder DPS",
        "by": by,
    }
    return hand_over(measure, **(usual | other))


def test_nobody_answers_until_somebody_is_named(measure: Measure, eli: Person, dag: Person) -> None:
    assert holder_now(measure) is None

    with narrowed(Zone.Z1_RELEASED):
        hold_measure(measure, dag, by=eli)
        assert holder_now(measure) == dag

    assert JournalEntry.objects.get(what="measure.held").by == eli


def test_the_earlier_one_stays_on_the_list(
    measure: Measure, eli: Person, dag: Person, clock_at: Callable[[date], None]
) -> None:
    hold_measure(measure, dag, by=eli)
    clock_at(TODAY + timedelta(days=3))
    hold_measure(measure, eli, by=eli)
    hold_measure(measure, eli, by=eli)

    told = [(row.person, row.until) for row in measure.holders.all()]
    assert told == [(dag, TODAY + timedelta(days=3)), (eli, None)]


def test_it_is_somebody_of_the_service_with_a_role_here(
    measure: Measure, eli: Person, dag: Person, anne: Person, frida: Person, work: Work
) -> None:
    team.end_role(work.grants.get(person=dag), by=anne)
    for who in (dag, anne, frida):
        with pytest.raises(ValidationError):
            hold_measure(measure, who, by=eli)


def test_only_the_leader_and_the_lead_name_somebody(
    measure: Measure, eli: Person, dag: Person, anne: Person, frida: Person, cecilie: Person
) -> None:
    for who in (dag, frida, cecilie):
        with pytest.raises(PermissionDenied):
            hold_measure(measure, dag, by=who)
        with pytest.raises(PermissionDenied):
            over(measure, who)
    assert hold_measure(measure, dag, by=anne).person == dag


def test_who_has_no_role_any_more_answers_no_more(
    measure: Measure, eli: Person, dag: Person, anne: Person, work: Work
) -> None:
    hold_measure(measure, dag, by=eli)
    team.end_role(work.grants.get(person=dag), by=anne)

    assert holder_now(measure) is None
    assert MeasureHolder.objects.get(measure=measure).until is None  # nothing is lost


def test_handing_over_tells_who_owned_it_and_why_and_keeps_everything(
    measure: Measure, eli: Person, dag: Person
) -> None:
    take_step(measure, Status.IN_PROGRESS, reason="Skiltet er bestilt", said_by="Leder", by=eli)
    hold_measure(measure, dag, by=eli)
    before = list(measure.steps.values_list("pk", "reason"))

    step = over(measure, eli, person=eli)

    measure.refresh_from_db()
    assert measure.owner == "Seksjonsleder" and holder_now(measure) == eli
    assert step.reason.split("\n") == [
        "Owner was: Leder, poliklinikken",
        "Somebody else answers for it now.",
        "Lederbytte.",
    ]
    assert (step.status, step.said_by) == (Status.IN_PROGRESS, "Leder DPS")
    assert list(measure.steps.values_list("pk", "reason"))[:-1] == before
    assert "Eli" not in step.reason and "Dag" not in step.reason


def test_sent_twice_it_goes_over_once(measure: Measure, eli: Person, dag: Person) -> None:
    first, second = over(measure, eli, person=dag), over(measure, eli, person=dag)

    assert first == second
    assert measure.holders.count() == 1 and measure.steps.count() == 2


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("owner", {"owner": " "}),
        ("owner", {"owner": "Eli"}),
        ("owner", {"owner": "Leder, poliklinikken"}),
        ("reason", {"reason": " "}),
        ("said_by", {"said_by": ""}),
    ],
)
def test_what_is_not_right_changes_nothing(
    field: str, wrong: dict, measure: Measure, eli: Person
) -> None:
    with pytest.raises(ValidationError) as refused:
        over(measure, eli, **wrong)

    assert set(refused.value.message_dict) == {field}
    assert measure.steps.count() == 1 and not measure.holders.exists()


def test_what_users_do_not_feel_is_taken_up_again_and_told(
    measure: Measure, eli: Person, dag: Person, anne: Person
) -> None:
    hold_measure(measure, dag, by=eli)
    take_step(measure, Status.DONE, said_by="Leder", by=eli)

    with narrowed(Zone.Z2_MASKED):
        step = reopen(measure, reason="De fleste merker det ikke.", by=anne)

    measure.refresh_from_db()
    assert measure.status_now is Status.REOPENED is Status(step.status)
    assert {letter.to for letter in Notice.objects.all()} == {dag, anne}
    with pytest.raises(ValidationError):
        reopen(measure, reason="Igjen.", by=anne)


def test_nobody_takes_up_again_by_hand(
    measure: Measure, eli: Person, dag: Person, frida: Person
) -> None:
    take_step(measure, Status.DONE, said_by="Leder", by=eli)
    for who in (eli, dag, frida):
        with pytest.raises(PermissionDenied):
            reopen(measure, reason="Nei.", by=who)
    with pytest.raises(ValidationError):
        take_step(measure, Status.REOPENED, reason="Nei.", said_by="Leder", by=eli)
