"""Forms of a word brought together: «brukeren», «brukere» and nynorsk «brukarane» have one stem.

The endings are those of the Snowball stemmers. Norwegian asks for three things more: they take
one ending of «brukere» and another of «bruker», so it is asked again until nothing falls off;
«medvirkning» shall meet «medvirke»; and nynorsk is met by a small table.
"""

import re
import threading
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Protocol, cast

import snowballstemmer  # type: ignore[import-untyped]

from brukerstemmen.library.words.spelling import spelled

NORWEGIAN = frozenset({"nb", "nn", "no"})
_ALGORITHMS = {"nb": "norwegian", "nn": "norwegian", "no": "norwegian", "en": "english"}
_SHORTEST = 3  # letters a stem keeps
_LOOSE = re.compile(r"(?<=.{4}[lmrv])t$|(?<=.{2}[^aeiouyæøå])e(?=l$)")  # betal(t), eksemp(e)l
_NOUN = re.compile(r"(?P<verb>.{3,}[^aeiouyæøån])ning$|(?P<same>.{4,})ing$")


class Stemmer(Protocol):
    """What is used of Snowball, which has no types."""

    def stemWord(self, word: str) -> str: ...  # noqa: N802


# A stemmer keeps its word in itself, so two threads may not share one.
_own = threading.local()


def table(name: str) -> dict[str, Any]:
    """A table of this folder, as it stands in tables/."""
    return tomllib.loads((files(__package__) / "tables" / f"{name}.toml").read_text("utf-8"))


def _snowball(algorithm: str) -> Stemmer:
    if not hasattr(_own, algorithm):
        setattr(_own, algorithm, snowballstemmer.stemmer(algorithm))
    return cast(Stemmer, getattr(_own, algorithm))


def stems(text: str, language: str) -> list[str]:
    """The stem of every word of a text, in their order. Of a language nobody knows the endings
    of here, as Sami, the words themselves.

    >>> stems("Brukerne medvirker", "nb") == stems("Brukarane, medverknad!", "nn")
    True
    >>> stems("users meeting relatives", "en")
    ['user', 'meet', 'relat']
    >>> stems("Sámi giella", "se")
    ['sami', 'giella']
    """
    return [stem(word, language) for word in spelled(text)]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The stem of one folded word."""
    algorithm = _ALGORITHMS.get(language)
    if algorithm is None:
        return word
    if language in NORWEGIAN:
        bare = _bare(bokmal(word))
        return _words_met().get(bare, bare)
    return _snowball(algorithm).stemWord(word) or word


def bokmal(word: str) -> str:
    """A folded word with its nynorsk parts as bokmål spells them.

    >>> bokmal("brukarrepresentantar"), bokmal("sjølvstyrking")
    ('brukerrepresentantar', 'selvstyrking')
    """
    parts = _parts_met()
    return _pattern_of_parts().sub(lambda part: parts[part[0]], word)


def _bare(word: str) -> str:
    """A Norwegian word without its endings."""
    bare = word.removesuffix("ne") if word.endswith("erne") else word
    while (less := _one_less(bare)) != bare and len(less) >= _SHORTEST:
        bare = less
    return bare


def _one_less(word: str) -> str:
    less = _snowball("norwegian").stemWord(word)
    noun = _NOUN.match(less)
    if noun:
        less = noun["verb"] or noun["same"]
    less = less[:-1] if less.endswith("mm") else less  # no Norwegian word ends so
    return _LOOSE.sub("", less)


@cache
def _words_met() -> dict[str, str]:
    words: dict[str, str] = table("nynorsk")["words"]
    return {_bare(bokmal(nynorsk)): _bare(other) for nynorsk, other in words.items()}


@cache
def _parts_met() -> dict[str, str]:
    parts: dict[str, str] = table("nynorsk")["parts"]
    return parts


@cache
def _pattern_of_parts() -> re.Pattern[str]:
    longest_first = sorted(_parts_met(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
