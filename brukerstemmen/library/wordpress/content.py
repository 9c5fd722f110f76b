"""The HTML of a WordPress post as our blocks: text, pictures and tables. What is not understood is
noted, and its words stay where there are any."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from brukerstemmen.library.wordpress import shortcodes

Told = tuple[str, dict[str, Any]]
Attributes = list[tuple[str, str | None]]

LONGEST_TITLE, LONGEST_CELL, LONGEST_COLUMN = 80, 400, 80
_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "a": "a"}
_LINES = {"p", "div", "blockquote", "pre", "section", "article", "figure", "dd", "dt", "address"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LISTS = {"ul", "ol"}
_ENDS_A_LINE = _LINES | _HEADINGS | {"li", "figcaption"}
# Nothing of what stands in these is a reader's text.
_DROPPED = {"script", "style", "noscript", "form", "object", "svg", "canvas", "select", "button"}
_ELSEWHERE = {"iframe", "video", "audio", "embed"}
_ALONE = {"img", "br", "hr", "input", "embed", "source", "wbr", "col"}
_SAFE = {"http", "https", "mailto", "tel"}
_BLOCK = re.compile(r"\s*wp:(?P<name>[\w/-]+)")
_KNOWN_BLOCK = re.compile(
    "paragraph|heading|list|list-item|image|gallery|quote|pullquote|table|columns|column|group"
    "|separator|spacer|html|freeform|classic|buttons|button|more|media-text|preformatted|code"
    "|verse|row|stack|details|cover"
)
_BETWEEN = re.compile(r"\n\s*\n")
_STANDS_ALONE = re.compile(r"\s*<(?:/?(?:p|div|h\d|ul|ol|li|table|figure|blockquote|pre|hr)\b|!--)")


@dataclass
class Read:
    """blocks: as `library.blocks` knows them. notes: what was not understood, each once."""

    blocks: list[Told] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        if what not in self.notes:
            self.notes.append(what)


@dataclass(frozen=True)
class Around:
    """link: attributes of a link to an address, "" for none. picture: the number of the picture
    at an address, or None. address: of the file with a number in the export."""

    link: Callable[[str], str]
    picture: Callable[[str], Any]
    address: Callable[[int], str]


def read(html: str, around: Around) -> Read:
    """A post as blocks."""
    found = Read()

    def pictured(number: int) -> str:
        return f'<img src="{escape(around.address(number))}">'

    text = shortcodes.without(html, found.note, pictured)
    reader = _Reader(found, around)
    reader.feed(text if "<!-- wp:" in text else in_paragraphs(text))
    reader.finish()
    return found


def in_paragraphs(html: str) -> str:
    """What was written before WordPress had blocks: an empty line begins a paragraph.

    >>> in_paragraphs("en\\n\\nto")
    '<p>en</p>\\n<p>to</p>'
    """
    parts = [part.strip() for part in _BETWEEN.split(html.replace("\r\n", "\n")) if part.strip()]
    return "\n".join(
        part if _STANDS_ALONE.match(part) else f"<p>{part.replace(chr(10), '<br>')}</p>"
        for part in parts
    )


class _Reader(HTMLParser):
    def __init__(self, found: Read, around: Around) -> None:
        super().__init__(convert_charrefs=True)
        self._found, self._around = found, around
        self._title, self._html = "", ""
        self._line = ""
        self._inline: list[str] = []  # tags that are open in the line, "" for one that is not told
        self._lists: list[str] = []
        self._dropping: list[str] = []
        self._rows: list[list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        known = {name: value or "" for name, value in attrs}
        if self._dropping or tag in _DROPPED:
            self._drop(tag)
        elif tag in _ELSEWHERE:
            self._led_elsewhere(tag, known.get("src", ""))
        elif self._rows is not None:
            self._in_table(tag)
        else:
            self._begin(tag, known)

    def _begin(self, tag: str, known: dict[str, str]) -> None:
        if tag in _LISTS:
            self._end_line()
            self._lists.append(tag)
            self._html += f"<{tag}>" * (len(self._lists) == 1)
        elif tag in _ENDS_A_LINE:
            self._end_line()
        elif tag == "table":
            self._end_text()
            self._rows = []
        elif tag == "img":
            self._picture(known)
        elif tag == "br":
            self._line += "<br/>"
        elif tag in _INLINE:
            self._open_inline(tag, known)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            if self._dropping[-1] == tag:
                self._dropping.pop()
        elif self._rows is None:
            self._end(tag)
        elif tag == "table":
            self._end_table()

    def _end(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._end_heading(tag)
        elif tag == "figcaption":
            self._end_caption()
        elif tag in _LISTS and self._lists:
            self._end_line()
            self._html += f"</{tag}>" * (len(self._lists) == 1)
            self._lists.pop()
        elif tag in _ENDS_A_LINE:
            self._end_line()
        elif tag in _INLINE:
            self._close_inline()

    def handle_data(self, data: str) -> None:
        if self._dropping:
            return
        words = re.sub(r"\s+", " ", data)
        if self._rows is None:
            self._line += escape(words, quote=False)
        elif self._rows and self._rows[-1]:
            self._rows[-1][-1] += words

    def handle_comment(self, data: str) -> None:
        block = _BLOCK.match(data)
        name = block["name"].removeprefix("core/") if block else ""
        if name and not _KNOWN_BLOCK.fullmatch(name):
            self._found.note(f"wp:{name}")

    def finish(self) -> None:
        self.close()
        if self._rows is not None:
            self._end_table()
        self._end_text()
        self._settle_title()

    def _settle_title(self) -> None:
        """A heading that nothing stood below."""
        if self._title:
            told = f"<h3>{escape(self._title, quote=False)}</h3>"
            self._found.blocks.append(("text", {"title": "", "text": told}))
            self._title = ""

    def _drop(self, tag: str) -> None:
        if tag not in _ALONE:
            self._dropping.append(tag)
        if tag in _DROPPED and len(self._dropping) == 1:
            self._found.note(f"<{tag}>")

    def _led_elsewhere(self, tag: str, address: str) -> None:
        """What was shown from another site becomes a link to it."""
        self._found.note(f"<{tag}> {address}".strip())
        if tag not in _ALONE:
            self._dropping.append(tag)
        if self._rows is None and urlsplit(address).scheme in {"http", "https"}:
            self._end_line()
            self._line = f"<a {self._around.link(address)}>{escape(address)}</a>"
            self._end_line()

    def _open_inline(self, tag: str, known: dict[str, str]) -> None:
        name, told = _INLINE[tag], ""
        if name == "a":
            address = known.get("href", "").strip()
            is_safe = urlsplit(address).scheme in _SAFE or address.startswith("/")
            told = self._around.link(address) if is_safe else ""
            if not told:
                name = ""
        self._inline.append(name)
        self._line += f"<{name} {told}>".replace(" >", ">") if name else ""

    def _close_inline(self) -> None:
        if self._inline and (opened := self._inline.pop()):
            self._line += f"</{opened}>"

    def _end_line(self) -> None:
        while self._inline:
            self._close_inline()
        words, self._line = self._line.strip(), ""
        if not re.sub(r"<[^>]*>|\s", "", words):
            return
        tag = "li" if self._lists else "p"
        self._html += f"<{tag}>{words}</{tag}>"

    def _end_heading(self, tag: str) -> None:
        words, self._line, self._inline = self._line, "", []
        plain = _plain(words)
        if not plain:
            return
        if tag in {"h1", "h2"} and len(plain) <= LONGEST_TITLE:
            self._end_text()
            self._settle_title()
            self._title = plain
        else:
            self._html += f"<h3>{escape(plain, quote=False)}</h3>"

    def _end_caption(self) -> None:
        words, self._line, self._inline = self._line, "", []
        last = self._found.blocks[-1] if self._found.blocks else None
        if last and last[0] == "picture" and not self._html:
            last[1]["caption"] = _plain(words)[:240]
        else:
            self._line = words
            self._end_line()

    def _picture(self, known: dict[str, str]) -> None:
        address = known.get("src", "")
        picture = self._around.picture(address)
        if picture is None:
            self._found.note(f"<img> {address}")
            return
        waiting, self._line = self._line, ""
        self._end_text()
        alt = known.get("alt", "")[:200]
        self._found.blocks.append(("picture", {"picture": picture, "alt": alt, "caption": ""}))
        self._line = re.sub(r"<a [^>]*>\s*$", "", waiting) if "a" in self._inline else waiting
        if self._line != waiting:
            self._inline[-1] = ""

    def _in_table(self, tag: str) -> None:
        if self._rows is None:
            return
        if tag == "tr":
            self._rows.append([])
        elif tag in {"td", "th"} and self._rows:
            self._rows[-1].append("")

    def _end_table(self) -> None:
        rows = [[cell.strip()[:LONGEST_CELL] for cell in row] for row in self._rows or [] if row]
        self._rows = None
        if not rows:
            return
        columns = [cell[:LONGEST_COLUMN] or "–" for cell in rows[0]]
        value = {"title": self._title, "columns": columns, "rows": rows[1:]}
        self._found.blocks.append(("table", value))
        self._title = ""

    def _end_text(self) -> None:
        self._end_line()
        while self._lists:
            self._html += f"</{self._lists[0]}>" * (len(self._lists) == 1)
            self._lists.pop()
        if self._html:
            value = {"title": self._title, "text": self._html}
            self._found.blocks.append(("text", value))
            self._title = self._html = ""


def _plain(words: str) -> str:
    text = re.sub(r"<[^>]*>", " ", words)
    for sign, meant in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(sign, meant)
    return " ".join(text.split())
