"""Where the work stands, for the service: told by somebody, and made from released things only."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.actions import LONGEST_NOTE, tell_service
from brukerstemmen.journey.models import Progress
from brukerstemmen.journey.service import evaluation_for
from brukerstemmen.measures.actions import MatterTold, answer_matters, ask_for_answers
from brukerstemmen.measures.actions import put_to_service as put
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.measures.states import Says
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import UserMeeting
from tests.cast import TODAY


def at(evaluation: Evaluation) -> str:
    return reverse("journey:service_evaluation", args=[evaluation.work.slug])


def door(evaluation: Evaluation) -> str:
    return reverse("journey:tell_service", args=[evaluation.work.slug])


def read(client: Client, where: str) -> str:
    """A page, without the token that is another each time."""
    page = client.get(where).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def put_three(evaluation: Evaluation, by: Person) -> list:
    told = [
        MatterTold(
            id=None,
            number=number,
            turn=Turn.IMPROVE,
            standing=Standing.PRELIMINARY,
            title=f"Funn {number}",
            good="",
            not_good="Ingen ringte.",
            better="",
            question="",
            nuance="",
            minority="",
        )
        for number in (1, 2, 3)
    ]
    return put(evaluation.work, told, quarter="2026-1", by=by)


# The verb


def test_the_newest_word_holds_and_none_is_changed(evaluation: Evaluation, anne: Person) -> None:
    tell_service(evaluation.work, step=Step.MEETINGS, note="Takk for kaffen.", by=anne)
    tell_service(evaluation.work, step=Step.THEMES, by=anne)

    told = list(Progress.objects.values_list("number", "step", "note", "on"))
    assert told == [(1, "meetings", "Takk for kaffen.", TODAY), (2, "themes", "", TODAY)]
    assert JournalEntry.objects.filter(what="progress.told", by=anne).count() == 2


def test_the_same_said_twice_is_said_once(evaluation: Evaluation, anne: Person) -> None:
    first = tell_service(evaluation.work, step=Step.MEETINGS, note="Hei", by=anne)

    assert tell_service(evaluation.work, step=Step.MEETINGS, note=" Hei ", by=anne) == first
    assert Progress.objects.count() == 1


@pytest.mark.parametrize("who", ["frida", "cecilie", "dag", "eli", "inger", "gro"])
def test_only_the_lead_tells(
    who: str, evaluation: Evaluation, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        tell_service(evaluation.work, step=Step.MEETINGS, by=request.getfixturevalue(who))


def test_a_long_letter_is_no_note(evaluation: Evaluation, anne: Person) -> None:
    with pytest.raises(ValidationError):
        tell_service(evaluation.work, step=Step.MEETINGS, note="a" * (LONGEST_NOTE + 1), by=anne)


# The lead's door


def test_one_press_on_the_overview_tells_them(
    masked: UserMeeting, evaluation: Evaluation, anne: Person, signed_in: Callable
) -> None:
    client = signed_in(anne)
    overview = client.get(reverse("journey:evaluation", args=[evaluation.work.slug]))
    offered = overview.context["overview"].service

    answer = client.post(door(evaluation), {"step": offered["step"]})

    assert answer.status_code == 302
    assert Progress.objects.get().step == overview.context["overview"].service["step"] == "themes"
    again = client.get(answer.url).context["overview"].service
    assert not again["is_behind"]


def test_what_was_typed_stays_when_it_was_not_right(
    evaluation: Evaluation, anne: Person, signed_in: Callable
) -> None:
    note = "kort " * LONGEST_NOTE

    page = signed_in(anne).post(door(evaluation), {"step": "meetings", "note": note})

    assert page.status_code == 422
    assert note.strip() in page.content.decode()
    assert not Progress.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("frida", 403), ("cecilie", 404), ("dag", 404)])
def test_the_door_is_the_leads(
    who: str,
    status: int,
    evaluation: Evaluation,
    signed_in: Callable,
    request: pytest.FixtureRequest,
) -> None:
    client = signed_in(request.getfixturevalue(who))

    assert client.get(door(evaluation)).status_code == status
    assert client.post(door(evaluation), {"step": "themes"}).status_code == status


# The service's page


@pytest.mark.parametrize("who", ["dag", "eli"])
def test_the_service_reads_where_the_work_stands(
    who: str,
    evaluation: Evaluation,
    anne: Person,
    signed_in: Callable,
    request: pytest.FixtureRequest,
) -> None:
    tell_service(evaluation.work, step=Step.DIALOGUE, note="Vi sees 16. januar.", by=anne)

    page = signed_in(request.getfixturevalue(who)).get(at(evaluation))

    assert "Vi sees 16. januar." in page.content.decode()
    assert [step["state"] for step in page.context["one"].steps] == [
        *["done"] * 6,
        "now",
        "next",
    ]


@pytest.mark.parametrize("who", ["anne", "frida", "cecilie", "gro", "inger"])
def test_nobody_else_stands_there(
    who: str, evaluation: Evaluation, signed_in: Callable, request: pytest.FixtureRequest
) -> None:
    assert signed_in(request.getfixturevalue(who)).get(at(evaluation)).status_code == 404


def test_an_evaluation_of_somebody_else_is_not_known(
    dag: Person, evaluation: Evaluation, signed_in: Callable
) -> None:
    there = reverse("journey:service_evaluation", args=["et-annet-sted"])

    assert signed_in(dag).get(there).status_code == 404


def test_what_waits_is_counted_with_its_age(
    evaluation: Evaluation,
    anne: Person,
    eli: Person,
    dag: Person,
    clock_at: Callable,
    signed_in: Callable,
) -> None:
    first, *_rest = put_three(evaluation, anne)
    ask_for_answers(evaluation.work, answer_by=TODAY + timedelta(days=21), by=anne)
    clock_at(TODAY + timedelta(days=5))
    answer_matters([first], says=Says.YES, given_by="Leder", by=eli)

    [waits] = signed_in(dag).get(at(evaluation)).context["one"].waits

    assert waits["label"] == "Answer 2 findings"
    assert waits["note"] == "Have waited for 5 days · by 23. March"


def test_the_page_is_made_from_what_the_service_may_reach(
    evaluation: Evaluation, anne: Person, dag: Person
) -> None:
    put_three(evaluation, anne)
    tell_service(evaluation.work, step=Step.REPORT, by=anne)

    with narrowed(Zone.Z1_RELEASED):
        found = evaluation_for(dag, evaluation.work.slug)

    assert found is not None and found.matters == 3


def test_nothing_that_happens_inside_moves_the_page(
    meeting: UserMeeting,
    evaluation: Evaluation,
    dag: Person,
    signed_in: Callable,
    request: pytest.FixtureRequest,
) -> None:
    client: Client = signed_in(dag)
    before = [read(client, at(evaluation)), read(client, "/tjeneste/")]

    request.getfixturevalue("masked")

    assert before == [read(client, at(evaluation)), read(client, "/tjeneste/")]


def test_more_findings_and_words_ask_for_no_more_queries(
    evaluation: Evaluation, anne: Person, dag: Person, signed_in: Callable
) -> None:
    client = signed_in(dag)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(at(evaluation)).status_code == 200
        return len(asked)

    tell_service(evaluation.work, step=Step.REPORT, by=anne)
    put_three(evaluation, anne)
    few = queries()
    tell_service(evaluation.work, step=Step.DIALOGUE, by=anne)
    put_three(evaluation, anne)

    assert queries() <= few
