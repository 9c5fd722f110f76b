"""An answer taken away is gone from everywhere, and a visitor opens no more than their own."""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied

from brukerstemmen.followups.actions import replying
from brukerstemmen.followups.guests import FeltGuest, ReceiptGuest
from brukerstemmen.followups.models import (
    FeltSlips,
    FollowUp,
    Reply,
    ReplyWords,
)
from brukerstemmen.people import clock, ledger, opening
from brukerstemmen.people.models import Person, SealingKey
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import validation, withdrawal
from brukerstemmen.voices.models import Participant, Statement, UserMeeting
from tests.cast import TODAY

from .answering_cast import (
    MISSING,
    NOTICES,
    answers,
    close,
    erased_keys,
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


def test_taken_away_a_new_users_keys_are_destroyed(answers: Answer, sheet: FeltSlips):
    reply = answers(slips=sheet).reply
    replying.take_back(reply)
    replying.take_back(reply)

    assert not Reply.objects.exists()
    assert not ReplyWords.objects.exists()
    assert {reply.key_id, reply.raw_key_id} <= erased_keys()


def test_taken_away_a_participants_other_words_stand(
    answers: Answer, masked: UserMeeting, anne: Person
):
    statement = masked.statements.get(position=1)
    speaker = statement.speaker
    reply = answers(participant=speaker).reply
    mask(reply, anne)
    replying.take_back(reply)

    assert not Reply.objects.exists()
    assert {speaker.raw_key_id, speaker.masked_key_id} <= erased_keys()
    wording = Statement.objects.get(pk=statement.pk).masked_wordings.get()
    assert wording.read("words") == "Behandleren min lytter."


def test_after_other_words_were_taken_away_the_answer_can_still_be_changed(
    answers: Answer, masked: UserMeeting
):
    statement = masked.statements.get(position=1)
    speaker = statement.speaker
    reply = answers(participant=speaker).reply
    validation.strike(statement)
    assert words_of(reply) == (NOTICES, MISSING)

    answers(participant=speaker, notices="Fortsatt her.")
    assert words_of(reply) == ("Fortsatt her.", MISSING)


def test_it_can_be_taken_away_when_the_round_is_told(
    answers: Answer, round_: FollowUp, people: list[Participant]
):
    reply = answers(participant=people[0]).reply
    close(round_, told=True)
    replying.take_back(reply)
    assert not Reply.objects.exists()


def test_on_behalf_it_is_taken_away_by_the_team_alone(
    answers: Answer, people: list[Participant], frida: Person, cecilie: Person
):
    reply = answers(participant=people[0]).reply
    with pytest.raises(PermissionDenied):
        replying.take_back(reply, by=cecilie)
    replying.take_back(reply, by=frida)
    assert not Reply.objects.exists()


def test_who_withdraws_takes_the_answer_along(answers: Answer, people: list[Participant]):
    reply = answers(participant=people[0]).reply
    answers(participant=people[1])
    withdrawal.withdraw(people[0])

    assert Reply.objects.get().participant == people[1]
    assert not ReplyWords.objects.filter(reply=reply.pk).exists()
    assert {people[0].raw_key_id, people[0].masked_key_id} <= erased_keys()


def test_a_backup_brings_no_answer_back(
    answers: Answer, sheet: FeltSlips, people: list[Participant]
):
    gone, stays = answers(slips=sheet).reply, answers(slips=sheet).reply
    mine = answers(participant=people[0]).reply
    file = Path(settings.ERASURE_LEDGER_FILE)
    file.write_text(f"key {gone.raw_key_id}\nkey {gone.key_id}\nkey {people[0].raw_key_id}\n")

    ledger.replay()

    assert set(Reply.objects.values_list("pk", flat=True)) == {stays.pk, mine.pk}
    assert not Reply.objects.get(pk=mine.pk).has_words
    assert words_of(stays) == (NOTICES, MISSING)


def test_a_slip_opens_no_answer_and_a_receipt_only_its_own(
    answers: Answer, sheet: FeltSlips, people: list[Participant]
):
    mine, others = answers(slips=sheet).reply, answers(slips=sheet).reply
    theirs = answers(participant=people[0]).reply
    everything = set(SealingKey.objects.values_list("pk", flat=True))

    assert FeltGuest(sheet).keys == frozenset()
    assert ReceiptGuest(mine).keys & everything == {mine.key_id, mine.raw_key_id}
    with opening.opened(Zone.Z3_RAW, by="test", reason="isolation", only=ReceiptGuest(mine).keys):
        assert words_of(mine) == (NOTICES, MISSING)
        for other in (others, theirs):
            with pytest.raises(opening.NotAllowed):
                words_of(other)
            with pytest.raises(opening.NotAllowed):
                felt_in(other)


def test_a_slip_is_enough_to_answer_and_to_send_again(answers: Answer, sheet: FeltSlips):
    form = uuid.uuid4()
    for words in (NOTICES, "En gang til."):
        with opening.opened(Zone.Z3_RAW, by="test", reason="a slip", only=frozenset()):
            answers(slips=sheet, once=form, notices=words)
    assert words_of(Reply.objects.get()) == ("En gang til.", MISSING)
    assert clock.today() == TODAY
