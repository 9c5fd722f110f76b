"""Where somebody lives: streets and house numbers, postcodes, boxes."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.address"
LONGEST = 3  # words before "gate"
_STREET = (
    r"(?:gata|gaten|gate|gt|veien|vegen|vei|veg|vn|alleen|alléen|allé|plassen|plass|bakken|bakkan"
    r"|svingen|stien|smauet|smuget|kroken|tunet|ringen|terrasse|torget|torg|brygga|brygge|kaia|lia"
    r"|haugen|åsen|løkka|jordet|faret|flata|stranda|toppen|grenda|hagen|sletta|dalen|moen|høgda"
    r"|høyden|lunden|marka|myra|enga|berget|vollen|stubben|kleiva|kleven|neset|odden|stredet)"
)
_SURE_STREET = r"(?:gata|gaten|veien|vegen|gate)"
_NUMBER = r"\d{1,3}(?:[a-zA-Z]\b| [A-H]\b)?(?![\d:]|[.,]\d)"
# "I Steinbakken 8 dager" counts days, it names no house.
_NO_AMOUNT = (
    r"(?! ?(?:år|dag|døgn|uk|vek|måned|månad|tim|min|sekund|gang|gong|prosent|%|kr|km|kilo|mil"
    r"|meter|m\b|stk|stykk|person|menneske|folk|beboer|bebuar|av\b|year|day|week|month|hour|time))"
)
_SURE_ALONE = rf"[^\W\d_a-zæøå][^\W\d_]{{2,}}{_SURE_STREET}"

NUMBERED = re.compile(rf"\b[^\W\d_]{{2,}}{_STREET}\.? {_NUMBER}{_NO_AMOUNT}", re.IGNORECASE)
AFTER_NAME = re.compile(rf" {_NUMBER}{_NO_AMOUNT}")
TWO_WORDS = re.compile(rf"(?:'?s)? (?:{_STREET})\b\.?(?: {_NUMBER}{_NO_AMOUNT})?", re.IGNORECASE)
ALONE = re.compile(rf"\b{_SURE_ALONE}\b")
POSTCODE = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)\d{4} $")
OTHER = re.compile(
    r"\b(?:[HULK]0\d{3}|(?:postboks|pb\.?) \d{1,5}"
    r"|(?:leilighet|leilegheit)(?:en|a)? (?:nr\.? ?|nummer )?\d{1,4})\b"
    r"|\b\d{1,4} [a-z]+ (?:street|road|avenue|lane|drive|square)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Span]:
    """A street with its number whatever the case; a street alone if its capital says it is one."""
    for pattern, score in ((NUMBERED, 0.9), (OTHER, 0.8)):
        yield from reading.spans(pattern, Label.ADDRESS, score, SOURCE, Why.LOOKS_LIKE_ADDRESS)
    for index, word in enumerate(reading.words):
        if _names_a_place(reading, word):
            for start, end, score in _around(reading, index):
                yield Span(start, end, Label.ADDRESS, score, SOURCE, Why.LOOKS_LIKE_ADDRESS)


def _names_a_place(reading: Reading, word: Word) -> bool:
    """A capital that means something, or a place everybody knows."""
    if not reading.may_be_a_name(word):
        return False
    return not word.opens or word.lower in lexicon.places() - lexicon.words("ambiguous")


def _around(reading: Reading, index: int) -> Iterator[tuple[int, int, float]]:
    text, word = reading.text, reading.words[index]
    start = _first_of_street(reading, index)
    if ALONE.fullmatch(word.text):
        yield start, word.end, 0.7
    for pattern, score in ((AFTER_NAME, 0.7), (TWO_WORDS, 0.8)):
        if after := pattern.match(text, word.end):
            yield start, after.end(), score
    if before := POSTCODE.search(text[max(0, word.start - 6) : word.start]):
        yield word.start - len(before.group()), word.end, 0.8


def _first_of_street(reading: Reading, index: int) -> int:
    """Where "Karl Johans gate" begins: with the first of the capitals in a row."""
    first = index
    while first and index - first < LONGEST and reading.gap_before(first) == " ":
        if not _names_a_place(reading, reading.words[first - 1]):
            break
        first -= 1
    return reading.words[first].start
