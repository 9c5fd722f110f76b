"""The team's page: roles with an end, own experience told by oneself, refusals said plainly."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from brukerstemmen.evaluations.models import Evaluation, TeamMember
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import team as people_team
from brukerstemmen.people.models import Grant, Person
from tests.cast import LATER, TODAY

SignedIn = Callable[[Person], Client]
HERE = "/arbeid/evalueringer/solbakken/team/"


def invited(**more: str) -> dict[str, str]:
    told = {"role": "interviewer", "name": "Nils", "email": "nils@example.com"}
    return told | {"until": str(LATER)} | more


def test_the_page_tells_who_is_here_until_when(
    evaluation: Evaluation, frida: Person, dag: Person, signed_in: SignedIn
) -> None:
    page = signed_in(frida).get(HERE).content.decode()

    assert all(name in page for name in ("Anne", "Frida", "Dag"))
    assert "has own experience" in page and "Solbakken døgnenhet" in page
    assert f"{LATER.year}" in page and "/avslutt/" not in page


def test_somebody_new_is_invited_with_a_letter(
    evaluation: Evaluation,
    anne: Person,
    signed_in: SignedIn,
    django_capture_on_commit_callbacks: Callable,
) -> None:
    client = signed_in(anne)
    with django_capture_on_commit_callbacks(execute=True):
        for _click in range(2):
            assert client.post(f"{HERE}inviter/", invited()).status_code == 302

    nils = Person.objects.get(email="nils@example.com")
    assert evaluation.work.roles_of(nils) == {Role.INTERVIEWER}
    assert [letter.to for letter in mail.outbox] == [["nils@example.com"]]
    assert "Solbakken" not in mail.outbox[0].body + mail.outbox[0].subject


def test_who_stands_in_the_service_says_where(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client = signed_in(anne)
    service = evaluation.work.parties.get(name="Solbakken døgnenhet")
    told = invited(role="service_contact")
    assert client.post(f"{HERE}inviter/", told).status_code == 422

    client.post(f"{HERE}inviter/", told | {"works_at": str(service.pk)})

    nils = Person.objects.get(email="nils@example.com")
    assert nils.employments.get().organisation == service


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"email": "ikke en adresse"}, "id_email"),
        ({"until": str(TODAY - timedelta(days=1))}, "already passed"),
        ({"role": "administrator"}, "id_role"),
        ({"name": "   "}, "id_name"),
    ],
)
def test_what_is_not_right_is_said_and_nothing_typed_is_lost(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn, change: dict[str, str], says: str
) -> None:
    told = invited() | change
    answer = signed_in(anne).post(f"{HERE}inviter/", told)

    body = answer.content.decode()
    assert answer.status_code == 422 and says in body and told["email"] in body
    assert not Person.objects.filter(email="nils@example.com").exists()


def test_a_conflict_of_interest_is_refused_with_a_sentence(
    evaluation: Evaluation, anne: Person, dag: Person, signed_in: SignedIn
) -> None:
    answer = signed_in(anne).post(f"{HERE}inviter/", invited(email=dag.email))

    assert answer.status_code == 422
    assert "works in the evaluated service" in answer.content.decode()
    assert evaluation.work.roles_of(dag) == {Role.SERVICE_CONTACT}


def test_both_sides_are_refused_with_a_sentence(
    evaluation: Evaluation, anne: Person, frida: Person, signed_in: SignedIn
) -> None:
    client_ = evaluation.work.parties.get(name="Elvesund")
    told = invited(email=frida.email, role="client_leader", works_at=str(client_.pk))

    answer = signed_in(anne).post(f"{HERE}inviter/", told)

    assert answer.status_code == 422
    assert "both on the team and on the side of the service" in answer.content.decode()
    assert not frida.employments.exists(), "nothing of it is kept"


def test_a_role_is_ended_after_a_question(
    evaluation: Evaluation, anne: Person, frida: Person, signed_in: SignedIn
) -> None:
    grant = evaluation.work.grants.get(person=frida)
    client, address = signed_in(anne), f"{HERE}{grant.pk}/avslutt/"
    assert "Frida" in client.get(address).content.decode()

    client.post(address)

    assert evaluation.work.roles_of(frida) == set()
    assert signed_in(frida).get(HERE).status_code == 404
    assert client.get(address).status_code == 404


def test_somebody_must_lead(evaluation: Evaluation, anne: Person, signed_in: SignedIn) -> None:
    grant = evaluation.work.grants.get(person=anne)
    answer = signed_in(anne).post(f"{HERE}{grant.pk}/avslutt/")

    assert answer.status_code == 422 and "Somebody must lead" in answer.content.decode()
    assert evaluation.work.roles_of(anne) == {Role.LEAD}


def test_roles_elsewhere_are_not_ended_here(
    evaluation: Evaluation, anne: Person, gro: Person, signed_in: SignedIn
) -> None:
    address = f"{HERE}{gro.grants.get().pk}/avslutt/"

    assert signed_in(anne).post(address).status_code == 404


def test_an_interviewer_gives_and_ends_no_roles(
    evaluation: Evaluation, frida: Person, anne: Person, signed_in: SignedIn
) -> None:
    client, grant = signed_in(frida), evaluation.work.grants.get(person=anne)

    assert client.post(f"{HERE}inviter/", invited()).status_code == 403
    assert client.post(f"{HERE}{grant.pk}/avslutt/").status_code == 403
    assert not Person.objects.filter(email="nils@example.com").exists()


def test_own_experience_is_told_by_oneself_and_taken_back(
    evaluation: Evaluation, joins: Callable[..., Person], signed_in: SignedIn
) -> None:
    nils = joins("Nils", Role.INTERVIEWER)
    client = signed_in(nils)
    client.post(f"{HERE}egen-erfaring/", {"has_it": "yes", "person": "somebody else"})
    assert [m.person for m in TeamMember.objects.filter(own_experience=True)] == [nils]

    client.post(f"{HERE}egen-erfaring/", {"has_it": "no"})

    assert not TeamMember.objects.filter(own_experience=True).exists()


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "gro", "hans", "inger"])
def test_nobody_else_sees_the_team(
    evaluation: Evaluation, request: pytest.FixtureRequest, who: str, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))

    assert client.get(HERE).status_code == 404
    assert client.post(f"{HERE}egen-erfaring/", {"has_it": "yes"}).status_code == 404


def test_a_grant_that_ran_out_is_not_shown(
    evaluation: Evaluation, anne: Person, frida: Person, clock_at: Callable, signed_in: SignedIn
) -> None:
    clock_at(LATER + timedelta(days=1))
    people_team.grant_role(evaluation.work, anne, Role.LEAD, until=LATER + timedelta(days=9))

    assert "Frida" not in signed_in(anne).get(HERE).content.decode()


def test_the_page_asks_as_often_for_three_as_for_thirteen(
    evaluation: Evaluation,
    anne: Person,
    joins: Callable[..., Person],
    signed_in: SignedIn,
    django_assert_max_num_queries: Callable,
    django_assert_num_queries: Callable,
) -> None:
    client = signed_in(anne)
    client.get(HERE)
    with django_assert_max_num_queries(40) as few:
        client.get(HERE)
    for number in range(10):
        joins(f"Kollega{number}", Role.INTERVIEWER)
    assert Grant.objects.filter(work=evaluation.work).count() == 11

    with django_assert_num_queries(len(few)):
        client.get(HERE)
