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
    "F": {Label.NATIONAL_ID, Label.DATE},
    "I": {Label.INDIRECT, Label.AGE},
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


def harmless_sentences() -> list[tuple[str, str]]:
    return _lines("hard_negatives.txt")


def marked_sentences() -> list[Marked]:
    return [_marked(lang, line) for lang, line in _lines("marked_statements.txt")]


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
