"""What every format is turned into before it is understood: lines and tables."""

from dataclasses import dataclass

MOST_LINES = 50_000  # lines, paragraphs or rows; no notes are longer


@dataclass(frozen=True)
class Line:
    """One line of text, or one paragraph of a Word document.

    number: the line of the file, from 1.
    level: what the format itself says: 1 to 6 for a heading, 0 for ordinary text.
    listed: the format itself says that this is an item of a list.
    whole: a paragraph of its own, which never goes on in the next line.
    soft: goes on from the line before, after a soft line break.
    """

    number: int
    text: str
    indented: bool = False
    level: int = 0
    listed: bool = False
    whole: bool = False
    soft: bool = False


@dataclass(frozen=True)
class Record:
    """One row of a table and the line it begins on."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    records: tuple[Record, ...]


Block = Line | Table
