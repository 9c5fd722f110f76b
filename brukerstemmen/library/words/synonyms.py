"""Words that mean the same to somebody who looks for something, from tables/synonyms.toml."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from brukerstemmen.library.words.alike import Vocabulary
from brukerstemmen.library.words.spelling import spelled
from brukerstemmen.library.words.stemming import NORWEGIAN, stems, table

Phrase = tuple[str, ...]  # stems that stand together; most are of one


def same_as(bare: Sequence[str], language: str) -> list[frozenset[str]]:
    """For each stem of a question, the single stems that mean the same as it, or as the phrase it
    is part of.

    >>> [sorted(same) for same in same_as(stems("gi makt", "nb"), "nb")][0]
    ['bemynd', 'bemyndiggjør', 'empowerment', 'myndiggjør']
    """
    rings = _rings("nb" if language in NORWEGIAN else language)
    same: list[set[str]] = [set() for _ in bare]
    for start in range(len(bare)):
        for length in range(1, _longest(rings) + 1):
            meant = rings.get(tuple(bare[start : start + length]), frozenset())
            for place in range(start, min(start + length, len(bare))):
                same[place] |= meant
    return [frozenset(one) for one in same]


@cache
def words_met(language: str) -> Vocabulary:
    """Every word of the table, so that a typing error is forgiven in one no text has."""
    rings = table("synonyms").get("nb" if language in NORWEGIAN else language, [])
    return Vocabulary.of(
        (word for ring in rings for one in ring for word in spelled(one)), language
    )


def _longest(rings: dict[Phrase, frozenset[str]]) -> int:
    return max(map(len, rings), default=0)


@cache
def _rings(language: str) -> dict[Phrase, frozenset[str]]:
    met: dict[Phrase, set[str]] = defaultdict(set)
    for ring in table("synonyms").get(language, []):
        phrases = [tuple(stems(words, language)) for words in ring]
        single = {phrase[0] for phrase in phrases if len(phrase) == 1}
        for phrase in phrases:
            met[phrase] |= single - set(phrase)
    return {phrase: frozenset(same) for phrase, same in met.items()}
