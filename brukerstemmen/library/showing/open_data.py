"""The archive as data: the same for a spreadsheet, a program and a library that harvests.

Only what stands on the pages is in it; every number has been through disclosure control.
"""

import csv
import io
from typing import Any

from brukerstemmen.library.models import PublicationPage
from brukerstemmen.library.models.publications import LICENCE
from brukerstemmen.library.showing.archive import published
from brukerstemmen.privacy.spreadsheet import to_cell

_COLUMNS = (
    "address",
    "title",
    "summary",
    "centre",
    "service_kind",
    "county",
    "year",
    "method",
    "language",
    "people",
    "licence",
)


def rows() -> list[dict[str, Any]]:
    """Every publication with its themes. people: null where it is not told. A few queries."""
    return [_row(page) for page in published().prefetch_related("themes")]


def _row(page: PublicationPage) -> dict[str, Any]:
    return {
        "address": page.full_url,
        "title": page.title,
        "summary": page.summary,
        "centre": page.centre,
        "service_kind": page.service_kind,
        "county": page.county,
        "year": page.year,
        "method": page.method,
        "language": page.written_in,
        "people": page.people,
        "licence": page.licence,
        "themes": [{"name": theme.name, "people": theme.people} for theme in page.themes.all()],
    }


def as_json() -> dict[str, Any]:
    """The whole, with what a number that is not there means."""
    return {
        "licence": LICENCE,
        "about_people": (
            "People, not answers. null: not told, since it could point at somebody."
            " No number from 1 to 5 is ever told."
        ),
        "publications": rows(),
    }


def as_csv() -> bytes:
    """A line for each theme of each publication, for Norwegian spreadsheets: semicolons, and no
    cell that can be run as a formula."""
    told = io.StringIO()
    writer = csv.writer(told, delimiter=";", lineterminator="\r\n")
    writer.writerow([*_COLUMNS, "theme", "theme_people"])
    for row in rows():
        for theme in row["themes"] or [{"name": "", "people": None}]:
            cells = [*(row[name] for name in _COLUMNS), theme["name"], theme["people"]]
            writer.writerow([to_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return told.getvalue().encode("utf-8-sig")
