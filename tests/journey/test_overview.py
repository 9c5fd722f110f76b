"""The overview: the road, what to do next, what is missing, and what is kept until the pledge."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.analysis.actions import themes
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions.team import give_role
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import Statement, UserMeeting
from tests.cast import LATER, TODAY
from tests.crowd import crowd
from tests.world import World


def at(evaluation: Evaluation) -> str:
    return reverse("journey:evaluation", args=[evaluation.work.slug])


@pytest.fixture
def client(signed_in: Callable[[Person], Client], anne: Person) -> Client:
    return signed_in(anne)


@pytest.fixture
def jon(person: Callable[..., Person], evaluation: Evaluation, anne: Person) -> Person:
    """On the team since today; has not read the guidelines yet."""
    made = person("Jon")
    give_role(evaluation.work, made, Role.INTERVIEWER, until=LATER, by=anne)
    return made


@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_those_without_a_role_on_the_team_do_not_know_of_it(
    who: str, evaluation: Evaluation, signed_in: Callable, request: pytest.FixtureRequest
) -> None:
    client = signed_in(request.getfixturevalue(who))

    assert client.get(at(evaluation)).status_code == 404


def test_a_new_evaluation_says_what_to_do_first(evaluation: Evaluation, client: Client) -> None:
    overview = client.get(at(evaluation)).context["overview"]

    assert overview.now["url"] == reverse("evaluations:describe", args=[evaluation.work.slug])
    assert overview.now["beside_url"] == reverse("voices:plan", args=[evaluation.work.slug])
    assert [step["state"] for step in overview.steps] == ["now"] + ["next"] * 7
    assert {item["need"] for item in overview.missing} == {"agreement", "degree", "promise"}


def test_every_step_leads_somewhere(evaluation: Evaluation, client: Client) -> None:
    for step in client.get(at(evaluation)).context["overview"].steps:
        assert client.get(step["url"]).status_code == 200, step["url"]


def test_the_meeting_where_words_wait_is_the_next_thing(
    read_aloud: UserMeeting, evaluation: Evaluation, client: Client
) -> None:
    overview = client.get(at(evaluation)).context["overview"]

    assert overview.now["url"] == reverse("voices:mask", args=[evaluation.work.slug, 1])
    assert overview.meetings[0]["name"].endswith("Poliklinikk")
    assert "2" in overview.meetings[0]["note"]


def test_people_attendances_and_statements_are_three_numbers(
    masked: UserMeeting, evaluation: Evaluation, anne: Person, client: Client
) -> None:
    again = meetings.plan_meeting(evaluation, name="Igjen", by=anne)
    meetings.register_consent(
        again,
        new_people=0,
        also=list(evaluation.participants.all()[:2]),
        channel="paper",
        on=TODAY,
        text_version="1",
        by=anne,
    )

    numbers = client.get(at(evaluation)).context["overview"].numbers

    assert [one["value"] for one in numbers] == [5, 7, 2, 2]


def test_days_to_the_dialogue_meeting_are_counted_down(
    evaluation: Evaluation, anne: Person, client: Client
) -> None:
    starting.describe(evaluation, dialogue_on=TODAY + timedelta(days=103), by=anne)

    assert client.get(at(evaluation)).context["overview"].numbers[-1]["value"] == 103


# What is missing


def test_the_lead_may_go_on_but_never_past_a_hard_stop(
    read_aloud: UserMeeting, evaluation: Evaluation, client: Client
) -> None:
    missing = client.get(at(evaluation)).context["overview"].missing

    assert missing[0]["need"] == Need.MASKING
    assert not missing[0]["pass_url"]
    assert all(item["pass_url"] for item in missing[1:])


def test_an_interviewer_sees_what_is_missing_but_does_not_go_past(
    evaluation: Evaluation, frida: Person, signed_in: Callable
) -> None:
    missing = signed_in(frida).get(at(evaluation)).context["overview"].missing

    assert missing
    assert not any(item["pass_url"] for item in missing)


def test_what_was_passed_stands_with_the_reason(
    evaluation: Evaluation, anne: Person, client: Client
) -> None:
    starting.pass_need(evaluation, Need.AGREEMENT, why="Leder er på ferie.", by=anne)

    page = client.get(at(evaluation))

    assert "Leder er på ferie." in page.content.decode()
    assert Need.AGREEMENT not in {item["need"] for item in page.context["overview"].missing}


def test_steps_taken_elsewhere_are_shown_so(
    evaluation: Evaluation, anne: Person, client: Client
) -> None:
    for step in (Step.AGREEMENT, Step.PREPARING, Step.INVITING):
        starting.mark_done_elsewhere(evaluation, step, on=TODAY, by=anne)

    steps = client.get(at(evaluation)).context["overview"].steps

    assert [step["state"] for step in steps[:4]] == ["outside"] * 3 + ["now"]


# Before ethics and pledge


def test_before_the_pledge_there_are_counts_and_a_friendly_way_on(
    world: World, jon: Person, signed_in: Callable
) -> None:
    page = signed_in(jon).get(at(world.evaluation))

    assert page.status_code == 200
    assert reverse("people:ready", args=[world.evaluation.work.slug]) in page.content.decode()
    counted = Statement.objects.filter(user_meeting__evaluation=world.evaluation).count()
    assert page.context["overview"].numbers[2]["value"] == counted


def test_before_the_pledge_no_word_is_shown_that_anybody_has_written(
    world: World, jon: Person, anne: Person, signed_in: Callable
) -> None:
    starting.stop(world.evaluation, reason="kanarifuglstopp", by=anne)

    for address in (at(world.evaluation), reverse("journey:workspace")):
        page = signed_in(jon).get(address).content.decode()
        assert "kanarifugl" not in page


def test_before_the_pledge_nobody_is_told_who_has_own_experience(
    frida: Person, jon: Person, evaluation: Evaluation, signed_in: Callable
) -> None:
    def line(who: Person) -> str:
        team = signed_in(who).get(at(evaluation)).context["overview"].team
        return next(one["role"] for one in team if one["name"] == "Frida")

    assert line(jon) != line(frida)


# Stopped


def test_a_stopped_evaluation_says_so_and_why(
    evaluation: Evaluation, anne: Person, client: Client
) -> None:
    starting.stop(evaluation, reason="Avdelingen er lagt ned.", by=anne)

    page = client.get(at(evaluation)).content.decode()

    assert "Avdelingen er lagt ned." in page
    assert 'id="now"' not in page


def test_the_service_stands_last_in_the_team_and_sees_no_words(
    evaluation: Evaluation, frida: Person, dag: Person, client: Client
) -> None:
    team = client.get(at(evaluation)).context["overview"].team

    assert [one["name"] for one in team] == ["Anne", "Frida", "Dag"]


# How heavy it is


def test_the_overview_asks_as_little_for_six_thousand_as_for_sixty(
    meeting: UserMeeting, evaluation: Evaluation, anne: Person, client: Client
) -> None:
    def queries() -> int:
        client.get(at(evaluation))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(at(evaluation)).status_code == 200
        return len(asked)

    made = themes.add_themes(evaluation, ["Én", "To"], by=anne)
    crowd(meeting, 60, by=anne)
    themes.sort(meeting.statements.first(), made, by=anne)
    few = queries()
    crowd(meeting, 5940, by=anne)

    assert queries() == few
    assert few < 60


# One place to stand


@pytest.mark.parametrize("stage", ["meeting", "written", "read_aloud", "masked"])
def test_you_are_here_where_the_next_thing_is_done(
    stage: str, evaluation: Evaluation, client: Client, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(stage)

    overview = client.get(at(evaluation)).context["overview"]

    [place] = [step["number"] for step in overview.steps if step["state"] == "now"]
    assert place == overview.now["number"]
