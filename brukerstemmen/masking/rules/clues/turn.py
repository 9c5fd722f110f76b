"""What one turn of phrase is: words to look for, why they may tell, and how much."""

import re
from typing import NamedTuple

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.spans import Why


class Turn(NamedTuple):
    """score: from 0.5 it is shown as a clue, below as something to think about."""

    pattern: re.Pattern[str]
    why: Why
    score: float


def turn(words: str, why: Why, score: float = 0.6) -> Turn:
    """A turn of phrase in any case."""
    return Turn(re.compile(words, re.IGNORECASE), why, score)


def any_of(*lists: str) -> str:
    """The words of some lists, the longest first; a star stands for any letters."""
    found = {entry for name in lists for entry in lexicon.entries(name) if " " not in entry}
    longest_first = (re.escape(entry) for entry in sorted(found, key=len, reverse=True))
    return rf"(?:{'|'.join(longest_first)})".replace(r"\*", r"[\w-]*")
