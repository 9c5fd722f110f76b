"""Words and signs as the tagger reads them, cut into sentences, with their place in the text."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import MARKS

LONGEST_SENTENCE = 150  # tokens; what is longer is no sentence, and is read in stretches
_WORD = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
TOKEN = re.compile(rf"\d+(?:[.,:]\d+)+|{_WORD}(?:[-'&]{_WORD})*|\S")
ENDS = frozenset(".!?\u2026")
CLOSES = frozenset("\u00bb\u201d\")'")


class Token(NamedTuple):
    """A word, a number or a sign; positions are those of the folded text."""

    start: int
    end: int
    text: str


def tokens(text: str) -> Iterator[Token]:
    """Everything in a folded text that is not space.

    >>> [token.text for token in tokens("Per-Olav (63) bor her.")]
    ['Per-Olav', '(', '63', ')', 'bor', 'her', '.']
    """
    for match in TOKEN.finditer(text):
        yield Token(match.start(), match.end(), match.group())


def sentences(text: str) -> Iterator[list[Token]]:
    """The tokens of a folded text, sentence by sentence; together they are all its tokens."""
    sentence: list[Token] = []
    for token in tokens(text):
        if sentence and (len(sentence) >= LONGEST_SENTENCE or _ended(sentence, token, text)):
            yield sentence
            sentence = []
        sentence.append(token)
    if sentence:
        yield sentence


def _ended(sentence: Sequence[Token], following: Token, text: str) -> bool:
    """Whether the sentence is over before the token that follows."""
    if "\n" in text[sentence[-1].end : following.start]:
        return True
    last = len(sentence) - 1
    if sentence[last].text in CLOSES and last and sentence[last - 1].text in ENDS:
        last -= 1
    if following.text in CLOSES or following.text in ENDS or sentence[last].text not in ENDS:
        return False
    return sentence[last].text != "." or not _only_abbreviates(sentence[:last], following)


def _only_abbreviates(before: Sequence[Token], following: Token) -> bool:
    """Whether a full stop belongs to "dr.", "A." or "17.", and ends nothing."""
    if not before:
        return False
    word = before[-1].text
    if word.isdigit():
        return not following.text[0].isupper()
    is_initial = len(word) == 1 and word.isalpha() and word != "I"
    return is_initial or word.lower() in lexicon.words("abbreviations")
