"""Looking through masked words once more, by the models too where they read.

A model may be waited for. So what a verb reads is asked before its transaction begins: inside it
the answers are remembered, and nobody else stands waiting for the database meanwhile.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db.models import F, Q

from brukerstemmen.masking.spans import Context
from brukerstemmen.voices.finding import context_in, hits_in, thoroughly
from brukerstemmen.voices.models import MaskedWording, Statement, UserMeeting
from brukerstemmen.voices.states import MeetingState


@contextmanager
def as_when_finished(meeting: UserMeeting) -> Iterator[None]:
    """In a masked meeting no step comes after that looks at everything once more: what is read in
    here goes on, so the models must have read it too. Raises NotRead where they did not."""
    if meeting.state_now is not MeetingState.MASKED:
        yield
        return
    with thoroughly():
        yield


def context_now(meeting: UserMeeting, given: Context | None = None) -> Context:
    """The context of a meeting. given: one that was read a moment ago, for another purpose; in a
    masked meeting it is read anew, since nobody knows whether the models had their say in it."""
    if given is None or meeting.state_now is MeetingState.MASKED:
        return context_in(meeting)
    return given


def unresolved(version: MaskedWording, statement: Statement, context: Context) -> int:
    """How much the finder finds today that nobody has kept with a reason."""
    kept = {hit.read("text") for hit in version.kept_hits.all()}
    hits = hits_in(version.read("words"), statement.language, context)
    return sum(1 for hit in hits if hit.text not in kept)


def ask_of_what_is_masked(meeting: UserMeeting) -> None:
    """Have the models read what `look_again` reads, before the transaction in which it does."""
    if settings.MASKING_MODELS:
        _found_today(meeting)


def look_again(meeting: UserMeeting) -> None:
    """More was said after some of it was masked: names said later may stand in it too."""
    for pk, number in _found_today(meeting).items():
        if number:
            Statement.objects.filter(pk=pk).update(open_hits=number)


def look_once_more(meeting: UserMeeting) -> None:
    """Words that came after the writing may hold a name that stands in what was masked before.
    Where the models read, everything is read by them once more: they may not have answered when
    it was masked. Raises NotRead if they do not now."""
    later = Q(raw_number__gt=1) | Q(other_view_of__isnull=False)
    if settings.MASKING_MODELS or meeting.statements.filter(later).exists():
        with thoroughly():
            look_again(meeting)


def look_again_at(statement: Statement) -> int:
    """The same of one statement. Returns how much is unresolved."""
    version = statement.masked_wordings.get(number=statement.masked_number)
    number = unresolved(version, statement, context_in(statement.user_meeting))
    if number:
        there = Statement.objects.filter(pk=statement.pk, masked_number=version.number)
        there.update(open_hits=number)
    return number


def _found_today(meeting: UserMeeting) -> dict[uuid.UUID, int]:
    """What is unresolved today in each of the statements that were ready."""
    versions = MaskedWording.objects.filter(
        statement__in=meeting.statements.ready(), number=F("statement__masked_number")
    )
    if not versions.exists():
        return {}
    context = context_in(meeting)
    related = versions.select_related("key__outer__outer", "statement")
    return {
        version.statement_id: unresolved(version, version.statement, context)
        for version in related.prefetch_related("kept_hits__key__outer__outer")
    }
