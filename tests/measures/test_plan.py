"""The measure plan: two sheets, four columns, words that stay words, and nobody's name."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta

import openpyxl
import pypdf
import pytest

from brukerstemmen.measures.actions import answer_matters, take_step
from brukerstemmen.measures.models import Matter, Measure
from brukerstemmen.measures.planning import columns, plan_of
from brukerstemmen.measures.spreadsheet import write_xlsx
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people import paper
from brukerstemmen.people.models import Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone

from .conftest import SOON

Adds = Callable[..., Measure]
AS_FORMULA = '=HYPERLINK("http://x","y")'


@pytest.fixture
def one(adds: Adds, eli: Person) -> Measure:
    measure = adds(status=Status.PLANNED, title=AS_FORMULA)
    take_step(measure, Status.IN_PROGRESS, reason="4 av 11", said_by="Leder", by=eli)
    take_step(measure, Status.NOT_DONE, reason="Glemt.", said_by="Leder", by=eli)
    return measure


def made(work: Work) -> bytes:
    context = {"plan": plan_of(work), "columns": columns(), "language": "nb"}
    return paper.pdf_of("measures/plan_paper.html", context, tagged=True)


def test_each_thing_stands_under_its_duty(
    work: Work, one: Measure, matters: list[Matter], eli: Person
) -> None:
    answer_matters(matters[:1], says=Says.NO, reason="Vi gjør det alt.", given_by="Leder", by=eli)

    plan = plan_of(work)

    [row] = plan.rows
    assert "finding 2" in row.plan[0] and "poliklinikken" in row.plan[2]
    assert any("4 av 11" in line for line in row.do)
    assert "Noen ringer dagen etter." in row.evaluate[0]
    assert any("Glemt." in line for line in row.correct)
    [without] = plan.without
    assert "Små handlinger" in without and "Vi gjør det alt." in without


def test_a_deadline_that_has_passed_is_to_be_corrected(
    work: Work, adds: Adds, clock_at: object
) -> None:
    adds(status=Status.PLANNED)
    assert plan_of(work).rows[0].correct == ["Nothing so far."]

    clock_at(SOON + timedelta(days=1))

    told = ["The deadline has passed.", "Nobody answers for this today."]
    assert plan_of(work).rows[0].correct == told


def test_the_plan_is_made_of_what_is_released(work: Work, one: Measure) -> None:
    with narrowed(Zone.Z1_RELEASED):
        assert plan_of(work).rows and write_xlsx(plan_of(work))


def test_a_cell_is_never_a_formula_and_the_file_names_nobody(work: Work, one: Measure) -> None:
    file = write_xlsx(plan_of(work))

    book = openpyxl.load_workbook(io.BytesIO(file))
    cell = book.worksheets[0].cell(row=2, column=2)
    assert (cell.value, cell.data_type) == (AS_FORMULA, "s")
    assert len(book.worksheets) == 2
    properties = book.properties
    assert not (properties.creator or properties.lastModifiedBy)
    moment = properties.created
    assert (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert {part.date_time[3:] for part in parts.infolist()} == {(0, 0, 0)}
        text = b"".join(parts.read(name) for name in parts.namelist())
    assert b"Eli" not in text and b"Anne" not in text


def test_the_same_twice_is_the_same_file(work: Work, one: Measure) -> None:
    assert write_xlsx(plan_of(work)) == write_xlsx(plan_of(work))


@pytest.mark.skipif(not paper.can_make(), reason="no Pango here")
def test_fourteen_measures_are_two_sheets_with_a_structure_to_listen_to(
    work: Work, adds: Adds, matters: list[Matter], eli: Person
) -> None:
    for number in range(14):
        measure = adds(
            title=f"Innsjekkingsskjerm og avstandslinje i ekspedisjonen {number}",
            matters=matters,
            status=Status.PLANNED,
        )
        if number % 3 == 0:
            take_step(
                measure,
                Status.REJECTED,
                reason="Ikke midler i år. Meldt inn til budsjettet for neste år.",
                said_by="Leder",
                by=eli,
            )

    pdf = pypdf.PdfReader(io.BytesIO(made(work)))

    assert len(pdf.pages) == 2
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and str(root["/Lang"]).startswith("nb")
    assert "Solbakken" in pdf.metadata.title and not pdf.metadata.author
    tags = {str(tag) for tag in kinds(root["/StructTreeRoot"])}
    assert {"/H1", "/Table", "/TR", "/TH", "/TD"} <= tags


def kinds(node: object) -> list[object]:
    """Every kind of tag in the tree below a node."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [kind for child in node for kind in kinds(child)]
    if not isinstance(node, dict):
        return []
    here = [node["/S"]] if "/S" in node else []
    return here + (kinds(node["/K"]) if "/K" in node else [])
