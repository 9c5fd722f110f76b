"""The participant's own acts, without HTTP: codes, answers, taking away, leaving."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, ledger
from brukerstemmen.people.entry import Way
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes as law
from brukerstemmen.privacy.consent import Purpose, State
from brukerstemmen.voices.actions import codes, consenting, validation, withdrawal
from brukerstemmen.voices.models import (
    MaskedWording,
    Participant,
    RawWording,
    Statement,
    UserMeeting,
)
from brukerstemmen.voices.states import Answer, StatementState
from tests.cast import TODAY, mask_as


def said_by(participant: Participant) -> Statement:
    return Statement.objects.get(speaker=participant)


@pytest.fixture
def speaker(masked: UserMeeting) -> Participant:
    return masked.statements.get(position=1).speaker


def test_a_given_code_lets_its_owner_in_and_a_new_one_ends_the_old(
    speaker: Participant, anne: Person
) -> None:
    first = codes.give_code(speaker, by=anne)
    entered = codes.enter_with_code(law.written(first.code).lower())
    assert entered is not None and entered.way is Way.OWN
    assert codes.enter_with_token(first.token) == entered
    second = codes.give_code(speaker, by=anne)
    assert codes.enter_with_code(first.code) is None
    assert codes.enter_with_code(second.code) is not None


def test_a_yes_makes_the_words_quotable_and_other_words_are_asked_about_again(
    masked: UserMeeting, speaker: Participant, anne: Person
) -> None:
    validation.open_round(masked.evaluation, deadline=TODAY + timedelta(days=14), by=anne)
    statement = said_by(speaker)
    assert statement.state == StatementState.SENT
    validation.answer(statement, Answer.YES, based_on=1, by_self=speaker)
    statement.refresh_from_db()
    assert statement.is_quotable and list(Statement.objects.quotable()) == [statement]


def test_new_words_count_as_changed_once_they_are_read(
    masked: UserMeeting, speaker: Participant, anne: Person
) -> None:
    validation.open_round(masked.evaluation, deadline=TODAY + timedelta(days=14), by=anne)
    statement = said_by(speaker)
    validation.answer(
        statement,
        Answer.CHANGE,
        based_on=1,
        words="Hun som behandler meg, lytter.",
        by_self=speaker,
    )
    statement.refresh_from_db()
    assert statement.state == StatementState.REWORDED and not statement.is_ready
    mask_as(statement, "Hun som behandler meg, lytter.", by=anne)
    statement.refresh_from_db()
    assert statement.state == StatementState.CHANGED and statement.is_quotable


def test_own_new_words_may_be_changed_once_more_before_they_are_read(
    masked: UserMeeting, speaker: Participant, anne: Person
) -> None:
    statement = said_by(speaker)
    for words in ("Hun lyter.", "Hun lytter."):
        validation.answer(statement, Answer.CHANGE, based_on=1, words=words, by_self=speaker)
    statement.refresh_from_db()
    assert statement.raw_number == 3 and statement.state == StatementState.REWORDED
    with pytest.raises(ValidationError):
        validation.answer(statement, Answer.YES, based_on=1, by_self=speaker)


def test_what_is_taken_away_is_gone_and_the_rest_lies_under_other_keys(
    masked: UserMeeting, speaker: Participant, anne: Person
) -> None:
    before = speaker.raw_key_id
    validation.answer(said_by(speaker), Answer.TAKE_AWAY, based_on=1, by_self=speaker)
    speaker.refresh_from_db()
    assert not speaker.statements.exists() and speaker.raw_key_id != before
    assert speaker.masked_key.wrapped is not None


def test_no_answer_is_no_yes(
    masked: UserMeeting, speaker: Participant, anne: Person, clock_at: object
) -> None:
    validation.open_round(masked.evaluation, deadline=TODAY + timedelta(days=14), by=anne)
    with clock.at(TODAY + timedelta(days=14)):
        assert validation.pass_deadlines() == 0
    with clock.at(TODAY + timedelta(days=15)):
        assert validation.pass_deadlines() == 2
    assert said_by(speaker).state == StatementState.UNANSWERED
    assert not Statement.objects.quotable().exists()


def test_who_withdraws_leaves_nothing_but_a_mark(
    masked: UserMeeting, speaker: Participant, anne: Person
) -> None:
    code = codes.give_code(speaker, by=anne)
    words = RawWording.objects.filter(statement__speaker=speaker).get()
    assert withdrawal.withdraw(speaker) == 1
    speaker.refresh_from_db()
    assert speaker.raw_key.wrapped is None and speaker.masked_key.wrapped is None
    assert not speaker.statements.exists() and not speaker.presences.exists()
    assert not MaskedWording.objects.filter(pk=words.pk).exists()
    assert codes.enter_with_code(code.code) is None
    assert {what for _kind, what in ledger.inside()} >= {speaker.pk, speaker.raw_key_id}
    assert withdrawal.withdraw(speaker) == 0


def test_one_cannot_answer_for_another(masked: UserMeeting, speaker: Participant) -> None:
    other = masked.statements.get(position=2)
    with pytest.raises(ValidationError):
        validation.answer(other, Answer.TAKE_AWAY, based_on=1, by_self=speaker)


def test_somebody_gets_a_code_before_they_have_answered(
    evaluation: Evaluation, anne: Person, clock_at: object
) -> None:
    once = uuid.uuid4()
    given = codes.expect_somebody(evaluation, by=anne, once=once)
    again = codes.expect_somebody(evaluation, by=anne, once=once)
    assert again.participant == given.participant
    assert codes.enter_with_code(given.code) is None and codes.enter_with_code(again.code)
    state = consenting.states_of(given.participant)[Purpose.TAKE_PART]
    assert state is State.OFFERED and not consenting.allows(given.participant, Purpose.TAKE_PART)
