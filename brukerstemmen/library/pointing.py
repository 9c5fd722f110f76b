"""What in a reader's words may point at somebody, before everybody can read them. No framework.

The finder's answer in two parts: what never goes out, and what an editor has to look at and say
yes to, one by one.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.language import guess
from brukerstemmen.masking.replace import suggest
from brukerstemmen.masking.spans import LONGEST_TEXT, Label, Span, Why

_NEVER = frozenset(
    {
        Label.ID_NUMBER,
        Label.PHONE,
        Label.EMAIL,
        Label.ADDRESS,
        Label.ACCOUNT,
        Label.VEHICLE,
    }
)
# Nearly a name, or a mere capital: an editor can tell.
_NO_WORD = re.compile(r"[\W_]+")
_LOOSE = frozenset({Why.CAPITAL_LETTER, Why.NEARLY_LOCAL_NAME})


@dataclass(frozen=True)
class Pointing:
    """never: goes out under no circumstances. look: an editor may let it stand."""

    never: tuple[str, ...] = ()
    look: tuple[str, ...] = ()

    def unresolved(self, kept: Collection[str] = ()) -> list[str]:
        """What still stands in the way. kept: what an editor has looked at and lets stand.

        >>> Pointing(never=("Kari",), look=("Oppdal",)).unresolved(kept=("Kari", "Oppdal"))
        ['Kari']
        """
        return [*self.never, *(text for text in self.look if text not in kept)]


def is_too_long(words: str) -> bool:
    """Whether the finder refuses them; nobody may take that for finding nothing."""
    return len(words) > LONGEST_TEXT


def pointing(words: str) -> Pointing:
    """What the finder sees in the words, each once, in reading order.

    >>> pointing("Ring Kari Nordmann på 41 23 45 67.").never
    ('Kari Nordmann', '41 23 45 67')
    """
    never: dict[str, None] = {}
    look: dict[str, None] = {}
    for span in find(words, guess(words)):
        (never if _never(span) else look)[words[span.start : span.end]] = None
    return Pointing(tuple(never), tuple(look))


def names_in(words: str) -> list[str]:
    """What in a title never goes out. Digits alone are what a camera calls its pictures.

    >>> names_in("IMG 20240304"), names_in("Kari Nordmann ved døra")
    ([], ['Kari Nordmann'])
    """
    return [text for text in pointing(words).never if any(map(str.isalpha, text))]


def stem_of(name: str, instead: str) -> str:
    """What a file may be called without its ending: its own name, or another where that may point
    at somebody. Readers see it in the address of the file.

    >>> stem_of("kari_nordmann-portrett.jpg", "bilde"), stem_of("inngangen.jpg", "bilde")
    ('bilde', 'inngangen')
    """
    stem = PurePath(name).stem
    words = _NO_WORD.sub(" ", stem).strip()
    return instead if not words or pointing(words).never else stem


def proposal(words: str) -> str:
    """The words with a neutral expression for what must not go out. A person writes the last one.

    >>> proposal("Kari Nordmann sa det.")
    '[navn] sa det.'
    """
    language = guess(words)
    return suggest(words, [span for span in find(words, language) if _never(span)], language)


def _never(span: Span) -> bool:
    if span.label is Label.PERSON:
        return span.why not in _LOOSE
    return span.label in _NEVER
