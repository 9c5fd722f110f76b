"""A yes is one person's, to these words, for as long as it was given."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from brukerstemmen.people import clock
from brukerstemmen.people.daily import do_chores
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.consent import Channel, Purpose, State
from brukerstemmen.voices.actions import (
    consenting,
    invitations,
    statements,
    validation,
    wishes,
    withdrawal,
)
from brukerstemmen.voices.models import Participant, Statement, UserMeeting
from brukerstemmen.voices.states import Answer, StatementState
from tests.cast import TODAY

YES = {Purpose.TAKE_PART: True, Purpose.QUOTES: True, Purpose.CONTACT_AGAIN: True}


@pytest.fixture
def quoted(masked: UserMeeting, anne: Person) -> Statement:
    """A statement whose speaker has said yes to the words."""
    validation.open_round(masked.evaluation, deadline=TODAY + timedelta(days=14), by=anne)
    statement = masked.statements.get(position=1)
    validation.answer(statement, Answer.YES, based_on=1, by_self=statement.speaker)
    assert Statement.objects.quotable().get() == statement
    return statement


def speaker_of(statement: Statement) -> Participant:
    return Participant.objects.get(statements=statement)


def test_a_no_to_quotes_among_all_the_answers_reaches_what_was_quotable(quoted: Statement) -> None:
    no = YES | {Purpose.QUOTES: False}
    consenting.answer_consent(speaker_of(quoted), no, text_version="1")

    quoted.refresh_from_db()
    assert quoted.state == StatementState.COUNT_ONLY
    assert not Statement.objects.quotable().exists()


def test_nobody_leaves_by_a_no_that_would_keep_their_words(quoted: Statement, anne: Person) -> None:
    no = YES | {Purpose.TAKE_PART: False}
    speaker = speaker_of(quoted)
    with pytest.raises(ValidationError, match="withdraw"):
        consenting.answer_consent(speaker, no, text_version="1")
    with pytest.raises(ValidationError, match="withdraw"):
        consenting.answer_consent_on_behalf(
            speaker, no, text_version="1", channel=Channel.PAPER, by=anne
        )

    assert consenting.states_of(speaker)[Purpose.TAKE_PART] is State.GIVEN


def test_words_that_turn_out_to_be_another_persons_are_asked_about_anew(
    quoted: Statement, anne: Person
) -> None:
    [other] = quoted.user_meeting.evaluation.participants.filter(number=3)
    statements.place(quoted, speaker=other, speaker_known=True, by=anne)

    quoted.refresh_from_db()
    assert quoted.state == StatementState.DEIDENTIFIED and not quoted.is_quotable
    assert quoted in validation.to_be_offered(quoted.user_meeting.evaluation)


def test_a_kind_put_right_afterwards_changes_no_yes(quoted: Statement, anne: Person) -> None:
    statements.place(quoted, kind="other", speaker=quoted.speaker, speaker_known=True, by=anne)

    assert Statement.objects.quotable().get() == quoted


@pytest.mark.parametrize(("days", "holds"), [(30, True), (31, False)])
def test_a_yes_to_quotes_ends_with_the_day_it_named(
    quoted: Statement, anne: Person, days: int, holds: bool
) -> None:
    last_day: date = TODAY + timedelta(days=30)
    speaker = speaker_of(quoted)
    speaker.decisions.filter(purpose=Purpose.QUOTES).update(until=last_day)

    with clock.at(TODAY + timedelta(days=days)):
        assert do_chores()["quotes that ran out"] == (not holds)

    assert Statement.objects.quotable().exists() == holds


def test_the_day_comes_from_the_invitation(masked: UserMeeting, anne: Person) -> None:
    last_day = TODAY + timedelta(days=30)
    invitations.describe_invitation(
        masked.evaluation, contact=anne, telephone="20 55 01 00", words_until=last_day, by=anne
    )
    [fresh] = masked.evaluation.participants.filter(number=5)
    consenting.enter_decision(
        fresh, Purpose.QUOTES, consenting.Act.GIVE, channel=Channel.PAPER, by=anne
    )

    assert fresh.decisions.order_by("pk").last().until == last_day


def test_a_yes_that_would_be_over_is_not_written_and_leaving_works_as_before(
    masked: UserMeeting, anne: Person
) -> None:
    invitations.describe_invitation(
        masked.evaluation,
        contact=anne,
        telephone="20 55 01 00",
        words_until=TODAY + timedelta(days=3),
        by=anne,
    )
    [late] = masked.evaluation.participants.filter(number=5)
    with clock.at(TODAY + timedelta(days=4)):
        with pytest.raises(ValidationError, match="has passed"):
            wishes.say_yes_again(late, Purpose.CONTACT_AGAIN, text_version="1")
        with pytest.raises(ValidationError, match="has passed"):
            consenting.answer_consent(late, YES, text_version="1")
        withdrawal.withdraw(late)
    late.refresh_from_db()
    assert late.is_withdrawn


def test_a_no_after_a_yes_that_ran_out_would_keep_the_words_too(
    quoted: Statement, anne: Person
) -> None:
    speaker = speaker_of(quoted)
    speaker.decisions.update(until=TODAY + timedelta(days=3))
    no = dict.fromkeys(YES, False)
    with clock.at(TODAY + timedelta(days=4)):
        with pytest.raises(ValidationError, match="withdraw"):
            consenting.answer_consent(speaker, no, text_version="1")
        withdrawal.withdraw(speaker)
    assert not Statement.objects.filter(pk=quoted.pk).exists()


def test_own_new_words_are_not_handed_to_somebody_else(masked: UserMeeting, anne: Person) -> None:
    statement = masked.statements.get(position=1)
    speaker = statement.speaker
    told = {"words": "Hun som behandler meg, lytter.", "by_self": speaker}
    validation.answer(statement, Answer.CHANGE, based_on=1, **told)
    for other in (masked.evaluation.participants.get(number=4), None):
        with pytest.raises(ValidationError):
            statements.place(statement, speaker=other, speaker_known=True, by=anne)
    statement.refresh_from_db()
    assert statement.speaker == speaker
