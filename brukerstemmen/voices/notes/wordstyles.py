"""What a Word paragraph's style says: heading, list, and which bullet stands before it."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .archive import Archive

DEEPEST = 6
_MOST_STEPS = 10  # how far a style is followed to the ones it is based on
_HEADING = re.compile(r"(?:heading|overskrift|rubrikk) ?([1-9])")
# Word turns a typed "- " or "-> " into a list. The sign lives on in the definition of the list.
_BULLETS = {"-": "- ", "–": "- ", "−": "− ", "+": "+ ", "→": "→ ", "\uf0e0": "→ ", "\uf0e8": "→ "}
_OFF = frozenset(("0", "false", "off", "none"))


@dataclass(frozen=True)
class Style:
    """level: 1 to 6 for a heading, else 0. bullet: the sign of the list, if it means something."""

    level: int = 0
    listed: bool = False
    bullet: str = ""


@dataclass
class Styles:
    """The styles of a document and its lists."""

    named: dict[str, Element] = field(default_factory=dict)
    bullets: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, paragraph: Element) -> Style:
        """What holds for this paragraph: its own properties first, then its style's."""
        own = child(paragraph, "pPr")
        chain = [own] if own is not None else []
        name = _value(child(own, "pStyle")) if own is not None else None
        levels = []
        for _step in range(_MOST_STEPS):
            style = self.named.get(name or "")
            if style is None:
                break
            levels.append(_named_level(style))
            properties = child(style, "pPr")
            chain += [properties] if properties is not None else []
            name = _value(child(style, "basedOn"))
        levels += [_outline(properties) for properties in chain]
        level = next((level for level in levels if level), 0)
        return self._listed(chain, min(level, DEEPEST))

    def _listed(self, chain: list[Element], level: int) -> Style:
        numbering = next((n for one in chain if (n := child(one, "numPr")) is not None), None)
        if numbering is None or level:
            return Style(level)
        number = _value(child(numbering, "numId")) or "0"
        step = _value(child(numbering, "ilvl")) or "0"
        if number == "0":
            return Style(level)
        return Style(level, listed=True, bullet=self.bullets.get((number, step), ""))


def styles_in(archive: Archive) -> Styles:
    """The styles and lists of a document; none if it has no such parts."""
    styles = Styles()
    if "word/styles.xml" in archive:
        for style in archive.xml("word/styles.xml"):
            if identity := attribute(style, "styleId"):
                styles.named[identity] = style
    if "word/numbering.xml" in archive:
        styles.bullets = _bullets(archive.xml("word/numbering.xml"))
    return styles


def tag(element: Element) -> str:
    """The name of the element without its namespace, of which Word has two sets."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without namespace."""
    return next((v for key, v in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, name: str) -> Element | None:
    """The first child with this name in Word's own namespace; None if there is none."""
    if element is None:
        return None
    return next((one for one in element if tag(one) == name), None)


def bold(paragraph: Element) -> bool:
    """Whether every run with text in the paragraph is set in bold by hand."""
    runs = [run for run in paragraph.iter() if tag(run) == "r"]
    told = [run for run in runs if any(tag(part) == "t" and part.text for part in run)]
    marks = [child(child(run, "rPr"), "b") for run in told]
    return bool(told) and all(mark is not None and _value(mark) not in _OFF for mark in marks)


def _value(element: Element | None) -> str | None:
    return None if element is None else attribute(element, "val")


def _named_level(style: Element) -> int:
    name = (_value(child(style, "name")) or "").casefold()
    if name in ("title", "tittel"):
        return 1
    found = _HEADING.match(name)
    return int(found[1]) if found else 0


def _outline(properties: Element) -> int:
    value = _value(child(properties, "outlineLvl"))
    return int(value) + 1 if value and value.isdecimal() and int(value) < 9 else 0


def _bullets(numbering: Element) -> dict[tuple[str, str], str]:
    """The sign of each list and step, for the signs that may carry meaning."""
    signs: dict[tuple[str, str], str] = {}
    for abstract in (one for one in numbering if tag(one) == "abstractNum"):
        identity = attribute(abstract, "abstractNumId") or ""
        for step in (one for one in abstract if tag(one) == "lvl"):
            sign = _value(child(step, "lvlText")) or ""
            if sign in _BULLETS:
                signs[identity, attribute(step, "ilvl") or "0"] = _BULLETS[sign]
    found: dict[tuple[str, str], str] = {}
    for number in (one for one in numbering if tag(one) == "num"):
        abstract_identity = _value(child(number, "abstractNumId")) or ""
        for (identity, step_), sign in signs.items():
            if identity == abstract_identity:
                found[attribute(number, "numId") or "", step_] = sign
    return found
