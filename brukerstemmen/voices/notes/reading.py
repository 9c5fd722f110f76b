"""What reading notes gives: statements, headings, and what was not understood.

Every line that is not blank ends in a row, a problem or a heading, so that nothing is lost.
A *line* is a line of the file, in Word a paragraph or a table row, counted from 1.
"""

from dataclasses import dataclass
from enum import StrEnum

from brukerstemmen.voices.kinds import Kind


class Reason(StrEnum):
    """Why a whole file or text cannot be read."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_THIS_TYPE = "not_this_type"
    DAMAGED = "damaged"
    TOO_MUCH_INSIDE = "too_much_inside"
    NOT_TEXT = "not_text"
    TOO_SLOW = "too_slow"


class Unreadable(Exception):
    """Nothing could be read. Carries the reason and never a word of the content."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Why(StrEnum):
    """Why a line stands among the problems. `text` of the problem is what was not understood."""

    NO_WORDS = "no_words"  # a speaker or a sign, and nothing said
    SPEAKER = "speaker_not_understood"  # a name, or several codes; the words are a row
    KIND = "kind_not_understood"  # the words are a row without kind
    NO_MARK = "no_mark"  # alone without speaker, sign or bullet; the words are a row
    CELLS = "too_many_cells"  # which cell holds the words is not certain; no row
    QUOTES = "quotes_not_closed"  # read without regard to quotation marks; the words are a row
    NOT_READ = "not_read"  # a picture, footnote or comment, which is not read


class Role(StrEnum):
    """What a heading says about the statements below it."""

    TITLE = "title"
    THEME = "theme"
    QUESTION = "question"
    KIND = "kind"
    SPEAKER = "speaker"
    METADATA = "metadata"  # day, place, who wrote, a ruled line: read and left out
    COLUMNS = "columns"  # the first row of a table


class Field(StrEnum):
    """What a column may hold. A column without a field is left out, and reported."""

    WORDS = "words"
    SPEAKER = "speaker"
    KIND = "kind"
    THEME = "theme"
    QUESTION = "question"


@dataclass(frozen=True)
class Row:
    """One statement. `None` means not known; a speaker is a code such as D01, never a name."""

    line: int
    words: str
    speaker: str | None = None
    kind: Kind | None = None
    theme: str | None = None
    question: str | None = None


@dataclass(frozen=True)
class Problem:
    line: int
    text: str
    why: Why


@dataclass(frozen=True)
class Heading:
    line: int
    text: str
    role: Role


@dataclass(frozen=True)
class Column:
    """A column of the first table: its place from 0, its own heading, and what it was taken for."""

    index: int
    name: str
    field: Field | None


@dataclass(frozen=True)
class Reading:
    """All that was found, in the order of the file.

    encoding: how the bytes were read, such as "utf-8-sig" or "cp1252"; None for pasted and Word.
    delimiter: what parts the columns of a table in text; None where there is none.
    """

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    headings: tuple[Heading, ...] = ()
    columns: tuple[Column, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
