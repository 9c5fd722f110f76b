"""Which pieces are kept: those that Norwegian texts, words and names are put together from.

Of 250,000 pieces for a hundred languages about one in six is of use here, and each costs as many
bytes in the model as its row is long.
"""

from collections.abc import Iterable, Iterator

import marisa_trie

from brukerstemmen.masking import lexicon, words
from brukerstemmen.masking.encoder.pieces import SPACE, Vocabulary
from tools.swapping import ORIGINS

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
SHORT = 3  # letters; pieces up to this length are kept if they are written with Latin letters
EVERY = 12  # of the ordinary words one in so many is looked at
LAST_LATIN = "\u024f"


def kept(pieces: list[tuple[str, float]], texts: Iterable[list[str]]) -> list[int]:
    """The rows to keep, in their order. texts: sentences as words with their SPACE."""
    whole = Vocabulary.of(
        (piece, row, score) for row, (piece, score) in enumerate(pieces) if row >= len(SPECIAL)
    )
    found = {*range(len(SPECIAL)), *_short(pieces)}
    for word in {word for text in texts for word in text}:
        found.update(whole.numbers(word))
    for word in _listed():
        for form in {word, word.lower(), word.title()}:
            found.update(whole.numbers(SPACE + form))
    return sorted(found)


def cut(pieces: list[tuple[str, float]], rows: Iterable[int]) -> Vocabulary:
    """The vocabulary of the kept rows, numbered anew."""
    return Vocabulary.of(
        (pieces[row][0], number, pieces[row][1])
        for number, row in enumerate(rows)
        if number >= len(SPECIAL)
    )


def _short(pieces: list[tuple[str, float]]) -> Iterator[int]:
    for row, (piece, _score) in enumerate(pieces):
        letters = piece.removeprefix(SPACE)
        if len(letters) <= SHORT and all(letter <= LAST_LATIN for letter in letters):
            yield row


def _listed() -> Iterator[str]:
    for name in ORIGINS:
        yield from lexicon.entries(name)
    yield from sorted(lexicon.places())
    ordinary = marisa_trie.Trie()
    ordinary.mmap(str(words.FOLDER / "ordinary.marisa"))
    for number in range(0, len(ordinary), EVERY):
        yield ordinary.restore_key(number)
