"""Rich text as Wagtail keeps it, read into the paragraphs and runs that a paper is made of."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = {"h2", "h3", "h4"}
_LISTS = {"ul", "ol"}
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em"}
_STANDS_ALONE = {"p", "li", "div", "blockquote", *_HEADINGS}


@dataclass(frozen=True)
class Run:
    """Words that look alike. link: where they lead, or ""."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass
class Piece:
    """A paragraph, a heading, or one item of a list. begins: the first item of its list."""

    kind: str = "p"
    runs: list[Run] = field(default_factory=list)
    begins: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def pieces(html: str) -> list[Piece]:
    """The paragraphs of a rich text, empty ones left out.

    >>> [(piece.kind, piece.text) for piece in pieces("<p>En <b>to</b></p><ul><li>tre</li></ul>")]
    [('p', 'En to'), ('ul', 'tre')]
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [piece for piece in reader.pieces if piece.text.strip()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._open: list[tuple[str, str]] = []  # tags that are open, each with its address
        self._first = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
            return
        self._open.append((tag, dict(attrs).get("href") or ""))
        if tag in _LISTS:
            self._first = True
        if tag in _STANDS_ALONE:
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                break
        if tag in _LISTS | _STANDS_ALONE - {"li"}:
            self.pieces.append(Piece(self._kind()))

    def handle_data(self, data: str) -> None:
        if not self.pieces:
            self._begin("p")
        tags = {tag for tag, _address in self._open}
        links = [address for tag, address in self._open if tag == "a"]
        run = Run(data, bool(tags & _BOLD), bool(tags & _ITALIC), links[-1] if links else "")
        self.pieces[-1].runs.append(run)

    def _begin(self, tag: str) -> None:
        inside_item = tag == "p" and "li" in self._names()
        if inside_item and self.pieces and not self.pieces[-1].text.strip():
            return
        begins = tag == "li" and self._first
        if tag == "li":
            self._first = False
        self.pieces.append(Piece(self._kind(), begins=begins))

    def _kind(self) -> str:
        for tag in reversed(self._names()):
            if tag in _HEADINGS:
                return "h"
            if tag in _LISTS:
                return tag
        return "p"

    def _names(self) -> list[str]:
        return [tag for tag, _address in self._open]
