"""What the tagger is told about each token: its form, its neighbours, and which lists hold it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from brukerstemmen.masking import lexicon, words

LONGEST_ENDING = 5
OPENERS = frozenset({"\u00ab", '"', "\u201c", "-", "\u2013", ":"})
RUN = re.compile(r"(.)\1+")
SHAPES = str.maketrans("0123456789", "0" * 10)
KINDS: tuple[tuple[str, Callable[[], frozenset[str]]], ...] = (
    ("f", lambda: lexicon.words("names_norwegian_first")),
    ("l", lambda: lexicon.words("names_norwegian_last")),
    ("n", lexicon.names),
    ("p", lexicon.places),
    ("i", lambda: lexicon.words("institutions", "institution_words")),
    ("r", lambda: lexicon.words("roles", "kin")),
    ("s", lambda: lexicon.words("saying_verbs")),
    ("b", lambda: lexicon.words("before_places")),
    ("a", lambda: lexicon.words("ambiguous")),
    ("t", lambda: lexicon.words("name_particles")),
    ("h", lambda: lexicon.words("harmless_capitals")),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A token by itself. lists: one letter for each list that holds it or its base form."""

    lower: str
    shape: str
    lists: str
    known: str
    endings: tuple[str, ...]


def cased(tokens: Sequence[str]) -> list[list[str]]:
    """The features of each token of a sentence, capitals included."""
    seen = [_seen(token) for token in tokens]
    return [[*_common(seen, index), *_of_shape(seen, index)] for index in range(len(seen))]


def caseless(tokens: Sequence[str]) -> list[list[str]]:
    """The features of each token of a sentence, as if all letters were small."""
    seen = [_seen(token.lower()) for token in tokens]
    return [[*_common(seen, index), *_of_lists(seen, index)] for index in range(len(seen))]


@lru_cache(maxsize=20_000)
def _seen(token: str) -> Seen:
    lower = token.lower()
    endings = (
        *(f"s{lower[-size:]}" for size in range(2, LONGEST_ENDING + 1) if len(lower) > size),
        *(f"p{lower[:size]}" for size in range(2, LONGEST_ENDING) if len(lower) > size),
    )
    return Seen(lower, _shape(token), _lists(lower), _known(lower), endings)


def _shape(token: str) -> str:
    """Its form: X for a capital, x for a small letter, 0 for a digit; a run counts as two."""
    form = "".join(map(_form, token[:32]))
    return RUN.sub(r"\1\1", form)


def _form(character: str) -> str:
    if character.isalpha():
        return "x" if character.islower() or not character.isupper() else "X"
    return "0" if character.isdigit() else character


def _lists(lower: str) -> str:
    """The lists that hold a word, a base form of it, or every part of a double name."""
    forms = set(lexicon.base_forms(lower))
    found = "".join(kind for kind, held in _kinds() if not forms.isdisjoint(held))
    if "-" in lower and "n" not in found:
        parts = lower.split("-")
        found += "N" * (parts[0] in lexicon.names()) + "P" * (parts[0] in lexicon.places())
    return found


@cache
def _kinds() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((kind, held()) for kind, held in KINDS)


def _known(lower: str) -> str:
    """How dictionaries know a word: o ordinary, q its base form only, c with a capital."""
    if not lower[0].isalpha():
        return "-"
    bases = lexicon.base_forms(lower)
    ordinary = "o" if words.is_word(lower) else "q" * any(map(words.is_word, bases))
    return ordinary + "c" * any(map(words.is_proper, bases)) or "u"


def _common(seen: Sequence[Seen], index: int) -> Iterator[str]:
    """What both readers are told."""
    here = seen[index]
    yield "bias"
    yield f"w{here.lower}"
    yield from here.endings
    yield f"k{here.known}"
    yield f"g{here.lists}"
    for kind in here.lists:
        yield f"l{kind}"
    before, after = _at(seen, index - 1), _at(seen, index + 1)
    for place, other in (("-", before), ("+", after)):
        yield f"{place}w{other.lower}"
        yield f"{place}g{other.lists}"
        yield f"{place}k{other.known}"
        yield f"{place}s{other.lower[-3:]}"
    yield f"--w{_at(seen, index - 2).lower}"
    yield f"++w{_at(seen, index + 2).lower}"
    yield f"-gk{before.lists}|{here.lists}|{here.known}"
    yield f"+gk{here.lists}|{here.known}|{after.lists}"
    yield f"-w|{before.lower}|{here.lists}"
    yield f"+w|{after.lower}|{here.lists}"


def _of_shape(seen: Sequence[Seen], index: int) -> Iterator[str]:
    """What only the cased reader is told."""
    here, before, after = seen[index], _at(seen, index - 1), _at(seen, index + 1)
    opens = "^" * (index == 0) or ":" * (before.lower in OPENERS)
    yield f"h{here.shape}"
    yield f"hk{opens}{here.shape}|{here.known}"
    yield f"hg{opens}{here.shape}|{here.lists}"
    yield f"-h{before.shape}|{here.shape}"
    yield f"+h{here.shape}|{after.shape}"
    yield f"-+h{before.shape}|{here.shape}|{after.shape}"
    yield f"--h{_at(seen, index - 2).shape}|{before.shape}"
    yield f"++h{after.shape}|{_at(seen, index + 2).shape}"
    yield f"-wh{before.lower}|{here.shape}"
    yield f"+wh{after.lower}|{here.shape}"


def _of_lists(seen: Sequence[Seen], index: int) -> Iterator[str]:
    """What only the caseless reader is told: it leans on lists and dictionaries instead."""
    here, before, after = seen[index], _at(seen, index - 1), _at(seen, index + 1)
    yield f"-wk{before.lower}|{here.known}"
    yield f"+wk{after.lower}|{here.known}"
    yield f"-kk{before.known}|{here.known}|{after.known}"
    yield f"sk{here.lower[-3:]}|{here.known}"
    yield f"--ww{_at(seen, index - 2).lower}|{before.lower}|{here.known}"
    yield f"-gg{before.lists}|{before.known}|{here.known}"
    if not here.lower[0].isalpha():
        yield f"h{here.shape}"


OUTSIDE = Seen("", "", "", "", ())


def _at(seen: Sequence[Seen], index: int) -> Seen:
    return seen[index] if 0 <= index < len(seen) else OUTSIDE
