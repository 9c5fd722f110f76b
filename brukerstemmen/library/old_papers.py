"""Reports from before this product: the text of a PDF, and the file without what nobody is to see.

No database. A file from outside may be anything: whatever is wrong with it is told in plain words.
"""

import io
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject

MOST_BYTES = 5 * 1024 * 1024
MOST_PAGES = 300
MOST_SIGNS = 600_000
_A_PART = 30  # paragraphs
# What a file may do when it is opened, and what lies hidden in it.
_ACTS = ("/OpenAction", "/AA", "/Metadata", "/AcroForm", "/Collection")
_HIDDEN = ("/JavaScript", "/EmbeddedFiles")


class NotUsable(Exception):
    """why: a sentence for the one who sent the file."""

    def __init__(self, why: Promise | str) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True)
class OldPaper:
    """file: the PDF as it may be given on. paragraphs: its text, none where it is pictures."""

    file: bytes
    paragraphs: tuple[str, ...]


def read(data: bytes) -> OldPaper:
    """A PDF as it may stand in the archive. Raises NotUsable."""
    if len(data) > MOST_BYTES:
        raise NotUsable(_("The file is too large: at most 5 MB."))
    if not data.lstrip()[:5] == b"%PDF-":
        raise NotUsable(_("This is not a PDF."))
    try:
        return _read(data)
    except NotUsable:
        raise
    except Exception as wrong:  # pypdf says no in many ways
        raise NotUsable(_("The file is damaged, and cannot be read.")) from wrong


def _read(data: bytes) -> OldPaper:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise NotUsable(_("The file is locked with a password."))
    if len(reader.pages) > MOST_PAGES:
        raise NotUsable(_("The file has too many pages: at most 300."))
    told: list[str] = []
    for page in reader.pages:
        told += paragraphs(page.extract_text())
        if sum(map(len, told)) > MOST_SIGNS:
            raise NotUsable(_("There is too much text in the file."))
    return OldPaper(_without_traces(reader), tuple(told))


def _without_traces(reader: PdfReader) -> bytes:
    """The same pages without who made them, on what machine, and without anything that runs."""
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    root = writer.root_object
    for name in _ACTS:
        root.pop(name, None)
    names = root.get("/Names")
    names = names.get_object() if names is not None else None
    if isinstance(names, DictionaryObject):
        for name in _HIDDEN:
            names.pop(name, None)
    for page in writer.pages:
        page.pop("/AA", None)
    # What nothing leads to any more would still lie in the file.
    writer.compress_identical_objects(remove_duplicates=False)
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


def paragraphs(text: str) -> list[str]:
    """Lines put together to paragraphs: an empty line, or a short one that ends a sentence, ends
    one. Words that were divided at the end of a line are whole again.

    >>> paragraphs("Vi spurte bru-\\nkere om dette.\\n\\nDe svarte.")
    ['Vi spurte brukere om dette.', 'De svarte.']
    """
    told: list[str] = []
    now = ""
    for line in [*(one.strip() for one in text.splitlines()), ""]:
        if not line:
            told += [now] if now else []
            now = ""
        elif now.endswith("-") and now[-2:-1].isalpha() and line[0].islower():
            now = now[:-1] + line
        else:
            now = f"{now} {line}".strip()
    return ["".join(sign for sign in one if sign.isprintable()) for one in told]


def as_blocks(told: tuple[str, ...]) -> list[tuple[str, dict[str, str]]]:
    """The paragraphs as blocks of a page."""
    parts = [told[first : first + _A_PART] for first in range(0, len(told), _A_PART)]
    return [
        (
            "text",
            {
                "title": "",
                "text": format_html_join(
                    "", "{}", ((format_html("<p>{}</p>", one),) for one in part)
                ),
            },
        )
        for part in parts
    ]
