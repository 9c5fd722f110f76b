"""Roles hold per piece of work and until a day; nobody stands on both sides, none above."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import gates
from brukerstemmen.people.access import GRANTS, MATERIAL, SIDES, Permission, Role, Side
from brukerstemmen.people.actions import ethics, setup, team
from brukerstemmen.people.models import Grant, Organisation, Person
from brukerstemmen.people.models.ethics import Tie
from tests.cast import LATER, TODAY, prepare

P = Permission


def test_the_lead_and_the_interviewer_see_the_material(
    evaluation: Evaluation, anne: Person, frida: Person
) -> None:
    assert gates.may(anne, P.SEE_MATERIAL, evaluation)
    assert gates.may(frida, P.SEE_MATERIAL, evaluation)
    assert not gates.may(frida, P.LEAD_WORK, evaluation)


@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_nobody_else_does(evaluation: Evaluation, request: pytest.FixtureRequest, who: str) -> None:
    person = request.getfixturevalue(who)

    assert not any(gates.may(person, permission, evaluation) for permission in MATERIAL)
    assert not gates.open_work(person, P.SEE_WORK).filter(pk=evaluation.work_id).exists()
    with pytest.raises(PermissionDenied):
        gates.require(person, P.SEE_MATERIAL, evaluation)


def test_a_grant_ends_with_its_day(
    evaluation: Evaluation, frida: Person, clock_at: Callable[[date], None]
) -> None:
    clock_at(LATER)
    assert gates.may(frida, P.SEE_MATERIAL, evaluation)

    clock_at(LATER + timedelta(days=1))
    assert not gates.may(frida, P.SEE_MATERIAL, evaluation)


def test_ethics_and_pledge_come_first(
    evaluation: Evaluation, joins: Callable[..., Person], person: Callable[..., Person]
) -> None:
    newcomer = person("Nina")
    team.grant_role(evaluation.work, newcomer, Role.INTERVIEWER, until=LATER)
    assert gates.may(newcomer, P.SEE_WORK, evaluation)
    assert not gates.may(newcomer, P.SEE_MATERIAL, evaluation)

    prepare(evaluation, newcomer)
    assert gates.may(newcomer, P.SEE_MATERIAL, evaluation)


def test_new_guidelines_give_fourteen_days(
    evaluation: Evaluation, centre: Organisation, frida: Person, clock_at: Callable[[date], None]
) -> None:
    newest = setup.adopt_guidelines(centre, text="Ny versjon.", by=None)
    clock_at(TODAY + timedelta(days=14))
    assert gates.may(frida, P.SEE_MATERIAL, evaluation)

    clock_at(TODAY + timedelta(days=15))
    assert not gates.may(frida, P.SEE_MATERIAL, evaluation)

    ethics.accept_guidelines(newest, by=frida)
    assert gates.may(frida, P.SEE_MATERIAL, evaluation)


def test_an_employee_of_the_service_gets_no_role(
    evaluation: Evaluation, anne: Person, person: Callable[..., Person]
) -> None:
    employee = person("Olav")
    team.register_employment(employee, evaluation.work.parties.get(name="Solbakken døgnenhet"))

    with pytest.raises(ValidationError, match=r"evaluated service"):
        team.give_role(evaluation.work, employee, Role.INTERVIEWER, until=LATER, by=anne)


def test_one_who_is_employed_later_loses_sight_at_the_next_request(
    evaluation: Evaluation, frida: Person
) -> None:
    client = evaluation.work.parties.get(name="Elvesund")
    team.register_employment(frida, client)

    assert not gates.may(frida, P.SEE_MATERIAL, evaluation)


def test_nobody_starts_an_evaluation_of_the_place_they_work_in(
    evaluation: Evaluation, centre: Organisation, cecilie: Person, eli: Person
) -> None:
    """Cecilie is employed there; Eli has a role for the client, and one at the centre."""
    team.register_employment(cecilie, evaluation.work.parties.get(name="Solbakken døgnenhet"))
    team.grant_role(setup.centre_work(centre), eli, Role.STAFF, until=LATER)

    for by in (cecilie, eli):
        with pytest.raises(ValidationError, match="works in the evaluated service"):
            starting.start_evaluation(
                title="En til",
                services=["Solbakken døgnenhet"],
                client="Elvesund",
                centre=centre,
                by=by,
            )


def test_an_employment_around_the_service_counts_too(
    evaluation: Evaluation, frida: Person, centre: Organisation
) -> None:
    service = evaluation.work.parties.get(name="Solbakken døgnenhet")
    trust = team.register_organisation(name="Helseforetaket", kind="trust", centre=centre)
    Organisation.objects.filter(pk=service.pk).update(part_of=trust)
    team.register_employment(frida, trust)

    assert not gates.may(frida, P.SEE_MATERIAL, evaluation)


@pytest.mark.parametrize(
    ("tie", "sees"), [(Tie.NO, True), (Tie.MANAGEABLE, True), (Tie.YES, False)]
)
def test_a_declared_tie_closes_the_material(
    evaluation: Evaluation, frida: Person, tie: Tie, sees: bool
) -> None:
    ethics.declare_tie(evaluation.work, tie, by=frida)

    assert gates.may(frida, P.SEE_MATERIAL, evaluation) is sees


def test_the_verb_refuses_both_sides(evaluation: Evaluation, anne: Person, frida: Person) -> None:
    with pytest.raises(ValidationError, match="both"):
        team.give_role(evaluation.work, frida, Role.SERVICE_CONTACT, until=LATER, by=anne)


def test_the_database_refuses_both_sides_too(evaluation: Evaluation, frida: Person) -> None:
    row = Grant(
        person=frida,
        work=evaluation.work,
        role=Role.CLIENT_LEADER,
        side=Side.SERVICE,
        since=TODAY,
        until=LATER,
    )

    with pytest.raises(DatabaseError), transaction.atomic():
        row.save()


def test_the_database_refuses_the_other_side_of_the_same_service_elsewhere(
    evaluation: Evaluation, centre: Organisation, cecilie: Person, dag: Person
) -> None:
    from brukerstemmen.evaluations.actions.starting import start_evaluation

    again = start_evaluation(
        title="En gang til", services=["Solbakken døgnenhet"], centre=centre, by=cecilie
    )

    with pytest.raises(DatabaseError), transaction.atomic():
        team.grant_role(again.work, dag, Role.INTERVIEWER, until=LATER)


def test_the_side_cannot_be_written_wrong(evaluation: Evaluation, frida: Person) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Grant.objects.filter(person=frida).update(side=Side.SERVICE)


def test_the_last_lead_stays(evaluation: Evaluation, anne: Person) -> None:
    with pytest.raises(ValidationError, match="lead"):
        team.end_role(evaluation.work.grants.get(role=Role.LEAD), by=anne)


def test_a_letter_that_cannot_be_sent_undoes_no_role(
    joins: Callable[..., Person],
    evaluation: Evaluation,
    settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.nowhere.EmailBackend"

    with django_capture_on_commit_callbacks(execute=True):
        nina = joins("Nina", Role.INTERVIEWER)

    assert gates.may(nina, P.SEE_MATERIAL, evaluation)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.STAFF])
def test_no_role_of_the_centre_is_given_in_an_evaluation(
    evaluation: Evaluation, anne: Person, frida: Person, role: Role
) -> None:
    """A door asks whether the role is held anywhere: it must be held where it means something."""
    with pytest.raises(ValidationError):
        team.give_role(evaluation.work, frida, role, until=LATER, by=anne)


def test_only_the_lead_gives_roles(evaluation: Evaluation, frida: Person, cecilie: Person) -> None:
    with pytest.raises(PermissionDenied):
        team.give_role(evaluation.work, cecilie, Role.INTERVIEWER, until=LATER, by=frida)


def test_every_role_has_a_side_and_no_service_role_reaches_material() -> None:
    assert set(SIDES) == set(GRANTS) == set(Role)
    for role, side in SIDES.items():
        if side is Side.SERVICE:
            assert not GRANTS[role] & (MATERIAL | {P.SEE_WORK})


def test_an_inactive_person_holds_nothing(evaluation: Evaluation, frida: Person) -> None:
    Person.objects.filter(pk=frida.pk).update(is_active=False)

    assert not gates.may(Person.objects.get(pk=frida.pk), P.SEE_WORK, evaluation)
