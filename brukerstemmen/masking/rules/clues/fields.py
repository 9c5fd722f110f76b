"""Words of fields that talk of a service seldom touches: the sea, the farm, the stage, the court.

Such a word alone says little, so it is only asked about. But a life outside the service is told
with such words, and by that life neighbours know somebody, whatever the turn of phrase.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.fields"
SCORE, SCORE_SELDOM = 0.15, 0.1
SHORTEST_FIRST = 3  # letters before the last part of a compound
SHORTEST_STEM = 3  # letters
SHORTEST_SELDOM = 9  # letters of a compound that no dictionary has
LONGEST_WORD = 40  # letters; what is longer is no word
ENDINGS = (
    *("ens", "ets", "enes", "erne", "ene", "ane", "ande", "ende", "ar", "er", "en", "et"),
    *("dde", "de", "te", "ne", "na", "a", "e", "n", "t", "r", "s", "d"),
)
SHORT_ENDINGS = frozenset({"en", "et", "er", "ar", "ene", "ane", "a", "n"})  # of three letters
ENGLISH_ENDINGS = ("'s", "es", "s", "ed", "d", "ing")
WITHOUT_E = frozenset({"s", "'s"})  # nothing is left out before them

# What compounds of every service hold: they are new, but point at nobody.
OF_SERVICES = re.compile(
    r"behandl|medisin|tvang|søvn|depresj|angst|ansvar|telefon|pårør|bruk[ae]r|turnus|avdeling|terap"
    r"|samtal|pasient|diagnos|journal|skjema|vedtak|oppfølg|[hv]envis|tilvis|erfaring|kveld|møte"
    r"|enhet|eining|konferans|intervju|helse|samtykk|time|grupp|røyk|nøkkel"
    r"|enhet|einheit|eining|døgn|røyke|time|samtykk|ansatt|tilsett|innkall|utskriv|helsev"
)


@dataclass(frozen=True)
class Field:
    """whole: words in their base form. starts, ends: beginnings and last parts, by two letters."""

    whole: frozenset[str]
    starts: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[str, ...]]

    def begins(self, word: str) -> bool:
        """Whether the word begins as one of the field does."""
        return word.startswith(self.starts.get(word[:2], ()))

    def has(self, stem: str) -> bool:
        """Whether the stem is a word of the field, or a compound that ends as one does."""
        ends = self.ends.get(stem[-2:], ())
        return stem in self.whole or stem[SHORTEST_FIRST:].endswith(ends)


def find(reading: Reading) -> Iterator[Span]:
    """Words of the fields of the language that is read, and compounds that no dictionary has."""
    english = reading.lang == "en"
    is_told = is_english_field if english else is_norwegian_field
    for word in reading.words:
        if is_told(word.lower):
            yield Span(word.start, word.end, Label.QUASI, SCORE, SOURCE, Why.WORD_OF_FEW)
        elif not (english or word.has_capital) and is_seldom(word.lower):
            yield Span(word.start, word.end, Label.QUASI, SCORE_SELDOM, SOURCE, Why.WORD_OF_FEW)


def is_seldom(word: str) -> bool:
    """Whether a lower-case word is put together as few have put it, and not of a service's words.

    >>> is_seldom("bomringkjerringa"), is_seldom("medisinlista"), is_seldom("samtale")
    (True, False, False)
    """
    if not SHORTEST_SELDOM <= len(word) <= lexicon.LONGEST_STRANGE or "-" in word:
        return False
    return not lexicon.is_word(word) and lexicon.is_built(word) and not OF_SERVICES.search(word)


@lru_cache(maxsize=8192)
def is_norwegian_field(word: str) -> bool:
    """Whether a lower-case word, in any form, belongs to one of the fields.

    >>> is_norwegian_field("kirkeklokkene"), is_norwegian_field("ventetida")
    (True, False)
    """
    return any(_is_norwegian(part) for part in _parts(word))


@lru_cache(maxsize=8192)
def is_english_field(word: str) -> bool:
    """The same for English.

    >>> is_english_field("blacksmiths"), is_english_field("waiting")
    (True, False)
    """
    return any(_is_english(part) for part in _parts(word))


def _parts(word: str) -> Iterable[str]:
    if len(word) > LONGEST_WORD:
        return ()
    return (word, *word.split("-")) if "-" in word else (word,)


def _is_norwegian(word: str) -> bool:
    field = _field("fields_norwegian")
    return field.begins(word) or field.has(word) or any(map(field.has, _stems(word)))


def _stems(word: str) -> Iterator[str]:
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST_STEM:
            continue
        if len(stem) > SHORTEST_STEM or ending in SHORT_ENDINGS:
            yield stem
        if ending not in WITHOUT_E:
            yield stem + "e"


def _is_english(word: str) -> bool:
    field = _field("fields_english")
    return word in field.whole or any(stem in field.whole for stem in _english_stems(word))


def _english_stems(word: str) -> Iterator[str]:
    for ending in ENGLISH_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            if ending != "d" or stem.endswith("e"):
                yield stem
            if ending not in WITHOUT_E:
                yield stem + "e"


@cache
def _field(name: str) -> Field:
    entries = [entry.lower() for entry in lexicon.entries(name)]
    starts = [entry[:-1] for entry in entries if entry.endswith("*")]
    ends = [entry[1:] for entry in entries if entry.startswith("*")]
    whole = frozenset(entry for entry in entries if "*" not in entry)
    return Field(whole, _grouped(starts, slice(2)), _grouped(ends, slice(-2, None)))


def _grouped(entries: Iterable[str], by: slice) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        groups[entry[by]] = (*groups.get(entry[by], ()), entry)
    return groups
