"""The Word file: real headings, header rows, languages, and nothing of who or when."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.oxml.ns import qn

from brukerstemmen.reports.rendering import as_docx

from .samples import REPORT, SUMMARY


def opened(content):
    return Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def content():
    return as_docx(REPORT)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def styled(document, style):
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_headings_are_headings(content):
    document = opened(content)

    assert styled(document, "Title") == [REPORT.title]
    assert styled(document, "Heading 1") == ["Sammendrag", "Slik gjorde vi det", "Funn", "Tiltak"]
    assert styled(document, "Heading 3") == ["Det som er bra", "Det som ikke er bra"]


def test_the_contents_lead_to_the_headings(content):
    body = opened(content).element.body

    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(links) == 6 and set(links) <= set(marks)
    kinds = [sign.get(qn("w:fldCharType")) for sign in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_tables_have_header_rows_and_captions_and_a_chart_has_words(content):
    document = opened(content)
    chart, measures = document.tables

    for table in (chart, measures):
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert styled(document, "Caption") == [
        "Hvor mange som har snakket om hvert tema",
        "Avtalte tiltak",
    ]
    assert chart._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == SUMMARY
    assert [cell.text for cell in chart.rows[3].cells] == ["Planer og møter", "5 eller færre"]


def test_quotes_have_their_language(content):
    document = opened(content)
    quotes = [p for p in document.paragraphs if p.text[:1] in "«“" and p.text]

    languages = [[lang.get(qn("w:val")) for lang in p._p.iter(qn("w:lang"))] for p in quotes]
    assert languages == [[], ["nn-NO"], ["en-GB"]]
    assert len({p.style.name for p in quotes}) == 1


def test_each_numbered_list_begins_anew(content):
    document = opened(content)
    numbers = [
        p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"
    ]

    assert len(numbers) == 4 and numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_it_is_dated_by_the_quarter_alone_and_names_nobody(content):
    properties = opened(content).core_properties

    assert properties.created == properties.modified == datetime(2025, 4, 1, tzinfo=UTC)
    assert properties.author == properties.last_modified_by == properties.comments == ""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {part.date_time for part in file.infolist()} == {(2025, 4, 1, 0, 0, 0)}


def test_the_same_document_makes_the_same_file(content):
    assert as_docx(REPORT) == content


def changed_by_somebody():
    """A template in which somebody has changed a header, tracked, with notes and marks."""
    document = Document()
    header = document.sections[0].header.paragraphs[0]
    header.text = "Senteret"
    saved = io.BytesIO()
    document.save(saved)
    tracked = (
        b'<w:p w:rsidR="00AB12CD">'
        b'<w:ins w:id="7" w:author="Ola Skriver" w:date="2024-03-05T10:00:00Z">'
        b"<w:r><w:t>Lagt til</w:t></w:r></w:ins>"
        b'<w:del w:id="8" w:author="Ola Skriver" w:date="2024-03-05T10:00:00Z">'
        b"<w:r><w:delText>Tatt bort</w:delText></w:r></w:del>"
        b'<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p></w:hdr>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, part in parts(saved.getvalue()).items():
            file.writestr(name, part.replace(b"</w:hdr>", tracked))
    return made.getvalue()


def test_what_was_tracked_in_the_template_tells_of_nobody():
    content = parts(as_docx(REPORT, template=changed_by_somebody()))
    whole = b"".join(content.values())

    assert b"Lagt til" in whole and b"Tatt bort" not in whole
    for told in (b"Ola Skriver", b"2024-03-05", b"rsid", b"<w:ins ", b"<w:del ", b"<w:comment"):
        assert told not in whole


def test_nothing_is_fetched_embedded_or_run(content):
    for name, part in parts(content).items():
        assert not re.search(r"embed|macro|vba|comment|people", name, re.IGNORECASE)
        assert b'TargetMode="External"' not in part


def test_the_easy_version_is_by_itself():
    document = opened(as_docx(REPORT, easy=True))

    assert styled(document, "Heading 1") == ["Hva folk sa", "Hva som skal skje nå"]
    assert not list(document.element.body.iter(qn("w:hyperlink")))
