"""Telling those who took part: who is told, in which way, and that nobody is told twice."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups import tasks
from brukerstemmen.followups.actions import feedback, lines
from brukerstemmen.followups.models import FeedbackTo, ParticipantFeedback
from brukerstemmen.followups.states import Reached, Wanting, Way
from brukerstemmen.measures.models import FeedbackLine, Measure
from brukerstemmen.people import texting as senders
from brukerstemmen.people.models import DayEntry, JournalEntry, Person
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions import invitations, withdrawal
from brukerstemmen.voices.models import Participant
from tests.cast import TODAY
from tests.followups.telling_cast import (
    ADDRESS,
    NUMBER,
    WORDS,
    Sent,
    letter,
    matters,
    measures,
    people,
    row_of,
    told,
)

__all__ = ["letter", "matters", "measures", "people", "told"]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    made = Sent()
    monkeypatch.setattr(senders, "send", made)
    return made


@pytest.fixture
def by_text(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> list[Participant]:
    """Both who want to hear want a text: the first by telephone, the second by e-mail."""
    for person, reach in zip(people, ({"telephone": NUMBER}, {"email": ADDRESS}), strict=False):
        invitations.write_contact(person, reach=reach, by=anne)
        feedback.choose_way(row_of(person), Way.TEXT, by=anne)
    return people[:2]


def states() -> list[str]:
    return list(FeedbackTo.objects.values_list("reached", flat=True))


# The sentence about a measure


def test_the_newest_sentence_holds_and_the_same_twice_is_one(
    measures: list[Measure], anne: Person
) -> None:
    for words in ("Skjermen  kom.", "Skjermen kom.", "Skjermen kom i mars."):
        lines.write_line(measures[0], words, by=anne)

    rows = FeedbackLine.objects.values_list("number", "words")
    assert list(rows) == [(1, "Skjermen kom."), (2, "Skjermen kom i mars.")]
    assert JournalEntry.objects.filter(what="feedback_line.written").count() == 2


@pytest.mark.parametrize(
    "words",
    ["", " ", "x" * 241, "Det sa Kari Nordmann.", "Tre brukere sa det.", "Takk til D04."],
)
def test_a_sentence_says_something_and_points_at_nobody(
    measures: list[Measure], anne: Person, words: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        lines.write_line(measures[0], words, by=anne)
    assert set(refused.value.error_dict) == {"words"}
    assert not FeedbackLine.objects.exists()


def test_only_the_lead_writes_what_goes_out(
    measures: list[Measure], frida: Person, eli: Person
) -> None:
    for person in (frida, eli):
        with pytest.raises(PermissionDenied):
            lines.write_line(measures[0], "Skjermen kom.", by=person)


# Who wants to hear


def test_those_who_said_yes_to_it_are_told_and_no_others(
    letter: ParticipantFeedback, people: list[Participant]
) -> None:
    assert list(letter.to.values_list("participant", flat=True)) == [one.pk for one in people[:2]]
    assert feedback.standing(letter.evaluation) == Wanting(wanted=2, told=0)
    assert feedback.words_of(letter) == [WORDS, "Hilsen oss."]


def test_a_yes_taken_back_ends_it_at_once(
    by_text: list[Participant], letter: ParticipantFeedback, sent: Sent, anne: Person
) -> None:
    feedback.queue_texts(letter, by=anne)
    withdrawal.take_back(by_text[0], Purpose.CONTACT_AGAIN, channel=Channel.OWN_LINK, by=None)
    withdrawal.withdraw(by_text[1])

    assert tasks.send_texts.call(str(letter.pk)) == {"sent": 0, "failed": 0}
    assert not sent.texts and Reached.WAITING not in states()
    assert feedback.standing(letter.evaluation) == Wanting(wanted=0, told=0)


def test_who_says_yes_later_is_taken_along_once(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> None:
    from brukerstemmen.voices.actions import wishes

    wishes.say_yes_again(people[2], Purpose.CONTACT_AGAIN, text_version="1")

    assert feedback.standing(letter.evaluation).waiting == 3
    assert feedback.take_along(letter, by=anne) == 1
    assert feedback.take_along(letter, by=anne) == 0


# The letter


def test_the_same_letter_sent_twice_is_one(letter: ParticipantFeedback, anne: Person) -> None:
    again = feedback.begin_feedback(letter.evaluation, words=WORDS, after="Hilsen oss.", by=anne)

    assert again == letter and JournalEntry.objects.filter(what="feedback.begun").count() == 1


def test_another_letter_takes_the_place_of_the_one_before(
    by_text: list[Participant], letter: ParticipantFeedback, sent: Sent, anne: Person
) -> None:
    feedback.say_told(row_of(by_text[1]), by=anne)
    feedback.queue_texts(letter, by=anne)

    newer = feedback.begin_feedback(letter.evaluation, words="Ett år etter.", by=anne)

    assert tasks.send_texts.call(str(letter.pk)) == {"sent": 0, "failed": 0} and not sent.texts
    with pytest.raises(ValidationError, match="newer letter"):
        feedback.queue_texts(letter, by=anne)
    assert list(newer.to.values_list("by_way_of", "reached")) == [("text", "not_yet")] * 2
    assert feedback.standing(letter.evaluation) == Wanting(wanted=2, told=0)


@pytest.mark.parametrize("words", ["", "Hilsen Kari Nordmann.", "To deltakere sa det."])
def test_a_letter_points_at_nobody(evaluation: Evaluation, anne: Person, words: str) -> None:
    with pytest.raises(ValidationError):
        feedback.begin_feedback(evaluation, words=words, by=anne)
    assert not ParticipantFeedback.objects.exists()


def test_a_letter_that_somebody_has_had_is_not_changed(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> None:
    feedback.change_letter(letter, words="Takk.", by=anne)
    assert feedback.words_of(ParticipantFeedback.objects.get()) == ["Takk.", ""]

    feedback.say_told(row_of(people[0]), by=anne)
    with pytest.raises(ValidationError, match="already"):
        feedback.change_letter(letter, words="Noe annet.", by=anne)


def test_the_lead_begins_and_the_team_tells(
    letter: ParticipantFeedback, people: list[Participant], frida: Person, dag: Person
) -> None:
    for person in (frida, dag):
        with pytest.raises(PermissionDenied):
            feedback.begin_feedback(letter.evaluation, words="Hei.", by=person)
        with pytest.raises(PermissionDenied):
            feedback.queue_texts(letter, by=person)
    feedback.say_told(row_of(people[0]), way=Way.PHONE, by=frida)
    for deed in (feedback.say_told, feedback.say_not_reached):
        with pytest.raises(PermissionDenied):
            deed(row_of(people[1]), by=dag)
    with pytest.raises(PermissionDenied):
        feedback.choose_way(row_of(people[1]), Way.POST, by=dag)


# How far it has come


def test_told_tried_and_waiting_are_counted_once_each(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> None:
    day = TODAY - timedelta(days=1)
    for _again in range(2):
        feedback.say_told(row_of(people[0]), way=Way.ROOM, on=day, by=anne)
        feedback.say_not_reached(row_of(people[1]), by=anne)

    assert feedback.standing(letter.evaluation) == Wanting(wanted=2, told=1, not_reached=1)
    first = row_of(people[0])
    assert (first.by_way_of, first.told_on, first.registered_by) == (Way.ROOM, day, anne)
    assert JournalEntry.objects.filter(what__startswith="feedback.").count() == 3


def test_who_has_heard_is_not_told_otherwise(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> None:
    feedback.say_told(row_of(people[0]), by=anne)

    with pytest.raises(ValidationError):
        feedback.say_not_reached(row_of(people[0]), by=anne)
    with pytest.raises(ValidationError):
        feedback.choose_way(row_of(people[0]), Way.POST, by=anne)
    with pytest.raises(ValidationError):
        feedback.say_told(row_of(people[1]), on=TODAY + timedelta(days=1), by=anne)


def test_reading_the_page_is_being_told_with_the_day_and_no_hour(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> None:
    feedback.say_not_reached(row_of(people[0]), by=anne)

    assert feedback.told_by_code(people[0])
    assert not feedback.told_by_code(people[0])
    assert not feedback.told_by_code(people[2])  # reads, and did not ask to be told
    row = row_of(people[0])
    assert (row.reached, row.told_on, row.registered_by) == (Reached.TOLD, TODAY, None)
    assert list(DayEntry.objects.filter(what="feedback.read").values_list("on")) == [(TODAY,)]
    assert not JournalEntry.objects.filter(what="feedback.read").exists()


# Texts


def test_each_gets_one_text_however_often_it_is_asked_for(
    by_text: list[Participant], letter: ParticipantFeedback, sent: Sent, anne: Person
) -> None:
    assert feedback.queue_texts(letter, by=anne) == 2
    assert feedback.queue_texts(letter, by=anne) == 0
    assert tasks.send_texts.call(str(letter.pk)) == {"sent": 2, "failed": 0}
    assert feedback.queue_texts(letter, by=anne) == 0
    assert tasks.send_texts.call(str(letter.pk)) == {"sent": 0, "failed": 0}

    assert sorted(to for to, _text in sent.texts) == sorted([NUMBER, ADDRESS])
    assert feedback.standing(letter.evaluation) == Wanting(wanted=2, told=2)
    for _to, words in sent.texts:
        for name in ("Solbakken", "Elvesund", "Anne", "Senteret", "D0", WORDS):
            assert name not in words


def test_one_that_was_begun_when_the_worker_was_killed_is_not_begun_again(
    by_text: list[Participant], letter: ParticipantFeedback, sent: Sent, anne: Person
) -> None:
    """Between handing it to the sender and writing that it went, nobody knows."""
    feedback.queue_texts(letter, by=anne)
    sent.failure = SystemExit()
    with pytest.raises(SystemExit):
        tasks.send_texts.call(str(letter.pk))
    sent.failure = None

    assert sorted(states()) == [Reached.SENDING, Reached.WAITING]
    assert tasks.send_what_is_left() == 1
    assert tasks.send_texts.call(str(letter.pk)) == {"sent": 1, "failed": 0}
    assert feedback.queue_texts(letter, by=anne) == 0
    assert sorted(states()) == [Reached.SENDING, Reached.TOLD]
    assert feedback.standing(letter.evaluation).waiting == 1


def test_what_failed_is_tried_again_when_it_is_asked_for(
    by_text: list[Participant], letter: ParticipantFeedback, sent: Sent, anne: Person
) -> None:
    feedback.queue_texts(letter, by=anne)
    sent.failure = senders.NotSent("broken")
    assert tasks.send_texts.call(str(letter.pk)) == {"sent": 0, "failed": 2}
    sent.failure = None

    assert tasks.send_what_is_left() == 0
    assert feedback.queue_texts(letter, by=anne) == 2
    assert tasks.send_texts.call(str(letter.pk)) == {"sent": 2, "failed": 0}


def test_another_way_chosen_meanwhile_stops_the_text(
    by_text: list[Participant], letter: ParticipantFeedback, sent: Sent, anne: Person
) -> None:
    feedback.queue_texts(letter, by=anne)
    feedback.choose_way(row_of(by_text[0]), Way.PHONE, by=anne)
    feedback.told_by_code(by_text[1])

    assert tasks.send_texts.call(str(letter.pk)) == {"sent": 0, "failed": 0} and not sent.texts


def test_mail_alone_does_not_reach_a_telephone(
    by_text: list[Participant], letter: ParticipantFeedback, anne: Person, settings: Any
) -> None:
    settings.TEXT_SENDER = "email"

    assert feedback.queue_texts(letter, by=anne) == 1
