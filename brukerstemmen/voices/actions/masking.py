"""Masking: taking away what may point at somebody. A person reads every statement."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Max

from brukerstemmen.masking.spans import Context
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.validation import settle
from brukerstemmen.voices.actions.words import checked_words, hold, locked, masked_key_of
from brukerstemmen.voices.finding import Hit, context_in, hits_in
from brukerstemmen.voices.models import (
    KeptHit,
    MaskedWording,
    Participant,
    Statement,
    UserMeeting,
)
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.states import MeetingState, reached
from brukerstemmen.voices.wording import meetings as wording


@dataclass(frozen=True)
class Read:
    """What a person hands in about a statement they have read. The fields are those of `mask`."""

    statement: uuid.UUID
    words: str
    kept: Mapping[str, str]
    based_on: tuple[int, int]


@transaction.atomic
def mask_many(
    meeting: UserMeeting, read: Iterable[Read], *, by: Person
) -> dict[uuid.UUID, ValidationError]:
    """A person has read these statements of a meeting. Each is judged for itself, as by `mask`.

    Returns the refusals: a statement that is refused does not hinder the others.
    Raises PermissionDenied, or ValidationError if the meeting is not to be masked now.
    """
    meeting = UserMeeting.objects.select_for_update().get(pk=meeting.pk)
    require(by, Permission.MASK, meeting)
    if not reached(meeting.state_now, MeetingState.WRITTEN):
        raise ValidationError(wording.NOT_FROM_HERE)
    read, context = list(read), context_in(meeting)
    hold(Participant.objects.filter(statements__in=[one.statement for one in read]))
    refusals = {}
    for one in read:
        statement = meeting.statements.select_for_update().filter(pk=one.statement).first()
        if statement is None:
            continue
        try:
            _may_mask_now(statement)
            _mask(statement, one, context, by)
        except ValidationError as refusal:
            refusals[one.statement] = refusal
    return refusals


@transaction.atomic
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
    The statement goes on only when nothing is unresolved (`Statement.is_ready`).
    Raises PermissionDenied or ValidationError.
    """
    statement = locked(statement)
    require(by, Permission.MASK, statement)
    _may_mask_now(statement)
    read = Read(statement.pk, words, kept, based_on)
    return _mask(statement, read, context or context_in(statement.user_meeting), by)


def _mask(statement: Statement, read: Read, context: Context, by: Person) -> Statement:
    words = checked_words(read.words)
    hits = hits_in(words, statement.language, context)
    last = statement.masked_wordings.aggregate(last=Max("number"))["last"] or 0
    is_rival = read.based_on != (statement.raw_number, statement.masked_number)
    if is_rival and _same_as_now(statement, words):
        return statement
    version = MaskedWording(
        statement=statement,
        number=last + 1,
        reason=Reason.RIVAL if is_rival else Reason.MASKED,
        author=by,
        on=clock.today(),
        rival_of=statement.masked_number if is_rival else None,
        key=masked_key_of(statement),
    )
    version.seal(words=words)
    version.save(force_insert=True)
    unresolved = _keep(version, hits, read.kept)
    if not is_rival:
        statement.masked_number, statement.masked_from = version.number, statement.raw_number
        statement.open_hits = unresolved
        if not unresolved:
            settle(statement, words)
        statement.save()
    return statement


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
        row.seal(text=hit.text, why=why)
        row.save(force_insert=True)
    return unresolved


@transaction.atomic
def choose_masked(statement: Statement, *, number: int, by: Person) -> Statement:
    """Choose between masked wordings written at the same time. The finder looks again.

    What was said may have changed meanwhile: then the statement must be read once more.
    Raises PermissionDenied or ValidationError.
    """
    statement = locked(statement)
    require(by, Permission.MASK, statement)
    _may_mask_now(statement)
    chosen = statement.masked_wordings.filter(number=number).first()
    if chosen is None:
        raise ValidationError(wording.NOT_FROM_HERE)
    statement.masked_wordings.filter(rival_of__isnull=False).update(rival_of=None)
    statement.masked_number = number
    statement.open_hits = _unresolved(chosen, statement, context_in(statement.user_meeting))
    if statement.is_ready:
        settle(statement, chosen.read("words"))
    statement.save()
    return statement


def _unresolved(version: MaskedWording, statement: Statement, context: Context) -> int:
    """How much the finder finds today that nobody has kept with a reason."""
    kept = {hit.read("text") for hit in version.kept_hits.all()}
    hits = hits_in(version.read("words"), statement.language, context)
    return sum(1 for hit in hits if hit.text not in kept)


def look_again(meeting: UserMeeting) -> None:
    """More was said after some of it was masked: names said later may stand in it too."""
    versions = MaskedWording.objects.filter(
        statement__in=meeting.statements.ready(), number=F("statement__masked_number")
    )
    if not versions.exists():
        return
    context = context_in(meeting)
    related = versions.select_related("key__outer__outer", "statement")
    for version in related.prefetch_related("kept_hits__key__outer__outer"):
        if unresolved := _unresolved(version, version.statement, context):
            Statement.objects.filter(pk=version.statement_id).update(open_hits=unresolved)
