"""Writing the same thing one way, without losing where it stood.

Text pasted from phones and office programs holds letters in two pieces (a + ring), invisible
marks and spaces of many widths. Rules read the folded text; spans point into the text as given.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Marks of direction and of how a sign is drawn among them: telephones put them into what is copied.
INVISIBLE = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        **dict.fromkeys("\r\u0085\u2028\u2029\v\f", "\n"),
        "\uff20": "@",
        "\uff0b": "+",
    }
)
# Letters, marks and spaces that need no folding, which is most of all text.
_AS_IT_IS = re.compile(
    r"[\n -_a-~\u00a1-\u00ac\u00ae-\u00b3\u00b5-\u024f\u2013\u2014\u201c-\u201e\u2022\u2026]*"
)


def _marks() -> Iterator[str]:
    """Every stretch of signs that stand on or about a letter, as it is written in a class."""
    first = 0
    for code in range(0x300, sys.maxunicode + 1):
        is_mark = unicodedata.category(chr(code)) in ("Mn", "Mc")
        if is_mark and not first:
            first = code
        elif first and not is_mark:
            yield f"{chr(first)}-{chr(code - 1)}"
            first = 0


MARKS = "".join(_marks())
_LATIN_MARKS = re.compile(r"[\u0300-\u036f]+")
_CLUSTER = re.compile(rf".[{MARKS}]*", re.DOTALL)


@dataclass(frozen=True)
class Folded:
    """Folded text; starts and ends give, for each of its characters, where it came from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a non-empty stretch of the folded text stands in the text as given."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold letters, digits, spaces, dashes and apostrophes; leave out what nobody sees.

    >>> fold("Ka\\u030are 20\\u00a055").text
    'Kåre 20 55'
    """
    if _AS_IT_IS.fullmatch(text):
        return Folded(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    written: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        plain = _plain(cluster.group())
        written.append(plain)
        starts += [cluster.start()] * len(plain)
        ends += [cluster.end()] * len(plain)
    return Folded("".join(written), tuple(starts), tuple(ends))


def _plain(cluster: str) -> str:
    if cluster.isascii():
        return " " if cluster == "\t" else cluster.translate(ALIKE)
    seen = "".join(sign for sign in cluster if sign not in INVISIBLE)
    composed = unicodedata.normalize("NFC", seen).translate(ALIKE)
    # A mark that no letter is written with in one piece would cut the name in two.
    composed = _LATIN_MARKS.sub("", composed) or composed
    return "".join(map(_plain_character, composed))


def _plain_character(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
