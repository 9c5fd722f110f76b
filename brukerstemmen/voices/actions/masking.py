"""Masking: taking away what may point at somebody. A person reads every statement."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.models import Person
from brukerstemmen.voices import wording
from brukerstemmen.voices.actions.statements import checked_words, masked_key_of
from brukerstemmen.voices.finding import Hit, context_of, hits_in
from brukerstemmen.voices.models import KeptHit, MaskedWording, Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.states import MeetingState, StatementState, reached


@transaction.atomic
def mask(
    statement: Statement,
    *,
    words: str,
    kept: Mapping[str, str],
    based_on: tuple[int, int],
    by: Person,
) -> Statement:
    """A person has read the statement, and this is the wording that may go on.

    words: the wording without what points at somebody. The finder looks through it again.
    kept: what is found but kept, with the reason for each.
    based_on: the raw and the masked version the reader saw. If either has changed, this wording
    is kept beside the other until one is chosen.
    The statement goes on only when nothing is unresolved (`Statement.is_ready`).
    Raises PermissionDenied or ValidationError.
    """
    statement = Statement.objects.select_for_update().get(pk=statement.pk)
    require(by, Permission.MASK, statement)
    _may_mask_now(statement.user_meeting)
    words = checked_words(words)
    context = context_of(statement.work)
    hits = hits_in(words, statement.language, context)
    last = statement.masked_wordings.aggregate(last=Max("number"))["last"] or 0
    is_rival = based_on != (statement.raw_number, statement.masked_number)
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
    unresolved = _keep(version, hits, kept)
    if not is_rival:
        statement.masked_number, statement.masked_from = version.number, statement.raw_number
        statement.open_hits = unresolved
        if not unresolved and statement.state == StatementState.READ_BACK:
            statement.state = StatementState.DEIDENTIFIED
        statement.save()
    return statement


def _may_mask_now(meeting: UserMeeting) -> None:
    if not reached(meeting.state_now, MeetingState.WRITTEN) or meeting.state == MeetingState.MASKED:
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

    Raises PermissionDenied or ValidationError.
    """
    statement = Statement.objects.select_for_update().get(pk=statement.pk)
    require(by, Permission.MASK, statement)
    chosen = statement.masked_wordings.filter(number=number).first()
    if chosen is None:
        raise ValidationError(wording.NOT_FROM_HERE)
    statement.masked_wordings.filter(rival_of__isnull=False).update(rival_of=None)
    kept = {hit.read("text"): hit.read("why") for hit in chosen.kept_hits.all()}
    hits = hits_in(chosen.read("words"), statement.language, context_of(statement.work))
    statement.masked_number, statement.masked_from = number, statement.raw_number
    statement.open_hits = sum(1 for hit in hits if hit.text not in kept)
    statement.save()
    return statement
