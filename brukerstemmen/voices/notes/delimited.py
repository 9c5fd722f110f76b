"""Tables in text: CSV as Norwegian Excel writes it, with tabs, or with commas."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from brukerstemmen.privacy.spreadsheet import from_cell

from .blocks import MOST_LINES, Record
from .columns import MOST_COLUMNS
from .reading import Problem, Reason, Unreadable, Why
from .speakers import speaker_code
from .vocabulary import field_of, kind_of

DELIMITERS = (";", "\t", ",")
LOOKED_AT = 50  # records read to find the delimiter


@dataclass(frozen=True)
class Delimited:
    """The rows of a table in text. delimiter: None if there is one column only."""

    records: list[Record]
    problems: list[Problem]
    delimiter: str | None


def delimited(text: str) -> Delimited:
    """The table in a whole file, with the delimiter that fits it best.

    Raises Unreadable(too_much_inside) for more rows than notes ever have.
    """
    said, text = _said(text)
    if said:
        return records_of(text, said)
    best = max(DELIMITERS, key=lambda delimiter: _fit(text, delimiter))
    return records_of(text, best if any(_fit(text, best)) else None)


def records_of(text: str, delimiter: str | None) -> Delimited:
    """The rows of the table, parted by this delimiter; None for one column.

    If a quotation mark is never closed, marks are read as they stand, and reported.
    """
    try:
        return Delimited(list(_strict(text, delimiter or "\x1f")), [], delimiter)
    except csv.Error:
        records = list(_literal(text, delimiter))
    problems = [
        Problem(record.number, '"', Why.QUOTES)
        for record in records
        if sum(cell.count('"') for cell in record.cells) % 2
    ]
    return Delimited(records, problems, delimiter)


def _said(text: str) -> tuple[str | None, str]:
    """The delimiter that Excel's own first line names (`sep=;`), and the text without that line."""
    first, _end, rest = text.partition("\n")
    said = first.strip().removeprefix("sep=")
    if first.startswith("sep=") and said in DELIMITERS:
        return said, "\n" + rest
    return None, text


def _strict(text: str, delimiter: str) -> Iterator[Record]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    for number, cells in enumerate(reader):
        if number >= MOST_LINES:
            raise Unreadable(Reason.TOO_MUCH_INSIDE)
        yield Record(begins, tuple(from_cell(cell).strip() for cell in cells))
        begins = reader.line_num + 1


def _literal(text: str, delimiter: str | None) -> Iterator[Record]:
    for number, line in enumerate(text.split("\n"), start=1):
        if number > MOST_LINES:
            raise Unreadable(Reason.TOO_MUCH_INSIDE)
        cells = line.split(delimiter) if delimiter else [line]
        yield Record(number, tuple(from_cell(cell).strip() for cell in cells))


def _fit(text: str, delimiter: str) -> tuple[int, float]:
    """How well the delimiter fits: what it makes readable, then how even the rows are."""
    top = "\n".join(text.split("\n", LOOKED_AT)[:LOOKED_AT])
    rows = [record.cells for record in records_of(top, delimiter).records if any(record.cells)]
    if not rows or not 1 < max(map(len, rows)) <= MOST_COLUMNS:
        return 0, 0.0
    names = sum(field_of(cell) is not None for cell in rows[0]) if len(rows[0]) > 1 else 0
    codes = sum(any(speaker_code(cell) or kind_of(cell) for cell in cells) for cells in rows)
    width, often = Counter(map(len, rows)).most_common(1)[0]
    even = often / len(rows) if width > 1 and delimiter != "," else 0.0
    return 2 * names + codes, even
