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
    """A pattern for the words of some lists."""
    found = {entry.lower() for name in lists for entry in lexicon.entries(name)}
    return lexicon.any_of(entry for entry in found if " " not in entry)
