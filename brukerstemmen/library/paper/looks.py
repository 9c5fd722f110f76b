"""What a paper to fill in needs beside text: boxes to tick, lines to write on, links, frames."""

import io

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from brukerstemmen.reports.looks import INK, LINE, SOFT, TEAL
from brukerstemmen.reports.wordfile import WordFile, plain

TO_TICK, TO_WRITE_ON, FRAMED, ASIDE = "Point to tick", "Line to fill in", "Letter", "Tip"
SMALL = "Small"
WIDEST, TALLEST = Mm(160), Mm(120)
_EMPTY_BOX, _TICKED_BOX = "2610", "2612"
_BOX_FONT = "Segoe UI Symbol"
_HANGING, _WRITING_HEIGHT = Pt(20), Pt(26)


def dress_paper(file: WordFile) -> None:
    """Add the styles of ours that the house's other papers do not have."""
    tick = _style(file, TO_TICK)
    tick.paragraph_format.left_indent = _HANGING
    tick.paragraph_format.first_line_indent = -_HANGING
    tick.paragraph_format.tab_stops.add_tab_stop(_HANGING)
    line = _style(file, TO_WRITE_ON)
    line.paragraph_format.line_spacing = _WRITING_HEIGHT
    line.paragraph_format.space_after = Pt(0)
    _borders(line, {"bottom": (SOFT, 4, 1), "between": (SOFT, 4, 1)})
    letter = _style(file, FRAMED)
    letter.paragraph_format.left_indent = letter.paragraph_format.right_indent = Pt(12)
    _borders(letter, dict.fromkeys(("top", "left", "bottom", "right"), (LINE, 6, 8)))
    aside = _style(file, ASIDE)
    aside.paragraph_format.left_indent = Pt(12)
    _borders(aside, {"left": (TEAL, 18, 8)})
    small = _style(file, SMALL)
    small.font.size = Pt(10)
    small.font.color.rgb = RGBColor.from_string(SOFT)
    small.paragraph_format.space_after = Pt(4)


def _style(file: WordFile, name: str) -> ParagraphStyle:
    style: ParagraphStyle = file.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.style("Normal")
    style.font.color.rgb = RGBColor.from_string(INK)
    style.paragraph_format.space_after = Pt(6)
    return style


def _borders(style: ParagraphStyle, sides: dict[str, tuple[str, int, int]]) -> None:
    """sides: colour, width in eighths of a point, space in points. The format wants this order of
    sides, and borders before spacing and indents."""
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right", "between"):
        if side in sides:
            colour, width, space = sides[side]
            border = OxmlElement(f"w:{side}")
            for mark, value in (("val", "single"), ("sz", width), ("space", space)):
                border.set(qn(f"w:{mark}"), str(value))
            border.set(qn("w:color"), colour)
            borders.append(border)
    properties = style.element.get_or_add_pPr()
    after = [properties.find(qn(f"w:{name}")) for name in ("tabs", "spacing", "ind")]
    first = next(element for element in after if element is not None)
    first.addprevious(borders)


def box_before(paragraph: Paragraph, about: str) -> None:
    """A box that Word lets people tick, before the words of the paragraph."""
    control, properties, content = (
        OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent")
    )
    properties.append(_said("w:alias", plain(about)[:64]))
    box = OxmlElement("w14:checkbox")
    box.append(_said("w14:checked", "0"))
    for state, sign in (("checkedState", _TICKED_BOX), ("uncheckedState", _EMPTY_BOX)):
        element = _said(f"w14:{state}", sign)
        element.set(qn("w14:font"), _BOX_FONT)
        box.append(element)
    properties.append(box)
    content.append(_box_sign())
    control.append(properties)
    control.append(content)
    first = paragraph._p.find(qn("w:r"))
    if first is not None:
        first.addprevious(control)
        first.insert(0, OxmlElement("w:tab"))


def _box_sign() -> BaseOxmlElement:
    run, properties, fonts, text = (OxmlElement(f"w:{n}") for n in ("r", "rPr", "rFonts", "t"))
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), _BOX_FONT)
    text.text = chr(int(_EMPTY_BOX, 16))
    properties.append(fonts)
    run.append(properties)
    run.append(text)
    return run


def place_picture(file: WordFile, data: bytes, about: str) -> None:
    """A picture, no wider than the text and no taller than half a page, told to those who listen.

    data: JPEG or PNG, as Word can show it.
    """
    shown = file.document.add_picture(io.BytesIO(data))
    scale = min(1.0, WIDEST / shown.width, TALLEST / shown.height)
    shown.width, shown.height = Emu(int(shown.width * scale)), Emu(int(shown.height * scale))
    shown._inline.docPr.set("descr", plain(about))


def _said(name: str, value: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    element.set(qn(f"{name.partition(':')[0]}:val"), value)
    return element


def link_run(paragraph: Paragraph, text: str, address: str) -> Run:
    """Words that lead to an address, also when the paper is read on a screen."""
    part = paragraph.part
    known = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), known)
    run = paragraph.add_run(plain(text))
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(TEAL)
    link.append(run._r)
    paragraph._p.append(link)
    return run
