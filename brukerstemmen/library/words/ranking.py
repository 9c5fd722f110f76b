"""Which pages answer a question best.

A page answers better the more of the question's words it meets, the rarer these words are among
all pages, and the more prominently it says them. What is only nearly meant counts half.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log

from brukerstemmen.library.words.asked import Asked

Weights = Mapping[int, int]  # page: how prominently it says a stem
NEARLY = 0.5


def ranked(question: Asked, said: Mapping[str, Weights], pages: int) -> list[int]:
    """The pages that answer, the best first. Who meets less than half of the question's words is
    left out, unless it still answers half as well as the best.

    said: for each stem, the pages that say it. pages: how many there are in all.

    >>> question = Asked((frozenset({"honor"}), frozenset({"reis"})), (frozenset(), frozenset()))
    >>> ranked(question, {"honor": {1: 2, 2: 8}, "reis": {1: 2, 3: 2}}, pages=9)
    [2, 1, 3]
    """
    worth: dict[int, float] = defaultdict(float)
    met: dict[int, int] = defaultdict(int)
    for group, nearly in zip(question.groups, question.nearly, strict=True):
        best = _best(group, nearly, said)
        rarity = log(1 + pages / (len(best) + 0.5))
        for page, weight in best.items():
            worth[page] += rarity * weight
            met[page] += 1
    many, much = len(question.groups) / 2, max(worth.values(), default=0.0) / 2
    hits = sorted(page for page in worth if met[page] >= many or worth[page] >= much)
    hits.sort(key=worth.__getitem__, reverse=True)
    return hits


def _best(
    group: Iterable[str], nearly: Iterable[str], said: Mapping[str, Weights]
) -> dict[int, float]:
    """For each page that meets one word of a question, how well it does."""
    best: dict[int, float] = {}
    for stems, share in ((group, 1.0), (nearly, NEARLY)):
        for stem in stems:
            for page, weight in said.get(stem, {}).items():
                best[page] = max(best.get(page, 0.0), weight * share)
    return best
