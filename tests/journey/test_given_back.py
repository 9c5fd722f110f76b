"""On the road and on my page: words that go back, answers that come, and new words to read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.needs import Need
from brukerstemmen.journey import stages
from brukerstemmen.journey.facts import facts_of
from brukerstemmen.journey.next_act import Act, MeetingFacts, next_act
from brukerstemmen.journey.overview import overview_of
from brukerstemmen.journey.stages import Facts
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import invitations, validation
from brukerstemmen.voices.models import UserMeeting, ValidationRound
from brukerstemmen.voices.models.identity import Wish
from brukerstemmen.voices.states import Answer, MeetingState
from tests.cast import TODAY
from tests.crowd import crowd

DEADLINE = TODAY + timedelta(days=14)


@pytest.fixture
def around(masked: UserMeeting, anne: Person) -> ValidationRound:
    return validation.open_round(masked.evaluation, deadline=DEADLINE, by=anne)


def todo(evaluation: Evaluation, person: Person) -> list[str]:
    return [line["label"] for line in overview_of(evaluation, person).todo]


def test_what_is_masked_waits_to_be_given_back_by_the_lead(
    masked: UserMeeting, anne: Person, frida: Person
) -> None:
    evaluation = masked.evaluation
    assert facts_of(evaluation).to_give_back == 2
    assert "Give 2 statements back to those who said them" in todo(evaluation, anne)
    assert not any("back" in label for label in todo(evaluation, frida))
    assert "giving_back" in {line["need"] for line in overview_of(evaluation, anne).missing}

    validation.open_round(evaluation, deadline=DEADLINE, by=anne)
    assert facts_of(evaluation).to_give_back == 0
    assert not any("back" in label for label in todo(evaluation, anne))


def test_words_of_nobody_known_cannot_be_given_back(masked: UserMeeting) -> None:
    masked.statements.update(speaker=None)

    assert facts_of(masked.evaluation).to_give_back == 0


def test_answers_are_counted_in_people_and_quotes_in_statements(
    around: ValidationRound, anne: Person
) -> None:
    statement = around.evaluation.user_meetings.get().statements.get(position=1)
    validation.answer_on_behalf(statement, Answer.YES, based_on=1, by=anne)

    facts = facts_of(around.evaluation)

    assert (facts.offered, facts.answered, facts.quotable, facts.days_left) == (2, 1, 1, 14)
    numbers = {str(line["term"]): line for line in overview_of(around.evaluation, anne).numbers}
    assert (numbers["Have answered"]["value"], numbers["Have answered"]["of"]) == (1, 2)
    assert numbers["May be quoted"]["value"] == 1


@pytest.mark.parametrize(("days", "is_told"), [(0, False), (9, True), (14, True), (15, False)])
def test_a_deadline_that_is_near_is_told_of(
    around: ValidationRound, frida: Person, days: int, is_told: bool
) -> None:
    with clock.at(TODAY + timedelta(days=days)):
        told = [line for line in todo(around.evaluation, frida) if "not answered" in line]

    assert told == (["2 people have not answered about their words"] if is_told else [])


def test_new_words_wait_for_everybody_on_the_team_and_are_the_next_thing(
    around: ValidationRound, anne: Person, frida: Person
) -> None:
    meeting = around.evaluation.user_meetings.get()
    statement = meeting.statements.get(position=1)
    words = "Hun lytter, hun som behandler meg."
    validation.answer(statement, Answer.CHANGE, based_on=1, words=words, by_self=statement.speaker)

    overview = overview_of(around.evaluation, frida)

    assert "Read the new words of 1 statement" in [line["label"] for line in overview.todo]
    assert overview.now["url"] == reverse("voices:mask", args=[around.work.slug, meeting.number])
    assert "1 has new words" in overview.meetings[0]["note"] and not overview.meetings[0]["done"]


def test_replies_on_slips_wait_as_a_number(
    evaluation: Evaluation, anne: Person, frida: Person
) -> None:
    invitations.describe_invitation(evaluation, contact=anne, telephone="73 00 00 00", by=anne)
    sheet = invitations.make_slips(evaluation, where="Luka", language="nb", by=anne)
    reach = {"telephone": "20 55 01 47"}
    first, second = (
        invitations.reply(sheet, wish=Wish.TAKE_PART, reach=reach) for _each in range(2)
    )
    assert facts_of(evaluation).replies == 2
    assert "Get in touch with 2 people who have replied" in todo(evaluation, frida)

    invitations.answer_reply(first, by=frida)
    assert facts_of(evaluation).replies == 1
    invitations.forget_reply(second, by=frida)
    assert facts_of(evaluation).replies == 0


def test_the_next_thing_is_to_give_back_before_findings_are_written() -> None:
    sorted_all = Facts(meetings=1, statements=4, ready=4, sorted=4, to_give_back=4)

    assert next_act(sorted_all, []) == (Act.GIVE_BACK, None)
    given = replace(sorted_all, to_give_back=0)
    assert next_act(given, []) == (Act.FIND, None)
    passed = replace(sorted_all, passed=frozenset({Need.GIVING_BACK}))
    assert next_act(passed, []) == (Act.FIND, None)


def test_new_words_in_a_masked_meeting_come_before_what_is_new() -> None:
    meetings = [
        MeetingFacts(2, MeetingState.MASKED, waiting=1),
        MeetingFacts(1, MeetingState.MASKED),
    ]

    assert next_act(Facts(ready=4, statements=5), meetings) == (Act.NEW_WORDS, 2)


def test_giving_back_is_asked_for_and_may_be_passed() -> None:
    facts = Facts(meetings=1, meetings_held=1, statements=2, ready=2, to_give_back=2)
    asked = {lack.need: lack for lack in stages.missing(facts)}

    assert not asked[Need.GIVING_BACK].hard
    passed = replace(facts, passed=frozenset({Need.GIVING_BACK}))
    assert Need.GIVING_BACK not in {lack.need for lack in stages.missing(passed)}


def test_the_overview_links_to_the_words_given_back_when_there_are_some(
    masked: UserMeeting, signed_in: Callable[[Person], Client], anne: Person
) -> None:
    client, slug = signed_in(anne), masked.evaluation.work.slug
    page = client.get(reverse("journey:evaluation", args=[slug])).content.decode()

    assert reverse("voices:validation", args=[slug]) in page


def test_the_overview_asks_as_little_with_a_round_of_many(
    around: ValidationRound, anne: Person
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            overview_of(around.evaluation, anne)
        return len(seen)

    few = asked()
    crowd(around.evaluation.user_meetings.get(), 60, by=anne)
    validation.open_round(around.evaluation, deadline=DEADLINE, by=anne)

    assert asked() == few
