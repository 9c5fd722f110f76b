"""Payments as CSV and XLSX for payroll, with cells that can never be run as formulas.

The same list gives the same file, sign by sign. CSV is for Norwegian Excel: semicolons, UTF-8 with
a mark, comma before øre. Account numbers are written with points, so that no program takes them
for a number and rounds them.
"""

import csv
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

import xlsxwriter
from django.utils.translation import gettext as _

from brukerstemmen.meetings.honorarium import ORE
from brukerstemmen.meetings.showing import Line
from brukerstemmen.privacy.spreadsheet import to_cell, written

WIDTHS = (32, 12, 16, 14, 32)
_AS_TEXT = {
    "in_memory": True,  # nothing of it on disk
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def header() -> list[str]:
    return [_("Person"), _("Day"), _("What for"), _("Kroner"), _("How to pay")]


def write_csv(lines: Iterable[Line]) -> bytes:
    """One row for each payment."""
    told = io.StringIO()
    writer = csv.writer(told, delimiter=";", lineterminator="\r\n")
    writer.writerow(to_cell(title) for title in header())
    for line in lines:
        kroner = f"{line.amount // ORE},{line.amount % ORE:02}"
        row = (to_cell(line.name), line.day.isoformat(), to_cell(line.kind), kroner)
        writer.writerow([*row, to_cell(line.how)])
    return told.getvalue().encode("utf-8-sig")


def write_xlsx(lines: Iterable[Line], *, made_on: date) -> bytes:
    """The same as a workbook. made_on: the day the list was handed over."""
    saved = io.BytesIO()
    with xlsxwriter.Workbook(saved, _AS_TEXT) as workbook:
        made = datetime.combine(made_on, time(), UTC)
        workbook.set_properties({"created": made})
        sheet = workbook.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        bold, money = (workbook.add_format(f) for f in ({"bold": True}, {"num_format": "0.00"}))
        for column, (title, width) in enumerate(zip(header(), WIDTHS, strict=True)):
            sheet.write_string(0, column, title, bold)
            sheet.set_column(column, column, width)
        for row, line in enumerate(lines, start=1):
            _write_line(sheet, row, line, money)
    return saved.getvalue()


def _write_line(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    line: Line,
    money: xlsxwriter.format.Format,
) -> None:
    texts = {0: line.name, 1: line.day.isoformat(), 2: line.kind, 4: line.how}
    for column, text in texts.items():
        sheet.write_string(row, column, written(text))
    sheet.write_number(row, 3, line.amount / ORE, money)
