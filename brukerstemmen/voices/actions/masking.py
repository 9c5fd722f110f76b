"""Masking: taking away what may point at somebody. A person reads every statement."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from brukerstemmen.masking.spans import Context
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import figures
from brukerstemmen.voices.actions.looking import as_when_finished, context_now, unresolved
from brukerstemmen.voices.actions.second_reading import ask, settle_if_ready
from brukerstemmen.voices.actions.words import (
    checked_words,
    hold,
    locked_with_meeting,
    masked_key_of,
)
from brukerstemmen.voices.finding import Hit, NotRead, context_in, hits_in
from brukerstemmen.voices.kept import told
from brukerstemmen.voices.models import (
    KeptHit,
    MaskedWording,
    Participant,
    Statement,
    UserMeeting,
)
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.names import NOTHING_CHOSEN, Choices, choices_in
from brukerstemmen.voices.states import BEFORE_SENT, MeetingState, Second, reached
from brukerstemmen.voices.wording import meetings as wording


@dataclass(frozen=True)
class Read:
    """What a person hands in about a statement they have read. The fields are those of `mask`."""

    statement: uuid.UUID
    words: str
    kept: Mapping[str, str]
    based_on: tuple[int, int]
    seconds: int | None = None  # how long it took, where the page could tell
    is_reading: bool = True  # False: put in by a choice for the whole meeting


def mask_many(
    meeting: UserMeeting, read: Iterable[Read], *, by: Person, context: Context | None = None
) -> dict[uuid.UUID, ValidationError]:
    """A person has read these statements of a meeting. Each is judged for itself, as by `mask`.

    context: `context_in` the meeting, for one who needs it afterwards as well.
    Returns the refusals: a statement that is refused does not hinder the others.
    Raises PermissionDenied, or ValidationError if the meeting is not to be masked now.
    """
    require(by, Permission.MASK, meeting)
    read, choices = list(read), choices_in(meeting)
    ask_first(meeting, read, choices)
    try:
        return _mask_many(meeting, read, context, by)
    except NotRead as refusal:
        return {one.statement: refusal for one in read}


@transaction.atomic
def _mask_many(
    meeting: UserMeeting, read: Sequence[Read], context: Context | None, by: Person
) -> dict[uuid.UUID, ValidationError]:
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(by, Permission.MASK, meeting)
    if not reached(meeting.state_now, MeetingState.WRITTEN):
        raise ValidationError(wording.NOT_FROM_HERE)
    hold(Participant.objects.filter(statements__in=[one.statement for one in read]))
    refusals, anew = {}, dict[Statement, Read]()
    with as_when_finished(meeting):
        context, choices = context_now(meeting, context), choices_in(meeting)
        for one in read:
            statement = meeting.statements.select_for_update().filter(pk=one.statement).first()
            if statement is None:
                continue
            try:
                _may_mask_now(statement)
                if _mask(statement, one, context, by, choices):
                    anew[statement] = one
            except ValidationError as refusal:
                refusals[one.statement] = refusal
    _go_on(meeting, anew)
    return refusals


def mask(
    statement: Statement,
    *,
    words: str,
    kept: Mapping[str, str],
    based_on: tuple[int, int],
    by: Person,
    context: Context | None = None,
) -> Statement:
    """A person has read the statement, and this is the wording that may go on.

    words: the wording without what points at somebody. The finder looks through it again.
    kept: what is found but kept, with the reason for each.
    based_on: the raw and the masked version the reader saw. If either has changed, this wording
    is kept beside the other until one is chosen.
    context: `context_in` the meeting, for one who masks many after each other.
    The statement goes on only when nothing is unresolved and no second reader is waited for
    (`Statement.is_ready`).
    Raises PermissionDenied or ValidationError.
    """
    require(by, Permission.MASK, statement)
    read = Read(statement.pk, words, kept, based_on)
    ask_first(statement.user_meeting, [read])
    return _mask_one(statement, read, context, by)


@transaction.atomic
def _mask_one(statement: Statement, read: Read, context: Context | None, by: Person) -> Statement:
    statement = locked_with_meeting(statement)
    require(by, Permission.MASK, statement)
    _may_mask_now(statement)
    meeting = statement.user_meeting
    with as_when_finished(meeting):
        is_now = _mask(statement, read, context_now(meeting, context), by)
    if is_now:
        _go_on(meeting, {statement: read})
    return statement


def ask_first(
    meeting: UserMeeting, read: Sequence[Read], choices: Choices = NOTHING_CHOSEN
) -> None:
    """Have the models read what is read in the transaction, before it begins (see `looking`).
    What is refused there is passed over here."""
    if not settings.MASKING_MODELS:
        return
    context, rows = context_in(meeting), meeting.statements.in_bulk([one.statement for one in read])
    for one in read:
        if (statement := rows.get(one.statement)) is None:
            continue
        with suppress(ValidationError):
            words = checked_words(one.words)
            hits_in(words, statement.language, context)
            if one.is_reading:
                figures.corrections_in(statement, words, context, choices)


def _go_on(meeting: UserMeeting, anew: Mapping[Statement, Read]) -> None:
    """These have been masked. Where clues pile up somebody else is asked; the others go on."""
    read = [statement.pk for statement, one in anew.items() if one.is_reading]
    put_in = [statement.pk for statement, one in anew.items() if not one.is_reading]
    if anew:
        ask(meeting, read_anew=read, also=put_in)
    for statement, one in anew.items():
        settle_if_ready(statement, checked_words(one.words))


def _mask(
    statement: Statement,
    read: Read,
    context: Context,
    by: Person,
    choices: Choices = NOTHING_CHOSEN,
) -> bool:
    """Whether the statement has these words now, and may be waited for no more."""
    words = checked_words(read.words)
    hits = hits_in(words, statement.language, context)
    last = statement.masked_wordings.aggregate(last=Max("number"))["last"] or 0
    is_rival = read.based_on != (statement.raw_number, statement.masked_number)
    if is_rival and _same_as_now(statement, words):
        return False
    version = MaskedWording(
        statement=statement,
        number=last + 1,
        reason=_reason(read, is_rival),
        author=by,
        on=clock.today(),
        rival_of=statement.masked_number if is_rival else None,
        key=masked_key_of(statement),
    )
    version.seal(words=words)
    version.save(force_insert=True)
    unresolved = _keep(version, hits, read.kept)
    if is_rival:
        return False
    if read.is_reading:
        figures.record(statement, version, context, choices, seconds=read.seconds)
    statement.masked_number, statement.masked_from = version.number, statement.raw_number
    statement.open_hits = unresolved
    statement.save()
    return True


def _reason(read: Read, is_rival: bool) -> Reason:
    if is_rival:
        return Reason.RIVAL
    return Reason.MASKED if read.is_reading else Reason.EVERYWHERE


def _may_mask_now(statement: Statement) -> None:
    """In a masked meeting only what is not ready: new words from the one who said it."""
    state = statement.user_meeting.state_now
    if not reached(state, MeetingState.WRITTEN) or (
        state is MeetingState.MASKED and statement.is_ready
    ):
        raise ValidationError(wording.NOT_FROM_HERE)


def _same_as_now(statement: Statement, words: str) -> bool:
    """A second click on the same button is no rival."""
    current = statement.masked_wordings.filter(number=statement.masked_number).first()
    return current is not None and current.read("words") == words


def _keep(version: MaskedWording, hits: list[Hit], kept: Mapping[str, str]) -> int:
    """Write down what is kept and why; returns how many hits are still unresolved."""
    unresolved = 0
    for hit in hits:
        why = kept.get(hit.text, "").strip()
        if not why or not hit.may_be_kept:
            unresolved += 1
            continue
        row = KeptHit(wording=version, key=version.key)
        row.seal(text=hit.text, why=why, found=told(hit.span))
        row.save(force_insert=True)
    return unresolved


def choose_masked(statement: Statement, *, number: int, by: Person) -> Statement:
    """Choose between masked wordings written at the same time. The finder looks again.

    What was said may have changed meanwhile: then the statement must be read once more.
    Raises PermissionDenied or ValidationError.
    """
    require(by, Permission.MASK, statement)
    chosen = statement.masked_wordings.filter(number=number).first()
    if chosen is not None and settings.MASKING_MODELS:  # before the transaction, see `looking`
        unresolved(chosen, statement, context_in(statement.user_meeting))
    return _choose_masked(statement, number, by)


@transaction.atomic
def _choose_masked(statement: Statement, number: int, by: Person) -> Statement:
    statement = locked_with_meeting(statement)
    require(by, Permission.MASK, statement)
    _may_mask_now(statement)
    chosen = statement.masked_wordings.filter(number=number).first()
    if chosen is None:
        raise ValidationError(wording.NOT_FROM_HERE)
    statement.masked_wordings.filter(rival_of__isnull=False).update(rival_of=None)
    statement.masked_number = number
    with as_when_finished(statement.user_meeting):
        statement.open_hits = unresolved(chosen, statement, context_in(statement.user_meeting))
    statement.save()
    ask(statement.user_meeting, read_anew=[statement.pk])
    settle_if_ready(statement, chosen.read("words"))
    return statement


@transaction.atomic
def take_back(statement: Statement, *, by: Person) -> Statement:
    """The reading was too quick: the statement waits to be read again. Its versions stay, and so
    do the figures of the reading, since they tell of no statement.

    Only as long as its speaker has not been offered the words.
    Raises PermissionDenied or ValidationError.
    """
    statement = locked_with_meeting(statement)
    require(by, Permission.MASK, statement)
    _may_mask_now(statement)
    if statement.state_now not in BEFORE_SENT or not statement.masked_number:
        raise ValidationError(wording.NOT_FROM_HERE)
    statement.masked_number = statement.masked_from = statement.open_hits = 0
    statement.second_reading = Second.NOT_ASKED
    statement.save()
    ask(statement.user_meeting, read_anew=[statement.pk])
    return statement
