"""What the trained models think of each word: how likely it names somebody, a place, a body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.tagger import features, models
from brukerstemmen.masking.tagger.tokens import Token, sentences

LABELS = ("PER", "LOC", "ORG", "MISC")
Chances = tuple[float, ...]
NOTHING: Chances = (0.0,) * len(LABELS)


class Route(StrEnum):
    """Which of the models reads a sentence."""

    CASED = "cased"
    CASELESS = "caseless"
    BOTH = "both"  # where the capitals do not tell, the mean of the two decides


@dataclass(frozen=True, slots=True)
class Tagged:
    """A token with the chance of each of LABELS; positions are those of the folded text.

    opens: whether it begins its sentence, so that its capital says nothing.
    """

    token: Token
    chances: Chances
    route: Route
    opens: bool


def tag(text: str) -> Iterator[Tagged]:
    """Every token of a folded text, in reading order."""
    cut = list(sentences(text))
    said = [[token.text for token in sentence] for sentence in cut]
    whole = route([words for words in said if not _shouted(words)])
    for sentence, words in zip(cut, said, strict=True):
        way = Route.CASELESS if _shouted(words) else whole
        for index, (token, chances) in enumerate(zip(sentence, _chances(words, way), strict=True)):
            yield Tagged(token, chances, way, opens=not index)


def route(cut: Sequence[Sequence[str]]) -> Route:
    """Whose capitals can be trusted: those of a text that has them where Norwegian wants them.

    cut: the sentences of a text. Capitals at the start only say nothing about names further in.

    >>> route([["Hun", "bor", "i", "Alta"]]), route([["hun", "bor", "i", "alta"]])
    (<Route.CASED: 'cased'>, <Route.CASELESS: 'caseless'>)
    """
    first = [capital for words in cut for capital in _capitals(words)[:1]]
    later = [capital for words in cut for capital in _capitals(words)[1:]]
    if not any(first) and not any(later):
        return Route.CASELESS
    small = [word for words in cut for word in words[1:] if word.lower() in _small_words()]
    if 2 * sum(word[0].isupper() and word not in ("I", "De") for word in small) > len(small):
        return Route.CASELESS  # Every Word Or ALL OF IT
    return Route.CASED if any(later) and 2 * sum(first) >= len(first) else Route.BOTH


def _capitals(words: Sequence[str]) -> list[bool]:
    return [word[0].isupper() for word in words if word[0].isalpha()]


def _small_words() -> frozenset[str]:
    return lexicon.function_words()


def _shouted(words: Sequence[str]) -> bool:
    """Whether a whole sentence is in capitals."""
    long = [word for word in words if len(word) > 1 and word.isalpha()]
    return len(long) > 1 and all(word.isupper() for word in long)


def _chances(words: Sequence[str], way: Route) -> list[Chances]:
    found = []
    if way is not Route.CASELESS:
        found.append(_asked("cased", features.cased(words)))
    if way is not Route.CASED:
        found.append(_asked("caseless", features.caseless(words)))
    if len(found) == 1:
        return found[0]
    return [
        tuple((one + other) / 2 for one, other in zip(*pair, strict=True))
        for pair in zip(*found, strict=True)
    ]


def _asked(name: str, described: list[list[str]]) -> list[Chances]:
    model = models.opened(name)
    model.set(described)
    return [
        tuple(model.marginal(label, index) for label in LABELS) for index in range(len(described))
    ]
