"""Sentences with other people's names in, so that no origin is read worse than another."""

import random
from collections.abc import Iterable, Iterator

from brukerstemmen.masking import lexicon
from tools.norne import Marked, Sentence

ORIGINS = (
    "names_arabic",
    "names_asian",
    "names_many_countries",
    "names_norwegian_first",
    "names_norwegian_last",
    "names_other_origins",
    "names_polish_baltic_ukrainian",
    "names_sami",
    "names_somali",
    "names_turkish_kurdish_persian",
)
IN_NO_LIST = 0.4  # of the names swapped in, this share is put together from two


def swapped(plain: Iterable[Sentence], share: float, dice: random.Random) -> Iterator[Sentence]:
    """A share of the sentences that name people, each person given another name."""
    for sentence in plain:
        named = any(mark.kind == "PER" for mark in sentence.marks)
        if named and dice.random() < share:
            yield _renamed(sentence, dice)


def _renamed(sentence: Sentence, dice: random.Random) -> Sentence:
    text, marks, origin = "", list[Marked](), ""
    end = 0
    for mark in sentence.marks:
        text += sentence.text[end : mark.start]
        word = sentence.text[mark.start : mark.end]
        if mark.begins:
            origin = dice.choice(ORIGINS)
        if mark.kind == "PER" and len(word) > 2 and word[0].isupper():
            word = _name(origin, dice) + "s" * (word.endswith("s") and dice.random() < 0.3)
        marks.append(Marked(len(text), len(text) + len(word), mark.kind, mark.begins))
        text, end = text + word, mark.end
    return Sentence(text, tuple(marks))


def _name(origin: str, dice: random.Random) -> str:
    names = lexicon.entries(origin)
    name = dice.choice(names)
    if dice.random() < IN_NO_LIST:
        other = dice.choice(names)
        name = name[: len(name) // 2 + 1] + other[len(other) // 2 :].lower()
    return name
