"""What readers have said and what was changed, as everybody may read it. Newest first."""

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from brukerstemmen.library.models import Change, LibraryPage, Said, SaidStanding
from brukerstemmen.masking.language import guess

_ON_A_PAGE = 20
_AT_HOME = 2 * Page.steplen  # of a path: as far as the front page


@dataclass(frozen=True)
class Heard:
    """One thing a reader said, with the language of the words and of the answer."""

    said: Said
    language: str
    answered_in: str
    about: LibraryPage | None
    changes: list[Change]


@dataclass(frozen=True)
class Changed:
    """One change. because_of: what a reader said, where everybody may read it."""

    change: Change
    about: LibraryPage | None
    because_of: str = ""
    language: str = ""
    asked_for: bool = field(default=False)


def said(page: LibraryPage, request: HttpRequest) -> dict[str, Any]:
    """heard: what was said about any page of this site, in whatever language. Four queries."""
    rows = Said.objects.public().filter(_on_the_site_of(page)).select_related("page__locale")
    shown = Paginator(rows.prefetch_related("changes"), _ON_A_PAGE).get_page(_asked(request))
    shown.object_list = [_heard(row) for row in shown.object_list]
    return {"heard": shown}


def changed(page: LibraryPage, request: HttpRequest) -> dict[str, Any]:
    """changed: what was changed on any page of this site. Three queries."""
    rows = Change.objects.filter(_on_the_site_of(page)).select_related("page__locale", "because_of")
    shown = Paginator(rows, _ON_A_PAGE).get_page(_asked(request))
    shown.object_list = [_changed(row) for row in shown.object_list]
    return {"changed": shown}


def _asked(request: HttpRequest) -> str:
    return request.GET.get("side", "1")


def _on_the_site_of(page: LibraryPage) -> Q:
    """About a page below the same front page, or below its translations."""
    home = Page.objects.filter(path=page.path[:_AT_HOME]).values("translation_key")
    below = Q(pk=None)
    for path in Page.objects.filter(translation_key__in=home).values_list("path", flat=True):
        below |= Q(page__path__startswith=path)
    return below


def _heard(row: Said) -> Heard:
    return Heard(
        said=row,
        language=guess(row.public_words),
        answered_in=guess(row.answer),
        about=_published(row.page),
        changes=list(row.changes.all()),
    )


def _changed(row: Change) -> Changed:
    said = row.because_of
    words = said.public_words if said and said.standing == SaidStanding.PUBLIC else ""
    return Changed(row, _published(row.page), words, guess(words), asked_for=said is not None)


def _published(page: LibraryPage | None) -> LibraryPage | None:
    return page if page and page.live else None
