"""Which column of a table holds what: by its heading, else by what stands in it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brukerstemmen.voices.kinds import Kind

from .blocks import Record
from .reading import Column, Field, Reason, Unreadable
from .speakers import speaker_code
from .vocabulary import KIND_WORDS, field_of, folded, kind_of

_KNOWN: dict[Field, Callable[[str], object]] = {
    Field.SPEAKER: speaker_code,
    Field.KIND: kind_of,
}
MOST_COLUMNS = 200
MOSTLY = 0.6  # the share of filled cells that must fit for a column to be guessed by content


@dataclass(frozen=True)
class Layout:
    """How a table is laid out. by_kind: columns that hold statements of one kind each."""

    header: Record | None
    columns: tuple[Column, ...]
    by_kind: dict[int, Kind]

    def place(self, field: Field) -> int | None:
        return next((column.index for column in self.columns if column.field is field), None)

    @property
    def width(self) -> int:
        return len(self.columns)


def layout_of(records: Sequence[Record], mapping: Mapping[int, Field] | None) -> Layout:
    """Find the header and what the columns hold.

    records: the rows that are not blank, at least one.
    mapping: what a person has said, column (from 0) to field; what it leaves out is left out.
    Raises Unreadable(too_much_inside) for more columns than any notes have.
    """
    if any(len(record.cells) > MOST_COLUMNS for record in records):
        raise Unreadable(Reason.TOO_MUCH_INSIDE)
    first = records[0].cells
    by_kind = {} if mapping else _kind_columns(first)
    header = records[0] if by_kind or _is_header(first) else None
    below = [record.cells for record in (records[1:] if header else records)]
    names = first if header else ()
    width = len(names) or _usual(below)
    if header is None and _headed_by_others(records, width):
        header, names, below = records[0], first, below[1:]
    fields = dict(mapping) if mapping else _fields(names, below, width, by_kind)
    columns = tuple(
        Column(index, names[index] if index < len(names) else "", fields.get(index))
        for index in range(width)
    )
    return Layout(header, columns, by_kind)


def _is_header(cells: Sequence[str]) -> bool:
    """Names of columns; "bra" or "+" alone could just as well be the first statement's kind."""
    named = any(field_of(cell) is not None and kind_of(cell) is None for cell in cells)
    return named and not any(speaker_code(cell) for cell in cells)


def _headed_by_others(records: Sequence[Record], width: int) -> bool:
    """Whether the first row names columns in words we do not know: no code above codes."""
    if len(records) < 2:
        return False
    columns = [[_cell(record.cells, index) for record in records] for index in range(width)]
    return any(
        cells[0] and known(cells[0]) is None and _fits(cells[1:], known)
        for cells in columns
        for known in _KNOWN.values()
    )


def _kind_columns(cells: Sequence[str]) -> dict[int, Kind]:
    """Columns headed "Bra", "Ikke bra", "Forslag": a form with a column for each turn."""
    found = {
        index: KIND_WORDS[folded(cell)]
        for index, cell in enumerate(cells)
        if folded(cell) in KIND_WORDS and cell[:1].isalpha()
    }
    return found if len(set(found.values())) > 1 and len(found) >= len(cells) - 2 else {}


def _fields(
    names: Sequence[str], below: Sequence[Sequence[str]], width: int, by_kind: Mapping[int, Kind]
) -> dict[int, Field]:
    fields: dict[int, Field] = {}
    for index, name in enumerate(names):
        field = None if index in by_kind else field_of(name)
        if field is not None and field not in fields.values():
            fields[index] = field
    free = [index for index in range(width) if index not in fields and index not in by_kind]
    columns = {index: [_cell(cells, index) for cells in below] for index in free}
    for field, known in _KNOWN.items():
        fitting = [index for index in free if _fits(columns[index], known) and index not in fields]
        if fitting and field not in fields.values():
            fields[fitting[0]] = field
    left = [index for index in free if index not in fields]
    if left and not by_kind and Field.WORDS not in fields.values():
        fields[max(left, key=lambda index: sum(map(len, columns[index])))] = Field.WORDS
    return fields


def _fits(cells: Sequence[str], known: Callable[[str], object]) -> bool:
    filled = [cell for cell in cells if cell]
    fitting = sum(known(cell) is not None for cell in filled)
    return bool(filled) and fitting >= MOSTLY * len(filled)


def _usual(rows: Sequence[Sequence[str]]) -> int:
    return Counter(len(cells) for cells in rows).most_common(1)[0][0]


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""
