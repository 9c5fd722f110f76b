"""Tables to statements: each row is one, or each line in a column that stands for a kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .blocks import Record, Table
from .columns import Layout, layout_of
from .marks import read_marks
from .quoting import unquoted
from .reading import Column, Field, Heading, Problem, Role, Row, Why
from .speakers import speaker_code
from .vocabulary import NOBODY_IN_PARTICULAR, folded, kind_of


@dataclass
class Gathered:
    """What has been found so far, in order."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    columns: tuple[Column, ...] = ()

    def problem(self, line: int, text: str, why: Why) -> None:
        self.problems.append(Problem(line, text, why))


def read_table(
    table: Table,
    gathered: Gathered,
    *,
    mapping: Mapping[int, Field] | None = None,
    delimiter: str = " ",
    theme: str | None = None,
    question: str | None = None,
) -> None:
    """Add the table's statements to what is gathered.

    mapping: what a person has said the columns hold; else headings and content decide.
    delimiter: what parted the cells, to mend words that were parted by mistake.
    theme, question: what the headings above the table say, where the table itself does not.
    """
    records = [record for record in table.records if any(record.cells)]
    if not records:
        return
    layout = layout_of(records, mapping)
    gathered.columns = gathered.columns or layout.columns
    if layout.header:
        text = " | ".join(cell for cell in layout.header.cells if cell)
        gathered.headings.append(Heading(layout.header.number, text, Role.COLUMNS))
        records = records[1:]
    for record in records:
        reader = _RecordReader(record, layout, gathered, theme, question)
        if layout.by_kind:
            reader.read_by_kind()
        else:
            reader.read(delimiter)


@dataclass(frozen=True)
class _RecordReader:
    record: Record
    layout: Layout
    gathered: Gathered
    theme: str | None
    question: str | None

    def read(self, delimiter: str) -> None:
        cells = self._mended(delimiter)
        if cells is None:
            text = delimiter.join(self.record.cells)
            self.gathered.problem(self.record.number, text, Why.CELLS)
            return
        words = unquoted(self._cell(Field.WORDS, cells))
        if not words:
            text = " ".join(cell for cell in cells if cell)
            self.gathered.problem(self.record.number, text, Why.NO_WORDS)
            return
        speaker = self._speaker(self._cell(Field.SPEAKER, cells))
        cell = self._cell(Field.KIND, cells)
        kind = kind_of(cell)
        if cell and kind is None:
            self.gathered.problem(self.record.number, cell, Why.KIND)
        theme = self._cell(Field.THEME, cells) or self.theme
        question = self._cell(Field.QUESTION, cells) or self.question
        row = Row(self.record.number, words, speaker, kind, theme, question)
        self.gathered.rows.append(row)

    def read_by_kind(self) -> None:
        cells = self.record.cells
        theme = self._cell(Field.THEME, cells) or self.theme
        question = self._cell(Field.QUESTION, cells) or self.question
        owner = self._speaker(self._cell(Field.SPEAKER, cells))
        before = len(self.gathered.rows)
        for index, kind in self.layout.by_kind.items():
            told = cells[index].split("\n") if index < len(cells) else []
            for marks in (read_marks(line) for line in told if line.strip()):
                if marks.misread:
                    self.gathered.problem(self.record.number, marks.misread, Why.SPEAKER)
                speaker = marks.speaker if marks.spoken_for else owner
                words = unquoted(marks.words)
                if words:
                    row = Row(self.record.number, words, speaker, kind, theme, question)
                    self.gathered.rows.append(row)
        if len(self.gathered.rows) == before:
            text = " ".join(cell for cell in cells if cell)
            self.gathered.problem(self.record.number, text, Why.NO_WORDS)

    def _cell(self, field: Field, cells: tuple[str, ...]) -> str:
        place = self.layout.place(field)
        return cells[place] if place is not None and place < len(cells) else ""

    def _speaker(self, cell: str) -> str | None:
        if cell in ("", "-", "–", "−", "?") or folded(cell) in NOBODY_IN_PARTICULAR:
            return None
        code = speaker_code(cell)
        if code is None:
            self.gathered.problem(self.record.number, cell, Why.SPEAKER)
        return code

    def _mended(self, delimiter: str) -> tuple[str, ...] | None:
        """The cells, the last one whole again if its words held the delimiter; None if unsure."""
        cells, width = self.record.cells, self.layout.width
        while len(cells) > width and not cells[-1]:
            cells = cells[:-1]
        if len(cells) <= width:
            return cells
        if self.layout.place(Field.WORDS) != width - 1:
            return None
        return (*cells[: width - 1], delimiter.join(cells[width - 1 :]))
