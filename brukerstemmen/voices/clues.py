"""The clues that are left in masked statements, with the reason each was kept for."""

import uuid
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils import translation

from brukerstemmen.voices.finding import Hit, context_of, hits_in
from brukerstemmen.voices.kept import span_in
from brukerstemmen.voices.models import MaskedWording, Statement, UserMeeting
from brukerstemmen.voices.models.statements import READ_THROUGH
from brukerstemmen.voices.second_reading import Because, Clue, because
from brukerstemmen.voices.wording import meetings as wording

Clues = Mapping[uuid.UUID, list[Clue]]


def clues_in(statements: "QuerySet[Statement]", meeting: UserMeeting) -> Clues:
    """What is left in each of these statements of the meeting. Reads masked words only."""
    versions = (
        MaskedWording.objects.filter(
            statement__in=statements.filter(READ_THROUGH),
            number=F("statement__masked_number"),
            kept_hits__isnull=False,
        )
        .select_related("key__outer__outer", "statement")
        .prefetch_related("kept_hits__key__outer__outer")
        .distinct()
    )
    ready_made = _that_it_matters()
    return {
        version.statement_id: [
            Clue(hit.text, hit.span, why, _matters(why, ready_made))
            for hit, why in _kept_in(version, meeting)
        ]
        for version in versions
    }


def _kept_in(version: MaskedWording, meeting: UserMeeting) -> list[tuple[Hit, str]]:
    """What was kept in a wording, in order, as it was found then: who looks today may see less."""
    words = version.read("words")
    rows = [
        (row.read("text"), row.read("why"), span_in(row.read("found"), words))
        for row in version.kept_hits.all()
    ]
    kept = [(Hit(span, text), why) for text, why, span in rows if span is not None]
    if before := {text: why for text, why, span in rows if span is None}:
        # Kept before it was written down as what: then what the finder says today counts.
        today = hits_in(words, version.statement.language, context_of(meeting.work))
        kept += [(hit, before[hit.text]) for hit in today if hit.text in before]
    return sorted(kept, key=lambda one: one[0].span.start)


def _that_it_matters() -> list[str]:
    """The reason that stands ready on the page, in every language a reader may have had."""
    found = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found.append(str(wording.IT_MATTERS).rstrip("."))
    return found


def _matters(reason: str, ready_made: Sequence[str]) -> bool:
    return any(words in reason for words in ready_made)


def elsewhere(statement: Statement, all_told: Sequence[Statement], clues: Clues) -> list[Clue]:
    """What the same speaker has left in other statements of the meeting."""
    if statement.speaker_id is None:
        return []
    others = [
        one.pk
        for one in all_told
        if one.speaker_id == statement.speaker_id and one.pk != statement.pk
    ]
    return [clue for pk in others for clue in clues.get(pk, [])]


def reasons(statements: Sequence[Statement], clues: Clues) -> dict[uuid.UUID, list[Because]]:
    """Why each of these is to be read a second time; nothing where one reader is enough."""
    return {
        one.pk: because(clues.get(one.pk, []), elsewhere(one, statements, clues))
        for one in statements
    }
