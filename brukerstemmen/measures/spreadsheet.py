"""The measure plan as a spreadsheet: every cell is words, never a formula; no author, no hour."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from brukerstemmen.measures.planning import Plan, columns
from brukerstemmen.privacy.spreadsheet import written

_AS_TEXT = {
    "in_memory": True,  # nothing of it on disk
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDTHS = (6, 34, 34, 34, 38, 38)  # characters
LONGEST_CELL = 32_767  # by the format
LINE, TALLEST = 15, 409  # points


def write_xlsx(plan: Plan) -> bytes:
    """The plan on one sheet, and findings without a measure on another."""
    saved = io.BytesIO()
    with xlsxwriter.Workbook(saved, _AS_TEXT) as workbook:
        made = datetime.combine(plan.made_on, time(), UTC)
        title = _("Measure plan, %(title)s") % {"title": plan.title}
        workbook.set_properties({"title": written(title), "created": made})
        header = [_("No."), _("Measure"), *(f"{duty} ({where})" for duty, where in columns())]
        rows = [
            (
                str(row.number),
                row.title,
                *map("\n".join, (row.plan, row.do, row.evaluate, row.correct)),
            )
            for row in plan.rows
        ]
        _sheet(workbook, _("Measure plan"), header, rows, _WIDTHS)
        if plan.without:
            told = [(sentence,) for sentence in plan.without]
            _sheet(
                workbook, _("Without a measure"), [_("Findings without a measure")], told, (120,)
            )
    return saved.getvalue()


def _sheet(
    workbook: Any,
    name: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
) -> None:
    sheet = workbook.add_worksheet(name)
    bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for number, row in enumerate((header, *rows)):
        sheet.set_row(number, _height(row, widths))
        for column, cell in enumerate(row):
            sheet.write_string(number, column, _fitting(cell), bold if number == 0 else plain)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.hide_gridlines(0)  # they are printed too
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _height(row: Sequence[str], widths: Sequence[int]) -> int:
    """Points for the longest of the cells, since not every program measures it by itself."""
    lines = [
        sum(1 + len(line) // width for line in cell.split("\n"))
        for cell, width in zip(row, widths, strict=True)
    ]
    return min(TALLEST, LINE * max(lines))


def _fitting(cell: str) -> str:
    return written(cell)[:LONGEST_CELL]
