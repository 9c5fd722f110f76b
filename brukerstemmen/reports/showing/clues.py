"""What in a quote may show who said it, although nothing in it names anybody."""

import re
from dataclasses import dataclass

from django.db.models import F
from django.utils.functional import Promise

from brukerstemmen.masking.spans import Why
from brukerstemmen.reports import sentences
from brukerstemmen.voices.finding import context_of, hits_in
from brukerstemmen.voices.models import KeptHit, Statement
from brukerstemmen.voices.wording import meetings as wording

# Whoever speaks of their language tells of their origin, also where the language is masked.
_OF_LANGUAGE = re.compile(
    r"\b(?:mors|heim|hjem)\w*?mål\w*|\bspråk\w*|\btolk\w*|\bmother tongue\b"
    r"|\b(?:language|interpreter)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Clue:
    """text: where it stands. kept_why: a person has kept it in masking, for this reason."""

    text: str
    why: Promise | str
    kept_why: str = ""


@dataclass(frozen=True)
class Clues:
    """warnings: sentences about the whole, most serious first."""

    clues: list[Clue]
    warnings: list[Promise | str]


def clues_in(statement: Statement, words: str, fewest: int) -> Clues:
    """What the finder of masking says, what was kept and why, and whether few speak so.

    fewest: the smallest group of people that is shown; fewer than that are few.
    """
    kept = _kept(statement)
    hits = hits_in(words, statement.language, context_of(statement.work))
    clues = [
        Clue(hit.text, wording.FOUND_BECAUSE[hit.span.why], kept.pop(hit.text, "")) for hit in hits
    ]
    found = {clue.text.casefold() for clue in clues}
    of_language = dict.fromkeys(match.group() for match in _OF_LANGUAGE.finditer(words))
    clues += [
        Clue(text, wording.FOUND_BECAUSE[Why.SPOKEN_LANGUAGE], kept.pop(text, ""))
        for text in of_language
        if text.casefold() not in found
    ]
    # What was kept counts, even where the finder would not stop at it today.
    clues += [Clue(text, "", why) for text, why in kept.items()]
    warnings: list[Promise | str] = []
    if of_language or any(hit.span.why in sentences.SPECIAL for hit in hits):
        warnings.append(sentences.SPECIAL_CATEGORY)
    if _few_speak(statement, fewest):
        warnings.append(sentences.FEW_SPEAK_SO)
    return Clues(clues, warnings)


def _kept(statement: Statement) -> dict[str, str]:
    rows = KeptHit.objects.filter(
        wording__statement=statement, wording__number=F("wording__statement__masked_number")
    )
    return {row.read("text"): row.read("why") for row in rows.select_related("key__outer__outer")}


def _few_speak(statement: Statement, fewest: int) -> bool:
    """Whether few people here speak the language of this statement, and others another."""
    spoken = Statement.objects.filter(
        user_meeting__evaluation=statement.user_meeting.evaluation_id, speaker__isnull=False
    )
    pairs = set(spoken.values_list("speaker", "language"))
    so = {speaker for speaker, language in pairs if language == statement.language}
    others = {speaker for speaker, _language in pairs} - so
    return bool(others) and len(so) < fewest
