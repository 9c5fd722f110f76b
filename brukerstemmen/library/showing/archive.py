"""The archive as readers meet it: the list with its filters, and one publication with all it is."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.library.models import (
    Copy,
    DoorPage,
    LibraryPage,
    PublicationMethod,
    PublicationPage,
    ServiceKind,
    Shows,
)
from brukerstemmen.library.models.publications import EASY, LICENCE, LICENCE_ADDRESS
from brukerstemmen.people import paper
from brukerstemmen.reports.document import Document, from_json
from brukerstemmen.reports.rendering.page import told as laid_out

_A_PAGE = 24
# A field of the page, and what it is called in the address. Never changed: people send links on.
_PARAMETERS = {"service_kind": "type", "county": "fylke", "method": "metode", "year": "ar"}


def published() -> "QuerySet[PublicationPage]":
    """Every publication that everybody may read, the newest first."""
    return PublicationPage.objects.live().order_by("-year", "title", "pk")


def of_archive(page: DoorPage, request: HttpRequest) -> dict[str, Any]:
    """The list and what it can be sorted by. Three queries, however many there are."""
    below = published().child_of(page)
    values = {row[:4]: None for row in below.order_by().values_list(*_PARAMETERS).distinct()}
    picked = _picked(request, values)
    sorts = [_sort(field, values, picked) for field in _PARAMETERS]
    pages = Paginator(below.filter(**picked).prefetch_related("themes"), _A_PAGE)
    return {
        "sorts": [sort for sort in sorts if len(sort["options"]) > 1],
        "picked": [_label(page, field, picked) for field in picked],
        "below": pages.get_page(request.GET.get("side")),
        "query": _query(picked),
        "themes_page": DoorPage.objects.child_of(page).live().filter(shows=Shows.THEMES).first(),
    }


def _picked(request: HttpRequest, values: dict[Any, None]) -> dict[str, Any]:
    """What the address asks for, as far as it is there."""
    asked: dict[str, Any] = {}
    for place, (field, parameter) in enumerate(_PARAMETERS.items()):
        there = {str(row[place]): row[place] for row in values if row[place]}
        if (given := request.GET.get(parameter, "")) in there:
            asked[field] = there[given]
    return asked


def _sort(field: str, values: dict[Any, None], picked: dict[str, Any]) -> dict[str, Any]:
    place = list(_PARAMETERS).index(field)
    there = sorted({row[place] for row in values if row[place]}, reverse=field == "year")
    return {
        "parameter": _PARAMETERS[field],
        "name": str(PublicationPage._meta.get_field(field).verbose_name).capitalize(),
        "options": [
            {"key": value, "word": _word(field, value), "chosen": picked.get(field) == value}
            for value in there
        ],
    }


def _word(field: str, value: Any) -> str:
    names: dict[str, Any] = {"service_kind": ServiceKind, "method": PublicationMethod}
    return str(names[field](value).label if field in names else value)


def _label(page: LibraryPage, field: str, picked: dict[str, Any]) -> dict[str, str]:
    rest = {name: value for name, value in picked.items() if name != field}
    query = f"?{_query(rest)}" if rest else ""
    return {"word": _word(field, picked[field]), "without": f"{page.url}{query}"}


def _query(picked: dict[str, Any]) -> str:
    return urlencode({_PARAMETERS[field]: value for field, value in picked.items()})


def of_publication(page: LibraryPage, request: HttpRequest) -> dict[str, Any]:
    """The document and what is told of it. Three queries."""
    if not isinstance(page, PublicationPage):
        return {}
    copy, easy = Copy.objects.filter(page=page).first(), bool(getattr(request, "easy", False))
    document = from_json(copy.content) if copy else None
    has_easy = bool(page.easy or (document and document.easy))
    if easy and not has_easy:
        raise Http404
    return {
        "easy": easy,
        "has_easy": has_easy,
        "easy_address": f"{page.url}{EASY}/",
        "document_language": copy.language if copy else page.written_in,
        "facts": facts_of(page, document),
        "cite": cite(page),
        "meta": dublin_core(page),
        "licence_address": LICENCE_ADDRESS if page.licence == LICENCE else "",
        "themes": list(page.themes.all()),
        "themes_page": DoorPage.objects.live().filter(shows=Shows.THEMES).first(),
        "files": _files(page, document),
        **_laid(document, easy=easy),
    }


def _laid(document: Document | None, *, easy: bool) -> dict[str, Any]:
    """The parts as they are read; nothing where the page holds its text itself."""
    if document is None or (easy and not document.easy):
        return {"parts": [], "chapters": []}
    told = laid_out(document, easy=easy)
    return {"parts": told["parts"], "chapters": told["chapters"]}


def _files(page: PublicationPage, document: Document | None) -> list[dict[str, str]]:
    if document is None:
        file = page.old_file
        return [{"label": _("The report as PDF"), "address": file.url}] if file else []
    made = [
        {"label": _("As Word"), "address": reverse("library:publication_word", args=[page.slug])}
    ]
    if paper.can_make():
        there = reverse("library:publication_pdf", args=[page.slug])
        made.insert(0, {"label": _("As PDF"), "address": there})
        if document.easy:
            there = reverse("library:publication_pdf_easy", args=[page.slug])
            made.append({"label": _("Easy to read, as PDF"), "address": there})
    return made


def facts_of(page: PublicationPage, document: Document | None) -> list[tuple[str, str]]:
    """What is told of it in a list: name and words. What is not known is left out."""
    told = [
        (_("Published by"), page.centre),
        (_("About"), document.service if document else ""),
        (_("Kind of service"), page.get_service_kind_display() if page.service_kind else ""),
        (_("County"), page.county),
        (_("Year"), str(page.year)),
        (_("Method"), page.get_method_display() if page.method else ""),
        (_("Those who spoke"), people_told(page.people)),
    ]
    return [(name, str(words)) for name, words in told if words]


def people_told(people: int | None) -> str:
    """How many, where that has been let out; never few."""
    if people is None:
        return _("Not told: it could point at somebody.")
    return ngettext("%(number)s person", "%(number)s people", people) % {"number": people}


def cite(page: PublicationPage) -> str:
    """How somebody refers to it."""
    return f"{page.centre} ({page.year}). {page.title}. {page.full_url}"


def dublin_core(page: PublicationPage) -> list[tuple[str, str]]:
    """The fifteen elements of Dublin Core, as far as there is something to say. The same for the
    page, for harvesters and for feeds."""
    told = [
        ("title", page.title),
        ("creator", page.centre),
        ("publisher", page.centre),
        ("description", page.summary),
        ("date", str(page.year)),
        ("type", "Text"),
        ("type", "report"),
        ("format", "text/html"),
        ("identifier", page.full_url or ""),
        ("language", page.written_in),
        ("coverage", page.county),
        ("rights", page.licence),
    ]
    told += [("subject", theme.name) for theme in page.themes.all()]
    return [(name, words) for name, words in told if words]
