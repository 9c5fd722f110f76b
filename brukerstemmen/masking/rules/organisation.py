"""Services and firms with a name, and houses where people meet (which are places)."""

from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.organisation"
ALWAYS_NAMED = frozenset({"kommune", "bydel", "treffsted", "sykehus", "sjukehus"})
LONGEST = 3  # words of the name before "skole"


def find(reading: Reading) -> Iterator[Span]:
    """Named institutions of the list; "Åsen skole", "NAV Elvesund", "Sletta treffsted"."""
    several = lexicon.phrases("institutions")
    yield from reading.spans(several, Label.ORGANISATION, 0.8, SOURCE, Why.INSTITUTION_NAME)
    for index, word in enumerate(reading.words):
        label = Label.PLACE if _is_place_word(word) else Label.ORGANISATION
        for start, end in _stretches(reading, index):
            yield Span(start, end, label, 0.9, SOURCE, Why.INSTITUTION_NAME)


def _stretches(reading: Reading, index: int) -> Iterator[tuple[int, int]]:
    word = reading.words[index]
    if word.has_capital and word.lower in lexicon.words("institutions"):
        yield word.start, word.end
    for stretch in (_named_before(reading, index), _named_after(reading, index)):
        if stretch:
            yield stretch


def _is_place_word(word: Word) -> bool:
    return word.lower in lexicon.words("place_words")


def _is_institution(word: Word) -> bool:
    if word.text.isupper():
        return word.text in lexicon.entries("institution_words")
    return word.text in lexicon.entries("institution_words") or _is_place_word(word)


def _named_before(reading: Reading, index: int) -> tuple[int, int] | None:
    """The stretch of "Åsen skole": one to three words of a name, then the institution."""
    if not _is_institution(reading.words[index]):
        return None
    first = index
    while first and index - first < LONGEST and reading.gap_before(first) in (" ", ". "):
        if not _is_name(reading, reading.words[first - 1], before=reading.words[index]):
            break
        first -= 1
    words = reading.words
    return (words[first].start, words[index].end) if first < index else None


def _named_after(reading: Reading, index: int) -> tuple[int, int] | None:
    """The stretch of "NAV Elvesund": an abbreviation, then a name."""
    word, following = reading.words[index], index + 1
    if not (word.text.isupper() and _is_institution(word)) or following >= len(reading.words):
        return None
    name = reading.words[following]
    if reading.gap_before(following) == " " and _is_name(reading, name, before=None):
        return word.start, name.end
    return None


def _is_name(reading: Reading, word: Word, *, before: Word | None) -> bool:
    """A name by its capital; at the start of a sentence by the lists or by what it stands before.

    "Elvesund kommune" can only be a name, "Gammel skole" need not be one.
    """
    if not reading.may_be_a_name(word):
        return False
    if not word.opens or {*lexicon.base_forms(word.lower)} & lexicon.places():
        return True
    return before is not None and (before.text.isupper() or before.lower in ALWAYS_NAMED)
