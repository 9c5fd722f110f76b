"""A document as PDF with tags, for the eye, for paper and for a screen reader."""

import io

from django.utils.translation import override
from PIL import Image

from brukerstemmen.people.paper import pdf_of
from brukerstemmen.reports.document import Document

from .page import told

LOGO = "logo.png"


def as_pdf(document: Document, *, logo: bytes | None = None, easy: bool = False) -> bytes:
    """The document as tagged PDF (PDF/UA-1), without a day, an author or a maker.

    logo: the centre's, PNG or JPEG. easy: the two pages in easy language. Raises CannotMake.
    """
    pictures = {f"/{LOGO}": _without_traces(logo)} if logo else {}
    with override(document.language):
        context = told(document, easy=easy, on_paper=True)
        context["logo"] = f"/{LOGO}" if logo else ""
        return pdf_of("reports/document/paper.html", context, tagged=True, pictures=pictures)


def _without_traces(picture: bytes) -> bytes:
    """The picture alone: what a camera or a program wrote beside it stays behind."""
    with Image.open(io.BytesIO(picture)) as old:
        bare = old.convert("RGBA")
    bare.info.clear()
    saved = io.BytesIO()
    bare.save(saved, format="PNG")
    return saved.getvalue()
