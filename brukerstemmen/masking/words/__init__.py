"""Word forms: which are ordinary in Norwegian or English, and which have a capital in dictionaries.

The forms lie in files that are mapped into memory, not read: one and a half million words cost
next to nothing until they are asked for.
"""

from functools import cache
from pathlib import Path

import marisa_trie

FOLDER = Path(__file__).parent


def is_word(word: str) -> bool:
    """Whether a lower-case word is a form of an ordinary Norwegian word."""
    return word in _trie("ordinary")


def is_proper(word: str) -> bool:
    """Whether a lower-case word stands in dictionaries with a capital."""
    return word in _trie("proper")


def is_english(word: str) -> bool:
    """Whether a lower-case word is a form of an ordinary English word."""
    return word in _trie("english")


@cache
def _trie(name: str) -> marisa_trie.Trie:
    trie = marisa_trie.Trie()
    trie.mmap(str(FOLDER / f"{name}.marisa"))
    return trie
