"""What the service will do: whole when it is taken on, and its history kept."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.measures.actions import add_measure, change_measure, take_step
from brukerstemmen.measures.models import Matter, Measure, MeasureKind
from brukerstemmen.measures.states import Status
from brukerstemmen.people.models import JournalEntry, Person, Work
from tests.cast import TODAY

from .conftest import SOON, named

Adds = Callable[..., Measure]


def change(measure: Measure, by: Person, **other: object) -> Measure:
    """Say the measure as it is, but for what is told."""
    usual: dict = {
        "title": measure.title,
        "notice": measure.notice,
        "owner": measure.owner,
        "kind": measure.kind,
        "deadline": measure.deadline,
        "matters": list(measure.matters.all()),
        "said_by": "Leder DPS",
        "by": by,
    }
    return change_measure(measure, **(usual | other))


def test_the_leader_adds_one_for_several_findings(
    adds: Adds, matters: list[Matter], eli: Person
) -> None:
    measure = adds(matters=matters, partly={matters[0]}, kind=MeasureKind.PROTECT)

    assert {one.matter.number: one.fully for one in measure.serves.all()} == {1: False, 2: True}
    step = measure.steps.get()
    assert (step.status, step.said_by, step.on_behalf) == (Status.PROPOSED, "Leder DPS", False)
    assert JournalEntry.objects.get(what="measure.added").by == eli


def test_the_lead_writes_one_down_and_nobody_else_does(
    adds: Adds, anne: Person, dag: Person, frida: Person, cecilie: Person
) -> None:
    assert adds(by=anne).steps.get().on_behalf
    for who in (dag, frida, cecilie):
        with pytest.raises(PermissionDenied):
            adds(by=who)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("title", {"title": " "}),
        ("title", {"title": "x" * 201}),
        ("notice", {"notice": " "}),
        ("owner", {"owner": "Eli"}),
        ("said_by", {"said_by": ""}),
        ("deadline", {"deadline": TODAY - timedelta(days=1)}),
        ("matters", {"matters": []}),
        ("status", {"status": Status.DONE}),
        ("reason", {"status": Status.REJECTED}),
        ("owner", {"status": Status.PLANNED, "owner": ""}),
        ("deadline", {"status": Status.PLANNED, "deadline": None}),
    ],
)
def test_what_is_not_right_is_said_beside_its_field(
    field: str, wrong: dict, adds: Adds, work: Work
) -> None:
    with pytest.raises(ValidationError) as refused:
        adds(**wrong)

    assert set(refused.value.message_dict) == {field}
    assert not work.measures.exists()


def test_partly_is_among_those_it_answers(adds: Adds, matters: list[Matter]) -> None:
    with pytest.raises(ValidationError) as refused:
        adds(matters=matters[:1], partly={matters[1]})

    assert set(refused.value.message_dict) == {"partly"}


def test_a_finding_from_elsewhere_is_refused(adds: Adds, elsewhere: Matter, anne: Person) -> None:
    with pytest.raises(ValidationError):
        adds(matters=[elsewhere], by=anne)


def test_a_no_that_needs_a_decision_and_goes_to_the_budget(adds: Adds, eli: Person) -> None:
    measure = adds(
        title="Kveldstelefon alle dager",
        owner="Helseforetaket",
        deadline=None,
        kind=MeasureKind.DECISION,
        status=Status.NEEDS_DECISION,
        reason="Det krever vedtak og penger.",
    )

    why = "Ikke midler i år. Meldt inn til budsjettet."
    take_step(measure, Status.REJECTED, reason=why, said_by="Helseforetaket", by=eli)
    take_step(measure, Status.REJECTED, reason="Nei igjen.", said_by="Helseforetaket", by=eli)

    said = [step.status for step in measure.steps.all()]
    assert said == [Status.NEEDS_DECISION, Status.REJECTED, Status.REJECTED]


def test_from_the_dialogue_it_may_lack_things_until_it_is_taken_on(
    work: Work, matters: list[Matter], anne: Person, eli: Person
) -> None:
    measure = add_measure(
        work, matters[:1], title="Diskret postkasse", notice="", from_dialogue=True, by=anne
    )
    assert measure.steps.get().said_by == ""

    with pytest.raises(ValidationError) as refused:
        take_step(measure, Status.PLANNED, said_by="Leder", by=eli)

    assert set(refused.value.message_dict) == {"owner", "deadline", "notice"}


def test_a_double_click_adds_one_and_takes_one_step(adds: Adds, work: Work, eli: Person) -> None:
    once = named("en gang")
    measure, again = adds(once=once), adds(once=once)
    assert measure == again and work.measures.count() == 1

    for _click in range(2):
        take_step(measure, Status.PLANNED, said_by="Leder", by=eli)

    assert measure.steps.count() == 2


def test_a_step_follows_the_law_and_explains_a_no(adds: Adds, eli: Person) -> None:
    measure = adds(status=Status.PLANNED)

    with pytest.raises(ValidationError) as refused:
        take_step(measure, Status.PROPOSED, said_by="Leder", by=eli)
    assert set(refused.value.message_dict) == {"status"}
    with pytest.raises(ValidationError) as refused:
        take_step(measure, Status.NOT_DONE, reason=" ", said_by="Leder", by=eli)
    assert set(refused.value.message_dict) == {"reason"}

    take_step(measure, Status.NOT_DONE, reason="Glemt.", said_by="Leder", by=eli)
    measure.refresh_from_db()
    assert measure.status == Status.NOT_DONE


def test_where_it_stands_as_before_there_may_be_more_to_tell(adds: Adds, eli: Person) -> None:
    measure = adds(status=Status.IN_PROGRESS)

    take_step(measure, Status.IN_PROGRESS, reason="4 av 11 bytter", said_by="Leder", by=eli)

    assert [step.reason for step in measure.steps.all()] == ["", "4 av 11 bytter"]


def test_nobody_else_takes_a_step_or_says_it_otherwise(
    adds: Adds, dag: Person, frida: Person, cecilie: Person, anne: Person
) -> None:
    measure = adds()

    for who in (dag, frida, cecilie):
        with pytest.raises(PermissionDenied):
            take_step(measure, Status.PLANNED, said_by="Leder", by=who)
        with pytest.raises(PermissionDenied):
            change(measure, who, title="Noe annet")
    assert take_step(measure, Status.PLANNED, said_by="Leder", by=anne).on_behalf


def test_what_it_said_before_is_kept(adds: Adds, matters: list[Matter], eli: Person) -> None:
    measure = adds(status=Status.PLANNED)
    later = SOON + timedelta(days=30)

    with pytest.raises(ValidationError) as refused:
        change(measure, eli, deadline=later)
    assert set(refused.value.message_dict) == {"reason"}

    change(
        measure, eli, deadline=later, owner="Ambulant team", matters=matters, reason="Lederbytte"
    )
    step = measure.steps.last()
    assert step.status == Status.PLANNED
    assert "Leder, poliklinikken" in step.reason and "Lederbytte" in step.reason
    assert str(SOON.year) in step.reason and matters[1].title in step.reason


def test_unchanged_it_leaves_no_trace(adds: Adds, eli: Person) -> None:
    measure = adds()

    change(measure, eli)

    assert measure.steps.count() == 1


def test_an_agreed_measure_stays_whole(adds: Adds, eli: Person) -> None:
    measure = adds(status=Status.PLANNED)

    with pytest.raises(ValidationError) as refused:
        change(measure, eli, owner="", deadline=None, reason="Vi venter")

    assert set(refused.value.message_dict) == {"owner", "deadline"}
