"""What somebody has taken back does not come in again: by notes, by a backup, by a later verb."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.timezone import get_default_timezone

from brukerstemmen.people import ledger
from brukerstemmen.people.models import Person, SealingKey
from brukerstemmen.privacy.consent import Channel
from brukerstemmen.voices.actions import (
    importing,
    invitations,
    masking,
    meetings,
    statements,
    validation,
    withdrawal,
)
from brukerstemmen.voices.models import (
    Contact,
    ImportPreview,
    Participant,
    RawWording,
    Statement,
    UserMeeting,
)
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY

NOTES = "D01: Jeg er den eneste her som kjører brøytebil.\nD02: Ingen ringte."


def number(meeting: UserMeeting, which: int) -> Participant:
    return meeting.evaluation.participants.get(number=which)


@pytest.fixture
def elsewhere(meeting: UserMeeting, anne: Person) -> UserMeeting:
    """Another meeting of the evaluation, in which the first five are not registered."""
    made = meetings.plan_meeting(meeting.evaluation, name="Døgn", by=anne)
    told = {"channel": Channel.PAPER, "on": TODAY, "text_version": "1", "by": anne}
    meetings.register_consent(made, new_people=1, **told)
    return meetings.hold(made, on=TODAY, nobody_from_service=True, by=anne)


def test_each_statement_is_in_the_ledger_by_itself(
    masked: UserMeeting, django_capture_on_commit_callbacks: Any
) -> None:
    statement = masked.statements.get(position=1)
    with django_capture_on_commit_callbacks(execute=True):
        withdrawal.withdraw(statement.speaker)
    assert ("statement", statement.pk) in ledger.inside() & ledger.outside()


def test_the_ledger_outside_tells_the_day_and_not_the_hour(
    masked: UserMeeting, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        withdrawal.withdraw(number(masked, 1))
    changed = Path(settings.ERASURE_LEDGER_FILE).stat().st_mtime
    assert datetime.fromtimestamp(changed, tz=get_default_timezone()).isoformat() == (
        "2026-03-02T00:00:00+01:00"
    )


def test_a_backup_from_before_the_speaker_was_known_brings_no_words_back(
    meeting: UserMeeting, anne: Person
) -> None:
    words = {"words": "Jeg er den eneste her som kjører brøytebil.", "by": anne}
    before = statements.write_down(meeting, speaker=None, **words)
    # What another day of the same house has written in the ledger outside.
    file = Path(settings.ERASURE_LEDGER_FILE)
    file.write_text(f"participant {number(meeting, 1).pk}\nstatement {before.pk}\n")

    ledger.replay()

    assert not Statement.objects.exists() and not RawWording.objects.exists()


def test_notes_that_wait_go_in_whichever_meeting_they_were_put(
    meeting: UserMeeting, elsewhere: UserMeeting, anne: Person
) -> None:
    row = importing.preview(elsewhere, pasted=NOTES, by=anne)
    withdrawal.withdraw(number(meeting, 1))
    assert not ImportPreview.objects.exists()
    assert SealingKey.objects.get(pk=row.key_id).wrapped is None
    with pytest.raises(ValidationError):
        importing.take_in(row, unknown_as_nobody=True, by=anne)


def test_notes_that_wait_go_with_one_statement_too(masked: UserMeeting, anne: Person) -> None:
    meeting = meetings.write_more(masked, by=anne)
    importing.preview(meeting, pasted="D01: Psykologen min, Marit Hauglie, lytter.", by=anne)
    statement = masked.statements.get(position=1)
    validation.answer(statement, Answer.TAKE_AWAY, based_on=1, by_self=statement.speaker)
    assert not ImportPreview.objects.exists()


def test_notes_with_the_words_of_one_who_left_are_refused(
    meeting: UserMeeting, anne: Person
) -> None:
    withdrawal.withdraw(number(meeting, 1))
    with pytest.raises(ValidationError, match="D01 has withdrawn"):
        importing.preview(meeting, pasted=NOTES, by=anne)
    assert not ImportPreview.objects.exists()


def test_such_notes_are_refused_also_where_the_columns_are_told_afterwards(
    meeting: UserMeeting, anne: Person
) -> None:
    row = importing.preview(meeting, pasted=NOTES, by=anne)
    # As it was before previews went with the one who left.
    Participant.objects.filter(pk=number(meeting, 1).pk).update(withdrawn_on=TODAY)
    with pytest.raises(ValidationError, match="D01 has withdrawn"):
        importing.take_in(row, unknown_as_nobody=True, by=anne)
    assert not Statement.objects.exists()


def test_a_reply_is_not_tied_to_somebody_who_left(meeting: UserMeeting, anne: Person) -> None:
    invitations.describe_invitation(meeting.evaluation, contact=anne, telephone="20", by=anne)
    sheet = invitations.make_slips(meeting.evaluation, where="", language="nb", by=anne)
    reply = invitations.reply(sheet, wish="take_part", reach={"telephone": "20"})
    person = number(meeting, 1)
    withdrawal.withdraw(person)
    with pytest.raises(ValidationError, match="withdrawn"):
        invitations.answer_reply(reply, by=anne, participant=person)
    assert not Contact.objects.filter(participant__isnull=False).exists()


class TestOtherKeysMeanwhile:
    """A page was shown; its owner takes a statement away, and so gets other keys; the page is
    sent. What is written then lies under the new keys, not under those that are destroyed."""

    @pytest.fixture
    def seen(self, masked: UserMeeting, anne: Person) -> Participant:
        meeting = meetings.write_more(masked, by=anne)
        seen = Participant.objects.select_related("raw_key", "masked_key").get(
            pk=number(meeting, 1).pk
        )
        statement = seen.statements.get()
        validation.answer(statement, Answer.TAKE_AWAY, based_on=1, by_self=statement.speaker)
        return seen

    def test_words_written_down(self, seen: Participant, masked: UserMeeting, anne: Person) -> None:
        meeting = UserMeeting.objects.get(pk=masked.pk)
        made = statements.write_down(meeting, words="Hun lyttet.", speaker=seen, by=anne)
        assert RawWording.objects.get(statement=made).read("words") == "Hun lyttet."

    def test_a_speaker_known_afterwards(
        self, seen: Participant, masked: UserMeeting, anne: Person
    ) -> None:
        statement = masked.statements.get(position=2)
        statements.place(statement, speaker=seen, speaker_known=True, by=anne)
        wordings = RawWording.objects.filter(statement=statement).select_related("key")
        assert [row.read("words") for row in wordings] == ["Ingen spurte hva jeg ville."]
        [masked_words] = statement.masked_wordings.all()
        assert masked_words.read("words") == "Ingen spurte hva jeg ville."


def test_what_is_masked_lies_under_the_keys_of_today(written: UserMeeting, anne: Person) -> None:
    statement = written.statements.select_related("speaker__masked_key").get(position=1)
    validation.renew_keys(Participant.objects.get(pk=statement.speaker_id))
    done = masking.mask(
        statement, words="Behandleren min lytter.", kept={}, based_on=(1, 0), by=anne
    )
    [version] = done.masked_wordings.all()
    assert version.read("words") == "Behandleren min lytter."
