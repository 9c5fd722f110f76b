"""Words cut into the pieces the encoder knows: the likeliest way to put a word together."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import marisa_trie

from brukerstemmen.masking.tagger.tokens import Token

FORM = "<If"  # the number of a piece, and the logarithm of how likely it is
SPACE = "\u2581"  # stands at the beginning of a piece that begins a word
BEGINS, ENDS, UNKNOWN, PADDING = 0, 2, 3, 1  # the numbers of pieces that stand for no letters
MOST_LETTERS = 48  # of a word; the rest is left out, as nobody is called that
MOST_PIECES = 12  # of a word
STRANGE = "\ufffd"
WORST = -30.0  # how likely a letter is that no piece holds

Way = tuple[float, int, int]  # how likely, where its last piece begins, which piece that is


class Vocabulary:
    """The pieces, held in a file that is mapped into memory."""

    def __init__(self, trie: marisa_trie.RecordTrie) -> None:
        self._trie = trie
        self.numbers = lru_cache(maxsize=20_000)(self._numbers)

    @classmethod
    def opened(cls, path: Path) -> "Vocabulary":
        trie = marisa_trie.RecordTrie(FORM)
        trie.mmap(str(path))
        return cls(trie)

    @classmethod
    def of(cls, pieces: Iterable[tuple[str, int, float]]) -> "Vocabulary":
        """pieces: each with its number and how likely it is."""
        rows = ((piece, (number, likely)) for piece, number, likely in pieces)
        return cls(marisa_trie.RecordTrie(FORM, rows))

    def save(self, path: Path) -> None:
        self._trie.save(str(path))

    def _numbers(self, word: str) -> tuple[int, ...]:
        """The pieces of a word that is written with its SPACE, if it has one; at least one."""
        word = _plain(word)
        ways: list[Way | None] = [(0.0, 0, UNKNOWN), *([None] * len(word))]
        for start in range(len(word)):
            so_far = ways[start]
            if so_far is None:
                continue
            _offer(ways, start + 1, (so_far[0] + WORST, start, UNKNOWN))
            rest = word[start:]
            for piece in self._trie.prefixes(rest):
                number, likely = self._trie[piece][0]
                _offer(ways, start + len(piece), (so_far[0] + likely, start, number))
        return _read_back(ways)[:MOST_PIECES] or (UNKNOWN,)


def _plain(word: str) -> str:
    """A word as the pieces are written; what no page shows is no letter, and upsets the file."""
    shown = unicodedata.normalize("NFKC", word[:MOST_LETTERS])[:MOST_LETTERS]
    return "".join(letter if letter.isprintable() else STRANGE for letter in shown)


def _offer(ways: list[Way | None], end: int, way: Way) -> None:
    known = ways[end]
    if known is None or way[0] > known[0]:
        ways[end] = way


def _read_back(ways: Sequence[Way | None]) -> tuple[int, ...]:
    numbers, end = [], len(ways) - 1
    while end:
        way = ways[end]
        assert way is not None  # noqa: S101 - every letter can stand alone
        _likely, end, number = way
        numbers.append(number)
    return tuple(reversed(numbers))


def written(tokens: Sequence[Token]) -> list[str]:
    """The tokens of a sentence as the vocabulary wants them: SPACE where there is one before."""
    ends = [-1, *(token.end for token in tokens)]
    return [
        token.text if token.start == end else SPACE + token.text
        for token, end in zip(tokens, ends, strict=False)
    ]
