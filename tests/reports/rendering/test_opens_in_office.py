"""Our files open in LibreOffice as they are: it reads what we wrote, and mends nothing."""

import csv
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from brukerstemmen.measures import spreadsheet
from brukerstemmen.measures.planning import Plan, Row
from brukerstemmen.reports.content import Draft, Numbers, ThemePart, Words
from brukerstemmen.reports.rendering import as_docx
from brukerstemmen.reports.tables import write_xlsx

from .samples import REPORT

PLAN = Plan(
    title="Sammen om overgangene",
    made_on=date(2025, 1, 2),
    rows=[
        Row(1, "=Skjerm i ekspedisjonen", ["Leder DPS", "Frist 1. mai"], ["Ja"], ["Ingen"], []),
        Row(2, "Kveldstelefon", ["Helseforetaket"], [], [], ["Nei: det er ikke penger i år."]),
    ],
    without=["Språk: må undersøkes"],
)
OFFICE = shutil.which("soffice")
PATIENCE_SECONDS = 240  # it is slow to start where many work

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of its own, so that nothing of this machine's is read or changed."""
    return tmp_path_factory.mktemp("office")


def opened(content: bytes, name: str, to: str, home: Path, folder: Path) -> bytes:
    """The file as LibreOffice writes it again."""
    (folder / name).write_bytes(content)
    made = folder / "made"
    command = [str(OFFICE), f"-env:UserInstallation={home.as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(made), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_SECONDS)
    ending = to.partition(":")[0]
    return (made / f"{Path(name).stem}.{ending}").read_bytes()


def told(content: bytes) -> tuple[list[str], list[list[list[str]]]]:
    """The paragraphs and the cells of a Word file."""
    file = docx.Document(io.BytesIO(content))
    cells = [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]
    # Also those of the contents, which it puts into a frame of their own.
    lines = ["".join(p.itertext(qn("w:t"))) for p in file.element.body.iter(qn("w:p"))]
    return [line for line in lines if line.strip()], cells


@pytest.mark.parametrize("easy", [False, True])
def test_a_report_in_word(easy: bool, home: Path, tmp_path: Path) -> None:
    content = as_docx(REPORT, easy=easy)

    assert told(opened(content, "rapport.docx", "docx", home, tmp_path)) == told(content)


def sheet_of(content: bytes) -> list[list[str]]:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [
        ["" if cell is None else str(cell) for cell in row]
        for row in sheet.iter_rows(values_only=True)
    ]


def read_again(content: bytes, home: Path, folder: Path) -> list[list[str]]:
    comma_quotes_utf8 = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    text = opened(content, "ark.xlsx", comma_quotes_utf8, home, folder).decode()
    return list(csv.reader(io.StringIO(text)))


def test_the_numbers_in_excel(home: Path, tmp_path: Path) -> None:
    draft = Draft(
        title="Sammen om overgangene",
        centre="Lytt",
        service="Elvesund DPS",
        made_on=date(2025, 1, 2),
        language="nb",
        promise="",
        numbers=Numbers(20, 21, 6, 60, 1),
        themes=(ThemePart("=1+1", "", 8, 6), ThemePart("Språk & «ord»", "", None, 3)),
    )
    content = write_xlsx(draft, Words())

    assert read_again(content, home, tmp_path) == sheet_of(content)


def test_the_measure_plan_in_excel(home: Path, tmp_path: Path) -> None:
    content = spreadsheet.write_xlsx(PLAN)

    assert read_again(content, home, tmp_path) == sheet_of(content)
