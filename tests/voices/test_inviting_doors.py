"""Inviting: who can be called, slips, replies. The service gets slips, and nothing comes back."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.voices.actions import invitations
from brukerstemmen.voices.models import Contact, Invitation, Participant, SlipSheet, UserMeeting
from brukerstemmen.voices.models.identity import Need, Wish
from tests.cast import TODAY
from tests.voices.conftest import queries


def at(name: str, *more: object) -> str:
    return reverse(f"voices:{name}", args=["solbakken", *more])


@pytest.fixture
def invitation(evaluation: Evaluation, anne: Person) -> Invitation:
    return invitations.describe_invitation(
        evaluation, contact=anne, telephone="20 00 00 01", by=anne
    )


@pytest.fixture
def sheet(invitation: Invitation, evaluation: Evaluation, anne: Person) -> SlipSheet:
    return invitations.make_slips(evaluation, where="Venterommet", language="nb", by=anne)


@pytest.fixture
def reply(sheet: SlipSheet) -> Contact:
    return invitations.reply(
        sheet,
        wish=Wish.ALONE,
        reach={"name": "Kari", "telephone": "20 00 00 02"},
        needs=[Need.QUIET],
    )


def test_who_can_be_called_is_named_first_and_is_on_the_team(
    browser: Client, evaluation: Evaluation, anne: Person, cecilie: Person
) -> None:
    told = {"contact": str(anne.pk), "telephone": "20 00 00 01", "asks_research": "on"}
    refused = browser.post(at("invitation"), told | {"contact": str(cecilie.pk)})
    assert refused.status_code == 422 and "20 00 00 01" in refused.content.decode()

    assert browser.post(at("invitation"), told).status_code == 302
    made = Invitation.objects.get(evaluation=evaluation)
    assert made.contact == anne and made.asks_research and not made.asks_recording
    page = browser.get(at("invitation")).content.decode()
    assert "does not get" in page and "the personal codes" in page


def test_a_day_that_has_been_is_refused(
    browser: Client, evaluation: Evaluation, anne: Person
) -> None:
    told = {
        "contact": str(anne.pk),
        "telephone": "20 00 00 01",
        "words_until": (TODAY - timedelta(days=1)).isoformat(),
    }

    assert browser.post(at("invitation"), told).status_code == 422
    assert not Invitation.objects.exists()


def test_slips_wait_until_somebody_is_named(browser: Client, evaluation: Evaluation) -> None:
    assert "Say first who people can call" in browser.get(at("slips_new")).content.decode()
    sent = {"where": "Venterommet", "language": "nb", "once": str(uuid.uuid4())}

    assert browser.post(at("slips_new"), sent).status_code == 422


def test_slips_are_made_once_however_often_the_button_is_pressed(
    browser: Client, invitation: Invitation
) -> None:
    sent = {"where": "Venterommet", "language": "nn", "once": str(uuid.uuid4())}
    first = browser.post(at("slips_new"), sent)
    again = browser.post(at("slips_new"), sent)

    made = SlipSheet.objects.get()
    assert first["Location"] == again["Location"] == at("slips", made.pk)
    assert made.language == "nn" and made.until == TODAY + timedelta(days=90)


def test_slips_that_end_before_today_are_refused(browser: Client, invitation: Invitation) -> None:
    past = (TODAY - timedelta(days=1)).isoformat()
    sent = {"where": "Inngangen", "language": "nb", "until": past, "once": str(uuid.uuid4())}
    answer = browser.post(at("slips_new"), sent)

    assert answer.status_code == 422 and "Inngangen" in answer.content.decode()


def test_replies_stand_with_their_age_and_their_reading_is_journalled(
    browser: Client, reply: Contact, clock_at: Callable[..., None]
) -> None:
    clock_at(TODAY + timedelta(days=3))
    page = browser.get(at("replies")).content.decode()

    assert "Has waited 3 days" in page and "Kari" in page and "20 00 00 02" in page
    assert "I would rather talk alone" in page and "A quiet room" in page
    read = JournalEntry.objects.get(what="contact.read")
    assert read.work == reply.evaluation.work


def test_replies_that_wait_stand_before_those_that_are_answered(
    browser: Client, reply: Contact, sheet: SlipSheet, anne: Person
) -> None:
    invitations.answer_reply(reply, by=anne)
    invitations.reply(sheet, wish=Wish.TAKE_PART, reach={"name": "Ola", "email": "o@example.com"})
    page = browser.get(at("replies")).content.decode()

    assert page.index("Ola") < page.index("Kari")


def test_a_reply_becomes_how_to_reach_the_one_with_the_number(
    browser: Client, reply: Contact, meeting: UserMeeting
) -> None:
    Contact.objects.filter(pk=reply.pk).update(is_young=True)
    person = Participant.objects.get(number=2)
    sent = {f"{str(reply.pk)[:8]}-participant": str(person.pk)}
    answer = browser.post(at("reply_answered", reply.pk), sent)

    assert answer.status_code == 302
    reply.refresh_from_db()
    person.refresh_from_db()
    assert reply.participant == person and reply.answered_on == TODAY
    assert person.is_young, "what they told on the slip follows them"
    assert "Kari" not in browser.get(at("replies")).content.decode()
    again = browser.post(at("reply_answered", reply.pk), sent)
    assert again["Location"] == at("replies"), "sent twice it is done once"
    assert JournalEntry.objects.filter(what="slip.answered").count() == 1
    assert browser.post(at("reply_forgotten", reply.pk)).status_code == 404


def test_a_reply_cannot_be_tied_to_somebody_who_has_withdrawn(
    browser: Client, reply: Contact, meeting: UserMeeting
) -> None:
    gone = Participant.objects.get(number=2)
    Participant.objects.filter(pk=gone.pk).update(withdrawn_on=TODAY)
    sent = {f"{str(reply.pk)[:8]}-participant": str(gone.pk)}

    assert browser.post(at("reply_answered", reply.pk), sent).status_code == 422
    assert "D02" not in browser.get(at("replies")).content.decode()


def test_somebody_who_does_not_take_part_is_forgotten(browser: Client, reply: Contact) -> None:
    assert browser.post(at("reply_forgotten", reply.pk)).status_code == 302
    reply.key.refresh_from_db()
    assert not Contact.objects.exists() and reply.key.wrapped is None
    assert browser.post(at("reply_forgotten", reply.pk)).status_code == 404


def test_the_list_of_replies_takes_as_many_queries_for_ten_as_for_one(
    browser: Client, reply: Contact, sheet: SlipSheet
) -> None:
    before = queries(browser, at("replies"))
    for number in range(9):
        reach = {"name": f"Nr {number}", "telephone": "20 00 00 03"}
        invitations.reply(sheet, wish=Wish.TAKE_PART, reach=reach)

    assert queries(browser, at("replies")) == before


def test_the_information_on_paper_says_its_version_and_asks_only_what_there_is_use_for(
    browser: Client, invitation: Invitation
) -> None:
    page = browser.get(at("invitation_text") + "?sprak=en").content.decode()

    assert "Version 1" in page and "What we cannot promise" in page
    assert "May we quote you" in page and "record the sound" not in page
    assert page.count('class="tick-box"') == 2 * 3
    nynorsk = browser.get(at("invitation_text") + "?sprak=nn").content.decode()
    assert 'lang="nn"' in nynorsk and "tenesta" in nynorsk


def test_for_those_under_16_there_are_texts_of_their_own(
    browser: Client, invitation: Invitation
) -> None:
    Invitation.objects.update(for_young=True)
    address = at("invitation_text")
    under_16 = browser.get(address + "?sprak=en&til=under_16").content.decode()
    guardian = browser.get(address + "?sprak=en&til=guardian").content.decode()

    assert "tick-box" in under_16 and "tick-box" not in guardian
    assert under_16 != guardian


@pytest.mark.parametrize("name", ["invitation", "slips_new", "replies", "invitation_text"])
def test_the_service_knows_of_none_of_it(
    signed_in: Callable[[Person], Client], name: str, dag: Person, eli: Person, gro: Person
) -> None:
    for person in (dag, eli, gro):
        assert signed_in(person).get(at(name)).status_code == 404


def test_who_has_not_signed_the_pledge_does_that_first(
    signed_in: Callable[[Person], Client], frida: Person, reply: Contact
) -> None:
    frida.pledges.all().delete()
    answer = signed_in(frida).get(at("replies"))

    assert answer.status_code == 302 and answer["Location"].startswith(
        reverse("people:ready", args=["solbakken"])
    )


def test_a_page_of_another_evaluation_is_not_there(browser: Client, sheet: SlipSheet) -> None:
    assert browser.get(reverse("voices:slips", args=["et-annet", sheet.pk])).status_code == 404
