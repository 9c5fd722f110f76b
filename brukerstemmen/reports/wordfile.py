"""What every Word file of ours is made of: headings, paragraphs, lists, tables, page numbers.

Styles are those of the centre's own template; what it lacks is made here. A file names nobody, and
tells no time but the one it is given.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header
from docx.shared import Emu, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from .looks import dress_voice
from .template import A4, emptied

NARROWEST, LONGEST = 8, 30  # characters that a column is weighed by
FIRST_COLUMN = 0.28  # of the width of the page, where the others hold numbers
LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
HEADINGS = {0: "Title", 1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
LONGEST_TITLE = 255  # by the format
# What XML cannot hold, and line ends of other machines.
_UNWRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def plain(text: str) -> str:
    """The text without what no page or file can show."""
    return _UNWRITTEN.sub("", _LINE_ENDS.sub("\n", text))


class WordFile:
    """One file in the making.

    template: the centre's own .docx or .dotx, for its looks. Raises UnusableTemplate.
    own_style: the name of a style of ours, for what people have said.
    """

    def __init__(self, template: bytes | None, *, language: str, own_style: str) -> None:
        self.document = emptied(template)
        self.language = LANGUAGES.get(language, language)
        self._own_style = own_style

    def describe(self, title: str, *, made_on: date) -> None:
        """The document's own language and properties. Its properties are new, and name nobody."""
        properties = self.document.core_properties
        properties.title = plain(title)[:LONGEST_TITLE]
        properties.language = self.language
        properties.created = properties.modified = datetime.combine(made_on, time(), UTC)
        for name in ("dc:creator", "cp:lastModifiedBy", "dc:description"):
            for element in properties._element.findall(qn(name)):
                properties._element.remove(element)
        styles = self.document.styles.element
        defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        if defaults is not None:
            set_language(defaults, self.language)
        set_language(self.style("Normal").element.get_or_add_rPr(), self.language)

    def frames(self) -> Iterator[tuple[_Header, _Footer]]:
        """Header and footer of every kind of page of every section."""
        for section in self.document.sections:
            yield section.header, section.footer
            if section.different_first_page_header_footer:
                yield section.first_page_header, section.first_page_footer
            if self.document.settings.odd_and_even_pages_header_footer:
                yield section.even_page_header, section.even_page_footer

    def number_pages(self, page: str) -> None:
        """page: the word before the number."""
        for _header, footer in self.frames():
            last = footer.add_paragraph(f"{page} ", self.style("Footer"))
            _field(last, "PAGE")
            last.add_run(" / ")
            _field(last, "NUMPAGES")

    def heading(self, text: str, level: int) -> Paragraph:
        """level: 0 for the title of the whole."""
        return self.paragraph(text, HEADINGS[level])

    def paragraph(self, text: str, style: str = "Normal", *, lang: str = "") -> Paragraph:
        paragraph = self.document.add_paragraph(style=self.style(style))
        for place, line in enumerate(plain(text).split("\n")):
            run = paragraph.add_run(line)
            if place:
                run._r.insert(0, OxmlElement("w:br"))
        language = LANGUAGES.get(lang, lang)
        if language and language != self.language:
            for run in paragraph.runs:
                set_language(run._r.get_or_add_rPr(), language)
        return paragraph

    def table(
        self,
        caption: str,
        header: Sequence[object],
        rows: Sequence[Sequence[object]],
        *,
        shares: Sequence[float] = (),
        summary: str = "",
    ) -> Table:
        """A table with a caption above it, if it has one of its own, and a header row that comes
        back on every page.

        shares: of the width, for each column. summary: what it shows, read aloud.
        """
        if caption:
            self.paragraph(caption, "Caption").paragraph_format.keep_with_next = True
        table = self.document.add_table(rows=0, cols=len(header))
        if "Table Grid" in self.document.styles:
            table.style = self.document.styles["Table Grid"]
        for number, cells in enumerate((header, *rows)):
            row = table.add_row()
            _row_property(row._tr, "w:cantSplit")
            if number == 0:
                _row_property(row._tr, "w:tblHeader")
            for cell, told in zip(row.cells, cells, strict=True):
                cell.paragraphs[0].paragraph_format.space_after = Pt(0)
                run = cell.paragraphs[0].add_run(plain(str(told)))
                run.bold = True if number == 0 else None
        if summary:
            _describe_table(table, caption, summary)
        self._set_widths(table, shares or _first_wide(len(header)))
        self.paragraph("")
        return table

    def style(self, name: str) -> ParagraphStyle:
        """The template's own style of this name, or one made here if it has none."""
        styles = self.document.styles
        if name in styles:
            known: ParagraphStyle = styles[name]
            return known
        own = name == self._own_style
        style: ParagraphStyle = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=not own)
        if name != "Normal":
            style.base_style = self.style("Normal")
        if own:
            dress_voice(style)
        elif name.startswith("toc"):
            style.paragraph_format.left_indent = Pt(14) * (int(name[-1]) - 1)
            style.paragraph_format.space_after = Pt(4)
        elif name.startswith("Heading"):
            outline = OxmlElement("w:outlineLvl")
            outline.set(qn("w:val"), str(int(name[-1]) - 1))
            style.element.get_or_add_pPr().append(outline)
            style.font.bold = True
        return style

    def saved(self, *, made_on: date) -> bytes:
        """The file. Its parts are dated by that day, since they would tell when it was fetched."""
        written, dated = io.BytesIO(), io.BytesIO()
        self.document.save(written)
        with zipfile.ZipFile(written) as old, zipfile.ZipFile(dated, "w") as new:
            for name in old.namelist():
                part = zipfile.ZipInfo(name, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
                part.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(part, old.read(name))
        return dated.getvalue()

    def has_signs(self, style: str) -> bool:
        """Whether paragraphs of this style get a point or a number of their own."""
        return self._list_of(style) is not None

    def new_numbering(self, style: str) -> int | None:
        """A numbered list that begins at 1: otherwise Word would count on from the last one."""
        known = self._list_of(style)
        if known is None:
            return None
        numbering = self.document.part.numbering_part.element
        abstract = numbering.num_having_numId(known).abstractNumId.val
        begun = numbering.add_num(abstract)
        begun.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(begun.numId)

    def number(self, paragraph: Paragraph, numbering: int) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = numbering

    def _list_of(self, style: str) -> int | None:
        properties = self.style(style).element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        number = None if properties is None else properties.find(qn("w:numId"))
        return None if number is None else int(number.get(qn("w:val")))

    def _set_widths(self, table: Table, shares: Sequence[float]) -> None:
        page = self.document.sections[-1]
        sides = (page.left_margin or 0) + (page.right_margin or 0)
        width = (page.page_width or A4[0]) - sides
        for column, share in zip(table.columns, shares, strict=True):
            size = Emu(int(width * share))
            column.width = size
            for cell in column.cells:
                cell.width = size


def set_language(properties: BaseOxmlElement, language: str) -> None:
    """Say in which language a style or a run is, for spelling and reading aloud."""
    for element in properties.findall(qn("w:lang")):
        properties.remove(element)
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), language)
    properties.append(element)


def weighed(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """How wide each column is, by the length of what stands in it."""
    columns = list(zip(header, *rows, strict=True))
    lengths = [sum(map(len, cells)) / len(cells) for cells in columns]
    words = [max(map(len, " ".join(cells).split()), default=0) + 2 for cells in columns]
    weights = [
        min(max(length, word, NARROWEST), LONGEST)
        for length, word in zip(lengths, words, strict=True)
    ]
    return [weight / sum(weights) for weight in weights]


def _first_wide(columns: int) -> list[float]:
    """The first column holds words, the others numbers under short headings."""
    others = columns - 1
    if not others:
        return [1.0]
    first = min(FIRST_COLUMN, 1 - 1 / columns)
    return [first, *[(1 - first) / others] * others]


def _describe_table(table: Table, caption: str, summary: str) -> None:
    for name, text in (("w:tblCaption", caption), ("w:tblDescription", summary)):
        element = OxmlElement(name)
        element.set(qn("w:val"), plain(text))
        table._tbl.tblPr.append(element)


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
