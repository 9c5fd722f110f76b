"""Slips for those who use the service now: how many, whose keys, stopped, and made."""

import uuid
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.followups.actions import replying, slips
from brukerstemmen.followups.models import (
    FeltSlips,
    FollowUp,
    Reply,
)
from brukerstemmen.people.marks import mark_of_code
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.privacy import codes
from brukerstemmen.privacy.consent import Channel
from brukerstemmen.voices.models import Participant
from tests.cast import TODAY

from .answering_cast import (
    MISSING,
    NOTICES,
    SOON,
    answers,
    close,
    erased_keys,
    measures,
    named,
    people,
    round_,
    sheet,
    words_of,
)

__all__ = ["answers", "measures", "named", "people", "round_", "sheet"]
Answer = Callable[..., replying.Given]


def test_a_new_users_answer_gets_keys_made_for_it_alone(
    answers: Answer, sheet: FeltSlips, round_: FollowUp
):
    one, other = answers(slips=sheet), answers(slips=sheet)

    taken = {one.reply.key_id, one.reply.raw_key_id, other.reply.key_id, other.reply.raw_key_id}
    assert len(taken) == 4
    assert not taken & {round_.evaluation.key_id, round_.evaluation.raw_key_id}
    assert words_of(one.reply) == (NOTICES, MISSING)
    assert one.reply.receipt_mark == mark_of_code(codes.normalised(one.receipt))
    assert one.receipt != other.receipt


def test_nothing_tells_which_slip_an_answer_came_from(answers: Answer, sheet: FeltSlips):
    reply = answers(slips=sheet).reply
    told = {str(getattr(reply, field.attname)) for field in Reply._meta.concrete_fields}
    assert str(sheet.pk) not in told


def test_as_many_can_answer_as_there_are_slips(answers: Answer, sheet: FeltSlips):
    for _slip in range(3):
        answers(slips=sheet)
    with pytest.raises(ValidationError, match="As many have answered"):
        answers(slips=sheet)
    assert Reply.objects.count() == 3


def test_sent_twice_it_is_one_answer_on_one_slip_with_the_receipt_shown_last(
    answers: Answer, sheet: FeltSlips
):
    form = uuid.uuid4()
    first = answers(slips=sheet, once=form)
    second = answers(slips=sheet, once=form, notices="Litt til.")

    reply = Reply.objects.get()
    assert FeltSlips.objects.get().used == 1
    assert words_of(reply) == ("Litt til.", MISSING)
    assert reply.receipt_mark == mark_of_code(codes.normalised(second.receipt))
    assert first.receipt != second.receipt
    assert {first.reply.key_id, first.reply.raw_key_id} <= erased_keys()


def test_who_knows_an_answer_cannot_write_over_it(answers: Answer, sheet: FeltSlips):
    there = answers(slips=sheet).reply
    answers(slips=sheet, once=there.pk, notices="En annens.")
    assert words_of(there) == (NOTICES, MISSING)
    assert Reply.objects.count() == 2


def test_stopped_slips_take_no_more_answers(answers: Answer, sheet: FeltSlips, anne: Person):
    answers(slips=sheet)
    slips.stop_slips(sheet, by=anne)
    slips.stop_slips(sheet, by=anne)
    with pytest.raises(ValidationError, match="closed now"):
        answers(slips=sheet)
    assert Reply.objects.count() == 1
    assert JournalEntry.objects.filter(what="felt_slips.stopped").count() == 1


def test_slips_of_another_round_are_no_slips_here(
    answers: Answer, sheet: FeltSlips, round_: FollowUp, anne: Person
):
    other = FollowUp.objects.create(
        evaluation=round_.evaluation, number=2, due_on=TODAY, opened_on=TODAY, key=round_.key
    )
    elsewhere = slips.make_slips(other, number=1, by=anne)
    with pytest.raises(ValidationError):
        answers(slips=elsewhere)


@pytest.mark.parametrize("who", [{}, {"channel": Channel.PHONE}, {"both": True}])
def test_somebody_without_account_is_one_of_the_two(
    answers: Answer, sheet: FeltSlips, people: list[Participant], who: dict[str, object]
):
    if who.pop("both", False):
        who = {"participant": people[0], "slips": sheet}
    with pytest.raises(PermissionDenied):
        answers(**who)


def test_slips_are_made_by_the_team_for_an_open_round(
    round_: FollowUp, named: None, anne: Person, frida: Person, cecilie: Person, dag: Person
):
    made = slips.make_slips(round_, number=30, language="nn", by=frida)
    assert (made.number, made.most, made.used, made.until) == (1, 30, 0, SOON)
    assert codes.normalised(made.read("code"))
    for outsider in (cecilie, dag):
        with pytest.raises(PermissionDenied):
            slips.make_slips(round_, number=30, by=outsider)
        with pytest.raises(PermissionDenied):
            slips.stop_slips(made, by=outsider)
    for wrong in (0, slips.MOST + 1):
        with pytest.raises(ValidationError):
            slips.make_slips(round_, number=wrong, by=anne)
    close(round_)
    with pytest.raises(ValidationError):
        slips.make_slips(round_, number=3, by=anne)


def test_slips_sent_twice_are_one_sheet(round_: FollowUp, named: None, anne: Person):
    form = uuid.uuid4()
    assert slips.make_slips(round_, number=9, by=anne, once=form) == slips.make_slips(
        round_, number=9, by=anne, once=form
    )
    assert round_.slips.count() == 1


def test_somebody_must_be_named_on_slips(round_: FollowUp, anne: Person):
    with pytest.raises(ValidationError, match="Say first who people can call"):
        slips.make_slips(round_, number=3, by=anne)
