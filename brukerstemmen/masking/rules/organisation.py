"""Services and firms that stand in a list, and local branches of what is known everywhere."""

import re
from collections.abc import Iterator
from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.rules import branches, by_place, houses
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.organisation"


def find(reading: Reading) -> Iterator[Span]:
    """Named institutions of the list, in any case; "Mental Helse Elvesund"."""
    yield from houses.find(reading)
    yield from branches.find(reading)
    yield from by_place.find(reading)
    several = lexicon.phrases("institutions")
    yield from reading.spans(several, Label.ORG, 0.8, SOURCE, Why.INSTITUTION_NAME)
    yield from reading.spans(_branch(), Label.ORG, 0.8, SOURCE, Why.INSTITUTION_NAME)
    listed = lexicon.words("institutions")
    for word in reading.words:
        found = [base for base in lexicon.base_forms(word.lower) if base in listed]
        if not found:
            continue
        if word.has_capital or not all(map(lexicon.is_word, found)):
            score = 0.9 if word.has_capital else 0.7
            yield Span(word.start, word.end, Label.ORG, score, SOURCE, Why.INSTITUTION_NAME)


@cache
def _branch() -> re.Pattern[str]:
    """ "Mental Helse Elvesund": an association everybody knows, and where this branch is."""
    known = "|".join(re.escape(entry) for entry in lexicon.entries("associations"))
    return re.compile(rf"\b(?i:{known}),? (?:avd\.? |avdeling |i |på )?[A-ZÆØÅ][a-zæøå]{{2,}}\b")
