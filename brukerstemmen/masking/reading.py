"""A text as the rules read it: folded, cut into words, with what is known around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import MARKS
from brukerstemmen.masking.spans import Context, Label, Span, Why

_LETTERS = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
WORD = re.compile(rf"{_LETTERS}(?:['-]{_LETTERS})*")
ENDS_SENTENCE = re.compile(r"[.!?:\n\u2026]|^\s*[-\u2013\u2014*\u2022]\s*$")
OPENING_QUOTES = frozenset("\u00ab\u201c\u201e\"\u201d'")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters; hyphens and apostrophes inside belong to it. Positions are folded ones."""

    start: int
    end: int
    text: str
    lower: str
    opens: bool  # begins a sentence or a quotation, so that its capital says nothing

    @property
    def has_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_titled(self) -> bool:
        """Written as a name is: one capital, then small letters."""
        return self.has_capital and len(self.text) > 1 and not self.text[1].isupper()

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.lower.split("-"))


@dataclass(frozen=True)
class Reading:
    """What each rule gets. text: the folded text; context: what is known around it."""

    text: str
    lang: str
    context: Context = field(default_factory=Context)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(self._words())

    def _words(self) -> Iterator[Word]:
        before, last = 0, ""
        for match in WORD.finditer(self.text):
            gap = self.text[before : match.start()]
            yield Word(
                match.start(),
                match.end(),
                match.group(),
                match.group().lower(),
                opens=not before or self._opens(gap, last, match),
            )
            before, last = match.end(), match.group()

    def _opens(self, gap: str, last: str, match: re.Match[str]) -> bool:
        if gap[:1] == "." and "\n" not in gap and _abbreviates(last):
            return False
        if ENDS_SENTENCE.search(gap):
            return True
        quoted_alone = self.text[match.end() : match.end() + 1] in ("\u00bb", "\u201d", '"')
        return not quoted_alone and gap[-1:] in OPENING_QUOTES

    def gap_before(self, index: int) -> str:
        """What stands between a word and the one before it, or before the first word."""
        before = self.words[index - 1].end if index else 0
        return self.text[before : self.words[index].start]

    @cached_property
    def harmless(self) -> frozenset[str]:
        return lexicon.harmless(self.lang)

    def may_be_a_name(self, word: Word) -> bool:
        """Written like a name, and no ordinary word that happens to have a capital."""
        if not word.is_titled:
            return False
        bases = (*lexicon.base_forms(word.lower), *word.parts[:1])
        return not any(base in self.harmless for base in bases)

    def spans(
        self,
        pattern: re.Pattern[str],
        label: Label,
        score: float,
        source: str,
        why: Why,
        group: int | str = 0,
    ) -> Iterator[Span]:
        """A span for every match of a pattern, or for one group of it where that took part."""
        for match in pattern.finditer(self.text):
            start, end = match.span(group)
            if start < end:
                yield Span(start, end, label, score, source, why)


def _abbreviates(word: str) -> bool:
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return is_initial or word.lower() in lexicon.words("abbreviations")
