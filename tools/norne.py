"""Reading NorNE: sentences as text, and which stretches of them name somebody or something."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = {
    "PER": "PER",
    "LOC": "LOC",
    "GPE_LOC": "LOC",
    "ORG": "ORG",
    "GPE_ORG": "ORG",
    "PROD": "MISC",
    "EVT": "MISC",
    "MISC": "MISC",
    "DRV": "DRV",
}


@dataclass(frozen=True)
class Marked:
    """A token of the corpus. kind: PER, LOC, ORG, MISC, DRV, or O; begins: the first of a name."""

    start: int
    end: int
    kind: str
    begins: bool


@dataclass(frozen=True)
class Sentence:
    text: str
    marks: tuple[Marked, ...]


def sentences(folder: Path, part: str, *languages: str) -> Iterator[Sentence]:
    """The sentences of a part ("train", "dev") in "nob", "nno" or both, in document order."""
    for language in languages:
        with lzma.open(folder / f"{language}-{part}.conllu.xz", "rt", encoding="utf-8") as file:
            rows: list[list[str]] = []
            for line in file:
                if line.strip() and not line.startswith("#"):
                    rows.append(line.rstrip("\n").split("\t"))
                elif rows and not line.strip():
                    yield _sentence(rows)
                    rows = []
            if rows:
                yield _sentence(rows)


def _sentence(rows: list[list[str]]) -> Sentence:
    text = ""
    marks = []
    for row in rows:
        said = dict(pair.split("=", 1) for pair in row[-1].split("|") if "=" in pair)
        start, text = len(text), text + row[1]
        prefix, _, name = said["name"].partition("-")
        marks.append(Marked(start, len(text), KINDS.get(name, "O"), prefix == "B"))
        if said.get("SpaceAfter") != "No":
            text += " "
    return Sentence(text.rstrip(), tuple(marks))
