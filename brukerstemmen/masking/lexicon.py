"""The word lists, read once. Each file begins with where it comes from and under which licence."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from brukerstemmen.masking.words import is_english
from brukerstemmen.masking.words import is_word as is_word  # asked for here

HEADER = ("# SOURCE: ", "# LICENCE: ")
LANGUAGES = ("nb", "nn", "en")
SHORTEST_NAME = 3  # letters; shorter ones need their capital
SHORTEST_PART = 3  # letters of a word inside a longer one
# How nouns end in speech, beside what dictionaries have.
SPOKEN_ENDINGS = ("a", "an", "en", "n", "et", "ene", "ane", "å", "o", "e", "r")
SHORTEST_UNKNOWN = 4  # letters; shorter words are too often slips of the key
LONGEST_STRANGE = 18  # letters; longer words that no dictionary has are mostly compounds
SHORTEST_SLIP = 6  # letters; every shorter word is one key from some other
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


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
    return words(
        "municipalities", "towns", "districts", "regions", "cities_of_the_world", "countries"
    )


@cache
def function_words() -> frozenset[str]:
    """Words such as *ikke* and *when*, in all three languages, and how they sound."""
    return words(*(f"function_words_{name}" for name in (*LANGUAGES, "spoken")))


@cache
def harmless(lang: str) -> frozenset[str]:
    """Words that may have a capital inside a sentence without being anybody's name."""
    always = words(
        "harmless_capitals",
        "medicines",
        "roles",
        "kin",
        "institution_words",
        "place_words",
        "saying_verbs",
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


@lru_cache(maxsize=4096)
def is_two_names(word: str) -> bool:
    """Whether two first names are written as one: "Tormagne", "kjellarne"."""
    first = words("names_norwegian_first")
    cuts = range(SHORTEST_NAME, len(word) - SHORTEST_NAME + 1)
    joined = any(word[:cut] in first and word[cut:] in first for cut in cuts)
    return joined and not is_word(word)


def is_unknown(word: str, lang: str) -> bool:
    """Whether no dictionary has a lower-case word, nor what it may be a form of.

    Only Norwegian words are known; in an English text nothing is said to be unknown.
    """
    if lang == "en" or len(word) < SHORTEST_UNKNOWN or word in function_words():
        return False
    return not any(is_word(part) for base in base_forms(word) for part in (base, *_halves(base)))


def _halves(word: str) -> tuple[str, ...]:
    return (word.replace("-", ""),) if "-" in word else ()


@lru_cache(maxsize=4096)
def is_built(word: str) -> bool:
    """Whether it is made of words of the dictionary, or one of them with a spoken ending.

    >>> is_built("behandlingsopplegget"), is_built("steinan"), is_built("xhevdet")
    (True, True, False)
    """
    return any(is_word(stem) or _is_compound(stem) for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    yield word
    for ending in SPOKEN_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_PART:
            yield stem
            yield stem + "e"


def _is_compound(word: str) -> bool:
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return any(is_word(word[cut:]) and _is_first_part(word[:cut]) for cut in cuts)


def _is_first_part(word: str) -> bool:
    return is_word(word) or is_word(word.removesuffix("s")) or is_word(word.removesuffix("e"))


def is_common_in_english(word: str) -> bool:
    """Whether a lower-case word, or what it may be a form of, is English."""
    return _is_contraction(word) or any(is_english(base) for base in base_forms(word))


@lru_cache(maxsize=4096)
def is_strange(word: str, lang: str) -> bool:
    """Whether a lower-case word is in no dictionary, Norwegian or English, nor made of such words.

    >>> is_strange("kovalenko", "en"), is_strange("feedback", "nb"), is_strange("don't", "en")
    (True, False, False)
    """
    fits = SHORTEST_UNKNOWN <= len(word) <= LONGEST_STRANGE
    if not fits or word in function_words() or _is_contraction(word):
        return False
    if any(_is_known(base) for base in base_forms(word)):
        return False
    return lang == "en" or not is_built(word)


def is_borrowed(word: str) -> bool:
    """Whether a lower-case word in an English text is Norwegian, and no English word.

    >>> is_borrowed("legevakt"), is_borrowed("ward")
    (True, False)
    """
    fits = len(word) >= SHORTEST_UNKNOWN and word not in function_words()
    return fits and not is_common_in_english(word) and is_word(word)


def _is_contraction(word: str) -> bool:
    return "'" in word.removesuffix("'s")


def _is_known(word: str) -> bool:
    """Whether a dictionary of either language has a word, or all that hyphens join in it."""
    parts = [part for part in word.split("-") if part]
    written = (word, word.replace("-", ""))
    if any(is_word(one) or is_english(one) for one in written):
        return True
    return len(parts) > 1 and all(is_word(part) or is_english(part) for part in parts)


@lru_cache(maxsize=4096)
def is_slip(word: str) -> bool:
    """Whether a longer word is one key from an ordinary one: left out, put in or swapped.

    >>> is_slip("polikliniken"), is_slip("recieved"), is_slip("kovalenko")
    (True, True, False)
    """
    if len(word) < SHORTEST_SLIP:
        return False
    return any(is_word(near) or is_english(near) for near in _one_key_from(word))


def _one_key_from(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in LETTERS:
            yield before + letter + after


@cache
def _shapes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = entries("shapes_of_names")
    starts = tuple(one.removesuffix("*") for one in found if one.endswith("*"))
    return starts, tuple(one.removeprefix("*") for one in found if one.startswith("*"))


def is_shaped_as_name(word: str) -> bool:
    """Whether a lower-case word begins or ends as only names do: -enko, -auskas, abdul-."""
    starts, ends = _shapes()
    return any(base.startswith(starts) or base.endswith(ends) for base in base_forms(word))


@cache
def phrases(*lists: str) -> re.Pattern[str]:
    """A pattern for the entries of several words, whatever the case, possessive included."""
    found = [entry for name in lists for entry in entries(name) if " " in entry]
    return re.compile(_any_of(found) + r"(?:'?s)?(?!\w)", re.IGNORECASE)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern for all entries of a list, whatever the case; a star stands for any letters."""
    return re.compile(_any_of(entries(name)) + r"(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Beginnings:
    """A list of words and of beginnings of words, asked for one word at a time.

    starts: the beginnings, by their first two letters.
    """

    whole: frozenset[str]
    starts: Mapping[str, tuple[str, ...]]

    def fit(self, word: str) -> bool:
        """Whether a lower-case word is one of them, or begins as one of them does."""
        return word in self.whole or word.startswith(self.starts.get(word[:2], ()))


@cache
def beginnings(name: str) -> Beginnings:
    """The entries of a list that are one word each; a star at the end stands for any letters."""
    single = [entry.lower() for entry in entries(name) if " " not in entry]
    starts: dict[str, tuple[str, ...]] = {}
    for entry in single:
        if entry.endswith("*"):
            starts[entry[:2]] = (*starts.get(entry[:2], ()), entry[:-1])
    return Beginnings(frozenset(entry for entry in single if not entry.endswith("*")), starts)


def _any_of(found: Iterable[str]) -> str:
    return rf"\b{any_of(found)}"


def any_of(found: Iterable[str]) -> str:
    """A pattern for any of some entries, the longest first; a star stands for any letters.

    Sorted by their first two letters, for a pattern of hundreds of words is read at every word.
    """
    groups: dict[str, list[str]] = {}
    for entry in sorted(found, key=len, reverse=True):
        groups.setdefault(entry[:2].lower(), []).append(re.escape(entry[2:]))
    grouped = (rf"{re.escape(start)}(?:{'|'.join(rest)})" for start, rest in groups.items())
    return rf"(?:{'|'.join(grouped)})".replace(r"\*", r"[\w-]*")


def is_people(word: str) -> bool:
    """Whether it names a language or a people: an indirect clue, and shown as such."""
    return any(beginnings(name).fit(word.lower()) for name in ("languages", "origins"))


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
