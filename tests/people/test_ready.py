"""Ethics before material: guidelines, pledge and ties, and who never gets past."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import Client

from brukerstemmen.evaluations.actions import team
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.meetings.models import Attendance, Task
from brukerstemmen.people import clock, gates
from brukerstemmen.people.access import Permission, Role, Side
from brukerstemmen.people.actions import ethics, setup
from brukerstemmen.people.actions import team as people_team
from brukerstemmen.people.models import ConflictDeclaration, Grant, GuidelineAcceptance, Person
from brukerstemmen.people.models.ethics import Tie
from brukerstemmen.voices.models import UserMeeting
from tests.cast import LATER, TODAY

P = Permission
SignedIn = Callable[[Person], Client]


@pytest.fixture
def nils(evaluation: Evaluation, anne: Person) -> Person:
    """An interviewer who has done nothing of what comes first."""
    grant = team.invite(
        evaluation,
        name="Nils",
        email="nils@example.com",
        role=Role.INTERVIEWER,
        until=LATER,
        by=anne,
    )
    return grant.person


@pytest.fixture
def here(evaluation: Evaluation) -> str:
    return f"/arbeid/klar/{evaluation.work.slug}/"


def test_one_thing_at_a_time_then_on_to_where_one_was_going(
    evaluation: Evaluation, nils: Person, signed_in: SignedIn, here: str
) -> None:
    client, neste = signed_in(nils), "/arbeid/evalueringer/solbakken/moter/"

    page = client.get(here, {"neste": neste})
    assert "Read the ethical guidelines" in page.content.decode()
    assert "Vi lytter først." in page.content.decode()
    assert not gates.may(nils, P.SEE_MATERIAL, evaluation)

    page = client.post(f"{here}ja/", {"version": "1", "neste": neste}, follow=True)
    assert "Sign the pledge" in page.content.decode()
    page = client.post(f"{here}loftet/", {"neste": neste}, follow=True)
    assert gates.may(nils, P.SEE_MATERIAL, evaluation)
    assert "Ties to the service" in page.content.decode()
    answer = client.post(f"{here}band/", {"tie": "no", "neste": neste})

    assert client.get(answer["Location"])["Location"] == neste


@pytest.mark.parametrize("away", ["https://example.com/", "//example.com/", "/\\example.com"])
def test_nobody_is_sent_to_somebody_elses_address(
    evaluation: Evaluation, frida: Person, signed_in: SignedIn, here: str, away: str
) -> None:
    ethics.declare_tie(evaluation.work, Tie.NO, by=frida)

    answer = signed_in(frida).get(here, {"neste": away})

    assert answer["Location"] == "/arbeid/evalueringer/solbakken/"


def test_a_version_that_was_replaced_meanwhile_is_not_accepted(
    evaluation: Evaluation, nils: Person, signed_in: SignedIn, here: str
) -> None:
    setup.adopt_guidelines(evaluation.work.centre, text="Nye.", by=None)

    page = signed_in(nils).post(f"{here}ja/", {"version": "1", "neste": "/inn/"}, follow=True)

    assert not GuidelineAcceptance.objects.filter(person=nils).exists()
    assert "changed meanwhile" in page.content.decode()


def test_a_tie_must_be_chosen_and_it_never_asks_why(
    nils: Person, signed_in: SignedIn, here: str
) -> None:
    answer = signed_in(nils).post(f"{here}band/", {"neste": "/inn/"})

    body = answer.content.decode()
    assert answer.status_code == 422 and "Choose one of the three answers" in body
    assert "is no tie" in body and "textarea" not in body
    assert not ConflictDeclaration.objects.exists()


def test_yes_to_ties_closes_the_material_and_can_be_taken_back(
    evaluation: Evaluation, frida: Person, signed_in: SignedIn, here: str
) -> None:
    client = signed_in(frida)
    page = client.post(f"{here}band/", {"tie": "yes"}, follow=True)
    assert "ties that cannot be set aside" in page.content.decode()
    assert not gates.may(frida, P.SEE_MATERIAL, evaluation)
    assert gates.may(frida, P.SEE_WORK, evaluation)

    client.post(f"{here}band/", {"tie": "manageable"})

    assert gates.may(frida, P.SEE_MATERIAL, evaluation)


@pytest.mark.parametrize("tie", ["", "no", "manageable"])
def test_having_used_the_service_or_a_tie_to_handle_is_no_stop(
    evaluation: Evaluation, frida: Person, tie: str
) -> None:
    """Frida has told of own experience: there is no fact about it that could stop her."""
    if tie:
        ethics.declare_tie(evaluation.work, Tie(tie), by=frida)

    assert gates.may(frida, P.SEE_MATERIAL, evaluation)


def test_who_works_in_the_service_gets_no_role_on_the_team(
    evaluation: Evaluation, anne: Person, person: Callable[..., Person]
) -> None:
    service = evaluation.work.parties.get(name="Solbakken døgnenhet")
    olav = person("Olav")
    people_team.register_employment(olav, service)

    with pytest.raises(ValidationError, match="works in the evaluated service"):
        people_team.give_role(evaluation.work, olav, Role.INTERVIEWER, until=LATER, by=anne)


@pytest.mark.parametrize("employer", ["Solbakken døgnenhet", "Elvesund"])
def test_employment_registered_later_closes_at_the_next_request(
    evaluation: Evaluation,
    meeting: UserMeeting,
    frida: Person,
    signed_in: SignedIn,
    here: str,
    employer: str,
) -> None:
    assert UserMeeting.objects.visible_to(frida, P.SEE_MATERIAL).exists()
    people_team.register_employment(frida, evaluation.work.parties.get(name=employer))

    assert not UserMeeting.objects.visible_to(frida, P.SEE_MATERIAL).exists()
    with pytest.raises(PermissionDenied):
        gates.require(frida, P.WRITE_DOWN, evaluation)
    body = signed_in(frida).get(here).content.decode()
    assert "You do not see the material here" in body and "protects them, and you" in body


def test_employment_that_has_ended_is_no_conflict(evaluation: Evaluation, frida: Person) -> None:
    service = evaluation.work.parties.get(name="Solbakken døgnenhet")
    people_team.register_employment(frida, service, until=TODAY - timedelta(days=1))

    assert gates.may(frida, P.SEE_MATERIAL, evaluation)


def test_a_role_ends_with_its_last_day(
    evaluation: Evaluation, frida: Person, clock_at: Callable, signed_in: SignedIn, here: str
) -> None:
    clock_at(LATER)
    assert gates.may(frida, P.SEE_WORK, evaluation)

    clock_at(LATER + timedelta(days=1))

    assert not gates.may(frida, P.SEE_WORK, evaluation)
    assert signed_in(frida).get(here).status_code == 404


def test_new_guidelines_give_fourteen_days(
    evaluation: Evaluation, frida: Person, clock_at: Callable
) -> None:
    setup.adopt_guidelines(evaluation.work.centre, text="Nye retningslinjer.", by=None)
    clock_at(TODAY + timedelta(days=14))
    assert gates.may(frida, P.SEE_MATERIAL, evaluation)

    clock_at(TODAY + timedelta(days=15))

    assert not gates.may(frida, P.SEE_MATERIAL, evaluation)


def test_new_guidelines_never_lock_anyone_out_in_the_middle_of_a_meeting(
    evaluation: Evaluation, meeting: UserMeeting, anne: Person, clock_at: Callable
) -> None:
    with clock.at(TODAY - timedelta(days=30)):
        setup.adopt_guidelines(evaluation.work.centre, text="Nye.", by=None)
    assert not gates.may(anne, P.WRITE_DOWN, evaluation)

    Attendance.objects.create(meeting=meeting.meeting, person=anne, task=Task.LEADS)

    assert gates.may(anne, P.WRITE_DOWN, evaluation), "she leads a meeting today"
    clock_at(TODAY + timedelta(days=1))
    assert not gates.may(anne, P.WRITE_DOWN, evaluation)


def test_a_new_version_can_be_accepted_before_the_days_are_over(
    evaluation: Evaluation, frida: Person, signed_in: SignedIn, here: str
) -> None:
    setup.adopt_guidelines(evaluation.work.centre, text="Nye retningslinjer.", by=None)
    client = signed_in(frida)
    page = client.get("/arbeid/retningslinjer/").content.decode()
    assert "Nye retningslinjer." in page and "will follow them" in page

    page = client.post(f"{here}ja/", {"version": "2"}, follow=True).content.decode()

    assert "You said yes to them" in page


def test_the_database_refuses_both_sides(evaluation: Evaluation, dag: Person) -> None:
    with pytest.raises(DatabaseError, match="both sides"), transaction.atomic():
        Grant.objects.create(
            person=dag,
            role=Role.INTERVIEWER,
            side=Side.INSIDE,
            work=evaluation.work,
            since=TODAY,
            until=LATER,
        )


def test_the_verb_refuses_both_sides_with_a_sentence(
    evaluation: Evaluation, anne: Person, frida: Person
) -> None:
    with pytest.raises(ValidationError, match="both on the team and on the side of the service"):
        people_team.give_role(evaluation.work, frida, Role.SERVICE_CONTACT, until=LATER, by=anne)


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "gro", "hans", "inger"])
def test_who_is_not_on_the_team_finds_nothing(
    request: pytest.FixtureRequest, who: str, signed_in: SignedIn, here: str
) -> None:
    client = signed_in(request.getfixturevalue(who))

    assert client.get(here).status_code == 404
    for door in ("loftet/", "band/"):
        assert client.post(f"{here}{door}", {"tie": "no"}).status_code == 404
