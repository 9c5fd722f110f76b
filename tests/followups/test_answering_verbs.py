"""Answering a round: as one who took part, with a slip, by telephone; changed, and taken away."""

import uuid
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.followups.actions import replying
from brukerstemmen.followups.models import (
    FeltSlips,
    FollowUp,
    MaskedReply,
    Reply,
    ReplyWords,
)
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import Measure
from brukerstemmen.people.models import DayEntry, JournalEntry, Person
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions import withdrawal
from brukerstemmen.voices.models import Participant
from tests.cast import TODAY

from .answering_cast import (
    MISSING,
    NOTICES,
    SOON,
    answers,
    close,
    felt_in,
    mask,
    measures,
    named,
    people,
    round_,
    sheet,
    words_of,
)

__all__ = ["answers", "measures", "named", "people", "round_", "sheet"]
Answer = Callable[..., replying.Given]


def test_a_participants_answer_lies_under_their_own_two_keys(
    answers: Answer, people: list[Participant], measures: list[Measure]
):
    given = answers(participant=people[0])

    assert given.receipt is None
    assert words_of(given.reply) == (NOTICES, MISSING)
    assert felt_in(given.reply) == {str(measures[0].pk): "noticed", str(measures[1].pk): "half"}
    assert given.reply.key_id == people[0].masked_key_id
    assert given.reply.words.key_id == people[0].raw_key_id


def test_answered_again_it_is_one_answer_and_the_newest_holds(
    answers: Answer, people: list[Participant], measures: list[Measure]
):
    answers(participant=people[0])
    answers(participant=people[0], felt={measures[0].pk: Felt.WORSE}, notices="Nei.", missing="")

    reply = Reply.objects.get()
    assert felt_in(reply) == {str(measures[0].pk): "worse"}
    assert words_of(reply) == ("Nei.", "")


def test_new_words_must_be_read_anew_and_other_choices_need_not(
    answers: Answer, people: list[Participant], measures: list[Measure], anne: Person
):
    reply = answers(participant=people[0]).reply
    mask(reply, anne)

    answers(participant=people[0], felt={measures[0].pk: Felt.SAME})
    assert not Reply.objects.unread().exists()
    answers(participant=people[0], notices="Noe helt annet.")
    assert Reply.objects.unread().get().version == 2
    assert not MaskedReply.objects.exists()
    answers(participant=people[0], notices="", missing="")
    assert not Reply.objects.unread().exists()
    assert not ReplyWords.objects.exists()


def test_skipping_everything_is_no_answer(answers: Answer, people: list[Participant]):
    with pytest.raises(ValidationError, match="Nothing is answered yet"):
        answers(participant=people[0], felt={}, notices="  ", missing="")
    assert not Reply.objects.exists()


def test_one_answer_is_enough(answers: Answer, people: list[Participant], measures: list[Measure]):
    felt = {measures[1].pk: Felt.SLIPPED}
    reply = answers(participant=people[0], felt=felt, notices="", missing="").reply
    assert not reply.has_words
    assert felt_in(reply) == {str(measures[1].pk): "slipped"}


@pytest.mark.parametrize("field", ["notices", "missing"])
def test_far_too_much_is_told_at_its_question(
    answers: Answer, people: list[Participant], field: str
):
    with pytest.raises(ValidationError) as refusal:
        answers(participant=people[0], **{field: "a" * (replying.LONGEST + 1)})
    assert list(refusal.value.message_dict) == [field]


def test_nobody_answers_about_what_is_not_asked(answers: Answer, people: list[Participant]):
    with pytest.raises(ValidationError):
        answers(participant=people[0], felt={uuid.uuid4(): Felt.NOTICED})


def test_who_took_part_in_something_else_answers_nothing_here(
    answers: Answer, round_: FollowUp, people: list[Participant]
):
    stranger = people[0]
    stranger.evaluation_id = uuid.uuid4()
    with pytest.raises((PermissionDenied, Participant.DoesNotExist)):
        replying._refuse_if_not_part(stranger, round_)


def test_who_has_withdrawn_answers_nothing(answers: Answer, people: list[Participant]):
    withdrawal.withdraw(people[0])
    with pytest.raises(ValidationError, match="has withdrawn"):
        answers(participant=people[0])


def test_without_a_yes_to_taking_part_nothing_is_taken_in(
    answers: Answer, people: list[Participant]
):
    people[0].decisions.filter(purpose=Purpose.TAKE_PART).delete()
    with pytest.raises(ValidationError, match="no yes to taking part"):
        answers(participant=people[0])


def test_a_round_that_is_not_open_takes_no_answers(
    answers: Answer, round_: FollowUp, people: list[Participant], sheet: FeltSlips
):
    close(round_)
    for who in ({"participant": people[0]}, {"slips": sheet}):
        with pytest.raises(ValidationError, match="closed now"):
            answers(**who)


def test_the_last_day_is_a_day_to_answer_and_the_day_after_is_not(
    answers: Answer, people: list[Participant], clock_at: Callable[..., None]
):
    clock_at(SOON)
    answers(participant=people[0])
    clock_at(SOON.replace(day=SOON.day + 1))
    with pytest.raises(ValidationError, match="closed now"):
        answers(participant=people[0])


def test_a_closed_evaluation_takes_no_answers(
    answers: Answer, round_: FollowUp, people: list[Participant]
):
    round_.work.closed_on = TODAY
    round_.work.save()
    with pytest.raises(ValidationError, match="closed now"):
        answers(participant=people[0])


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.PAPER, Channel.IN_PERSON])
def test_the_team_writes_down_what_it_is_told(
    answers: Answer, people: list[Participant], frida: Person, channel: Channel
):
    reply = answers(participant=people[2], by=frida, channel=channel).reply
    assert (reply.registered_by, reply.channel) == (frida, channel)
    assert JournalEntry.objects.get(what="felt.answered_for").by == frida


def test_a_new_user_gets_a_receipt_by_telephone_and_none_on_paper(answers: Answer, anne: Person):
    assert answers(by=anne, channel=Channel.PHONE).receipt
    paper = [answers(by=anne, channel=Channel.PAPER) for _sheet in range(2)]
    assert {(given.receipt, given.reply.receipt_mark) for given in paper} == {(None, "")}


def test_only_the_team_answers_on_behalf_and_says_how(
    answers: Answer, people: list[Participant], anne: Person, cecilie: Person, dag: Person
):
    for outsider in (cecilie, dag):
        with pytest.raises(PermissionDenied):
            answers(participant=people[0], by=outsider, channel=Channel.PHONE)
    with pytest.raises(ValidationError):
        answers(participant=people[0], by=anne)


def test_nothing_keeps_the_hour_in_which_somebody_answered(
    answers: Answer, people: list[Participant], sheet: FeltSlips
):
    before = JournalEntry.objects.count()
    given = answers(participant=people[0]), answers(slips=sheet)
    for one in given:
        replying.take_back(one.reply)

    assert JournalEntry.objects.count() == before
    told = DayEntry.objects.order_by("what").values_list("what", "on")
    assert set(told) >= {("felt.answered", TODAY), ("felt.taken_back", TODAY)}
