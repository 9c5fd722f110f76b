"""What one kind of page shows that others do not."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from brukerstemmen.library import filters, labels
from brukerstemmen.library.models import DegreePage, HomePage, LibraryPage, SectionPage
from brukerstemmen.library.showing.sections import degrees_beside, of_section


def of_kind(page: LibraryPage, request: HttpRequest) -> dict[str, Any]:
    show = _SHOWN.get(type(page))
    return show(page, request) if show else {}


def fits(page: LibraryPage, parent: LibraryPage | None) -> list[dict[str, Any]]:
    """What a page is labelled with: for each kind its words, each with the address of the pages
    beside it that have the same label. One query."""
    has = [(label.kind, label.key) for label in page.labels.all()]
    return [
        {
            "name": labels.BY_KEY[kind].name,
            "words": [
                {
                    "word": labels.word(kind, key),
                    "address": f"{parent.url}{filters.query([(kind, key)])}" if parent else "",
                }
                for key in keys
            ],
        }
        for kind, keys in filters.by_kind(has).items()
        if kind in labels.BY_KEY
    ]


def _home(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    return {"inside": list(LibraryPage.objects.child_of(page).live().in_menu().order_by("path"))}


def _degree(page: DegreePage, request: HttpRequest) -> dict[str, Any]:
    return {"degrees": degrees_beside(page.get_parent())}


_SHOWN: dict[type[LibraryPage], Callable[[Any, HttpRequest], dict[str, Any]]] = {
    HomePage: _home,
    DegreePage: _degree,
    SectionPage: of_section,
}
