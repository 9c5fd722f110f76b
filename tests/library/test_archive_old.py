"""Old reports come in as drafts: what is in the file is read, what is hidden in it goes."""

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import gettext, override
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from brukerstemmen.library import old_papers
from brukerstemmen.library.actions import editors
from brukerstemmen.library.actions.bringing_in import bring_in
from brukerstemmen.library.models import PublicationPage, SiteProfile
from brukerstemmen.people import paper
from tests.library import evaluations_published

archive = evaluations_published.archive
TOLD = {"title": "Bruker spør bruker i Dalen", "year": 2004, "centre": "Lytt"}
needs_paper = pytest.mark.skipif(not paper.can_make(), reason="no Pango on this machine")


@pytest.fixture
def pdf() -> bytes:
    """Two pages with text, who made it, and something that runs."""
    import weasyprint

    words = "<p>Vi spurte åtte.</p><p>De ventet lenge, og sa det.</p>"
    made = weasyprint.HTML(string=f"<html lang=nb><title>T</title><body>{words}</html>").write_pdf()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made)))
    writer.add_metadata({"/Author": "Kari Nordmann"})
    runs = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("alert"),
    }
    there = writer._add_object(DictionaryObject(runs))
    writer.root_object[NameObject("/OpenAction")] = there
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


@pytest.fixture
def editor(archive, centre, edda):
    """Edda edits the site of her centre."""
    SiteProfile.objects.get(site=archive.get_site()).owners.add(centre)
    editors.mirror(edda)
    return edda


@needs_paper
def test_an_old_report_is_a_draft_until_an_editor_publishes_it(editor, pdf):
    page = bring_in(pdf, themes=("Ventetid",), by=editor, **TOLD)
    reader = Client()

    assert reader.get("/rapporter/bruker-spor-bruker-i-dalen-2004/").status_code == 404
    assert "Dalen" not in reader.get("/rapporter/").text
    PublicationPage.objects.get(pk=page.pk).get_latest_revision().publish()
    answer = reader.get("/rapporter/bruker-spor-bruker-i-dalen-2004/")
    assert "De ventet lenge" in answer.text and "2004" in answer.text
    assert reader.get("/rapporter/tema/?om=ventetiden").text.count("Bruker spør bruker i Dalen")


@needs_paper
def test_what_is_hidden_in_the_file_goes(editor, pdf):
    page = bring_in(pdf, by=editor, **TOLD)
    with page.old_file.file.open() as file:
        kept = file.read()

    assert b"Kari" not in kept and b"alert" not in kept
    read = PdfReader(io.BytesIO(kept))
    assert not read.metadata or "/Author" not in read.metadata
    assert "/OpenAction" not in read.trailer["/Root"]
    assert len(page.old_file.filename) > 36


@needs_paper
def test_only_editors_bring_in(archive, pdf, frida):
    with pytest.raises(PermissionDenied):
        bring_in(pdf, by=frida, **TOLD)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a PDF"),
        (b"MZ\x90\x00", "not a PDF"),
        (b"%PDF-1.7 nothing follows", "damaged"),
        (b"%PDF-1.4\n" + b"\x00" * 2000, "damaged"),
        (b"x" * (old_papers.MOST_BYTES + 1), "too large"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_why(data, why):
    with pytest.raises(old_papers.NotUsable, match=why):
        old_papers.read(data)


def test_a_locked_file_is_told_so():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("x")
    saved = io.BytesIO()
    writer.write(saved)

    with pytest.raises(old_papers.NotUsable, match="password"):
        old_papers.read(saved.getvalue())


@pytest.mark.ignore_template_errors
def test_the_form_keeps_what_was_typed(editor, signed_in):
    browser = signed_in(editor)
    form = {**TOLD, "licence": "CC BY 4.0"}
    assert browser.get("/rediger/gammel-rapport/").status_code == 200

    wrong = SimpleUploadedFile("rapport.pdf", b"hei", content_type="application/pdf")
    answer = browser.post("/rediger/gammel-rapport/", {**form, "file": wrong})

    assert answer.status_code == 422
    with override("nb"):
        why = gettext("This is not a PDF.")
    assert "Bruker spør bruker i Dalen" in answer.text and why in answer.text
    assert not PublicationPage.objects.exists()
