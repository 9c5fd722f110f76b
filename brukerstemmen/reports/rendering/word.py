"""A document as a Word file on the centre's own template. A chart is its table there."""

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from brukerstemmen.reports.document import (
    Bullets,
    Chart,
    Document,
    Heading,
    Part,
    Quote,
    Table,
)
from brukerstemmen.reports.document import Paragraph as Text
from brukerstemmen.reports.wordfile import WordFile, weighed

from .laying import (
    Chapter,
    as_table,
    chapters,
    first_day,
    in_marks,
    laid_out,
    quarter_told,
)

EASY_SIZE = Pt(14)


def as_docx(document: Document, *, template: bytes | None = None, easy: bool = False) -> bytes:
    """The document as .docx, dated by the first day of its quarter.

    template: the centre's own .docx or .dotx, for its looks. Raises UnusableTemplate.
    easy: the two pages in easy language.
    """
    with override(document.language):
        made_on = first_day(document.quarter)
        laid = laid_out(document, easy=easy)
        file = WordFile(template, language=laid.language, own_style=_("Statement"))
        file.describe(laid.title, made_on=made_on)
        file.number_pages(_("Page"))
        _Writer(file, laid, easy=easy).write()
        return file.saved(made_on=made_on)


class _Writer:
    def __init__(self, file: WordFile, document: Document, *, easy: bool) -> None:
        self._file, self._document, self._easy = file, document, easy
        self._chapters = chapters(document)

    def write(self) -> None:
        self._front()
        if self._easy:
            self._file.style("Normal").font.size = EASY_SIZE
        else:
            self._contents([one for one in self._chapters if one.level < 4])
        before = len(self._file.document.paragraphs)
        anchors = iter(self._chapters)
        for part in self._document.parts:
            if isinstance(part, Heading):
                self._heading(next(anchors))
            else:
                self._part(part)
        body = self._file.document.paragraphs[before:]
        if body and self._chapters and not self._easy:
            body[0].paragraph_format.page_break_before = True

    def _front(self) -> None:
        document, file = self._document, self._file
        if self._easy:
            file.paragraph(_("Short version, easy to read")).runs[0].bold = True
        file.heading(document.title, 0)
        if document.subtitle:
            file.paragraph(document.subtitle, "Subtitle")
        ours = (
            (pgettext("front of a report", "About"), document.service),
            (pgettext("front of a report", "By"), document.centre),
            (pgettext("front of a report", "When"), quarter_told(document.quarter)),
        )
        for label, text in (*[line for line in ours if line[1]], *document.front):
            file.paragraph(f"{label}: {text}")

    def _contents(self, entries: list[Chapter]) -> None:
        """A table of contents that Word can make anew, filled with links that work at once."""
        if not entries:
            return
        style = "TOC Heading" if "TOC Heading" in self._file.document.styles else "Subtitle"
        self._file.paragraph(_("Contents"), style)
        lines = [self._file.paragraph("", f"toc {one.level - 1}") for one in entries]
        for line, entry in zip(lines, entries, strict=True):
            _link(line, entry)
        first, last = lines[0]._p, lines[-1]._p
        for place, element in enumerate(_field_begins('TOC \\o "1-2" \\h \\n'), start=1):
            first.insert(place, element)
        last.append(_field_part("end"))

    def _heading(self, chapter: Chapter) -> None:
        paragraph = self._file.heading(chapter.text, chapter.level - 1)
        number = chapter.anchor.removeprefix("d-")
        begins, ends = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        begins.set(qn("w:id"), number)
        begins.set(qn("w:name"), _bookmark(chapter))
        ends.set(qn("w:id"), number)
        paragraph._p.insert(1, begins)
        paragraph._p.append(ends)

    def _part(self, part: Part) -> None:
        file = self._file
        if isinstance(part, Text):
            file.paragraph(part.text, lang=part.lang)
        elif isinstance(part, Quote):
            lang = part.lang or self._document.language
            file.paragraph(in_marks(part.words, lang), _("Statement"), lang=lang)
        elif isinstance(part, Bullets):
            self._bullets(part)
        elif isinstance(part, Table):
            self._table(part)
        elif isinstance(part, Chart):
            file.paragraph(part.summary).paragraph_format.keep_with_next = True
            self._table(as_table(part), summary=part.summary)

    def _bullets(self, part: Bullets) -> None:
        style = "List Number" if part.numbered else "List Bullet"
        number = self._file.new_numbering(style) if part.numbered else None
        for place, item in enumerate(part.items, start=1):
            has_sign = self._file.has_signs(style)
            sign = "" if has_sign else f"{place}. " if part.numbered else "• "
            paragraph = self._file.paragraph(sign + item, style)
            if number is not None:
                self._file.number(paragraph, number)

    def _table(self, table: Table, *, summary: str = "") -> None:
        shares = weighed(table.header, table.rows)
        self._file.table(table.caption, table.header, table.rows, shares=shares, summary=summary)


def _bookmark(chapter: Chapter) -> str:
    return f"_Toc{chapter.anchor.removeprefix('d-').zfill(4)}"


def _link(line: Paragraph, chapter: Chapter) -> None:
    link, run, text = (OxmlElement(name) for name in ("w:hyperlink", "w:r", "w:t"))
    link.set(qn("w:anchor"), _bookmark(chapter))
    text.text = " ".join(chapter.text.split())
    run.append(text)
    link.append(run)
    line._p.append(link)


def _field_begins(instruction: str) -> list[BaseOxmlElement]:
    run, text = OxmlElement("w:r"), OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    run.append(text)
    return [_field_part("begin"), run, _field_part("separate")]


def _field_part(kind: str) -> BaseOxmlElement:
    run, sign = OxmlElement("w:r"), OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    run.append(sign)
    return run
