"""My page: what waits for me, derived from what has happened; and where each evaluation stands."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.evaluations.actions import guide, starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions.team import give_role
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import UserMeeting
from tests.cast import LATER, TODAY, prepare

HERE = "/arbeid/"


@pytest.fixture
def waits(signed_in: Callable[[Person], Client]) -> Callable[[Person], list[str]]:
    """The addresses of what waits for somebody."""

    def ask(who: Person) -> list[str]:
        return [one["url"] for one in signed_in(who).get(HERE).context["space"].waiting]

    return ask


def door(name: str, evaluation: Evaluation, *more: object) -> str:
    return reverse(name, args=[evaluation.work.slug, *more])


@pytest.mark.parametrize(("who", "status"), [("cecilie", 200), ("dag", 404), ("inger", 404)])
def test_the_workspace_is_for_those_who_work_here(
    who: str,
    status: int,
    evaluation: Evaluation,
    signed_in: Callable,
    request: pytest.FixtureRequest,
) -> None:
    client = signed_in(request.getfixturevalue(who))

    for address in (HERE, "/arbeid/evalueringer/"):
        answer = client.get(address)
        assert answer.status_code == status
        assert "Solbakken" not in answer.content.decode()


def test_nothing_waits_in_a_new_evaluation(
    evaluation: Evaluation, anne: Person, waits: Callable
) -> None:
    assert waits(anne) == []


def test_ethics_waits_first_and_alone(
    read_aloud: UserMeeting,
    evaluation: Evaluation,
    anne: Person,
    person: Callable,
    waits: Callable,
) -> None:
    new = person("Jon")
    give_role(evaluation.work, new, Role.INTERVIEWER, until=LATER, by=anne)

    assert waits(new) == [door("people:ready", evaluation)]


def test_unread_statements_wait_for_masking(
    read_aloud: UserMeeting, evaluation: Evaluation, anne: Person, waits: Callable
) -> None:
    assert waits(anne) == [door("voices:mask", evaluation, 1)]


def test_what_is_written_down_waits_for_reading_aloud(
    written: UserMeeting, evaluation: Evaluation, anne: Person, waits: Callable
) -> None:
    assert waits(anne) == [door("voices:read_aloud", evaluation, 1)]


def test_unsorted_statements_wait_for_the_board(
    masked: UserMeeting, evaluation: Evaluation, anne: Person, waits: Callable
) -> None:
    assert waits(anne) == [
        door("analysis:board", evaluation) + "?theme=none",
        door("voices:validation", evaluation),
    ]


@pytest.mark.parametrize(("days", "count"), [(-3, 1), (0, 1), (1, 0)])
def test_a_meeting_waits_from_its_day_on(
    days: int, count: int, evaluation: Evaluation, anne: Person, waits: Callable
) -> None:
    day = TODAY + timedelta(days=days)
    meetings.plan_meeting(evaluation, name="Døgn", planned_on=day, by=anne)

    assert waits(anne) == [door("voices:meeting", evaluation, 1)] * count


def test_yesterdays_writing_waits_to_be_finished(
    meeting: UserMeeting,
    evaluation: Evaluation,
    anne: Person,
    waits: Callable,
    clock_at: Callable,
) -> None:
    today = waits(anne)
    clock_at(TODAY + timedelta(days=1))

    assert today == []
    assert waits(anne) == [door("voices:write", evaluation, 1)]


def test_a_guide_waits_for_the_one_who_may_approve_it(
    evaluation: Evaluation, anne: Person, frida: Person, waits: Callable
) -> None:
    draft = guide.begin_guide(evaluation, by=anne)
    empty = waits(frida)
    theme = guide.add_theme(draft, title="Å bli møtt", by=anne)
    guide.add_question(theme, text="Hva er bra?", turn=Turn.GOOD, raised_by=RaisedBy.USERS, by=anne)

    assert empty == []
    assert waits(frida) == [door("evaluations:guide", evaluation)]
    assert waits(anne) == []

    guide.lock_guide(draft, by=frida)
    assert waits(frida) == []


def test_a_role_that_ends_soon_waits_for_its_owner_and_for_the_lead(
    evaluation: Evaluation, anne: Person, frida: Person, waits: Callable
) -> None:
    give_role(evaluation.work, frida, Role.INTERVIEWER, until=TODAY + timedelta(days=14), by=anne)
    give_role(evaluation.work, anne, Role.INTERVIEWER, until=TODAY + timedelta(days=15), by=anne)

    assert waits(frida) == [door("evaluations:team", evaluation)]
    assert waits(anne) == [door("evaluations:team", evaluation)]


def test_nothing_waits_in_what_was_stopped(
    read_aloud: UserMeeting, evaluation: Evaluation, anne: Person, waits: Callable
) -> None:
    starting.stop(evaluation, reason="Slutt.", by=anne)

    assert waits(anne) == []


def test_my_evaluations_stand_with_their_step(
    masked: UserMeeting, evaluation: Evaluation, anne: Person, signed_in: Callable
) -> None:
    client = signed_in(anne)

    for address, key in ((HERE, "space"), ("/arbeid/evalueringer/", "")):
        context = client.get(address).context
        lines = context[key].evaluations if key else context["evaluations"]
        assert [(line["title"], line["place"]["number"]) for line in lines] == [("Solbakken", 5)]


def test_only_staff_may_start(
    evaluation: Evaluation, anne: Person, frida: Person, signed_in: Callable
) -> None:
    start = reverse("evaluations:start")

    for address in (HERE, "/arbeid/evalueringer/"):
        assert start in signed_in(anne).get(address).content.decode()
        assert start not in signed_in(frida).get(address).content.decode()


@pytest.mark.parametrize("address", [HERE, "/arbeid/evalueringer/"])
def test_many_evaluations_ask_as_little_as_one(
    address: str,
    masked: UserMeeting,
    evaluation: Evaluation,
    centre: Organisation,
    anne: Person,
    signed_in: Callable,
) -> None:
    client = signed_in(anne)

    def queries() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    one = queries()
    for number in range(6):
        made = starting.start_evaluation(
            title=f"Nr {number}", services=["Tjeneste"], centre=centre, by=anne
        )
        prepare(made, anne)
        meetings.plan_meeting(made, name="Møte", planned_on=TODAY, by=anne)

    assert queries() == one
