"""Lines to statements: which lines belong together, and what is known about them.

In notes with marks, a line without any goes on from the one before if it is indented, begins with
a small letter, follows a full line of wrapped text, or a « is still open. Otherwise it is a row
of its own and is reported, as nobody knows whose it is; or, short and alone above marked lines,
a heading. `manner` says how the notes as a whole are read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .blocks import Block, Line, Table
from .headings import (
    Context,
    Found,
    Place,
    by_place,
    by_wording,
    explicit,
    lone_title,
    only_speaker,
)
from .manner import manner_of
from .marks import Marks, kind_in, read_marks
from .quoting import unquoted
from .reading import Field, Heading, Reason, Role, Row, Unreadable, Why
from .tables import Gathered, read_table

LONGEST_LINE = 100_000  # characters; some 17,000 words without a line end are no note
MOST_ROWS = 20_000


def read_blocks(
    blocks: Sequence[Block], *, mapping: Mapping[int, Field] | None = None, delimiter: str = " "
) -> Gathered:
    """Everything these lines and tables say, in order.

    Raises Unreadable(too_much_inside) for a line or a number of rows beyond what notes hold.
    """
    items = [item for block in blocks for item in _flat(block)]
    lines = [item for item in items if isinstance(item, Line)]
    if any(len(line.text) > LONGEST_LINE for line in lines):
        raise Unreadable(Reason.TOO_MUCH_INSIDE)
    reader = _Reader(lines)
    for item, below in zip(items, _below(items), strict=True):
        if isinstance(item, Line):
            reader.line(item, below)
        else:
            reader.table(item, mapping, delimiter)
        if len(reader.gathered.rows) > MOST_ROWS:
            raise Unreadable(Reason.TOO_MUCH_INSIDE)
    reader.close()
    return reader.gathered


def _flat(block: Block) -> Iterator[Block]:
    """A table of one column is nothing but lines."""
    if isinstance(block, Line) or any(len(record.cells) > 1 for record in block.records):
        yield block
        return
    for record in block.records:
        yield Line(record.number, record.cells[0] if record.cells else "", whole=True)


def _below(items: Sequence[Block]) -> list[Block | None]:
    """For each item the next one that is not blank."""
    found: list[Block | None] = []
    below: Block | None = None
    for item in reversed(items):
        found.append(below)
        if isinstance(item, Table) or item.text.strip():
            below = item
    return found[::-1]


@dataclass
class _Statement:
    """A statement being gathered. depth: how many « are not closed yet."""

    line: Line
    row: Row
    parts: list[str]
    depth: int = 0

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.depth += text.count("«") - text.count("»")


class _Reader:
    """Goes through the items once, with at most one statement open."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.gathered = Gathered()
        self._manner = manner_of(lines)
        self._titles = lone_title(lines)
        self._context = Context()
        self._open: _Statement | None = None
        self._before: Line | None = None
        self._gap = False  # a blank line stands between
        self._apart = True  # after a blank line, a heading, or at the beginning

    def line(self, line: Line, below: Block | None) -> None:
        text = line.text.strip()
        if not text:
            self._gap = self._apart = True
            return
        marks = self._marks(line)
        found = self._heading(line, marks, below)
        if found:
            self.close()
            self._enter(line, found)
        elif self._open and self._goes_on(self._open, line, marks):
            self._open.add(text)
        else:
            self.close()
            self._begin(line, marks)
        self._before = line
        self._gap, self._apart = False, found is not None

    def table(self, table: Table, mapping: Mapping[int, Field] | None, delimiter: str) -> None:
        self.close()
        theme, question = (self._context.value(role) for role in (Role.THEME, Role.QUESTION))
        read_table(
            table,
            self.gathered,
            mapping=mapping,
            delimiter=delimiter,
            theme=theme,
            question=question,
        )
        self._apart = True

    def close(self) -> None:
        """End the open statement: a row, or a problem if nothing was said."""
        statement, self._open = self._open, None
        if statement is None:
            return
        words = unquoted(" ".join(statement.parts))
        if words:
            self.gathered.rows.append(replace(statement.row, words=words))
        else:
            self.gathered.problem(statement.line.number, statement.line.text.strip(), Why.NO_WORDS)

    def _marks(self, line: Line) -> Marks:
        return read_marks(line.text, numbered=self._manner.habits.numbered)

    def _heading(self, line: Line, marks: Marks, below: Block | None) -> Found | None:
        if line.level:
            return explicit(line, self._titles)
        if line.soft and self._open:
            return None
        found = by_wording(line.text.strip()) or only_speaker(marks)
        if found and (below is not None or found.role is Role.METADATA):
            return found
        if not self._manner.marked or line.listed:
            return None
        place = Place(
            first=self._apart and self._manner.guess,
            marked_below=self._heads(below, numbered=marks.number),
        )
        return by_place(line, marks, place, self._context)

    def _heads(self, below: Block | None, *, numbered: bool) -> bool:
        """Whether what comes next begins a statement, or is itself known as a heading.

        numbered: what comes next must have no number, or both are items of one list.
        """
        if below is None or isinstance(below, Table):
            return below is not None
        marks = self._marks(below)
        if numbered and marks.number:
            return False
        return self._manner.begins(below, marks) or by_wording(below.text.strip()) is not None

    def _enter(self, line: Line, found: Found) -> None:
        text = line.text.strip()
        self._context.enter(found)
        self.gathered.headings.append(Heading(line.number, text, found.role))
        if found.named:
            self.gathered.problem(line.number, text, Why.SPEAKER)

    def _goes_on(self, statement: _Statement, line: Line, marks: Marks) -> bool:
        if self._manner.begins(line, marks):
            return False
        if line.soft or not any(statement.parts):
            return True
        if line.whole:
            return False
        if line.indented and not statement.line.indented:
            return self._manner.marked or not self._gap
        if self._gap or self._before is None:
            return False
        return statement.depth > 0 or self._manner.goes_on(self._before, line)

    def _begin(self, line: Line, marks: Marks) -> None:
        lost = self._manner.marked and not self._manner.begins(line, marks)
        said = marks.spoken_for or lost
        speaker = marks.speaker if said else self._context.value(Role.SPEAKER)
        row = Row(
            line=line.number,
            words="",
            speaker=speaker,
            kind=kind_in(marks, self._manner.habits) or self._context.kind,
            theme=self._context.value(Role.THEME),
            question=self._context.value(Role.QUESTION),
        )
        self._open = _Statement(line, row, [])
        self._open.add(marks.words)
        if marks.misread:
            self.gathered.problem(line.number, marks.misread, Why.SPEAKER)
        elif lost:
            self.gathered.problem(line.number, line.text.strip(), Why.NO_MARK)
