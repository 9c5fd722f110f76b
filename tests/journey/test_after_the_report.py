"""The road after the final report: rounds, telling back and closing, counted and shown."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brukerstemmen.closing.models import Closing
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions.rounds import plan_round
from brukerstemmen.followups.models import FollowUp, WhatHappened
from brukerstemmen.journey.facts import facts_of, facts_of_all
from brukerstemmen.journey.promised import promised_by
from brukerstemmen.journey.promises import Promise
from brukerstemmen.journey.service import evaluation_for
from brukerstemmen.measures.actions import (
    MatterTold,
    add_measure,
    answer_matters,
    put_to_service,
    take_step,
)
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import FeltTold, FollowUpTold, Measure, Standing, Turn
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import Organisation, Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import UserMeeting
from tests.cast import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def wanted(evaluation: Evaluation, anne: Person) -> UserMeeting:
    """Seven people, of whom all want to be contacted again."""
    meeting = meetings.plan_meeting(evaluation, name="Kveld", planned_on=TODAY, by=anne)
    meetings.register_consent(
        meeting,
        new_people=7,
        purposes=[consent.Purpose.CONTACT_AGAIN],
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=anne,
    )
    return meeting


def a_round(evaluation: Evaluation, **days: date) -> FollowUp:
    number = evaluation.follow_ups.count() + 1
    told = {"due_on": TODAY} | days
    return FollowUp.objects.create(evaluation=evaluation, key=evaluation.key, number=number, **told)


def kinds(evaluation: Evaluation) -> list[Promise]:
    return [one.promise for one in promised_by([evaluation])[evaluation.pk]]


def test_rounds_are_counted_by_how_far_they_are(evaluation: Evaluation) -> None:
    a_round(evaluation, due_on=TODAY + DAY)
    a_round(evaluation, due_on=TODAY - DAY)
    a_round(evaluation, opened_on=TODAY)
    a_round(evaluation, opened_on=TODAY, closed_on=TODAY)
    a_round(evaluation, opened_on=TODAY, closed_on=TODAY, told_on=TODAY)

    facts = facts_of(evaluation)

    assert (facts.rounds, facts.rounds_due, facts.rounds_open) == (5, 1, 1)
    assert (facts.rounds_to_tell, facts.rounds_told) == (1, 1)
    assert kinds(evaluation) == [Promise.BEGIN_ROUND, Promise.FELT, Promise.TELL_ROUND]


def test_those_who_wanted_to_hear_wait_from_the_first_telling(
    wanted: UserMeeting, evaluation: Evaluation
) -> None:
    before = facts_of(evaluation).wanting
    a_round(evaluation, opened_on=TODAY, closed_on=TODAY, told_on=TODAY)
    [promised] = promised_by([evaluation])[evaluation.pk]

    assert (before, facts_of(evaluation).wanting) == (0, 7)
    assert (promised.promise, promised.number, promised.since) == (Promise.FEEDBACK, 7, TODAY)


def test_the_day_of_closing_comes_and_then_all_lies_behind(
    evaluation: Evaluation, anne: Person, signed_in: Callable, clock_at: Callable
) -> None:
    key = evaluation.key
    Closing.objects.create(evaluation=evaluation, key=key, planned_on=TODAY + DAY)
    ahead = facts_of(evaluation)
    clock_at(TODAY + 3 * DAY)
    come, late = facts_of(evaluation), kinds(evaluation)
    Work.objects.filter(pk=evaluation.work_id).update(closed_on=TODAY + 3 * DAY)
    evaluation = Evaluation.objects.get(pk=evaluation.pk)
    page = signed_in(anne).get(f"/arbeid/evalueringer/{evaluation.work.slug}/")

    assert (ahead.closes_now, come.closes_now) == (False, True)
    assert late == [Promise.CLOSE]
    assert facts_of(evaluation).is_closed
    assert promised_by([evaluation]) == {}
    overview = page.context["overview"]
    assert overview.missing == overview.todo == []
    assert [one["state"] for one in overview.steps] == ["done"] * 7 + ["now"]


def test_what_is_due_waits_on_my_page_and_leads_to_its_own(
    wanted: UserMeeting, evaluation: Evaluation, anne: Person, signed_in: Callable
) -> None:
    a_round(evaluation, due_on=TODAY)
    a_round(evaluation, opened_on=TODAY, closed_on=TODAY)
    a_round(evaluation, opened_on=TODAY, closed_on=TODAY, told_on=TODAY)
    Closing.objects.create(evaluation=evaluation, key=evaluation.key, planned_on=TODAY)
    client = signed_in(anne)

    waiting = client.get("/arbeid/").context["space"].waiting
    promised = client.get("/arbeid/lofter/").context["told"].groups[0].lines
    here = f"/arbeid/evalueringer/{evaluation.work.slug}/"

    told = [line["url"].removeprefix(here) for line in waiting]
    assert told[-4:] == ["oppfolging/", "oppfolging/", "tilbakemelding/", "avslutning/"]
    for line in [*waiting, *promised]:
        assert client.get(line["url"]).status_code == 200, line


def test_many_rounds_and_evaluations_ask_as_little_as_one(
    wanted: UserMeeting, evaluation: Evaluation, centre: Organisation, anne: Person
) -> None:
    def queries(evaluations: list[Evaluation]) -> int:
        with CaptureQueriesContext(connection) as asked:
            facts_of_all(evaluations)
        return len(asked)

    a_round(evaluation, opened_on=TODAY, closed_on=TODAY, told_on=TODAY)
    one = queries([evaluation])
    for number in range(5):
        made = starting.start_evaluation(
            title=f"Nr {number}", services=["Tjeneste"], centre=centre, by=anne
        )
        a_round(made, opened_on=TODAY, closed_on=TODAY, told_on=TODAY)
        a_round(made)

    assert queries(list(Evaluation.objects.select_related("work"))) == one


# At the service


@pytest.fixture
def reopened(evaluation: Evaluation, anne: Person, eli: Person) -> Measure:
    """Told to be done, told not to be felt, and taken up again."""
    work = evaluation.work
    told = [MatterTold(None, 1, Turn.IMPROVE, Standing.CONFIRMED, "Funn")]
    matters = put_to_service(work, told, quarter="2026-1", by=anne)
    answer_matters(matters, says=Says.YES, given_by="Leder", by=eli)
    said = {"said_by": "Leder", "by": eli}
    made = add_measure(
        work,
        matters,
        title="Postkasse",
        owner="Leder",
        deadline=TODAY,
        notice="Ja",
        status=Status.PLANNED,
        **said,
    )
    take_step(made, Status.DONE, reason="", **said)
    around = FollowUpTold.objects.create(work=work, number=1, quarter="2026-1", replies=11)
    FeltTold.objects.create(
        follow_up=around, measure=made, verdict=Verdict.NOT_FELT, claimed=Status.DONE
    )
    late = TODAY - DAY
    Measure.objects.filter(pk=made.pk).update(status=Status.REOPENED, deadline=late)
    return made


def test_the_service_sees_what_users_notice_and_what_is_taken_up_again(
    reopened: Measure, evaluation: Evaluation, dag: Person, signed_in: Callable[[Person], Client]
) -> None:
    page = signed_in(dag).get(f"/tjeneste/{evaluation.work.slug}/")
    one = page.context["one"]

    assert [(str(line["term"]), line["value"]) for line in one.felt] == [
        ("Users do not notice it", 1)
    ]
    assert one.felt_by == 11
    assert [line["label"] for line in one.waits] == [
        "Say how you go on with 1 measure that is taken up again"
    ]
    for way in one.waits:
        assert signed_in(dag).get(way["url"]).status_code == 200, way


def test_the_public_story_is_led_to_when_it_is_out(
    reopened: Measure, evaluation: Evaluation, dag: Person
) -> None:
    before = evaluation_for(dag, evaluation.work.slug)
    WhatHappened.objects.create(work=evaluation.work, edition=1, quarter="2026-1", content={})
    with narrowed(Zone.Z1_RELEASED):
        after = evaluation_for(dag, evaluation.work.slug)

    assert (before.story_url, after.story_url) == ("", f"/hva-skjedde/{evaluation.work.slug}/")


def test_rounds_that_are_not_told_change_nothing_for_the_service(
    evaluation: Evaluation, anne: Person, dag: Person
) -> None:
    before = evaluation_for(dag, evaluation.work.slug)
    plan_round(evaluation, due_on=TODAY + DAY, by=anne)
    a_round(evaluation, opened_on=TODAY, closed_on=TODAY)
    Closing.objects.create(evaluation=evaluation, key=evaluation.key, planned_on=TODAY)

    assert evaluation_for(dag, evaluation.work.slug) == before


def test_the_service_is_told_when_the_evaluation_is_closed(
    evaluation: Evaluation, dag: Person, signed_in: Callable
) -> None:
    Work.objects.filter(pk=evaluation.work_id).update(closed_on=TODAY)

    page = signed_in(dag).get(f"/tjeneste/{evaluation.work.slug}/").content.decode()

    assert "The evaluation is closed" in page
