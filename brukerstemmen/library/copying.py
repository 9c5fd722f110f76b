"""A page made to stand in a folder: links lead from file to file, and what needs a server is
replaced by a sentence that says so.

Everything else stands as it was written: what is not changed is copied sign for sign.
"""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]
# Where an address in the folder goes: a link to a file, or None where nothing stands there.
Place = Callable[[str], str | None]

_LEADS = {
    "a": "href",
    "area": "href",
    "img": "src",
    "link": "href",
    "script": "src",
    "source": "src",
    "use": "href",
}
# What a browser would refuse or ask a stranger for when the page is a file.
_NOT_IN_A_FOLDER = {"crossorigin", "integrity"}
_NOT_NEEDED = {"preload", "canonical", "preconnect"}


def standing(html: str, place: Place, *, instead: str = "", after_title: str = "") -> str:
    """The page as it is to stand in the folder.

    instead: in place of each form in the page; forms in its header go away. after_title: below
    its heading. Both are HTML.

    >>> standing('<a href="/x/">x</a><form>y</form>', lambda address: "../x/index.html")
    '<a href="../x/index.html">x</a>'
    """
    page = _Page(place, instead, after_title)
    page.feed(html)
    page.close()
    return "".join(page.written)


def addresses(html: str) -> list[str]:
    """Every address the page leads to or is made of, forms left out."""
    found: list[str] = []

    def note(address: str) -> None:
        found.append(address)

    standing(html, note)
    return found


class _Page(HTMLParser):
    def __init__(self, place: Place, instead: str, after_title: str) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._place, self._instead, self._after_title = place, instead, after_title
        self._in_form = self._in_header = 0
        self._as_text = False  # a link that leads nowhere in the folder

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._in_header += tag == "header"
        if tag == "form":
            self._in_form += 1
            self._write_over_form("" if self._in_header else self._instead)
        elif not self._in_form:
            self.written.append(self._opening(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if not self._in_form:
            self.written.append(self._opening(tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self._in_header -= tag == "header"
        if tag == "form":
            self._in_form -= 1
        elif not self._in_form:
            ends = "span" if tag == "a" and self._as_text else tag
            self.written.append(f"</{ends}>")
            self._as_text = self._as_text and tag != "a"
        if tag == "h1" and self._after_title:
            self.written.append(self._after_title)
            self._after_title = ""

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self._write(f"<!{decl}>")

    def _write(self, text: str) -> None:
        if not self._in_form:
            self.written.append(text)

    def _write_over_form(self, text: str) -> None:
        if self._in_form == 1:
            self.written.append(text)

    def _opening(self, tag: str, attrs: Attributes) -> str:
        known = dict(attrs)
        leads = _LEADS.get(tag, "")
        if tag == "link" and _NOT_NEEDED & set((known.get("rel") or "").split()):
            return ""
        changed = [(name, value) for name, value in attrs if name not in _NOT_IN_A_FOLDER]
        if known.get(leads):
            there = self._place(str(known[leads]))
            if there is None:
                self._as_text = tag == "a"
                return "<span>" if self._as_text else ""
            changed = [(name, value) for name, value in changed if name != leads]
            changed.append((leads, there))
        if changed == attrs:
            return self.get_starttag_text() or ""
        return f"<{tag}{''.join(_written(name, value) for name, value in changed)}>"


def _written(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
