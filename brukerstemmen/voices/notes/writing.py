"""Statements to notes that are read back the same: templates to fill in, and material for tests.

.txt holds words on one line each. .csv and .docx are tables and hold line ends as well. cp1252,
which older Norwegian Excel wants, holds no arrow, ring or true minus, so kinds are words there.
"""

import csv
import io
from collections.abc import Sequence
from enum import StrEnum

from docx import Document
from docx.document import Document as WordDocument

from brukerstemmen.privacy.spreadsheet import to_cell
from brukerstemmen.voices.kinds import SIGNS

from .quoting import quoted, unquoted
from .reading import Field, Row
from .vocabulary import COLUMN_LABELS, KIND_LABELS


class Encoding(StrEnum):
    UTF8 = "utf-8-sig"  # what Excel recognises as UTF-8
    CP1252 = "cp1252"


def write_txt(rows: Sequence[Row], *, language: str = "nb") -> bytes:
    """The statements as plain text in UTF-8, with headings for themes and questions.

    language: nb, nn or en.
    Raises ValueError if words can stand inside no pair of quotation marks.
    """
    labels = COLUMN_LABELS[language]
    lines: list[str] = []
    theme = question = None
    for row in rows:
        if row.theme != theme:
            lines += ["", f"# {labels[Field.THEME]}: {row.theme or ''}".rstrip()]
            theme, question = row.theme, None
        if row.question != question:
            lines += ["", f"## {labels[Field.QUESTION]}: {row.question or ''}".rstrip()]
            question = row.question
        lines.append(_line(row))
    return ("\n".join(lines).strip() + "\n").encode("utf-8")


def write_csv(
    rows: Sequence[Row], *, encoding: Encoding = Encoding.UTF8, language: str = "nb"
) -> bytes:
    """The statements as Norwegian Excel writes them: semicolons, and a cell that cannot be run.

    Raises UnicodeEncodeError if cp1252 lacks a letter, rather than lose it.
    """
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for cells in _table(rows, language):
        writer.writerow([to_cell(cell) for cell in cells])
    return written.getvalue().encode(encoding)


def write_docx(rows: Sequence[Row], *, language: str = "nb") -> bytes:
    """The statements as a Word table with a header row. Says nothing of who wrote it."""
    document = Document()
    document.core_properties.author = document.core_properties.comments = ""
    cells = _table(rows, language)
    table = document.add_table(rows=0, cols=len(cells[0]), style="Table Grid")
    for told in cells:
        for cell, text in zip(table.add_row().cells, told, strict=True):
            cell.text = text
    return _saved(document)


def _table(rows: Sequence[Row], language: str) -> list[list[str]]:
    kinds = KIND_LABELS[language]
    return [
        list(COLUMN_LABELS[language].values()),
        *(
            [
                row.speaker or "",
                kinds[row.kind] if row.kind else "",
                row.theme or "",
                row.question or "",
                _held(row.words),
            ]
            for row in rows
        ),
    ]


def _line(row: Row) -> str:
    """A statement on a line of its own, with a mark before it in any case."""
    sign = SIGNS[row.kind] if row.kind else ""
    marks = " ".join(mark for mark in (row.speaker, sign) if mark) or "•"
    return f"{marks} {quoted(' '.join(row.words.splitlines()))}"


def _held(words: str) -> str:
    """The words; inside one more pair of quotation marks if the reader would take a pair off."""
    return words if unquoted(words) == words else quoted(words)


def _saved(document: WordDocument) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()
