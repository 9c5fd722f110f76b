"""The sentences the masking tests read: the demo's statements, marked ones, and harmless ones."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from brukerstemmen.masking.spans import Label

HERE = Path(__file__).parent
MARK = re.compile(r"\[\[(\w+):([^\]]*)\]\]")

# What each letter of the demo's traces must be found as.
TRACES = {
    "N": {Label.PERSON},
    "N2": {Label.PERSON},
    "N3": {Label.PERSON},
    "S": {Label.PLACE},
    "A": {Label.ADDRESS},
    "T": {Label.PHONE},
    "E": {Label.EMAIL},
    "F": {Label.ID_NUMBER, Label.DATE},
    "I": {Label.QUASI, Label.AGE},
}


@dataclass(frozen=True)
class Marked:
    """A sentence and the stretches in it that must be found, each with its label."""

    lang: str
    text: str
    stretches: tuple[tuple[int, int, Label], ...]


def demo_statements() -> list[dict]:
    return json.loads((HERE / "demo_statements.json").read_text(encoding="utf-8"))


def names_by_origin() -> dict[str, list[str]]:
    return json.loads((HERE / "names_by_origin.json").read_text(encoding="utf-8"))


def more_names() -> dict[str, list[str]]:
    """Full names in ten groups of origin, written without looking at our lists."""
    return json.loads((HERE / "names_new.json").read_text(encoding="utf-8"))


def carriers() -> list[tuple[str, str]]:
    """Sentences in which anybody could be named, {} standing for the name."""
    return _lines("carriers.txt")


def carried(carrier: str, name: str) -> tuple[str, str]:
    """The sentence with the name in it, and the name as it stands there.

    Where the sentence has no capital letter, it is as dictated, and neither has the name.
    """
    written = name.lower() if carrier.islower() else name
    return carrier.replace("{}", written, 1), written


def harmless_sentences() -> list[tuple[str, str]]:
    return _lines("hard_negatives.txt")


def clueless_sentences() -> list[tuple[str, str]]:
    """Ordinary talk of treatment that points at nobody."""
    return _lines("clueless_statements.txt")


def clue_sentences() -> list[Marked]:
    """Sentences with a clue, written before the rules that find them."""
    return [_marked(lang, line) for lang, line in _lines("clue_statements.txt")]


def clues_third() -> list[Marked]:
    """Clues of 28 kinds, told by others in their own words."""
    return [_marked(lang, line) for lang, line in _lines("clues_third.txt")]


def clueless_third() -> list[tuple[str, str]]:
    """What shares words and turns with clues and points at nobody."""
    return _lines("clueless_third.txt")


def marked_sentences() -> list[Marked]:
    return [_marked(lang, line) for lang, line in _lines("marked_statements.txt")]


def marked_kinds() -> list[Marked]:
    """What is hard to find because it is told in so many ways, half of it odd."""
    return [_marked(lang, line) for lang, line in _lines("marked_kinds.txt")]


def marked_more() -> list[Marked]:
    """All that a meeting holds, as people say and note it, written without sight of the rules."""
    return [_marked(lang, line) for lang, line in _lines("marked_more.txt")]


def harmless_more() -> list[tuple[str, str]]:
    """What looks much like it and points at nobody."""
    return _lines("hard_negatives_more.txt")


def marked_third() -> list[Marked]:
    """The same by other people again, written after the rules had read the first two."""
    return [_marked(lang, line) for lang, line in _lines("marked_third.txt")]


def harmless_third() -> list[tuple[str, str]]:
    """What looks like it and points at nobody, by those other people."""
    return _lines("hard_negatives_third.txt")


def harmless_kinds() -> list[tuple[str, str]]:
    """Sums, counts and times, and services and streets without a name."""
    return _lines("hard_negatives_kinds.txt")


def _lines(name: str) -> list[tuple[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(line[:2], line[3:]) for line in lines if not line.startswith("#")]


def _marked(lang: str, line: str) -> Marked:
    text, stretches, before = "", [], 0
    for mark in MARK.finditer(line):
        text += line[before : mark.start()]
        label, words = mark.groups()
        stretches.append((len(text), len(text) + len(words), Label(label)))
        text += words
        before = mark.end()
    return Marked(lang, text + line[before:], tuple(stretches))
