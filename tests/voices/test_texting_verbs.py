"""Short texts to participants: who gets one, what it says, and that none goes out twice."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from brukerstemmen.people import texting as senders
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.people.opening import NotAllowed, shut
from brukerstemmen.voices import tasks
from brukerstemmen.voices.actions import invitations, texting, validation, withdrawal
from brukerstemmen.voices.models import Offer, Participant, UserMeeting, ValidationRound
from brukerstemmen.voices.models.validation import OfferedBy, Texting
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY

NUMBER, ADDRESS = "20 55 01 47", "noen@example.com"


class Sent:
    """In the place of the senders: remembers, and fails when it is told to."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        self.fails = False

    def __call__(self, *, telephone: str, email: str, text: str) -> None:
        if self.fails:
            raise senders.NotSent("broken")
        self.texts.append((telephone or email, text))


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    made = Sent()
    monkeypatch.setattr(senders, "send", made)
    return made


@pytest.fixture
def around(masked: UserMeeting, anne: Person) -> ValidationRound:
    evaluation = masked.evaluation
    invitations.describe_invitation(evaluation, contact=anne, telephone="73 00 00 00", by=anne)
    return validation.open_round(evaluation, deadline=TODAY + timedelta(days=14), by=anne)


def reached(participant: Participant, by: Person, **reach: str) -> Participant:
    invitations.write_contact(participant, reach=reach, by=by)
    return participant


@pytest.fixture
def two(masked: UserMeeting, anne: Person) -> list[Participant]:
    """The first can be texted, the second written to."""
    first, second = (statement.speaker for statement in masked.statements.all())
    return [reached(first, anne, telephone=NUMBER), reached(second, anne, email=ADDRESS)]


def state(participant: Participant) -> str:
    return Offer.objects.get(participant=participant).text_state


def test_each_gets_one_text_however_often_it_is_asked_for(
    around: ValidationRound, two: list[Participant], sent: Sent, anne: Person
) -> None:
    assert texting.queue_texts(around, by=anne) == 2
    assert tasks.send_texts.call(around.pk) == {"sent": 2, "failed": 0}
    assert texting.queue_texts(around, by=anne) == 0
    assert tasks.send_texts.call(around.pk) == {"sent": 0, "failed": 0}

    assert sorted(to for to, _text in sent.texts) == sorted([NUMBER, ADDRESS])
    offer = Offer.objects.get(participant=two[0])
    assert (offer.text_state, offer.texted_on, offer.offered_on) == (Texting.SENT, TODAY, TODAY)
    assert JournalEntry.objects.get(what="validation.texted").count == 2


def test_the_text_names_no_code_no_service_and_nobody(
    around: ValidationRound, two: list[Participant], anne: Person
) -> None:
    for language in ("nb", "nn", "en"):
        text = texting.text_of(around, language)
        assert "73 00 00 00" in text and "/d" in text
        for told in ("Solbakken", "Elvesund", "Anne", "Senteret", "D01"):
            assert told not in text
        assert len(text) <= 160  # one text message


def test_one_that_was_begun_and_broken_off_is_not_begun_again(
    around: ValidationRound, two: list[Participant], sent: Sent, anne: Person
) -> None:
    texting.queue_texts(around, by=anne)
    Offer.objects.filter(participant=two[0]).update(text_state=Texting.SENDING)

    tasks.send_texts.call(around.pk)
    texting.queue_texts(around, by=anne)
    tasks.send_texts.call(around.pk)

    assert [to for to, _text in sent.texts] == [ADDRESS]
    assert state(two[0]) == Texting.SENDING


def test_what_failed_is_tried_again_and_nothing_else(
    around: ValidationRound, two: list[Participant], sent: Sent, anne: Person
) -> None:
    sent.fails = True
    texting.queue_texts(around, by=anne)
    assert tasks.send_texts.call(around.pk) == {"sent": 0, "failed": 2}
    assert state(two[0]) == Texting.FAILED and Offer.objects.filter(offered_on=None).count() == 2

    sent.fails = False
    assert texting.queue_texts(around, by=anne) == 2
    tasks.send_texts.call(around.pk)
    assert len(sent.texts) == 2


def test_who_has_answered_or_left_meanwhile_is_left_in_peace(
    around: ValidationRound, two: list[Participant], sent: Sent, anne: Person
) -> None:
    texting.queue_texts(around, by=anne)
    withdrawal.withdraw(two[0])
    validation.answer(two[1].statements.get(), Answer.YES, based_on=1, by_self=two[1])

    assert tasks.send_texts.call(around.pk) == {"sent": 0, "failed": 0}
    assert not sent.texts and state(two[1]) == Texting.NONE


def test_those_who_are_called_or_get_a_letter_get_no_text(
    around: ValidationRound, two: list[Participant], anne: Person
) -> None:
    validation.plan_offer(two[0], OfferedBy.PHONE, by=anne)
    validation.plan_offer(two[1], OfferedBy.POST, by=anne)

    assert texting.queue_texts(around, by=anne) == 0


def test_mail_alone_does_not_reach_a_telephone(
    around: ValidationRound, two: list[Participant], anne: Person, settings: Any
) -> None:
    settings.TEXT_SENDER = "email"

    assert texting.queue_texts(around, by=anne) == 1
    tasks.send_texts.call(around.pk)
    assert [letter.to for letter in mail.outbox] == [[ADDRESS]]


def test_new_words_to_look_at_are_told_of_again(
    around: ValidationRound, two: list[Participant], sent: Sent, anne: Person
) -> None:
    texting.queue_texts(around, by=anne)
    tasks.send_texts.call(around.pk)
    two[0].statements.update(state="deidentified")

    validation.open_round(around.evaluation, deadline=TODAY + timedelta(days=20), by=anne)

    assert texting.queue_texts(around, by=anne) == 1


def test_an_interviewer_sends_none(
    around: ValidationRound, two: list[Participant], frida: Person
) -> None:
    with pytest.raises(PermissionDenied):
        texting.queue_texts(around, by=frida)


def test_without_a_capability_nothing_is_opened(
    around: ValidationRound, two: list[Participant], sent: Sent, anne: Person
) -> None:
    texting.queue_texts(around, by=anne)
    with shut(), pytest.raises(NotAllowed):
        texting.send_waiting(around.pk)
    assert not sent.texts


def test_the_page_shows_numbers_and_hands_ids_to_the_worker(
    around: ValidationRound,
    two: list[Participant],
    anne: Person,
    signed_in: Callable[[Person], Client],
) -> None:
    client = signed_in(anne)
    here = reverse("voices:validation_texts", args=[around.evaluation.work.slug])
    page = client.get(here).content.decode()
    assert "2 people get a text" in page and two[0].code in page
    assert "0147" not in page.replace(" ", "") and ADDRESS not in page

    for _click in range(2):
        assert client.post(here).url == here

    assert state(two[0]) == Texting.WAITING
    told = [row.args_kwargs for row in DBTaskResult.objects.all()]
    assert told == [{"args": [around.pk], "kwargs": {}}] * 2
