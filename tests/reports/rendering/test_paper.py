"""The PDF walked as a screen reader walks it, and searched for what it must not tell."""

import io
import re
import time
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader

from brukerstemmen.reports.document import Document, Heading, Paragraph
from brukerstemmen.reports.rendering import as_pdf

from .samples import REPORT, SUMMARY, logo
from .tags import Tags


@pytest.fixture(scope="module")
def made() -> bytes:
    return as_pdf(REPORT, logo=logo())


@pytest.fixture(scope="module")
def file(made) -> PdfReader:
    return PdfReader(io.BytesIO(made), strict=True)


@pytest.fixture(scope="module")
def tags(file) -> Tags:
    return Tags(file)


def test_it_says_its_title_and_language_and_that_it_is_for_everyone(file):
    root = file.trailer["/Root"]

    assert file.metadata.title == REPORT.title
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] in (True, "true")
    assert root["/Lang"] == "nb"
    assert root["/MarkInfo"]["/Marked"] in (True, "true")
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()


def test_headings_are_tagged_in_order(tags):
    levels = [int(kind[2:]) for kind, _element, _text in tags.of("/H1", "/H2", "/H3", "/H4")]

    assert levels == [1, 2, 2, 2, 2, 3, 4, 4, 3, 2]
    assert [text.strip() for _kind, _element, text in tags.of("/H3")] == [
        "Små menneskelige handlinger betyr mye",
        "Utskrivning kommer brått",
    ]


def test_bookmarks_lead_to_the_headings(file):
    def flat(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry.title

    titles = list(flat(file.outline))
    assert titles[0] == REPORT.title
    assert [one for one in titles if one in {"Sammendrag", "Funn", "Tiltak"}] == [
        "Sammendrag",
        "Funn",
        "Tiltak",
    ]


def test_pictures_have_words(tags):
    told = [element.get("/Alt") for _kind, element, _text in tags.of("/Figure")]

    assert told[0] == REPORT.centre
    assert len(told) == 2 and SUMMARY in told[1]


def test_tables_have_headings_and_cells_that_point_at_them(tags):
    assert len(tags.of("/Table")) == 2 and len(tags.of("/Caption")) >= 2
    headings = {str(element["/ID"]) for _kind, element, _text in tags.of("/TH")}
    cells = tags.of("/TD")

    assert len(headings) == 2 + 5 + 5 + 3
    assert len(cells) == 5 + 3 * 4
    for _kind, element, _text in cells:
        assert len(element["/A"]["/Headers"]) == 2
        assert {str(one) for one in element["/A"]["/Headers"]} <= headings


def test_quotes_say_their_language(tags):
    told = [element.get("/Lang") for _kind, element, _text in tags.of("/BlockQuote")]

    assert told == ["nb", "nn", "en"]


def test_lists_and_links_are_tagged(tags):
    assert len(tags.of("/L")) == 1 + 3 + 1  # contents, lists, and the lines of the front
    assert len(tags.of("/Link")) >= 6


def test_pages_are_numbered_but_the_front(file):
    last = len(file.pages)
    texts = [page.extract_text() for page in file.pages]

    assert not re.search(rf"\d / {last}", texts[0])
    assert all(f"{n} / {last}" in text for n, text in enumerate(texts[1:], start=2))


def unpacked(made: bytes) -> bytes:
    """The whole file with every stream opened."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL)
    opened = []
    for stream in streams:
        try:
            opened.append(zlib.decompress(stream))
        except zlib.error:
            opened.append(stream)
    return made + b"\n".join(opened)


def test_it_tells_neither_a_day_nor_a_person_nor_a_machine(made, file):
    everything = unpacked(made)

    assert set(file.metadata) <= {"/Title", "/Producer"}
    for told in (b"CreationDate", b"ModDate", b"CreateDate", b"/Author", b"/Creator", b"D:20"):
        assert told not in everything
    for told in (b"kanarifugl", b"file:", b"paper.invalid", b"/EmbeddedFile"):
        assert told not in everything
    for place in (Path.cwd(), Path.home()):
        assert f"{place}/".encode() not in everything
    assert "/ID" not in file.trailer


def test_the_same_document_makes_the_same_file(made):
    """Also later: the fonts in it would tell the second they were put there."""
    time.sleep(1.1)

    assert as_pdf(REPORT, logo=logo()) == made


def test_the_easy_version_has_no_front_page():
    file = PdfReader(io.BytesIO(as_pdf(REPORT, easy=True)), strict=True)

    assert len(file.pages) == 1
    assert "Hva som skal skje nå" in file.pages[0].extract_text()


def test_a_long_report_is_made_in_reasonable_time():
    parts = [Heading("Kapittel")] + [Paragraph("Ord " * 90)] * 60
    document = Document("T", "", "C", "S", "2025-1", "nn", tuple(parts))

    assert len(PdfReader(io.BytesIO(as_pdf(document))).pages) > 8
