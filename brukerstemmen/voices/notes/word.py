"""Word documents to lines and tables. Only the body is read, and only as XML.

Kept: paragraphs, headings, lists, tables, text boxes, what somebody has inserted with changes
tracked. Left out: what is deleted with changes tracked, headers and footers. Pictures, footnotes
and comments are not read, and reported.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from .archive import Archive
from .blocks import MOST_LINES, Block, Line, Record, Table
from .lines import BOLD_LEVEL
from .reading import Problem, Reason, Unreadable, Why
from .wordstyles import Styles, attribute, bold, child, styles_in, tag

LONGEST_BOLD = 80  # characters; a longer paragraph in bold is emphasis and no heading
_OFFICE = "/officeDocument"
_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "txbxContent", "pPr", "rPr"))
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_NOT_READ = frozenset(("blip", "imagedata", "footnoteReference", "endnoteReference"))
_ARROWS = frozenset(("F0E0", "F0E8"))  # what Word makes of --> and ==>, in the font Wingdings


@dataclass
class Document:
    """What a document holds, in its own order."""

    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def document_of(content: bytes) -> Document:
    """The lines and tables of a Word document.

    A paragraph or a table row counts as one line.
    Raises Unreadable: not_this_type, damaged, too_much_inside.
    """
    archive = Archive(content)
    root = archive.xml(_main_part(archive))
    body = next((one for one in root if tag(one) == "body"), None)
    if tag(root) != "document" or body is None:
        raise Unreadable(Reason.NOT_THIS_TYPE)
    reader = _BodyReader(styles_in(archive))
    reader.read(body)
    return reader.document


def _main_part(archive: Archive) -> str:
    if "_rels/.rels" not in archive:
        raise Unreadable(Reason.NOT_THIS_TYPE)
    for relation in archive.xml("_rels/.rels"):
        if relation.get("Type", "").endswith(_OFFICE):
            part = relation.get("Target", "").lstrip("/")
            if part in archive:
                return part
    raise Unreadable(Reason.NOT_THIS_TYPE)


class _BodyReader:
    def __init__(self, styles: Styles) -> None:
        self.document = Document()
        self._styles = styles
        self._number = 0

    def read(self, container: Element) -> None:
        for element in _content(container):
            self._count()
            if tag(element) == "p":
                self._paragraph(element)
            else:
                self._table(element)

    def _paragraph(self, element: Element) -> None:
        text = _text(element)
        self._report(element)
        style = self._styles.of(element)
        lines = text.split("\n")
        first = Line(
            self._number,
            style.bullet + lines[0],
            level=style.level if text.strip() else 0,
            listed=style.listed and not style.bullet,
            whole=True,
        )
        if not first.level and bold(element) and 0 < len(text.strip()) <= LONGEST_BOLD:
            first = replace(first, level=BOLD_LEVEL)
        self.document.blocks.append(first)
        for line in lines[1:]:
            if line.strip():
                self.document.blocks.append(Line(self._number, line, whole=True, soft=True))
        for box in _boxes(element):
            self.read(box)

    def _table(self, element: Element) -> None:
        records: list[Record] = []
        for place, row in enumerate(_children(element, "tr")):
            if place > 0:
                self._count()
            self._report(row)
            above = records[-1].cells if records else ()
            records.append(Record(self._number, tuple(_cells(row, above))))
        if records:
            self.document.blocks.append(Table(tuple(records)))

    def _count(self) -> None:
        self._number += 1
        if self._number > MOST_LINES:
            raise Unreadable(Reason.TOO_MUCH_INSIDE)

    def _report(self, element: Element) -> None:
        found = sorted({tag(one) for one in element.iter() if tag(one) in _NOT_READ})
        self.document.problems += [Problem(self._number, one, Why.NOT_READ) for one in found]


def _content(container: Element) -> Iterator[Element]:
    """Paragraphs and tables, also inside content controls and insertions."""
    for element in container:
        name = tag(element)
        if name in ("p", "tbl"):
            yield element
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _content(element)


def _children(container: Element, name: str) -> Iterator[Element]:
    for element in container:
        if tag(element) == name:
            yield element
        elif tag(element) in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            yield from _children(element, name)


def _cells(row: Element, above: tuple[str, ...]) -> Iterator[str]:
    """The cells of a row. A cell merged downwards says the same in every row."""
    place = 0
    for cell in _children(row, "tc"):
        properties = child(cell, "tcPr")
        merge = child(properties, "vMerge") if properties is not None else None
        span = child(properties, "gridSpan") if properties is not None else None
        text = "\n".join(_text(part) for part in _paragraphs(cell)).strip()
        if merge is not None and attribute(merge, "val") != "restart" and place < len(above):
            text = above[place]
        yield text
        more = max(0, min(_whole(attribute(span, "val")) - 1, 60)) if span is not None else 0
        yield from ("" for _one in range(more))
        place += 1 + more


def _paragraphs(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, those of tables inside it included."""
    for element in _content(cell):
        if tag(element) == "p":
            yield element
        else:
            for row in _children(element, "tr"):
                for inner in _children(row, "tc"):
                    yield from _paragraphs(inner)


def _boxes(paragraph: Element) -> Iterator[Element]:
    for element in paragraph:
        if tag(element) == "txbxContent":
            yield element
        elif tag(element) != "Fallback":
            yield from _boxes(element)


def _text(element: Element) -> str:
    """What stands in a paragraph, with soft breaks as line ends."""
    return "".join(_pieces(element)).strip()


def _pieces(element: Element) -> Iterator[str]:
    for part in element:
        name = tag(part)
        if name == "t":
            yield part.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name == "sym":
            yield "→" if (attribute(part, "char") or "").upper() in _ARROWS else ""
        elif name not in _SKIPPED:
            yield from _pieces(part)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1
