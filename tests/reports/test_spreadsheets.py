"""Numbers as CSV and XLSX: right, readable by Excel, and never run."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from brukerstemmen.reports.content import ThemePart, Words
from brukerstemmen.reports.tables import write_csv, write_xlsx

from .conftest import CANARY

WORDS = Words()
RUNS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\x00=1",
    "{=1}",
]


def rows_of_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def named(draft, *names):
    themes = tuple(ThemePart(name, "", people=7, statements=9) for name in names)
    return replace(draft, themes=themes)


def test_csv_is_what_norwegian_excel_opens(draft):
    content = write_csv(draft, WORDS)

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert rows_of_csv(content) == [
        [
            "Theme",
            "People",
            "Statements",
            "May be quoted",
            "Good",
            "Not good",
            "Proposals",
            "Also important",
            "Not marked as good or not good",
        ],
        ["Å bli møtt", "8", "6", "1", "2", "0", "1", "0", "1"],
        ["'=HYPERLINK(1)", "5 or fewer", "3", "0", "0", "0", "0", "0", "0"],
    ]


def test_xlsx_holds_numbers_as_numbers_and_text_as_text(draft):
    workbook = load_workbook(io.BytesIO(write_xlsx(draft, WORDS)))
    themes, totals = workbook.worksheets

    assert [cell.value for cell in themes[2]][:5] == ["Å bli møtt", 8, 6, 1, 2]
    assert themes["A3"].value == "=HYPERLINK(1)"
    assert themes["A3"].data_type == "s"
    assert themes["B3"].value == "5 or fewer"
    assert [cell.value for cell in totals[2]] == ["People", 20]
    assert (workbook.properties.creator or "") == (workbook.properties.lastModifiedBy or "") == ""


@pytest.mark.parametrize("name", RUNS)
def test_a_name_like_a_formula_is_text_in_both(draft, name):
    cell = rows_of_csv(write_csv(named(draft, name), WORDS))[1][0]
    sheet = load_workbook(io.BytesIO(write_xlsx(named(draft, name), WORDS))).worksheets[0]

    assert cell.startswith(("'", "{"))
    assert sheet["A2"].data_type == "s"
    assert "\x00" not in cell + sheet["A2"].value


def test_ordinary_text_loses_nothing(draft):
    sheet = load_workbook(io.BytesIO(write_xlsx(named(draft, "-5 grader"), WORDS))).worksheets[0]

    assert sheet["A2"].value == "-5 grader"
    assert rows_of_csv(write_csv(named(draft, "-5 grader"), WORDS))[1][0] == "'-5 grader"


def test_no_words_of_participants_are_in_the_numbers(draft):
    assert CANARY.encode() not in write_csv(draft, WORDS)
    with zipfile.ZipFile(io.BytesIO(write_xlsx(draft, WORDS))) as file:
        assert not any(CANARY.encode() in file.read(name) for name in file.namelist())


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_no_cell_of_any_text_is_ever_a_formula(draft, name):
    sheet = load_workbook(io.BytesIO(write_xlsx(named(draft, name), WORDS))).worksheets[0]
    cell = rows_of_csv(write_csv(named(draft, name), WORDS))[1][0]

    assert sheet["A2"].data_type != "f"
    assert not cell.startswith(tuple("=+-@＝＋－＠\t\r\n"))
