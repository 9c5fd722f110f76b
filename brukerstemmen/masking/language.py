"""Which of the three languages a text is in, by the small words that only one of them has."""

from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.reading import WORD

DEFAULT = "nb"


def guess(text: str) -> str:
    """ "nb", "nn" or "en"; bokmål where the text does not tell.

    >>> guess("Eg veit ikkje kva dei meinte."), guess("They never asked me."), guess("Ja!")
    ('nn', 'en', 'nb')
    """
    words = [match.group().lower() for match in WORD.finditer(fold(text).text)]
    counts = {
        language: sum(word in own for word in words) for language, own in _own_words().items()
    }
    best = max(counts.values())
    return DEFAULT if counts[DEFAULT] == best else max(counts, key=lambda name: counts[name])


@cache
def _own_words() -> dict[str, frozenset[str]]:
    """For each language the function words that neither of the others has."""
    lists = {name: lexicon.words(f"function_words_{name}") for name in lexicon.LANGUAGES}
    return {
        name: own
        - frozenset[str]().union(*(words for other, words in lists.items() if other != name))
        for name, own in lists.items()
    }
