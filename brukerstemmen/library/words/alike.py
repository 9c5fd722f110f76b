"""Words that look alike: the same but for one typing error.

One letter too many, one missing, one that is another, or two neighbours that have changed places.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from brukerstemmen.library.words.spelling import fold
from brukerstemmen.library.words.stemming import stem

SHORTEST = 4  # letters: three with an error may be anything


class Vocabulary:
    """The folded words of all texts, and the stem of each. Made once, asked often; never changed.

    stem_of: what an index has stored of each word; `of` finds the stems of plain words itself.
    """

    def __init__(self, stem_of: Mapping[str, str]) -> None:
        self.stem_of = dict(stem_of)
        self.stems = frozenset(self.stem_of.values())
        self._in_order = sorted(self.stem_of)
        self._words = _by_length(self._in_order)
        self._bare = _by_length(sorted(self.stems))

    @classmethod
    def of(cls, words: Iterable[str], language: str) -> "Vocabulary":
        folded = (fold(word) for word in words)
        return cls({word: stem(word, language) for word in folded if word})

    def words_near(self, word: str) -> list[str]:
        return _near(word, self._words)

    def stems_near(self, bare: str) -> list[str]:
        return _near(bare, self._bare)

    def beginning_with(self, start: str, most: int) -> list[str]:
        """Longer words that begin so, in the order of the alphabet, at most so many."""
        first = bisect_left(self._in_order, start)
        follow = islice(self._in_order, first, first + most + 1)
        return [word for word in follow if word.startswith(start) and word != start][:most]


def alike(word: str, vocabulary: Vocabulary) -> list[str]:
    """The words of the vocabulary that may be meant, the word itself first if it is there.

    >>> words = Vocabulary.of(["honorar", "brukerpanel", "mal", "mål"], "nb")
    >>> [alike(typed, words) for typed in ("honrar", "Brukerpanle", "honorrar", "bonorar")]
    [['honorar'], ['brukerpanel'], ['honorar'], ['honorar']]
    >>> alike("mel", words)
    []
    """
    folded = fold(word)
    if len(folded) < SHORTEST:
        return [folded] if folded in vocabulary.stem_of else []
    return vocabulary.words_near(folded)


def _by_length(words: Iterable[str]) -> dict[int, list[str]]:
    shelves: dict[int, list[str]] = defaultdict(list)
    for word in words:
        shelves[len(word)].append(word)
    return dict(shelves)


def _near(word: str, shelves: Mapping[int, list[str]]) -> list[str]:
    near: list[tuple[float, str]] = []
    for length in (len(word) - 1, len(word), len(word) + 1):
        choices = shelves.get(length, [])
        hits = process.extract(word, choices, scorer=OSA.distance, score_cutoff=1, limit=None)
        near += [(distance, choice) for choice, distance, _ in hits]
    return [choice for _, choice in sorted(near)]
