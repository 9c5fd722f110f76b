"""Writing the same thing one way, without losing where it stood.

Text pasted from phones and office programs holds letters in two pieces (a + ring), invisible
marks and spaces of many widths. Rules read the folded text; spans point into the text as given.
"""

import re
import unicodedata
from dataclasses import dataclass

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
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
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


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
    if cluster in INVISIBLE:
        return ""
    if cluster.isascii():
        return " " if cluster == "\t" else cluster.translate(ALIKE)
    composed = unicodedata.normalize("NFC", cluster).translate(ALIKE)
    return "".join(map(_plain_character, composed))


def _plain_character(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) == "Zs":
        return " "
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
