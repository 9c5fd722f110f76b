"""Numbers as words: what each word is worth, also written together ("nittifire").

Bokmål and nynorsk are read alike; English apart, for its *to* and *ten* are other words.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache


class Kind(Enum):
    """How a number word goes together with the next."""

    DIGIT = "digit"  # null to ni
    TEEN = "teen"  # ti to nitten
    TEN = "ten"  # tjue, tretti
    WHOLE = "whole"  # needs nothing more: nittifire, hundreogtolv, 2015
    HUNDRED = "hundred"
    THOUSAND = "thousand"
    ARTICLE = "article"  # one, where other numbers stand beside it
    ORDINAL = "ordinal"
    AND = "and"
    PLUS = "plus"


@dataclass(frozen=True, slots=True)
class Number:
    """What one word says."""

    value: int
    kind: Kind


_NORWEGIAN = {
    Kind.DIGIT: "null to|tvo tre|tri fire|fir|fira fem|fæm seks|sæks sju|syv|sjau|sjy åtte|åtta ni",
    Kind.TEEN: (
        "ti elleve|elve|ellev tolv|tølv|tålv tretten|trettan|trætten fjorten|fjortan|fjurten"
        " femten|femtan|fæmten|fæmtan seksten|sekstan|sæksten|sækstan"
        " sytten|søtten|syttan|søttan atten|attan nitten|nittan"
    ),
    Kind.TEN: (
        "tjue|tyve|tjuge|tju|kjue tretti|tredve|tretve|trætti førti|førr femti|fæmti seksti|sæksti"
        " sytti|søtti åtti|åtteti nitti"
    ),
    Kind.ARTICLE: "en|én|ein|ett|eitt|éin|éi",
}
_ENGLISH = {
    Kind.DIGIT: "zero|nought two three four five six seven eight nine",
    Kind.TEEN: ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
    Kind.TEN: "twenty thirty forty|fourty fifty sixty seventy eighty ninety",
    Kind.ARTICLE: "one",
}
_ORDINALS = (
    "første|fyrste|fyste|fysste|first andre|second tredje|third fjerde|fourth femte|fifth"
    " sjette|sixth"
    " sjuende|syvende|sjuande|seventh åttende|åttande|eighth niende|niande|ninth"
    " tiende|tiande|tenth ellevte|eleventh tolvte|twelfth trettende|trettande|trættende|thirteenth"
    " fjortende|fjortande|fourteenth femtende|femtande|fifteenth sekstende|sekstande|sixteenth"
    " syttende|syttande|seventeenth attende|attande|eighteenth nittende|nittande|nineteenth"
    " tjuende|tjuande|tyvende|twentieth"
)
_THIRTIETH = ("trettiende", "trettiande", "tredevte", "thirtieth")
_SCALES = {
    False: {"hundre": Kind.HUNDRED, "tusen": Kind.THOUSAND},
    True: {"hundred": Kind.HUNDRED, "thousand": Kind.THOUSAND},
}


def _values(kind: Kind, line: str) -> dict[str, Number]:
    """The words of one line: the next value at each blank, spellings parted by a stroke."""
    start, step = {Kind.TEEN: (10, 1), Kind.TEN: (20, 10), Kind.ARTICLE: (1, 1)}.get(kind, (0, 1))
    found: dict[str, Number] = {}
    for at, spellings in enumerate(line.split()):
        value = at + 1 if kind is Kind.DIGIT and at else start + step * at
        found |= {spelling: Number(value, kind) for spelling in spellings.split("|")}
    return found


@cache
def simple(english: bool) -> dict[str, Number]:
    """The words that cannot be taken apart."""
    lines = _ENGLISH if english else _NORWEGIAN
    found: dict[str, Number] = {}
    for kind, line in lines.items():
        found |= _values(kind, line)
    if english:
        found["oh"] = Number(0, Kind.ARTICLE)
    found |= {word: Number(0, kind) for word, kind in _SCALES[english].items()}
    return found | _ordinals()


@cache
def _ordinals() -> dict[str, Number]:
    found = dict.fromkeys(_THIRTIETH, Number(30, Kind.ORDINAL))
    for value, spellings in enumerate(_ORDINALS.split(), start=1):
        found |= dict.fromkeys(spellings.split("|"), Number(value, Kind.ORDINAL))
    return found


def _any_of(*kinds: Kind) -> str:
    words = (word for word, number in simple(False).items() if number.kind in kinds)
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_UNIT = _any_of(Kind.DIGIT, Kind.ARTICLE)
_TEN, _TEEN = _any_of(Kind.TEN), _any_of(Kind.TEEN)
_LOW = rf"(?:(?:{_UNIT})og(?:{_TEN})|(?:{_TEN})(?:{_UNIT})?|(?:{_TEEN})|(?:{_UNIT}))"
_LOW_PARTS = re.compile(rf"(?:(?P<first>{_UNIT})og)?(?P<ten>{_TEN}|{_TEEN})?(?P<unit>{_UNIT})?")
_TOGETHER = re.compile(
    rf"(?:(?P<thousands>{_LOW})?tusen(?:og)?)?"
    rf"(?:(?P<hundreds>{_LOW})?hundre(?:og)?)?(?P<low>{_LOW})?"
)
_YEAR = re.compile(rf"(?P<century>nitten|tjue|atten)(?P<low>{_LOW})")
_ORDINAL = re.compile(rf"(?P<ten>{_TEN})(?P<unit>{'|'.join(_ordinals())})")
_LONGEST = 40  # letters

SMALL = (
    "(?:"
    + "|".join(
        word
        for english in (False, True)
        for word, number in simple(english).items()
        if number.kind is Kind.DIGIT and number.value
    )
    + ")"
)


def number_of(word: str, lang: str) -> Number | None:
    """What a lower-case word says, or None if it is no number.

    >>> number_of("fireogtredve", "nb").value, number_of("nittenåttifire", "nb").value
    (34, 1984)
    """
    english = lang == "en"
    if found := simple(english).get(word):
        return found
    return None if english or len(word) > _LONGEST else _compound(word)


@lru_cache(maxsize=4096)
def _compound(word: str) -> Number | None:
    return _together(word) or _year(word) or _ordinal(word)


def _low(words: str) -> int:
    parts = _LOW_PARTS.fullmatch(words)
    if parts is None:
        raise ValueError("no number below a hundred")
    known = simple(False)
    return sum(known[word].value for word in parts.groups() if word)


def _together(word: str) -> Number | None:
    match = _TOGETHER.fullmatch(word)
    if not match or not word:
        return None
    thousands, hundreds, low = match.groups()
    value = _low(low) if low else 0
    if "hundre" in word:
        value += 100 * (_low(hundreds) if hundreds else 1)
    if "tusen" in word:
        value += 1000 * (_low(thousands) if thousands else 1)
    return Number(value, Kind.WHOLE)


def _year(word: str) -> Number | None:
    match = _YEAR.fullmatch(word)
    if not match:
        return None
    century, low = simple(False)[match["century"]].value, _low(match["low"])
    return Number(century * 100 + low, Kind.WHOLE) if low > 9 else None


def _ordinal(word: str) -> Number | None:
    match = _ORDINAL.fullmatch(word)
    if not match:
        return None
    ten, unit = simple(False)[match["ten"]].value, _ordinals()[match["unit"]].value
    return Number(ten + unit, Kind.ORDINAL) if unit < 10 else None
