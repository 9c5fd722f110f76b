"""The numbers of a draft as CSV and XLSX, with cells that can never be run as formulas.

CSV is for Norwegian Excel: semicolons and UTF-8 with a mark. Text that would be run there gets
a leading apostrophe; in XLSX every text is written as text, and loses nothing.
"""

import csv
import io
from datetime import UTC, datetime, time

import xlsxwriter

from brukerstemmen.privacy.spreadsheet import to_cell, written

from .content import Draft, Words
from .figures import Cell, Figures, by_theme, totals

WIDEST = 60  # characters of a column
LONGEST_SHEET_NAME = 31  # by the format
_AS_TEXT = {
    "in_memory": True,  # nothing of it on disk
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'"))


def write_csv(draft: Draft, words: Words) -> bytes:
    """The numbers by theme and kind."""
    figures = by_theme(draft, words)
    told = io.StringIO()
    writer = csv.writer(told, delimiter=";", lineterminator="\r\n")
    for row in (figures.header, *figures.rows):
        writer.writerow([to_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return told.getvalue().encode("utf-8-sig")


def write_xlsx(draft: Draft, words: Words) -> bytes:
    """The numbers by theme and kind, and over the whole evaluation, each on a sheet of its own."""
    saved = io.BytesIO()
    with xlsxwriter.Workbook(saved, _AS_TEXT) as workbook:
        made = datetime.combine(draft.made_on, time(), UTC)
        workbook.set_properties(
            {"title": written(draft.title), "comments": words.internal, "created": made}
        )
        for figures in (by_theme(draft, words), totals(draft, words)):
            _write_sheet(workbook, figures, words)
    return saved.getvalue()


def _write_sheet(workbook: xlsxwriter.Workbook, figures: Figures, words: Words) -> None:
    name = figures.caption.translate(_NOT_IN_SHEET_NAMES)[:LONGEST_SHEET_NAME]
    sheet = workbook.add_worksheet(name)
    bold = workbook.add_format({"bold": True})
    sheet.set_header(f"&C{words.internal.replace('&', '&&')}")
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    for column, title in enumerate(figures.header):
        sheet.write_string(0, column, written(title), bold)
        cells = [title, *(str(row[column]) for row in figures.rows)]
        sheet.set_column(column, column, min(WIDEST, max(map(len, cells)) + 2))
    for number, row in enumerate(figures.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(sheet, number, column, cell)


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, written(cell))
    else:
        sheet.write_number(row, column, cell)
