"""The looks of a Word file where the centre has no template: the colours of the house, calm."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Calibri"  # the house's own is not on other people's machines
INK, SOFT, LINE = "302A24", "635C55", "DDD3C6"
TEAL, CLAY, PLUM, PLUM_GROUND = "0B5B5E", "A0401F", "926E86", "EDE7EB"
# Style: size in points, colour, space before and after in points.
_STYLES = {
    "Normal": (11.5, INK, 0, 8),
    "Title": (30, INK, 24, 6),
    "Subtitle": (15, SOFT, 0, 18),
    "TOC Heading": (18, INK, 24, 6),
    "Heading 1": (20, TEAL, 28, 8),
    "Heading 2": (15, INK, 20, 6),
    "Heading 3": (11.5, CLAY, 14, 3),
    "Caption": (11.5, INK, 12, 4),
    "List Bullet": (11.5, INK, 0, 4),
    "List Number": (11.5, INK, 0, 4),
    "Header": (9, SOFT, 0, 0),
    "Footer": (9, SOFT, 0, 0),
}
_LEADING = 1.25
# Round what people have said: side, colour, width in eighths of a point, space in points.
_AROUND_WORDS = (
    ("top", PLUM_GROUND, 40, 0),
    ("left", PLUM, 24, 8),
    ("bottom", PLUM_GROUND, 40, 0),
)


def dress(document: Document) -> None:
    """Give the plain document our looks."""
    for name, (size, colour, before, after) in _STYLES.items():
        style = document.styles[name]
        _set_font(style)
        style.font.size = Pt(size)
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = _LEADING if size < 14 else 1.1
    document.styles["Title"].font.bold = True
    _forget(document.styles["Title"].element, "w:pBdr")
    _rule(document.styles["Table Grid"].element)


def dress_voice(style: ParagraphStyle) -> None:
    """What people have said: plum, as everywhere in the house."""
    shape = style.paragraph_format
    shape.left_indent = shape.right_indent = Pt(14)
    shape.space_before, shape.space_after = Pt(4), Pt(10)
    shape.keep_together = True
    properties = style.element.get_or_add_pPr()
    borders, ground = OxmlElement("w:pBdr"), OxmlElement("w:shd")
    for side, colour, width, space in _AROUND_WORDS:
        borders.append(_border(f"w:{side}", colour, width=width, space=space))
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", PLUM_GROUND)):
        ground.set(qn(f"w:{name}"), value)
    # The format asks for this order: borders, ground, then spacing and indents.
    place = properties.find(qn("w:spacing"))
    place.addprevious(borders)
    place.addprevious(ground)


def _set_font(style: ParagraphStyle) -> None:
    """Every kind of letter, and no font of a theme before it."""
    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for mark in list(fonts.attrib):
        del fonts.attrib[mark]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for name in ("w:spacing", "w:kern"):
        _forget(style.element.rPr, name)


def _forget(element: BaseOxmlElement, name: str) -> None:
    for found in list(element.iter(qn(name))):
        parent = found.getparent()
        if parent is not None:
            parent.remove(found)


def _rule(table: BaseOxmlElement) -> None:
    """Lines between rows only, and air in the cells."""
    properties = table.find(qn("w:tblPr"))
    for name in ("w:tblBorders", "w:tblCellMar"):
        _forget(properties, name)
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "bottom", "insideH"):
        borders.append(_border(f"w:{side}", LINE, width=6, space=0))
    for side, width in (("top", 70), ("left", 0), ("bottom", 70), ("right", 140)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(borders)
    properties.append(margins)
    shape = OxmlElement("w:pPr")
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:after"), "0")
    shape.append(spacing)
    known = table.find(qn("w:pPr"))
    if known is not None:
        table.remove(known)
    properties.addprevious(shape)


def _border(name: str, colour: str, *, width: int, space: int) -> BaseOxmlElement:
    border = OxmlElement(name)
    for mark, value in (("val", "single"), ("sz", width), ("space", space), ("color", colour)):
        border.set(qn(f"w:{mark}"), str(value))
    return border
