"""Words as they are typed: found in a text, and folded so that only what matters tells them apart.

æ, ø and å are letters of their own. An accent is none: «idé» is «ide». Old and foreign keyboards
are met: «aa» is å, «ä» is æ, «ö» is ø.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST_WORD = 64  # letters; what is longer is no word anybody types twice

# An accent may stand as a sign of its own after its letter; an apostrophe may stand inside.
_LETTER = r"(?:[^\W_][\u0300-\u036f]*)"
_WORD = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")
_RING, _DOTS = "\u030a", "\u0308"
_KEPT = {"a" + _RING: "å", "a" + _DOTS: "æ", "o" + _DOTS: "ø"}


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A word in small letters, without accents and without any sign that is no letter or figure.

    >>> [fold(word) for word in ("Idé", "PÅRØRENDE", "paarørende", "Nærståande", "Malmö")]
    ['ide', 'pårørende', 'pårørende', 'nærståande', 'malmø']
    """
    apart = unicodedata.normalize("NFKD", word[:LONGEST_WORD].casefold())
    for pair, letter in _KEPT.items():
        apart = apart.replace(pair, letter)
    return "".join(sign for sign in apart if sign.isalnum()).replace("aa", "å")


def found(text: str) -> Iterator[re.Match[str]]:
    """Every word of a text, where it stands."""
    return _WORD.finditer(text)


def spelled(text: str) -> list[str]:
    """The words of a text, folded, in their order.

    >>> spelled("BSB-evaluering: 2 møte/r for deg")
    ['bsb', 'evaluering', '2', 'møte', 'r', 'for', 'deg']
    """
    return [word for match in found(text) if (word := fold(match[0]))]
