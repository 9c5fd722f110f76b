"""The best list there is: the names and places around this meeting, and what it already showed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import WORD, Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.local"
# Letters; shorter names are one letter from too many ordinary words, if a word is ordinary.
SHORTEST_MISSPELT, MISSPELT_FROM = 5, 6
LONGEST_NAME = 40  # letters; what is longer is nobody's name, and dear to compare


@dataclass(frozen=True)
class Found:
    """How a known word is looked for: as what, and whether without its capital too."""

    label: Label
    any_case: bool


def find(reading: Reading) -> Iterator[Span]:
    """Names known around the text, inflected, in small letters, or one letter wrong."""
    context = reading.context
    tables = (
        (tokens(context.local_places, Label.PLACE), 0.95, Why.LOCAL_PLACE),
        (tokens(context.local_names, Label.PERSON), 0.95, Why.LOCAL_NAME),
        (tokens(context.known, Label.PERSON), 0.9, Why.FOUND_ELSEWHERE),
    )
    for table, score, why in tables:
        yield from find_words(reading, table, score, why)
    if context.local_names:
        for word in reading.words:
            if is_nearly(word, context.local_names):
                span = word.start, word.end
                score = 0.9 if word.has_capital else 0.5
                yield Span(*span, Label.PERSON, score, SOURCE, Why.NEARLY_LOCAL_NAME)


def find_words(
    reading: Reading, table: Mapping[str, Found], score: float, why: Why
) -> Iterator[Span]:
    """The words of a table, inflected, and in small letters where that says enough."""
    for word in reading.words if table else ():
        if label := known_as(word, table):
            yield Span(word.start, word.end, label, score, SOURCE, why)


@lru_cache(maxsize=64)
def tokens(phrases: frozenset[str], label: Label) -> Mapping[str, Found]:
    """The words of names or places, lower case, that may be looked for on their own.

    Words that are nobody's ("Elvesund DPS", "Siv fra NAV") are left out.
    """
    return {token: Found(label, not lexicon.is_common(token)) for token in _words_of(phrases)}


def _words_of(phrases: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for phrase in phrases:
        for match in WORD.finditer(phrase):
            token = match.group().lower()
            found |= {token, *token.split("-")}
    return {token for token in found if token not in lexicon.nobodys() and len(token) > 1}


def known_as(word: Word, table: Mapping[str, Found]) -> Label | None:
    """As what a word stands in a table, in a form it may have here."""
    for base in lexicon.base_forms(word.lower):
        known = table.get(base)
        if known and (word.is_titled or (known.any_case and len(base) > 1)):
            return known.label
    if "-" in word.text and word.has_capital:
        return next((table[part].label for part in word.parts if part in table), None)
    return None


@lru_cache(maxsize=64)
def _one_letter_less(phrases: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """Each long name, by every way of writing it with one letter left out."""
    table: dict[str, set[str]] = {}
    for name in _words_of(phrases):
        if len(name) >= SHORTEST_MISSPELT:
            for shorter in _shortened(name):
                table.setdefault(shorter, set()).add(name)
    return {shorter: frozenset(names) for shorter, names in table.items()}


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_nearly(word: Word, names: frozenset[str]) -> bool:
    """Whether a word is one of the names with one key wrong, left out, doubled or swapped."""
    written = word.lower
    if not SHORTEST_MISSPELT - 1 <= len(written) <= LONGEST_NAME:
        return False
    table = _one_letter_less(names)
    near = {name for shorter in _shortened(written) for name in table.get(shorter, ())}
    longest = max((len(name) for name in near if _one_key_apart(written, name)), default=0)
    return longest >= MISSPELT_FROM or (longest > 0 and not lexicon.is_word(written))


def _one_key_apart(first: str, second: str) -> bool:
    if len(first) == len(second):
        apart = [
            at for at, pair in enumerate(zip(first, second, strict=True)) if len(set(pair)) > 1
        ]
        return len(apart) == 1 or _swapped(first, second, apart)
    shorter, longer = sorted((first, second), key=len)
    return len(longer) - len(shorter) == 1 and shorter in _shortened(longer)


def _swapped(first: str, second: str, apart: list[int]) -> bool:
    beside = len(apart) == 2 and apart[1] == apart[0] + 1
    return beside and first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]
