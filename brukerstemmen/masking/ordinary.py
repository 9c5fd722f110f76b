"""Words the models may ask about, but not mask on their own: in statements they are mostly words.

The models learnt from newspapers, where "Storm" at the start of a sentence is often somebody. In
statements it is mostly weather. A rule that sees a name there, or a name beside it, decides.
"""

from collections.abc import Mapping

from brukerstemmen.masking import lexicon, words
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Span
from brukerstemmen.masking.tagger.tagging import Route, Tagged

SHORTEST_PART = 4  # letters of a word put together with another
HIGH, KEPT = 0.4, 0.15  # of what a score has above the first, the share that an ordinary word keeps


def asked_about(score: float) -> float:
    """A score of the models that is never enough to mask by itself, in the order it was.

    >>> asked_about(0.2), asked_about(1.0)
    (0.2, 0.49)
    """
    return score if score <= HIGH else HIGH + KEPT * (score - HIGH)


def is_ordinary(reading: Reading, one: Tagged, at: Mapping[int, Word], rule: Span | None) -> bool:
    """Whether a token is a word like others here, as far as lists, dictionaries and rules know.

    at: the words of the reading by where they start.
    """
    word = at.get(one.token.start)
    if rule is not None:
        return False
    if word is None:
        return True  # a number, or part of a code
    if _is_known(reading, word) or _is_a_sign(one, word):
        return True
    return _needs_its_capital(one, word) and not _says_something(word, at.get(one.token.end + 1))


def _says_something(word: Word, following: Word | None) -> bool:
    """Whether it is a name too, and does what people do: "stein sa"."""
    if following is None or following.lower not in lexicon.words("saying_verbs"):
        return False
    return word.lower in lexicon.names() and word.lower not in lexicon.function_words()


def _is_known(reading: Reading, word: Word) -> bool:
    """Whether a list says that it may have a capital without being a name."""
    bases = (*lexicon.base_forms(word.lower), *word.parts[:1])
    return any(base in reading.harmless for base in bases) or lexicon.is_people(word.text)


def _is_a_sign(one: Tagged, word: Word) -> bool:
    """A letter alone, or an abbreviation in capitals: DPS, ECT, DBT-gruppa."""
    shouted = one.route is not Route.CASELESS and word.text.split("-")[0].isupper()
    return len(word.text) == 1 or shouted


def _needs_its_capital(one: Tagged, word: Word) -> bool:
    """A word whose capital, if any, says nothing, and that is known or had to have one."""
    if one.route is not Route.CASELESS:
        if word.is_titled and not word.opens:
            return False
        if not word.has_capital:
            return True
    return any(map(_is_in_dictionary, lexicon.base_forms(word.lower)))


def _is_in_dictionary(word: str) -> bool:
    """Whether it is an ordinary word, or one put together from two: pårørende-gruppe."""
    return words.is_word(word) or any(
        words.is_word(word[at:])
        and word[at:] not in lexicon.words("place_endings")
        and (words.is_word(word[:at]) or words.is_word(word[:at].removesuffix("s")))
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    )
