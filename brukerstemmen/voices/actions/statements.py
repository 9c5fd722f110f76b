"""Writing down what was said, as it was said, and reading it aloud."""

import uuid
from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Question
from brukerstemmen.masking.language import guess
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.models import Person
from brukerstemmen.voices import states
from brukerstemmen.voices.actions.second_reading import ask, settle_if_ready, words_of
from brukerstemmen.voices.actions.words import (
    checked_words,
    hold,
    locked,
    locked_with_meeting,
    masked_key_of,
    new_raw,
    raw_key_of,
)
from brukerstemmen.voices.models import KeptHit, Participant, Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason, StatementKind
from brukerstemmen.voices.states import MeetingState, StatementState
from brukerstemmen.voices.wording import meetings as wording

# Rooms above tell here how what they keep under the key of the speaker is sealed anew.
KEPT_WITH_THE_SPEAKER: list[Callable[[Statement], None]] = []


def open_for_writing(meeting: UserMeeting, by: Person) -> UserMeeting:
    """Lock the meeting for writing. Raises PermissionDenied, or ValidationError if it is closed."""
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(by, Permission.WRITE_DOWN, meeting)
    if meeting.state_now is not MeetingState.HELD:
        raise ValidationError(_("Open the meeting for writing first."))
    return meeting


@transaction.atomic
def write_down(
    meeting: UserMeeting,
    *,
    words: str,
    by: Person,
    once: uuid.UUID | None = None,
    speaker: Participant | None = None,
    kind: str = "",
    question: Question | None = None,
    reason: Reason = Reason.NOTED,
) -> Statement:
    """Write down one thing that was said. Kind and speaker may come later, or never.

    once: the form's own id, so that sending it twice writes it once.
    Raises PermissionDenied, or ValidationError with what to change.
    """
    meeting = open_for_writing(meeting, by)
    if once and (there := Statement.objects.filter(pk=once, user_meeting=meeting).first()):
        return there
    words = checked_words(words)
    speaker = _speaker_now(meeting, speaker)
    _check_question(meeting, question)
    last = meeting.statements.aggregate(last=Max("position"))["last"] or 0
    statement = Statement.objects.create(
        pk=once or uuid.uuid4(),
        user_meeting=meeting,
        position=last + 1,
        speaker=speaker,
        noted_by=by,
        kind=StatementKind(kind) if kind else "",
        question=question,
        language=guess(words),
        raw_number=1,
    )
    new_raw(statement, words, number=1, reason=reason, by=by).save(force_insert=True)
    return statement


def _speaker_now(meeting: UserMeeting, speaker: Participant | None) -> Participant | None:
    """The speaker with the keys they have now: those may be others since the page was shown."""
    if speaker is None:
        return None
    [speaker] = hold(Participant.objects.filter(pk=speaker.pk))
    if not meeting.presences.filter(participant=speaker).exists():
        raise ValidationError(
            {"speaker": _("%(code)s is not registered in this meeting.") % {"code": speaker.code}}
        )
    refuse_untold([speaker])
    return speaker


def refuse_untold(speakers: Iterable[Participant]) -> None:
    """Nothing is written down of somebody under 16 before those who care for them are told, also
    when they came after the meeting had begun."""
    if any(one.is_young and one.guardian_told_on is None for one in speakers):
        raise ValidationError({"speaker": wording.HINDERS[states.Hinder.GUARDIAN_NOT_TOLD]})


def _check_question(meeting: UserMeeting, question: Question | None) -> None:
    guides = Question.objects.filter(theme__guide__evaluation=meeting.evaluation_id)
    if question and not guides.filter(pk=question.pk).exists():
        raise ValidationError(wording.NOT_FROM_HERE)


@transaction.atomic
def change_wording(
    statement: Statement, *, words: str, based_on: int, reason: Reason, by: Person
) -> bool:
    """A new wording; the earlier ones stay. Returns False if somebody else wrote meanwhile:
    then both are kept, side by side, until one is chosen.

    based_on: the version number the writer saw.
    Raises PermissionDenied or ValidationError.
    """
    statement = locked(statement)
    require(by, Permission.WRITE_DOWN, statement)
    if statement.user_meeting.state == MeetingState.MASKED:
        raise ValidationError(wording.NOT_FROM_HERE)
    words = checked_words(words)
    current = statement.raw_wordings.filter(number=statement.raw_number).get()
    if current.read("words") == words:
        return True
    last = statement.raw_wordings.aggregate(last=Max("number"))["last"]
    if based_on != statement.raw_number:
        rival = new_raw(
            statement,
            words,
            number=last + 1,
            reason=Reason.RIVAL,
            by=by,
            rival_of=statement.raw_number,
        )
        rival.save(force_insert=True)
        return False
    new_raw(statement, words, number=last + 1, reason=reason, by=by).save(force_insert=True)
    statement.raw_number = last + 1
    heard = reason is Reason.READ_ALOUD
    statement.state = StatementState.READ_BACK if heard else StatementState.NOTED
    statement.save(update_fields=["raw_number", "state"])
    return True


@transaction.atomic
def choose_wording(statement: Statement, *, number: int, by: Person) -> Statement:
    """Choose between wordings that were written at the same time. None is thrown away.

    Raises PermissionDenied, or ValidationError if there is no such version, or if the meeting is
    masked: its words do not change behind what has gone on.
    """
    statement = locked(statement)
    require(by, Permission.WRITE_DOWN, statement)
    if statement.user_meeting.state == MeetingState.MASKED:
        raise ValidationError(wording.NOT_FROM_HERE)
    chosen = statement.raw_wordings.filter(number=number).first()
    if chosen is None:
        raise ValidationError(wording.NOT_FROM_HERE)
    statement.raw_wordings.filter(rival_of__isnull=False).update(rival_of=None)
    if statement.raw_number != number:
        statement.raw_number, statement.state = number, StatementState.NOTED
        # An older version may be chosen: what was masked from a later one no longer counts.
        statement.masked_number = statement.masked_from = statement.open_hits = 0
        statement.second_reading = states.Second.NOT_ASKED
        statement.save()
    return statement


@transaction.atomic
def place(
    statement: Statement,
    *,
    by: Person,
    kind: str | None = None,
    speaker: Participant | None = None,
    speaker_known: bool = False,
    question: Question | None = None,
) -> Statement:
    """Say afterwards what kind it is, who said it, and at which question.

    speaker_known: whether `speaker` is said here (None then means unknown or the group).
    A new speaker means a new key: every wording is sealed anew under it. What each has said in all
    is counted anew too, and may ask for a second reader.
    Raises PermissionDenied or ValidationError.
    """
    statement = locked_with_meeting(statement)
    require(by, Permission.WRITE_DOWN, statement)
    if kind is not None:
        statement.kind = StatementKind(kind) if kind else ""
    _check_question(statement.user_meeting, question)
    if question is not None:
        statement.question = question
    before, is_another = statement.speaker, speaker_known and speaker != statement.speaker
    if is_another:
        _refuse_what_is_their_own(statement)
        _seal_anew(statement, _speaker_now(statement.user_meeting, speaker))
        statement.state, statement.answered_number = states.moved(statement.state_now), 0
    statement.save()
    if is_another:
        _count_anew(statement, before)
    return statement


def _count_anew(statement: Statement, before: Participant | None) -> None:
    """What each has said in all is another sum now. before: who was thought to have said it."""
    was_ready, meeting = statement.is_ready, statement.user_meeting
    theirs = meeting.statements.filter(speaker=before) if before else meeting.statements.none()
    ask(meeting, read_anew=[statement.pk], also=theirs.values_list("pk", flat=True))
    statement.refresh_from_db(fields=["second_reading"])
    if statement.is_ready and not was_ready:  # nobody need be waited for any more
        settle_if_ready(statement, words_of(statement))


def _refuse_what_is_their_own(statement: Statement) -> None:
    """Words somebody has written at their own door are nobody else's to read."""
    if statement.raw_wordings.filter(reason=Reason.OWN).exists():
        raise ValidationError(wording.NOT_FROM_HERE)


def _seal_anew(statement: Statement, speaker: Participant | None) -> None:
    """Move every wording under the new speaker's keys, so that withdrawal reaches them all."""
    masked = list(statement.masked_wordings.prefetch_related("kept_hits"))
    columns = KeptHit.sealed_columns()
    kept = [(hit, {c: hit.read(c) for c in columns}) for v in masked for hit in v.kept_hits.all()]
    raw_words = [(version, version.read("words")) for version in statement.raw_wordings.all()]
    masked_words = [(version, version.read("words")) for version in masked]
    answers = [(reading, reading.read("why")) for reading in statement.second_readings.all()]
    statement.speaker = speaker
    for version, words in raw_words:
        version.key = raw_key_of(statement)
        version.seal(words=words)
        version.save(update_fields=["key", "words"])
    for version, words in masked_words:
        version.key = masked_key_of(statement)
        version.seal(words=words)
        version.save(update_fields=["key", "words"])
    for hit, told in kept:
        hit.key = masked_key_of(statement)
        hit.seal(**told)
        hit.save(update_fields=["key", *columns])
    for reading, why in answers:
        reading.key = masked_key_of(statement)
        reading.seal(why=why)
        reading.save(update_fields=["key", "why"])
    for seal_anew in KEPT_WITH_THE_SPEAKER:
        seal_anew(statement)


@transaction.atomic
def agree(statement: Statement, *, by: Person) -> Statement:
    """The group has heard it and says: yes, that is how it is. Raises PermissionDenied."""
    statement = locked(statement)
    require(by, Permission.WRITE_DOWN, statement)
    if statement.state == StatementState.NOTED:
        statement.state = StatementState.READ_BACK
        statement.save(update_fields=["state"])
    return statement


@transaction.atomic
def keep_both_views(
    statement: Statement, *, other_words: str, by: Person, once: uuid.UUID | None = None
) -> Statement:
    """Not everyone agrees: the other view is written beside it. Nothing is struck.

    Raises PermissionDenied or ValidationError.
    """
    meeting = UserMeeting.objects.select_for_update().get(pk=statement.user_meeting_id)
    require(by, Permission.WRITE_DOWN, meeting)
    if once and (there := Statement.objects.filter(pk=once, user_meeting=meeting).first()):
        return there
    if meeting.state == MeetingState.MASKED:
        raise ValidationError(wording.NOT_FROM_HERE)
    words = checked_words(other_words)
    last = meeting.statements.aggregate(last=Max("position"))["last"]
    other = Statement.objects.create(
        pk=once or uuid.uuid4(),
        user_meeting=meeting,
        position=last + 1,
        noted_by=by,
        kind=statement.kind,
        question=statement.question,
        language=guess(words),
        other_view_of=statement,
        state=StatementState.READ_BACK,
        raw_number=1,
    )
    new_raw(other, words, number=1, reason=Reason.READ_ALOUD, by=by).save(force_insert=True)
    agree(statement, by=by)
    return other
