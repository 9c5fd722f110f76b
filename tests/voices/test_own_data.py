"""What we have about a participant: all of it, for them alone, to read, change and take along."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from brukerstemmen.people import clock
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import DayEntry, JournalEntry, Person
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.actions import company, invitations, meetings, validation, wishes
from brukerstemmen.voices.actions.withdrawal import withdraw
from brukerstemmen.voices.models import Contact, Participant, UserMeeting
from brukerstemmen.voices.models.identity import CompanionRole
from brukerstemmen.voices.models.validation import OfferedBy
from brukerstemmen.voices.showing import own_data
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY
from tests.voices.own import at, comes_in, text_of

REACH = {"name": "Kari", "telephone": "99 88 77 66", "email": "kari@example.com", "address": ""}


@pytest.fixture
def speaker(masked: UserMeeting) -> Participant:
    return masked.statements.get(position=1).speaker


@pytest.fixture
def other(masked: UserMeeting) -> Participant:
    return masked.statements.get(position=2).speaker


@pytest.fixture
def own(speaker: Participant, anne: Person) -> Client:
    return comes_in(speaker, by=anne)


def test_all_that_is_stored_is_told(own: Client, speaker: Participant, anne: Person) -> None:
    invitations.write_contact(speaker, reach=REACH, by=None)
    company.sign_company(speaker, role=CompanionRole.INTERPRETER, name="Noor Tolk", by=None)

    page = text_of(own, at("own_data"))

    for told in (
        "99 88 77 66",
        "With you: Noor Tolk, interpreter",
        "You got your code on 2. March 2026.",
        "Being quoted, without name – <strong>yes</strong>, on paper (text 1)",
        "One thing.",
        "there are 2.",
        "We met on 2. March 2026.",
        "no last day was named",
    ):
        assert told in page, told


def test_when_and_how_they_were_told_that_their_words_wait(
    masked: UserMeeting, own: Client, speaker: Participant, anne: Person
) -> None:
    validation.open_round(masked.evaluation, deadline=TODAY + timedelta(days=14), by=anne)
    validation.plan_offer(speaker, OfferedBy.PHONE, by=anne)
    assert "your words wait for you, by telephone" not in text_of(own, at("own_data"))
    validation.mark_offered([speaker], by=anne)

    told = "You were told on 2. March 2026 that your words wait for you, by telephone."
    assert told in text_of(own, at("own_data"))
    assert told in text_of(own, at("own_copy"))


def test_the_day_that_the_consent_named_is_the_last(
    masked: UserMeeting, own: Client, speaker: Participant, anne: Person
) -> None:
    invitations.describe_invitation(
        masked.evaluation,
        contact=anne,
        telephone="22 33 44 55",
        words_until=TODAY + timedelta(days=365),
        by=anne,
    )
    with clock.at(TODAY + timedelta(days=1)):
        wishes.say_yes_again(speaker, Purpose.RESEARCH, text_version="2")
    assert own_data.kept_until(speaker).masked is None, "another purpose names no day for words"
    speaker.decisions.filter(purpose=Purpose.TAKE_PART).update(until=TODAY + timedelta(days=365))

    assert "who you are: until 2. March 2027." in text_of(own, at("own_data"))


def test_who_has_looked_is_told_by_day_and_name_and_never_about_others(
    masked: UserMeeting,
    own: Client,
    speaker: Participant,
    other: Participant,
    anne: Person,
    frida: Person,
) -> None:
    for _again in range(3):
        record(by=frida, what="raw.read", about=masked)
    record(by=anne, what="contact.read", about=speaker)
    elsewhere = meetings.plan_meeting(masked.evaluation, name="Ungdom", by=anne)
    with clock.at(TODAY + timedelta(days=5)):
        record(by=anne, what="raw.read", about=elsewhere)
        record(by=anne, what="contact.read", about=other)
    with clock.at(TODAY + timedelta(days=1)):
        record(by=anne, what="raw.read", about=masked.evaluation)

    looks = own_data.looks_at(speaker)

    assert [(look.on, look.who, str(look.what)) for look in looks] == [
        (TODAY + timedelta(days=1), "Anne", "words from your meeting, as they were said"),
        (TODAY, "Anne", "how to reach you"),
        (TODAY, "Frida", "words from your meeting, as they were said"),
    ]
    page = text_of(own, at("own_data"))
    assert page.count("2. March 2026: Frida") == 1 and "12:00" not in page


def test_how_to_reach_somebody_is_written_changed_and_deleted(
    own: Client, speaker: Participant
) -> None:
    for telephone in ("99 88 77 66", "11 22 33 44", "11 22 33 44"):
        answer = own.post(at("own_contact"), {**REACH, "telephone": telephone})
        assert answer.status_code == 302
    contact = Contact.objects.get(participant=speaker)
    assert contact.read("telephone") == "11 22 33 44"
    assert 'value="11 22 33 44"' in text_of(own, at("own_contact"))

    for _click in range(2):
        assert own.post(at("own_contact"), {**REACH, "clear": "1"}).status_code == 302

    contact.key.refresh_from_db()
    assert contact.key.wrapped is None and not Contact.objects.exists()
    assert "Nothing. Only your code leads to you." in text_of(own, at("own_data"))


def test_what_is_too_long_stays_in_the_page(own: Client) -> None:
    answer = own.post(at("own_contact"), {**REACH, "telephone": "9" * 31})

    page = answer.content.decode()
    assert answer.status_code == 422 and "9" * 31 in page and "This is too long." in page
    assert 'value="kari@example.com"' in page and not Contact.objects.exists()


def test_the_copy_to_read_holds_everything_and_is_kept_by_nobody(
    own: Client, speaker: Participant, other: Participant
) -> None:
    invitations.write_contact(speaker, reach=REACH, by=None)
    statement = speaker.statements.get()
    words = "Den jeg snakker med, lytter."
    validation.answer(statement, Answer.CHANGE, based_on=1, words=words, by_self=speaker)

    answer = own.get(at("own_copy"))

    assert answer["Content-Disposition"] == 'attachment; filename="kopi.html"'
    assert answer["Cache-Control"] == "no-store"
    page = answer.content.decode()
    for told in (words, "Marit Hauglie", "Behandleren min lytter.", "99 88 77 66", "on paper"):
        assert told in page
    assert "Ingen spurte" not in page and "Solbakken" not in page


def test_the_copy_for_machines_holds_the_same(own: Client, speaker: Participant) -> None:
    answer = own.get(at("own_copy", som="json"))

    assert answer["Content-Disposition"] == 'attachment; filename="kopi.json"'
    told = json.loads(answer.content)
    [said] = told["statements"]
    assert [version["words"] for version in said["wordings"]] == [
        "Psykologen min, Marit Hauglie, lytter.",
        "Behandleren min lytter.",
    ]
    assert told["code"]["given_on"] == "2026-03-02" and told["contact"] is None
    assert {row["on"] for row in told["answers"]} == {"2026-03-02"}


def test_nothing_a_participant_does_or_reads_leaves_an_hour(own: Client) -> None:
    before = JournalEntry.objects.count()
    for name in ("own_home", "own_words", "own_data", "own_copy"):
        own.get(at(name))
    own.post(at("own_contact"), REACH)
    own.post(at("own_choices"), {"purpose": "quotes", "answer": "no"})

    assert JournalEntry.objects.count() == before
    assert {entry.on for entry in DayEntry.objects.all()} <= {TODAY}


def test_who_has_withdrawn_wishes_no_more(
    speaker: Participant, anne: Person, clock_at: Callable[..., None]
) -> None:
    withdraw(speaker)
    clock_at(TODAY + timedelta(days=2))

    with pytest.raises(ValidationError):
        wishes.say_yes_again(speaker, Purpose.QUOTES, text_version="1")
    with pytest.raises(ValidationError):
        wishes.wish_to_be_named(speaker, wants=True)
    with pytest.raises(ValidationError):
        company.sign_company(speaker, role=CompanionRole.COMPANION, name="Ola", by=anne)


def test_half_an_email_address_is_refused_and_stands(own: Client, speaker: Participant) -> None:
    answer = own.post(at("own_contact"), {"email": "hei"})

    assert answer.status_code == 422 and "Look at the e-mail address" in answer.content.decode()
    assert 'value="hei"' in answer.content.decode()
