"""The register of figures, for whoever wants to count on: as CSV and as JSON.

CSV is for Norwegian Excel, as elsewhere here: semicolons, UTF-8 with a mark, and nothing that is
run as a formula.
"""

import csv
import io
import json
from collections.abc import Iterable

from brukerstemmen.library.models import Figure
from brukerstemmen.privacy.spreadsheet import to_cell

COLUMNS = (
    "key",
    "value",
    "counts_nb",
    "counts_nn",
    "counts_en",
    "period",
    "source",
    "link",
    "as_of",
)


def as_csv(figures: Iterable[Figure]) -> bytes:
    """One row a figure and source; where sources differ each has its row."""
    told = io.StringIO()
    writer = csv.writer(told, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for figure in figures:
        writer.writerow([to_cell(cell) for cell in row(figure).values()])
    return told.getvalue().encode("utf-8-sig")


def as_json(figures: Iterable[Figure]) -> bytes:
    told = {"figures": [row(figure) for figure in figures]}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def row(figure: Figure) -> dict[str, str]:
    """A figure by the names of its columns."""
    return {name: str(getattr(figure, name)) for name in COLUMNS}
