"""LIX, how heavy a text is to read: words per sentence, plus the share of long words in per cent.

C. H. Björnsson, "Läsbarhet" (1968). Under 30 is like a children's book, 30 to 40 like a story,
40 to 50 like a newspaper, over 50 like a paper of the state. Plain text in, plain values out.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# A line ends a sentence too: headings and points of a list have no full stop.
_END = re.compile(r"[.!?:]+(?=\s|$|[»\"”)])|\n+")
_ABBREVIATION = re.compile(
    r"\b(bl\.a|f\.eks|m\.m|osv|jf|ca|kl|nr|e\.g|i\.e|dvs|evt)\.", re.IGNORECASE
)
_LONG = 7  # a long word has seven letters or more


@dataclass(frozen=True)
class Lix:
    """words and sentences counted; value as it is told, a whole number."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> int:
        """
        >>> lix("Vi spør. Du svarer.").value
        2
        """
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def sentences(text: str) -> list[str]:
    """The sentences of a text, without those that hold no word.

    >>> sentences("Hei! Ta f.eks. med en venn.\\nKom inn")
    ['Hei', 'Ta f.eks. med en venn', 'Kom inn']
    """
    kept = _ABBREVIATION.sub(lambda found: found[0].replace(".", "\0"), text)
    parts = (part.replace("\0", ".").strip() for part in _END.split(kept))
    return [part for part in parts if _WORD.search(part)]


def lix(text: str) -> Lix:
    """How heavy a plain text is. A text without words weighs nothing.

    >>> lix("").value
    0
    >>> lix("Brukermedvirkning forutsetter tilrettelegging").value
    103
    """
    words = _WORD.findall(text)
    long_words = sum(len(word) >= _LONG for word in words)
    return Lix(len(words), max(1, len(sentences(text))), long_words)


def longest(text: str, number: int = 3) -> list[str]:
    """The longest sentences of a text, counted in words, the longest first.

    >>> longest("En to tre. En. En to.", 2)
    ['En to tre', 'En to']
    """
    return sorted(sentences(text), key=lambda said: -len(_WORD.findall(said)))[:number]
