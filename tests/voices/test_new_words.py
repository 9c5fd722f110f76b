"""New words from those who said something, in a meeting whose masking was finished before."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import validation
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.states import Answer, MeetingState, StatementState
from brukerstemmen.voices.views.frame import at
from tests.cast import TODAY

NEW = "Hun som behandler meg, heter Marit Hauglie, og hun lytter."


@pytest.fixture
def reworded(masked: UserMeeting, anne: Person) -> Statement:
    validation.open_round(masked.evaluation, deadline=TODAY + timedelta(days=14), by=anne)
    statement = masked.statements.get(position=1)
    speaker = statement.speaker
    validation.answer(statement, Answer.CHANGE, based_on=1, words=NEW, by_self=speaker)
    return statement


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_meeting_and_the_list_say_that_there_are_new_words(
    browser: Client, masked: UserMeeting, reworded: Statement
) -> None:
    page = read(browser, at("meeting", masked))

    assert "1 statement has new words" in page and "Read the new words" in page
    listed = read(browser, reverse("voices:meetings", args=[masked.evaluation.work.slug]))
    assert "1 has new words" in listed


def test_the_new_words_are_shown_to_be_read_and_the_others_are_shut(
    browser: Client, masked: UserMeeting, reworded: Statement
) -> None:
    page = read(browser, at("mask", masked))
    assert "1 statement has new words" in page
    assert "These are new words from the one who said it." in page
    assert page.count('name="statement"') == 1 and "readonly" not in page

    both = read(browser, at("mask", masked) + "?vis=alle")
    assert both.count('name="statement"') == 1 and both.count("readonly") == 1


def test_a_person_reads_the_new_words_and_they_count_as_changed(
    browser: Client, masked: UserMeeting, reworded: Statement
) -> None:
    pk, words = reworded.pk, "Hun som behandler meg, lytter."
    sent = {"read": str(pk), "statement": str(pk), f"words-{pk}": words, f"seen-{pk}": "2-1"}

    assert browser.post(at("mask", masked), sent).status_code == 302

    reworded.refresh_from_db()
    masked.refresh_from_db()
    assert masked.state == MeetingState.MASKED and reworded.is_ready
    # The team changed what the speaker wrote: they are asked once more.
    assert reworded.state == StatementState.SENT
    assert "The words may go on" in read(browser, at("meeting", masked))


def test_words_that_need_no_masking_are_quotable_at_once(
    browser: Client, masked: UserMeeting, anne: Person
) -> None:
    statement = masked.statements.get(position=1)
    words = "Hun som behandler meg, lytter."
    validation.answer(statement, Answer.CHANGE, based_on=1, words=words, by_self=statement.speaker)
    pk = statement.pk
    sent = {"read": str(pk), "statement": str(pk), f"words-{pk}": words, f"seen-{pk}": "2-1"}
    browser.post(at("mask", masked), sent)

    statement.refresh_from_db()
    assert statement.state == StatementState.CHANGED and statement.is_quotable


def test_something_left_in_the_new_words_still_hinders(
    browser: Client, masked: UserMeeting, reworded: Statement
) -> None:
    pk = reworded.pk
    sent = {"read": str(pk), "statement": str(pk), f"words-{pk}": NEW, f"seen-{pk}": "2-1"}
    browser.post(at("mask", masked), sent)

    reworded.refresh_from_db()
    assert not reworded.is_ready and reworded.state == StatementState.REWORDED
    assert "1 statement has new words" in read(browser, at("meeting", masked))


def test_what_is_masked_already_is_not_masked_again_without_opening(
    browser: Client, masked: UserMeeting, reworded: Statement
) -> None:
    other = masked.statements.get(position=2)
    sent = {
        "read": str(other.pk),
        "statement": str(other.pk),
        f"words-{other.pk}": "Andre ord.",
        f"seen-{other.pk}": "1-1",
    }

    assert browser.post(at("mask", masked), sent).status_code == 422
    assert other.masked_wordings.count() == 1


def test_one_alone_can_be_read_too(
    browser: Client, masked: UserMeeting, reworded: Statement
) -> None:
    page = read(browser, at("mask_one", masked, reworded.pk))
    assert "I have read it" in page and "Hauglie" in page

    other = masked.statements.get(position=2)
    assert "I have read it" not in read(browser, at("mask_one", masked, other.pk))
