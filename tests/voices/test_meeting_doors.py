"""Doors to the meetings: who gets in, planning, the next step, and each named step."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import ConfidentialityPledge, Person
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import Participant, UserMeeting
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.views.frame import at
from tests.cast import TODAY
from tests.voices.conftest import queries, say

OPEN = ["meeting", "codes", "write", "import_notes", "read_aloud", "mask", "consent"]


def planning(**more: object) -> dict[str, object]:
    return {
        "name": "Poliklinikk",
        "form": "in_person",
        "kind": "group",
        "once": str(uuid.uuid4()),
        **more,
    }


def held(**more: object) -> dict[str, object]:
    told = {
        "on": TODAY.isoformat(),
        "held": "on",
        "new_people": "3",
        "text_version": "1",
        "nobody_from_service": "on",
    }
    return planning(**{**told, **more})


@pytest.mark.parametrize("name", OPEN)
def test_service_outsider_other_centre_and_earlier_interviewer_know_of_nothing(
    meeting: UserMeeting,
    signed_in: Callable[[Person], Client],
    name: str,
    dag: Person,
    eli: Person,
    cecilie: Person,
    gro: Person,
    hans: Person,
    inger: Person,
) -> None:
    for who in (dag, eli, cecilie, gro, hans, inger):
        assert signed_in(who).get(at(name, meeting)).status_code == 404, who.name


@pytest.mark.parametrize("name", OPEN)
def test_without_a_pledge_one_is_sent_to_what_is_missing(
    meeting: UserMeeting, frida: Person, signed_in: Callable[[Person], Client], name: str
) -> None:
    ConfidentialityPledge.objects.filter(person=frida).delete()

    answer = signed_in(frida).get(at(name, meeting))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("people:ready", args=[meeting.work.slug]))


def test_the_list_names_each_meeting_and_where_it_stands(
    browser: Client, meeting: UserMeeting
) -> None:
    page = browser.get(reverse("voices:meetings", args=[meeting.work.slug])).content.decode()

    assert "Poliklinikk" in page and "Writing down" in page and "5 people" in page


def test_the_list_takes_the_same_queries_for_few_and_many(
    browser: Client, evaluation: Evaluation, meeting: UserMeeting, anne: Person
) -> None:
    address = reverse("voices:meetings", args=[evaluation.work.slug])
    few = queries(browser, address)
    say(meeting, 20, by=anne)
    for place in range(8):
        meetings.plan_meeting(evaluation, name=f"Møte {place}", by=anne)

    assert queries(browser, address) == few


def test_planning_leads_to_the_meeting(browser: Client, evaluation: Evaluation) -> None:
    sent = planning()
    address = reverse("voices:plan", args=[evaluation.work.slug])

    answers = [browser.post(address, sent) for _click in range(2)]

    made = UserMeeting.objects.get()
    assert [answer.url for answer in answers] == [at("meeting", made)] * 2
    assert made.state == MeetingState.PLANNED


def test_a_meeting_without_a_name_keeps_what_was_typed(
    browser: Client, evaluation: Evaluation
) -> None:
    sent = planning(name="", place="Rom 204")

    answer = browser.post(reverse("voices:plan", args=[evaluation.work.slug]), sent)

    assert answer.status_code == 422
    assert "Rom 204" in answer.content.decode()
    assert not UserMeeting.objects.exists()


def test_a_meeting_held_before_is_open_for_notes_after_one_form(
    browser: Client, evaluation: Evaluation
) -> None:
    address, sent = reverse("voices:plan", args=[evaluation.work.slug]), held()

    answers = [browser.post(address, sent) for _click in range(2)]

    made = UserMeeting.objects.get()
    assert {answer.url for answer in answers} == {at("import_notes", made)}
    assert made.state == MeetingState.HELD and made.held_on == TODAY
    assert Participant.objects.count() == 3
    assert "D01, D02, D03" in browser.get(answers[0].url).content.decode()


@pytest.mark.parametrize(
    "missing", ["new_people", "text_version", "nobody_from_service", "on", "name"]
)
def test_a_meeting_held_before_is_taken_up_as_a_whole_or_not_at_all(
    browser: Client, evaluation: Evaluation, missing: str
) -> None:
    sent = held(place="Rom 204", **{missing: ""})

    answer = browser.post(reverse("voices:plan", args=[evaluation.work.slug]), sent)

    assert answer.status_code == 422
    assert "Rom 204" in answer.content.decode()
    assert not UserMeeting.objects.exists() and not Participant.objects.exists()


def test_a_day_that_has_not_come_is_no_day_of_a_held_meeting(
    browser: Client, evaluation: Evaluation
) -> None:
    sent = held(on=(TODAY + timedelta(days=1)).isoformat())

    answer = browser.post(reverse("voices:plan", args=[evaluation.work.slug]), sent)

    assert answer.status_code == 422
    assert not UserMeeting.objects.exists()


def test_no_purpose_is_ticked_beforehand(browser: Client, meeting: UserMeeting) -> None:
    for address in (
        at("consent", meeting),
        reverse("voices:plan", args=[meeting.work.slug]) + "?holdt=1",
    ):
        form = browser.get(address).context["form"]
        assert not form["purposes"].value()


def test_a_planned_meeting_says_what_is_missing_and_where_to_see_to_it(
    browser: Client, evaluation: Evaluation, anne: Person
) -> None:
    planned = meetings.plan_meeting(evaluation, name="Ungdom", by=anne)

    page = browser.get(at("meeting", planned)).content.decode()

    assert "Everyone who takes part must have said yes first." in page
    assert at("consent", planned) in page


def test_opening_needs_the_tick_about_the_service(
    browser: Client, evaluation: Evaluation, anne: Person
) -> None:
    planned = meetings.plan_meeting(evaluation, name="Ungdom", by=anne)
    consent = {"new_people": 2, "channel": "paper", "on": TODAY.isoformat()}
    form = {**consent, "text_version": "1", "once": str(uuid.uuid4())}
    browser.post(at("consent", planned), form)
    day = {"on": TODAY.isoformat()}

    without = browser.post(at("hold", planned), day)
    assert without.status_code == 422
    assert "nobody from the service is in the room" in without.content.decode()

    with_tick = browser.post(at("hold", planned), {**day, "nobody_from_service": "on"})
    assert with_tick.url == at("write", planned)
    planned.refresh_from_db()
    assert planned.state == MeetingState.HELD


def test_each_state_has_its_one_primary_step(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    say(meeting, 1, by=anne)
    assert "Everything is written down" in browser.get(at("meeting", meeting)).content.decode()

    browser.post(at("finish_writing", meeting))
    page = browser.get(at("meeting", meeting)).content.decode()
    assert at("read_aloud", meeting) in page and "It was read aloud elsewhere" in page

    browser.post(at("finish_reading", meeting), {"on": TODAY.isoformat()})
    page = browser.get(at("meeting", meeting)).content.decode()
    assert at("mask", meeting) in page and "0 of 1 statements are ready" in page


def test_a_step_that_is_not_possible_says_so_and_changes_nothing(
    browser: Client, meeting: UserMeeting
) -> None:
    answer = browser.post(at("finish_writing", meeting), follow=True)

    assert "Nothing is written down yet." in answer.content.decode()
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD


def test_steps_are_only_taken_by_posting(browser: Client, meeting: UserMeeting) -> None:
    for name in ("hold", "finish_writing", "write_more", "pause", "debrief", "duty"):
        assert browser.get(at(name, meeting)).status_code == 405


def test_two_presses_are_one_pause(browser: Client, meeting: UserMeeting) -> None:
    for _press in range(2):
        browser.post(at("pause", meeting), {"after": "0"})

    meeting.refresh_from_db()
    assert meeting.pauses == 1


def test_the_team_is_put_on_duty_and_taken_off(
    browser: Client, meeting: UserMeeting, frida: Person
) -> None:
    browser.post(at("duty", meeting), {"person": frida.pk, "task": "leads"})
    assert "Leads the conversation" in browser.get(at("meeting", meeting)).content.decode()

    browser.post(at("duty", meeting), {"person": frida.pk, "task": ""})
    assert not meeting.meeting.attendances.exists()


def test_nobody_from_outside_can_be_put_on_duty(
    browser: Client, meeting: UserMeeting, dag: Person
) -> None:
    answer = browser.post(at("duty", meeting), {"person": dag.pk, "task": "leads"})

    assert answer.status_code == 422
    assert not meeting.meeting.attendances.exists()


def test_support_and_talking_together_afterwards(
    browser: Client, meeting: UserMeeting, evaluation: Evaluation
) -> None:
    profile = evaluation.work.centre.profile
    profile.support_contact = "Liv, 400 00 111"
    profile.save()

    assert "Liv, 400 00 111" in browser.get(at("meeting", meeting)).content.decode()
    browser.post(at("debrief", meeting))
    meeting.refresh_from_db()
    assert meeting.debriefed_on == TODAY
