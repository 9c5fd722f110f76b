"""A hit with the words around it, and what is offered in its place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brukerstemmen.masking.lexicon import entries
from brukerstemmen.masking.replace.naming import Naming
from brukerstemmen.masking.spans import Span

NEAR = 160  # characters looked at on each side
MOST, FEWEST = 5, 2
# In each language the words to choose from, the best first.
Words = Mapping[str, Sequence[str]]
_OPENS = re.compile(
    r"(?:^|[.!?:\n\u2026])[\s\u00ab\u201c\u201d\"'(*\u2013-]*$|[\u00ab\u201c\u201e]\s*$"
)


@dataclass(frozen=True)
class Offer:
    """What may stand in place of text[start:end], the best first; "" leaves it out.

    The stretch may reach further than the hit: a relation before a name belongs to the choice.
    """

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Around:
    """One hit in its text."""

    text: str
    span: Span
    lang: str
    naming: Naming

    @cached_property
    def written(self) -> str:
        return self.text[self.span.start : self.span.end]

    @cached_property
    def before(self) -> str:
        return self.text[max(0, self.span.start - NEAR) : self.span.start]

    @cached_property
    def after(self) -> str:
        return self.text[self.span.end : self.span.end + NEAR]

    def say(self, words: Words) -> list[str]:
        """The words in the language of the text; bokmål where there are none."""
        return list(words.get(self.lang, words["nb"]))

    def preceded(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands right before the hit. The pattern ends with "$"."""
        return pattern.search(self.before)

    def covered(self, pattern: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
        """A match that the whole hit lies in, and where in the text its window begins."""
        offset = self.span.start - len(self.before)
        for match in pattern.finditer(self.before + self.written + self.after):
            start, end = match.start() + offset, match.end() + offset
            if start <= self.span.start and self.span.end <= end:
                return offset, match
        return None

    def offer(
        self, words: Sequence[str], back: int = 0, on: int = 0, sets_capital: bool = True
    ) -> Offer:
        """The words for the hit with some characters before and after it.

        Written with a capital where a sentence begins, and each only once.
        """
        start, end = self.span.start - back, self.span.end + on
        opens = sets_capital and _OPENS.search(self.text[max(0, start - NEAR) : start])
        said = (capital(word) if opens else word for word in words)
        return Offer(start, end, tuple(dict.fromkeys(said))[:MOST])


def capital(words: str) -> str:
    """The words with a capital letter first."""
    return words[:1].upper() + words[1:]


def any_of(*lists: str) -> str:
    """A pattern for the entries of some lists, the longest first."""
    found = sorted({entry for name in lists for entry in entries(name)}, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, found))})"


def noun_after(around: Around) -> str:
    """The word that follows the hit after one space, in lower case."""
    match = re.match(r"(?: | [^\W\d_]+e )([^\W\d_]+)", around.after)
    return match.group(1).lower() if match else ""
