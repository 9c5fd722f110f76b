"""Consent on paper: one act, codes and nothing else, never twice."""

import uuid

from django.test import Client

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import ConsentDecision, Participant, Presence, UserMeeting
from brukerstemmen.voices.views.frame import at
from tests.cast import TODAY


def yes(**more: object) -> dict[str, object]:
    told = {"new_people": "2", "channel": "paper", "on": TODAY.isoformat(), "text_version": "2"}
    return {**told, "once": str(uuid.uuid4()), **more}


def test_each_new_person_gets_a_code_that_is_shown_large(
    browser: Client, meeting: UserMeeting
) -> None:
    answer = browser.post(at("consent", meeting), yes(purposes=["quotes"]), follow=True)

    page = answer.content.decode()
    assert "2 new codes" in page and "D06" in page and "D07" in page
    told = ConsentDecision.objects.filter(participant__number=7).values_list("purpose", flat=True)
    assert set(told) == {"take_part", "quotes"}


def test_sent_twice_it_happens_once_also_when_somebody_registers_in_between(
    browser: Client, meeting: UserMeeting
) -> None:
    form = yes()
    browser.post(at("consent", meeting), form)
    browser.post(at("consent", meeting), yes(new_people="1"))
    browser.post(at("consent", meeting), form)

    assert Participant.objects.count() == 5 + 2 + 1


def test_somebody_with_a_code_from_before_is_here_too(
    browser: Client, meeting: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    second = meetings.plan_meeting(evaluation, name="Ungdom", by=anne)
    known = Participant.objects.get(number=3)

    answer = browser.post(at("consent", second), yes(new_people="", also=[str(known.pk)]))

    assert answer.status_code == 302
    assert Presence.objects.get(user_meeting=second).participant == known
    assert Participant.objects.count() == 5


def test_nobody_at_all_is_refused_and_what_was_typed_stands(
    browser: Client, meeting: UserMeeting
) -> None:
    answer = browser.post(at("consent", meeting), yes(new_people="0", text_version="mars 26"))

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Write how many people said yes." in page and "mars 26" in page


def test_a_number_no_meeting_has_is_refused(browser: Client, meeting: UserMeeting) -> None:
    assert browser.post(at("consent", meeting), yes(new_people="400")).status_code == 422
    assert Participant.objects.count() == 5


def test_the_page_of_codes_shows_all_who_are_here(browser: Client, meeting: UserMeeting) -> None:
    page = browser.get(at("codes", meeting)).content.decode()

    assert all(f"D0{number}" in page for number in range(1, 6))
