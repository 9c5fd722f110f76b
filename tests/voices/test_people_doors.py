"""Those who take part, as codes: lists, codes anew, a yes on behalf, and the way out."""

import re
import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import DayEntry, JournalEntry, Person
from brukerstemmen.privacy.consent import Channel, Purpose, State
from brukerstemmen.voices.actions import codes, consenting, invitations, meetings, withdrawal
from brukerstemmen.voices.models import (
    Companion,
    ConsentDecision,
    Contact,
    Participant,
    PersonalCode,
    UserMeeting,
    WallCode,
)
from brukerstemmen.voices.views.frame import at as at_meeting
from tests.cast import TODAY
from tests.voices.conftest import queries


def at(name: str, *more: object) -> str:
    return reverse(f"voices:{name}", args=["solbakken", *more])


@pytest.fixture
def somebody(meeting: UserMeeting) -> Participant:
    return Participant.objects.get(number=2)


def answers(**more: str) -> dict[str, str]:
    told = {"take_part": "yes", "quotes": "yes", "contact_again": "no"}
    return {**told, "channel": "phone", "text_version": "1", **more}


def code_on(page: str) -> str:
    [shown] = re.findall(r'class="paper-code">([0-9A-Z-]+)<', page)
    return shown


def test_the_list_says_in_words_how_each_stands(
    browser: Client, written: UserMeeting, anne: Person
) -> None:
    codes.give_code(Participant.objects.get(number=1), by=anne)
    withdrawal.withdraw(Participant.objects.get(number=4))
    page = browser.get(at("participants")).content.decode()

    assert "Takes part" in page and "no code yet" in page and "code given" in page
    assert "<strong>D04</strong> · withdrew" in page
    assert at("participant", 4) not in page, "a line without content"


def test_the_list_takes_as_many_queries_for_forty_as_for_five(
    browser: Client, meeting: UserMeeting, anne: Person
) -> None:
    before = queries(browser, at("participants"))
    meetings.register_consent(
        meeting,
        new_people=35,
        channel=Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=anne,
    )

    assert queries(browser, at("participants")) == before


def test_one_persons_page_tells_each_purpose_with_day_channel_and_text(
    browser: Client, somebody: Participant
) -> None:
    page = browser.get(at("participant", 2)).content.decode()

    assert "Being quoted, without name" in page and "on paper" in page and "text 1" in page
    assert "Not asked" in page, "to be contacted again was not on the sheet"


def test_a_lost_code_is_replaced_at_once_and_shown_once(
    browser: Client, somebody: Participant
) -> None:
    first = code_on(browser.post(at("participant_code", 2)).content.decode())
    answer = browser.post(at("participant_code", 2))
    second = code_on(answer.content.decode())

    assert answer["Cache-Control"] == "no-store" and "<svg" in answer.content.decode()
    assert codes.enter_with_code(first) is None
    assert codes.enter_with_code(second) is not None
    assert second not in browser.get(at("participant", 2)).content.decode()
    assert browser.get(at("participant_code", 2)).status_code == 405


def test_who_has_withdrawn_gets_no_code(browser: Client, somebody: Participant) -> None:
    withdrawal.withdraw(somebody)

    assert browser.post(at("participant_code", 2))["Location"] == at("participant", 2)
    assert not PersonalCode.objects.exists()
    assert "Nothing is kept but this number" in browser.get(at("participant", 2)).content.decode()


def test_cards_for_everybody_here_once(browser: Client, meeting: UserMeeting, anne: Person) -> None:
    kept = codes.give_code(Participant.objects.get(number=1), by=anne)
    assert "4 people here have no personal code" in (
        browser.get(at_meeting("codes", meeting)).content.decode()
    )
    page = browser.post(at_meeting("give_codes", meeting)).content.decode()

    shown = re.findall(r'class="paper-code">([0-9A-Z-]+)<', page)
    assert len(set(shown)) == 4 and all(codes.enter_with_code(one) for one in shown)
    assert codes.enter_with_code(kept.code) is not None, "who had one keeps it"
    again = browser.post(at_meeting("give_codes", meeting))
    assert again.status_code == 302 and PersonalCode.objects.count() == 5
    assert "no personal code" not in browser.get(at_meeting("codes", meeting)).content.decode()


def test_a_yes_on_behalf_is_marked_so_and_the_limits_are_said_first(
    browser: Client, somebody: Participant, anne: Person
) -> None:
    page = browser.get(at("participant_consent", 2)).content.decode()
    assert "What we cannot promise" in page
    assert "checked" not in page, "nothing is chosen beforehand"

    assert browser.post(at("participant_consent", 2), answers()).status_code == 302
    row = ConsentDecision.objects.get(participant=somebody, purpose=Purpose.CONTACT_AGAIN)
    assert (row.act, row.channel, row.registered_by) == ("decline", "phone", anne)


def test_what_is_not_answered_is_asked_for_and_the_rest_stands(
    browser: Client, somebody: Participant
) -> None:
    told = answers(text_version="mars 26")
    del told["quotes"]
    answer = browser.post(at("participant_consent", 2), told)

    assert answer.status_code == 422 and "mars 26" in answer.content.decode()
    assert not ConsentDecision.objects.filter(purpose=Purpose.CONTACT_AGAIN).exists()


def test_a_no_to_taking_part_leads_to_the_way_out(browser: Client, somebody: Participant) -> None:
    answer = browser.post(at("participant_consent", 2), answers(take_part="no"))

    assert answer["Location"] == at("participant_withdraw", 2)
    assert consenting.states_of(somebody)[Purpose.TAKE_PART] is State.GIVEN


def test_withdrawing_on_behalf_takes_two_presses_and_no_reason(
    browser: Client, written: UserMeeting, anne: Person
) -> None:
    page = browser.get(at("participant_withdraw", 1)).content.decode()
    assert "1 statement is taken away" in page and "reason" not in page
    assert browser.post(at("participant_withdraw", 1)).status_code == 422
    assert browser.post(at("participant_withdraw", 1), {"channel": "phone"}).status_code == 302

    gone = Participant.objects.get(number=1)
    assert gone.withdrawn_on == TODAY and not gone.statements.exists()
    last = gone.decisions.filter(act="withdraw").first()
    assert last is not None and last.channel == "phone" and last.registered_by == anne
    again = browser.post(at("participant_withdraw", 1), {"channel": "phone"})
    assert again.status_code == 302
    assert DayEntry.objects.get(what="participant.withdrawn").count == 1


def test_nothing_stands_between_somebody_and_the_way_out(
    signed_in: Callable[[Person], Client], frida: Person, somebody: Participant
) -> None:
    frida.guideline_acceptances.all().delete()
    client = signed_in(frida)
    page = client.get(at("participants")).content.decode()

    assert at("participant_withdraw", 2) in page and "Takes part" not in page
    assert client.get(at("participant", 2)).status_code == 302
    assert client.post(at("participant_withdraw", 2), {"channel": "in_person"}).status_code == 302
    somebody.refresh_from_db()
    assert somebody.is_withdrawn


def test_how_to_reach_somebody_is_journalled_and_can_be_forgotten(
    browser: Client, somebody: Participant
) -> None:
    told = {"name": "Kari", "telephone": "20 00 00 02", "email": "", "address": ""}
    assert browser.post(at("participant_contact", 2), told).status_code == 302
    assert "20 00 00 02" in browser.get(at("participant_contact", 2)).content.decode()
    read = JournalEntry.objects.filter(what="contact.read").last()
    assert read is not None and str(somebody.pk) in read.about

    browser.post(at("participant_contact", 2), dict.fromkeys(told, ""))
    assert not Contact.objects.exists()


def test_too_long_a_name_is_refused_and_stands(browser: Client, somebody: Participant) -> None:
    answer = browser.post(at("participant_contact", 2), {"name": "a" * 81, "telephone": "20"})

    assert answer.status_code == 422 and "a" * 81 in answer.content.decode()


def test_company_signs_the_pledge_once_and_can_stay_at_home(
    browser: Client, somebody: Participant
) -> None:
    told = {"role": "interpreter", "name": "Ola Tolk", "once": str(uuid.uuid4())}
    browser.post(at("participant_company", 2), told)
    browser.post(at("participant_company", 2), told)
    [one] = Companion.objects.all()
    assert "Ola Tolk" in browser.get(at("participant_company", 2)).content.decode()

    assert browser.post(at("participant_company", 3), {"ends": str(one.pk)}).status_code == 404
    assert browser.post(at("participant_company", 2), {"ends": "x"}).status_code == 404
    assert browser.post(at("participant_company", 2), {"ends": str(one.pk)}).status_code == 302
    assert not Companion.objects.exists()
    assert browser.post(at("participant_company", 2), {"name": ""}).status_code == 422


def test_those_under_16_wait_until_those_who_care_for_them_are_told(
    browser: Client, evaluation: Evaluation, anne: Person
) -> None:
    planned = meetings.plan_meeting(evaluation, name="Ungdom", by=anne)
    told = {"new_people": "1", "channel": "paper", "on": TODAY.isoformat(), "text_version": "1"}
    browser.post(at_meeting("consent", planned), {**told, "young": "on", "once": str(uuid.uuid4())})
    young = Participant.objects.get()
    assert young.is_young
    page = browser.get(at_meeting("meeting", planned)).content.decode()
    assert "must be told first" in page and at("participant", young.number) in page
    opened = {"on": TODAY.isoformat(), "nobody_from_service": "on"}
    refused = browser.post(at_meeting("hold", planned), opened)
    assert refused.status_code == 422 and "must be told first" in refused.content.decode()

    assert browser.post(at("participant_guardian", young.number)).status_code == 302
    assert browser.post(at_meeting("hold", planned), opened).status_code == 302


def test_on_paper_a_yes_is_written_down_only_to_what_was_asked(
    browser: Client, meeting: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    assert "research" not in browser.get(at_meeting("consent", meeting)).content.decode()
    invitations.describe_invitation(
        evaluation, contact=anne, telephone="20 00 00 01", asks_research=True, by=anne
    )
    page = browser.get(at_meeting("consent", meeting)).content.decode()

    assert "may be used in research" in page and "may be recorded" not in page


def test_who_has_withdrawn_is_offered_nowhere(
    browser: Client, meeting: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    second = meetings.plan_meeting(evaluation, name="Ungdom", by=anne)
    withdrawal.withdraw(Participant.objects.get(number=3))

    for address in (
        at_meeting("consent", second),
        at_meeting("write", meeting),
        at_meeting("codes", meeting),
        at_meeting("meeting", meeting),
    ):
        page = browser.get(address).content.decode()
        assert "D02" in page and "D03" not in page, address


def test_the_picture_on_the_wall_opens_today_and_is_taken_down(
    browser: Client,
    signed_in: Callable[[Person], Client],
    meeting: UserMeeting,
    anne: Person,
    clock_at: Callable[..., None],
) -> None:
    address = at_meeting("wall", meeting)
    assert browser.post(address, {"expected": "0"}).status_code == 422
    assert browser.post(address, {"expected": "3"}).status_code == 302
    page = browser.get(address).content.decode()
    code = WallCode.objects.get().read("code")
    assert "<svg" in page and "0 have come in" in page and "room for 5" in page

    assert codes.enter_with_code(code) is not None
    assert "1 has come in" in browser.get(address).content.decode()
    browser.post(address, {"close": "1"})
    assert codes.enter_with_code(code) is None
    assert "Show the picture" in browser.get(address).content.decode()
    browser.post(address, {"expected": "3"})
    clock_at(TODAY + timedelta(days=1))
    assert "Show the picture" in signed_in(anne).get(address).content.decode()


ONE = ["participant", "participant_consent", "participant_withdraw", "participant_contact"]


@pytest.mark.parametrize("name", [*ONE, "participant_company"])
def test_strangers_and_the_service_know_of_no_participant(
    signed_in: Callable[[Person], Client],
    name: str,
    somebody: Participant,
    dag: Person,
    gro: Person,
    hans: Person,
) -> None:
    for outsider in (dag, gro, hans):
        client = signed_in(outsider)
        assert client.get(at(name, 2)).status_code == 404
        assert client.post(at(name, 2), {"channel": "phone"}).status_code == 404
    somebody.refresh_from_db()
    assert not somebody.is_withdrawn


def test_a_number_nobody_has_is_not_there(browser: Client, somebody: Participant) -> None:
    for name in [*ONE, "participant_company"]:
        assert browser.get(at(name, 99)).status_code == 404
    assert browser.post(at("participant_code", 99)).status_code == 404
    assert browser.post(at("participant_guardian", 99)).status_code == 404


def test_the_invited_are_told_who_to_call_for_a_new_code(
    browser: Client, somebody: Participant, evaluation: Evaluation, anne: Person
) -> None:
    invitations.describe_invitation(evaluation, contact=anne, telephone="20 00 00 01", by=anne)
    page = browser.post(at("participant_code", 2)).content.decode()

    assert "new one from Anne" in card_of(page) and "20 00 00 01" in card_of(page)
    assert "Solbakken" not in card_of(page)


def card_of(page: str) -> str:
    [card] = re.findall(r'<section class="paper-slip">.*?</section>', page, re.DOTALL)
    return card


def test_half_an_email_address_is_refused_and_stands(
    browser: Client, somebody: Participant
) -> None:
    answer = browser.post(at("participant_contact", 2), {"name": "Kari", "email": "kari@"})

    assert answer.status_code == 422 and "kari@" in answer.content.decode()
    assert "Look at the e-mail address" in answer.content.decode()
    assert not Contact.objects.exists()
