"""A page of the public site as a Word document, made of its blocks: real headings and lists,
boxes that can be ticked, lines to write on, and where it was taken from."""

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from PIL import Image
from wagtail.rich_text import expand_db_html

from brukerstemmen.library.models import LibraryPage
from brukerstemmen.library.paper import looks
from brukerstemmen.library.paper.rich import Piece, Run, pieces
from brukerstemmen.people import clock
from brukerstemmen.reports.wordfile import WordFile, weighed

# What stands above the content, by kind of page: names of its own fields.
_IN_SHORT: dict[str, tuple[str, ...]] = {
    "degree": ("goal", "promise"),
    "method": ("who", "takes", "gives"),
    "example": ("place", "period", "source"),
    "guide": ("issuer", "dated", "link", "checked_on"),
    "organisation": ("kind", "place", "web"),
    "news": ("on", "starts", "ends", "place"),
}


def as_word(page: LibraryPage) -> bytes:
    """The page as .docx, in its own language, dated by the day it was last published."""
    language = page.locale.language_code
    with override(language):
        published = page.last_published_at
        made_on = timezone.localdate(published) if published else clock.today()
        file = WordFile(None, language=language, own_style="")
        looks.dress_paper(file)
        file.describe(page.title, made_on=made_on)
        _Writer(file, page).write(made_on)
        return file.saved(made_on=made_on)


class _Writer:
    def __init__(self, file: WordFile, page: LibraryPage) -> None:
        self._file, self._page = file, page

    def write(self, made_on: date) -> None:
        page, file = self._page, self._file
        file.heading(page.title, 0)
        if page.summary:
            file.paragraph(page.summary, "Subtitle")
        self._in_short()
        for block in page.body:
            write = self._writers().get(block.block_type)
            if write:
                if title := block.value.get("title"):
                    file.heading(title, 1)
                write(block.block, block.value)
        self._foot(made_on)

    def _foot(self, made_on: date) -> None:
        told = _("From %(address)s, %(day)s") % {
            "address": urljoin(settings.SITE_ADDRESS, self._page.url or "/"),
            "day": date_format(made_on, "j. F Y"),
        }
        for _header, footer in self._file.frames():
            footer.paragraphs[0].text = told
        self._file.number_pages(_("Page"))

    def _in_short(self) -> None:
        for name in _IN_SHORT.get(self._page.kind_key, ()):
            value = getattr(self._page, name, None)
            if not value:
                continue
            label = capfirst(str(self._page._meta.get_field(name).verbose_name))
            told = value if isinstance(value, str) else date_format(value, "DATE_FORMAT")
            self._runs([Run(f"{label}: ", bold=True), Run(told)], "Normal")

    def _writers(self) -> dict[str, Callable[[Any, Any], None]]:
        return {
            "text": lambda _block, value: self._rich(value["text"]),
            "logo": lambda _block, value: self._rich(value["text"]),
            "letter": lambda _block, value: self._rich(value["text"], looks.FRAMED),
            "tip": self._tip,
            "steps": self._steps,
            "checklist": self._checklist,
            "questions": self._questions,
            "fields": self._fields,
            "links": lambda _block, value: self._links(value["links"]),
            "terms": self._terms,
            "timeline": self._timeline,
            "table": self._table,
            "figures": self._figures,
            "pages": self._pages,
            "doors": self._doors,
            "picture": self._picture,
        }

    def _rich(self, text: Any, style: str = "Normal") -> None:
        numbering: int | None = None
        for piece in _read(text):
            if piece.kind == "h" and style == "Normal":
                self._runs(piece.runs, "Heading 2")
            elif piece.kind in {"ul", "ol"}:
                numbered = piece.kind == "ol"
                if piece.begins and numbered:
                    numbering = self._file.new_numbering("List Number")
                self._item(piece.runs, numbering if numbered else None)
            else:
                self._runs(piece.runs, style)

    def _item(self, runs: Sequence[Run], numbering: int | None) -> None:
        style = "List Bullet" if numbering is None else "List Number"
        paragraph = self._runs(runs, style)
        if numbering is not None:
            self._file.number(paragraph, numbering)

    def _runs(self, runs: Iterable[Run], style: str) -> Any:
        paragraph = self._file.paragraph("", style)
        for told in runs:
            if told.link:
                run = looks.link_run(
                    paragraph, told.text, urljoin(settings.SITE_ADDRESS, told.link)
                )
            else:
                run = paragraph.add_run(told.text)
            run.bold = told.bold or None
            run.italic = told.italic or None
        return paragraph

    def _tip(self, _block: Any, value: Any) -> None:
        self._rich(value["text"], looks.ASIDE)
        if value["who"]:
            self._file.paragraph(f"– {value['who']}", looks.SMALL)

    def _steps(self, _block: Any, value: Any) -> None:
        numbering = self._file.new_numbering("List Number")
        for step in value["steps"]:
            self._item([Run(step["title"], bold=True)], numbering)
            for piece in _read(step["text"]):
                if piece.kind in {"ul", "ol"}:
                    self._runs(piece.runs, "List Bullet 2")
                else:
                    self._runs(piece.runs, "List Continue")

    def _checklist(self, _block: Any, value: Any) -> None:
        for item in value["items"]:
            looks.box_before(self._file.paragraph(item, looks.TO_TICK), item)

    def _questions(self, _block: Any, value: Any) -> None:
        numbering = self._file.new_numbering("List Number")
        for question in value["questions"]:
            self._item([Run(question)], numbering)

    def _fields(self, _block: Any, value: Any) -> None:
        for field in value["fields"]:
            label = self._runs([Run(field["label"], bold=True)], "Normal")
            label.paragraph_format.keep_with_next = True
            if field["hint"]:
                hint = self._file.paragraph(field["hint"], looks.SMALL)
                hint.paragraph_format.keep_with_next = True
            for _line in range(field["lines"]):
                self._file.paragraph("", looks.TO_WRITE_ON)
            self._file.paragraph("", looks.SMALL)

    def _links(self, links: Iterable[Any]) -> None:
        for link in links:
            address = link["page"].url if link["page"] else link["address"]
            why = [Run(f" – {link['why']}")] if link["why"] else []
            self._item([Run(link["label"], link=address or ""), *why], None)

    def _terms(self, _block: Any, value: Any) -> None:
        for term in value["terms"]:
            self._runs(
                [Run(term["term"], bold=True)], "Normal"
            ).paragraph_format.keep_with_next = True
            self._rich(term["meaning"])

    def _timeline(self, _block: Any, value: Any) -> None:
        for event in value["events"]:
            self._runs(
                [Run(event["when"], bold=True)], "Normal"
            ).paragraph_format.keep_with_next = True
            self._rich(event["what"])
            if event["source"]:
                self._file.paragraph(event["source"], looks.SMALL)

    def _table(self, _block: Any, value: Any) -> None:
        self._rows(list(value["columns"]), [list(row) for row in value["rows"]])

    def _rows(self, header: list[str], rows: list[list[str]]) -> None:
        """A screen reader counts on whole rows."""
        width = max([1, len(header), *map(len, rows)])
        whole = [[*cells, *[""] * (width - len(cells))] for cells in (header, *rows)]
        shares = weighed(whole[0], whole[1:])
        self._file.table("", whole[0], whole[1:], shares=shares)

    def _figures(self, block: Any, value: Any) -> None:
        groups = block.get_context(value, {"page": self._page}).get("figures", [])
        rows = [
            [figure.value, figure.counts, " · ".join(filter(None, _origin(figure)))]
            for group in groups
            for figure in group
        ]
        if rows:
            self._rows([_("How many"), _("What it counts"), _("Where it comes from")], rows)

    def _pages(self, block: Any, value: Any) -> None:
        for found in block.get_context(value, {"page": self._page}).get("found", []):
            why = [Run(f" – {found.summary}")] if found.summary else []
            self._item([Run(found.title, link=found.url or ""), *why], None)

    def _doors(self, _block: Any, value: Any) -> None:
        for way in value["doors"]:
            self._file.heading(way["title"], 2)
            if way["text"]:
                self._file.paragraph(way["text"])
            self._links(way["links"])

    def _picture(self, _block: Any, value: Any) -> None:
        if value["picture"] is None:
            return
        with value["picture"].open_file() as opened:
            looks.place_picture(self._file, _as_word_shows(opened.read()), value["alt"])
        if value["caption"]:
            self._file.paragraph(value["caption"], looks.SMALL)


def _as_word_shows(data: bytes) -> bytes:
    """Word knows no WebP."""
    with Image.open(io.BytesIO(data)) as picture:
        if picture.format != "WEBP":
            return data
        saved = io.BytesIO()
        picture.save(saved, "PNG")
    return saved.getvalue()


def _origin(figure: Any) -> tuple[str, str, str]:
    as_of = pgettext("figure", "as of %(day)s") % {"day": figure.as_of} if figure.as_of else ""
    return figure.source, figure.period, as_of


def _read(text: Any) -> list[Piece]:
    """Rich text with addresses in place of the numbers of pages."""
    return pieces(expand_db_html(getattr(text, "source", text) or ""))
