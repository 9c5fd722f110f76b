"""The clues that are left in masked statements, with the reason each was kept for."""

import uuid
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils import translation

from brukerstemmen.voices.finding import context_of, hits_in
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
    context, ready_made = context_of(meeting.work), _that_it_matters()
    found: dict[uuid.UUID, list[Clue]] = {}
    for version in versions:
        kept = {hit.read("text"): hit.read("why") for hit in version.kept_hits.all()}
        hits = hits_in(version.read("words"), version.statement.language, context)
        found[version.statement_id] = [
            Clue(hit.text, hit.span, kept[hit.text], _matters(kept[hit.text], ready_made))
            for hit in hits
            if hit.text in kept
        ]
    return found


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
