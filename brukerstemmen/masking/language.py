"""Which of the three languages a text is in, told by its small words."""

from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.reading import WORD

DEFAULT = "nb"


def guess(text: str) -> str:
    """ "nb", "nn" or "en"; bokmål where the text does not tell.

    A small word that only one language has counts twice.

    >>> guess("Eg veit ikkje kva dei meinte."), guess("They never asked me."), guess("Ja!")
    ('nn', 'en', 'nb')
    """
    words = [match.group().lower() for match in WORD.finditer(fold(text).text)]
    counts = {
        language: sum((word in all_words) + (word in own) for word in words)
        for language, (all_words, own) in _small_words().items()
    }
    best = max(counts.values())
    return DEFAULT if counts[DEFAULT] == best else max(counts, key=lambda name: counts[name])


@cache
def _small_words() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each language its function words, and those that neither of the others has."""
    lists = {name: lexicon.words(f"function_words_{name}") for name in lexicon.LANGUAGES}
    return {
        name: (mine, mine.difference(*(lists[other] for other in lists if other != name)))
        for name, mine in lists.items()
    }
