"""The internal draft as a Word document: real headings, real tables, nothing about who wrote it."""

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer, _Header
from docx.shared import Emu, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from .content import Draft, Line, ThemePart, Words
from .figures import Figures, by_theme, totals
from .template import A4, emptied

FIRST_COLUMN = 0.28  # of the width of the page
LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
# What XML cannot hold.
_UNWRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADINGS = {0: "Title", 1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}


def write_docx(draft: Draft, *, words: Words, template: bytes | None = None) -> bytes:
    """The draft as .docx.

    words: the fixed wording in the draft's language.
    template: the centre's own .docx or .dotx, for its looks. Raises UnusableTemplate.
    """
    writer = _Writer(emptied(template), draft, words)
    writer.write()
    saved = io.BytesIO()
    writer.document.save(saved)
    return saved.getvalue()


class _Writer:
    def __init__(self, document: WordDocument, draft: Draft, words: Words) -> None:
        self.document = document
        self._draft, self._words = draft, words
        self._language = LANGUAGES[draft.language]

    def write(self) -> None:
        self._describe()
        for section in self.document.sections:
            self._frame(section)
        self._front()
        self._numbers()
        for theme in self._draft.themes:
            self._theme(theme)
        if self._draft.unsorted:
            self._heading(self._words.unsorted, 1)
            self._lines(self._draft.unsorted)
        if self._draft.method:
            self._heading(self._words.method, 1)
            for sentence in self._draft.method:
                self._paragraph(sentence, "List Bullet")

    def _describe(self) -> None:
        """The document's own language and properties. Its properties are new, and name nobody."""
        properties = self.document.core_properties
        properties.title = _plain(self._draft.title)[:255]
        properties.language = self._language
        made = datetime.combine(self._draft.made_on, time(), UTC)
        properties.created = properties.modified = made
        for name in ("dc:creator", "cp:lastModifiedBy", "dc:description"):
            for element in properties._element.findall(qn(name)):
                properties._element.remove(element)
        styles = self.document.styles.element
        defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        if defaults is not None:
            _set_language(defaults, self._language)
        _set_language(self._style("Normal").element.get_or_add_rPr(), self._language)

    def _frame(self, section: Section) -> None:
        """The warning above and the page number below, on every kind of page of the section."""
        frames: list[tuple[_Header, _Footer]] = [(section.header, section.footer)]
        if section.different_first_page_header_footer:
            frames.append((section.first_page_header, section.first_page_footer))
        if self.document.settings.odd_and_even_pages_header_footer:
            frames.append((section.even_page_header, section.even_page_footer))
        for header, footer in frames:
            first = header.paragraphs[0] if header.paragraphs else header.add_paragraph()
            warning = first.insert_paragraph_before(self._words.internal, self._style("Header"))
            warning.runs[0].bold = True
            last = footer.add_paragraph(f"{self._words.page} ", self._style("Footer"))
            _field(last, "PAGE")
            last.add_run(" / ")
            _field(last, "NUMPAGES")

    def _front(self) -> None:
        draft, words = self._draft, self._words
        self._heading(draft.title, 0)
        self._paragraph(words.internal).runs[0].bold = True
        for label, told in (
            (words.centre, draft.centre),
            (words.service, draft.service),
            (words.made_on, draft.made_on.strftime(words.date_format)),
        ):
            self._paragraph(f"{label}: {told}")
        if draft.promise:
            self._heading(words.promise, 1)
            self._paragraph(draft.promise)

    def _numbers(self) -> None:
        draft, words = self._draft, self._words
        self._heading(words.in_numbers, 1)
        self._table(totals(draft, words))
        if draft.waiting:
            self._paragraph(words.waiting.format(count=draft.waiting))
        if draft.themes:
            self._table(by_theme(draft, words))

    def _theme(self, theme: ThemePart) -> None:
        words = self._words
        self._heading(theme.name, 1)
        if theme.definition:
            self._paragraph(theme.definition)
        people = words.too_few if theme.people is None else theme.people
        self._paragraph(f"{words.people}: {people} · {words.statements}: {theme.statements}")
        for kind, lines in theme.lines():
            self._heading(words.kind(kind), 2)
            self._lines(lines)

    def _lines(self, lines: Iterable[Line]) -> None:
        empty = True
        for line in lines:
            empty = False
            told = f"{self._words.opening}{line.words}{self._words.closing}"
            paragraph = self._paragraph(told, self._words.statement_style)
            if line.lang != self._draft.language:
                for run in paragraph.runs:
                    _set_language(run._r.get_or_add_rPr(), LANGUAGES[line.lang])
            if line.quotable:
                paragraph.add_run(f" [{self._words.may_be_quoted}]").italic = True
        if empty:
            self._paragraph(self._words.nothing)

    def _heading(self, text: str, level: int) -> None:
        self._paragraph(text, _HEADINGS[level])

    def _paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        paragraph = self.document.add_paragraph(style=self._style(style))
        for place, line in enumerate(_plain(text).split("\n")):
            run = paragraph.add_run(line)
            if place:
                run._r.insert(0, OxmlElement("w:br"))
        return paragraph

    def _table(self, figures: Figures) -> None:
        self._paragraph(figures.caption, "Caption").paragraph_format.keep_with_next = True
        table = self.document.add_table(rows=0, cols=len(figures.header))
        if "Table Grid" in self.document.styles:
            table.style = self.document.styles["Table Grid"]
        for number, cells in enumerate((figures.header, *figures.rows)):
            row = table.add_row()
            _row_property(row._tr, "w:cantSplit")
            if number == 0:
                _row_property(row._tr, "w:tblHeader")
            for cell, told in zip(row.cells, cells, strict=True):
                run = cell.paragraphs[0].add_run(_plain(str(told)))
                run.bold = True if number == 0 else None
        self._set_widths(table)
        self._paragraph("")

    def _set_widths(self, table: Table) -> None:
        """The first column holds words, the others numbers under short headings."""
        page = self.document.sections[-1]
        sides = (page.left_margin or 0) + (page.right_margin or 0)
        width = (page.page_width or A4[0]) - sides
        others = len(table.columns) - 1
        share = min(FIRST_COLUMN, 1 - 1 / (others + 1))
        for place, column in enumerate(table.columns):
            size = Emu(int(width * (share if place == 0 else (1 - share) / others)))
            column.width = size
            for cell in column.cells:
                cell.width = size

    def _style(self, name: str) -> ParagraphStyle:
        """The template's own style of this name, or one made here if it has none."""
        styles = self.document.styles
        if name in styles:
            known: ParagraphStyle = styles[name]
            return known
        own = name == self._words.statement_style
        style: ParagraphStyle = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=not own)
        if name != "Normal":
            style.base_style = self._style("Normal")
        if own:
            style.paragraph_format.left_indent = Pt(18)
            style.paragraph_format.space_after = Pt(8)
        elif name.startswith("Heading"):
            outline = OxmlElement("w:outlineLvl")
            outline.set(qn("w:val"), str(int(name[-1]) - 1))
            style.element.get_or_add_pPr().append(outline)
            style.font.bold = True
        return style


def _plain(text: str) -> str:
    return _UNWRITTEN.sub("", text)


def _set_language(properties: BaseOxmlElement, language: str) -> None:
    """Say in which language a style or a run is, for spelling and reading aloud."""
    for element in properties.findall(qn("w:lang")):
        properties.remove(element)
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), language)
    properties.append(element)


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A number that Word itself fills in, such as the page."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    element.append(run)
    paragraph._p.append(element)


def _row_property(row: BaseOxmlElement, name: str) -> None:
    properties = row.find(qn("w:trPr"))
    if properties is None:
        properties = OxmlElement("w:trPr")
        row.insert(0, properties)
    properties.append(OxmlElement(name))
