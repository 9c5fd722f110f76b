"""Small corrections: what may go out at once on a page that is otherwise read by somebody with
user or relative experience first.

A typing error or a dead link must not wait two weeks. What changes the meaning must: so a
correction is a few words, and never a number or a "not".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST = 5  # words that may differ
_HOLDS_A_NUMBER = re.compile(r"\d")
# Small words that turn a sentence around, or make a duty of advice.
_TURNING = frozenset(
    {"ikke", "ikkje", "aldri", "ingen", "ingenting", "uten", "utan", "nei", "alltid", "bare"}
    | {"berre", "kun", "alle", "må", "skal", "bør", "kan"}
    | {"not", "no", "never", "none", "without", "always", "only", "all", "cannot"}
    | {"must", "shall", "should", "may"}
)
# A link in kept text stands as its address; every other mark is left out.
_LINK = re.compile(r"<(?:a|embed)\b[^>]*?\b(?:href|id)=\"([^\"]*)\"[^>]*>", re.IGNORECASE)
_MARK = re.compile(r"<[^>]*>")
_WORD = re.compile(r"(?:https?://|/)\S+|\w+(?:[-’'.,:]\w+)*")


class Hindrance(StrEnum):
    """Why a change is no small correction."""

    NOTHING = "nothing"  # nothing is changed
    TOO_MUCH = "too_much"  # more than a few words
    NUMBER = "number"  # a number is another
    MEANING = "meaning"  # a word that turns the meaning came or went
    SHAPE = "shape"  # a block, a label or a setting is another


@dataclass(frozen=True)
class Change:
    """words: how many differ. hindrances: empty if it may go out at once."""

    words: int
    hindrances: tuple[Hindrance, ...]

    @property
    def is_small(self) -> bool:
        return not self.hindrances


def words(text: str) -> list[str]:
    """The words of a kept text; an address is one word, marks are none.

    >>> words('<p>Les <a href="https://a.no/b">mer</a>, du.</p>')
    ['Les', 'https://a.no/b', 'mer', 'du']
    """
    return _WORD.findall(_MARK.sub(" ", _LINK.sub(r" \1 ", text)))


def compared(before: Mapping[str, str], after: Mapping[str, str]) -> Change:
    """What differs between two states of a page: places (a field, a block) with their text.

    >>> compared({"title": "Velkomen hit"}, {"title": "Velkommen hit"})
    Change(words=1, hindrances=())
    >>> compared({"text": "Du må svare."}, {"text": "Du må ikke svare."}).hindrances
    (<Hindrance.MEANING: 'meaning'>,)
    """
    if before.keys() != after.keys():
        return Change(0, (Hindrance.SHAPE,))
    changed = [
        pair
        for place in before
        if before[place] != after[place]
        for pair in _differences(words(before[place]), words(after[place]))
    ]
    count = sum(max(len(gone), len(come)) for gone, come in changed)
    touched = [word for pair in changed for part in pair for word in part]
    return Change(count, tuple(_hindrances(count, touched)))


def _differences(before: list[str], after: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Each place where the words differ: those that went, and those that came."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            yield before[first:last], after[begin:end]


def _hindrances(count: int, touched: list[str]) -> Iterator[Hindrance]:
    if not count:
        yield Hindrance.NOTHING
    if count > MOST:
        yield Hindrance.TOO_MUCH
    texts = [word for word in touched if not word.startswith(("http://", "https://", "/"))]
    if any(_HOLDS_A_NUMBER.search(word) for word in texts):
        yield Hindrance.NUMBER
    if any(word.casefold() in _TURNING for word in texts):
        yield Hindrance.MEANING
