"""The word lists, read once. Each file begins with where it comes from and under which licence."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

HEADER = ("# SOURCE: ", "# LICENCE: ")
LANGUAGES = ("nb", "nn", "en")
SHORTEST_NAME = 3  # letters; shorter ones need their capital


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of one list, as written. Raises ValueError if it does not say its source."""
    path = files("brukerstemmen.masking").joinpath("lists", f"{name}.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    if not all(line.startswith(start) for line, start in zip(lines, HEADER, strict=False)):
        raise ValueError(f"the list {name} must say its source and licence first")
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def words(*names: str) -> frozenset[str]:
    """The entries of some lists that are one word each, in lower case."""
    return frozenset(entry.lower() for name in names for entry in entries(name) if " " not in entry)


@cache
def names() -> frozenset[str]:
    """First and family names of every origin, in lower case."""
    folder = files("brukerstemmen.masking").joinpath("lists")
    found = sorted(path.name.removesuffix(".txt") for path in folder.iterdir())
    return words(*(name for name in found if name.startswith("names_")))


@cache
def places() -> frozenset[str]:
    """Places of one word, in lower case."""
    return words("municipalities", "towns", "districts")


@cache
def function_words() -> frozenset[str]:
    """Words such as *ikke* and *when*, in all three languages."""
    return words(*(f"function_words_{language}" for language in LANGUAGES))


@cache
def harmless(lang: str) -> frozenset[str]:
    """Words that may have a capital inside a sentence without being anybody's name."""
    always = words(
        "harmless_capitals", "roles", "kin", "institution_words", "place_words", "saying_verbs"
    )
    english = words("harmless_capitals_en") if lang == "en" else frozenset()
    return function_words() | always | english


@cache
def nobodys() -> frozenset[str]:
    """Words that are in no case a name by themselves."""
    return harmless("nb") - names()


def is_common(word: str) -> bool:
    """Whether a lower-case word is so ordinary that only its capital can make it a name."""
    return len(word) < SHORTEST_NAME or word in words("ambiguous") or word in function_words()


@cache
def phrases(*lists: str) -> re.Pattern[str]:
    """A pattern for the entries of several words, whatever the case, possessive included."""
    found = [entry for name in lists for entry in entries(name) if " " in entry]
    return re.compile(_any_of(found) + r"(?:'?s)?(?!\w)", re.IGNORECASE)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern for all entries of a list, whatever the case; a star stands for any letters."""
    return re.compile(_any_of(entries(name)) + r"(?!\w)", re.IGNORECASE)


def _any_of(found: Iterable[str]) -> str:
    longest_first = (re.escape(entry) for entry in sorted(found, key=len, reverse=True))
    return rf"\b(?:{'|'.join(longest_first)})".replace(r"\*", r"[\w-]*")


def is_people(word: str) -> bool:
    """Whether it names a language or a people: an indirect clue, and shown as such."""
    return any(pattern(name).fullmatch(word) for name in ("languages", "origins"))


def base_forms(word: str) -> tuple[str, ...]:
    """A lower-case word as it is, and without what a possessive may have added.

    >>> base_forms("karis")
    ('karis', 'kari')
    """
    for ending in ("'s", "-s", "s'", "s", "'"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            bare = word.removesuffix(ending)
            return (word, bare + "s", bare) if ending == "s'" else (word, bare)
    return (word,)
