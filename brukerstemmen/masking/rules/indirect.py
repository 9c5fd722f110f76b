"""Clues without a name: few people do this work, speak this language, hold this post.

Only a person can tell what they give away here and now, so they are shown and never replaced.
"""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.rules.clues import (
    body,
    built,
    deeds,
    events,
    everyday,
    family,
    few,
    fields,
    frames,
    happened,
    homes,
    kinship,
    life,
    seen,
    trade,
    unique,
    work,
)
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.indirect"
AT_OFFICE = re.compile(
    r"\b(?:hun|han|ho|hen|dama|damen|mannen|fyren|jenta|gutten|she|he|the (?:woman|man)) "
    r"(?:som (?:sitter|sit|jobber|jobbar|er) )?(?:nede |oppe |borte |over )?"
    r"(?:på|i|ved|hos|at|in) (?:the )?(?P<office>[\w-]+)",
    re.IGNORECASE,
)
LISTS = (
    ("rare_work", Why.RARE_WORK, 0.6),
    ("single_roles", Why.SINGLE_ROLE, 0.6),
    ("languages", Why.SPOKEN_LANGUAGE, 0.6),
    ("origins", Why.TELLS_ORIGIN, 0.6),
    ("special_categories", Why.SPECIAL_CATEGORY, 0.6),
    ("rare_conditions", Why.RARE_CONDITION, 0.6),
    ("told_events", Why.KNOWN_EVENT, 0.5),
    ("honours", Why.KNOWN_EVENT, 0.5),
    ("elected", Why.SINGLE_ROLE, 0.5),
    ("parties", Why.SINGLE_ROLE, 0.5),
    ("known_by", Why.WORD_OF_FEW, 0.4),
)
PHRASES = frozenset(
    name for name, _why, _score in LISTS if any(" " in entry for entry in lexicon.entries(name))
)
KINDS = (
    *(few, work, family, events, body, life),
    *(unique, trade, kinship, happened, seen, homes, deeds, frames),
)


def find(reading: Reading) -> Iterator[Span]:
    """Clues worth a look: what is told, but for what many say, and words of seldom fields."""
    for span in (*told(reading), *fields.find(reading)):
        if not everyday.is_everyday(reading, span):
            yield span


def told(reading: Reading) -> Iterator[Span]:
    """Words of the lists, and turns of phrase that single somebody out."""
    for name, why, score in LISTS:
        listed = lexicon.beginnings(name)
        for word in reading.words:
            if _is_among(word, listed) and not (word.has_capital and name == "parties"):
                yield Span(word.start, word.end, Label.QUASI, score, SOURCE, why)
        yield from _phrases(reading, name, why, score)
    for kind in KINDS:
        for turn in kind.turns():
            yield from reading.spans(turn.pattern, Label.QUASI, turn.score, SOURCE, turn.why)
    yield from built.find(reading)
    offices = lexicon.pattern("offices")
    for match in AT_OFFICE.finditer(reading.text):
        if offices.fullmatch(match.group("office")):
            span = match.span()
            yield Span(*span, Label.QUASI, 0.6, SOURCE, Why.PERSON_AT_OFFICE)


def _is_among(word: Word, listed: lexicon.Beginnings) -> bool:
    return listed.fit(word.lower) or ("-" in word.text and any(map(listed.fit, word.parts)))


def _phrases(reading: Reading, name: str, why: Why, score: float) -> Iterator[Span]:
    """The entries of several words, where the list has any."""
    if name in PHRASES:
        several = lexicon.phrases(name)
        yield from reading.spans(several, Label.QUASI, score, SOURCE, why)
