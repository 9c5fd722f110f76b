"""A report as one list of parts, before it becomes a page, a PDF or a Word document. No framework.

The same document goes to every reader: what is not in it cannot come out of any of them. It can be
written to JSON and read back, which is how a released one is kept.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Heading:
    """level: 2 for a chapter, 3 below it, 4 below that. The title of the whole is level 1."""

    text: str
    level: int = 2
    kind: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    """lang: "" for the document's own language."""

    text: str
    lang: str = ""
    kind: str = "paragraph"


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, without anything that tells who."""

    words: str
    lang: str = "nb"
    kind: str = "quote"


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False
    kind: str = "bullets"


@dataclass(frozen=True)
class Table:
    """The first column names the row. Every cell is text as it is read."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True)
class Bar:
    """value: people; None where it is hidden. told: how it is said in words or digits."""

    label: str
    value: int | None
    told: str


@dataclass(frozen=True)
class Chart:
    """Bars, always followed by the same in a table. summary: what it shows, read aloud."""

    caption: str
    summary: str
    bars: tuple[Bar, ...]
    header: tuple[str, str] = ("", "")
    kind: str = "chart"


Part = Heading | Paragraph | Quote | Bullets | Table | Chart
_PARTS: dict[str, type[Any]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "quote": Quote,
    "bullets": Bullets,
    "table": Table,
    "chart": Chart,
}


@dataclass(frozen=True)
class Document:
    """The whole. quarter: as it is written on the front. easy: the two pages in easy language."""

    title: str
    subtitle: str
    centre: str
    service: str
    quarter: str
    language: str
    parts: tuple[Part, ...] = ()
    easy: tuple[Part, ...] = ()
    front: tuple[tuple[str, str], ...] = field(default=())  # lines on the front page: label, text

    def all_parts(self) -> Iterator[Part]:
        yield from self.parts
        yield from self.easy


def to_json(document: Document) -> dict[str, Any]:
    """As plain lists and texts, for a JSON column."""
    return asdict(document)


def from_json(told: dict[str, Any]) -> Document:
    """The document that `to_json` wrote.

    >>> one = Document("T", "", "", "", "2025-1", "nb", parts=(Heading("A"), Bullets(("b",))))
    >>> from_json(to_json(one)) == one
    True
    """
    return Document(
        **{
            **told,
            "parts": tuple(_part(part) for part in told["parts"]),
            "easy": tuple(_part(part) for part in told["easy"]),
            "front": tuple((label, text) for label, text in told["front"]),
        }
    )


def _part(told: dict[str, Any]) -> Part:
    if told["kind"] == "chart":
        told = {**told, "bars": tuple(Bar(**bar) for bar in told["bars"])}
    part: Part = _PARTS[told["kind"]](**{name: _frozen(value) for name, value in told.items()})
    return part


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list | tuple) else value
