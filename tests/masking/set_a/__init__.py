"""Meeting set A: invented statements from user meetings, with what points at somebody marked."""

import re
from dataclasses import dataclass
from pathlib import Path

from brukerstemmen.masking.spans import Label

HERE = Path(__file__).parent
LANGUAGES = ("nb", "nn", "en")
STYLES = ("typed", "sloppy", "lower", "speech", "dialect")
MARK = re.compile(r"\[\[([A-Z_]+)(?:#(\d+))?:([^\]]+)\]\]")


@dataclass(frozen=True)
class Mark:
    """A stretch that points at somebody; the same entity is the same person or thing."""

    start: int
    end: int
    label: Label
    entity: str


@dataclass(frozen=True)
class MeetingStatement:
    """Something said in a meeting. The number is its place in the meeting, from 1."""

    meeting: str
    number: int
    lang: str
    style: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def id(self) -> str:
        return f"{self.meeting}-{self.number}"


def meeting_statements(folder: Path = HERE) -> list[MeetingStatement]:
    """Every statement of a set, in the order of the files and the lines in them."""
    statements: list[MeetingStatement] = []
    said: dict[str, int] = {}
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                meeting = line.split("|", 1)[0]
                said[meeting] = said.get(meeting, 0) + 1
                statements.append(read(line, said[meeting]))
    return statements


def read(line: str, number: int) -> MeetingStatement:
    """One line of a file. Raises ValueError where a label or a part is unknown."""
    meeting, lang, style, marked = line.split("|", 3)
    if lang not in LANGUAGES or style not in STYLES:
        raise ValueError(f"{meeting}: no such language or style: {lang} {style}")
    text, marks, before = "", [], 0
    for count, mark in enumerate(MARK.finditer(marked), start=1):
        text += marked[before : mark.start()]
        label, entity, words = mark.groups()
        # A thing named once needs no number of its own; the place in the meeting tells it apart.
        name = f"{label}#{entity}" if entity else f"{label}@{number}.{count}"
        marks.append(Mark(len(text), len(text) + len(words), Label(label), name))
        text += words
        before = mark.end()
    return MeetingStatement(meeting, number, lang, style, text + marked[before:], tuple(marks))
