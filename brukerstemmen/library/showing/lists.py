"""Lists of pages: by kind and label, in the language of the page that shows them."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from brukerstemmen.library.models import (
    ChecklistPage,
    ExamplePage,
    Figure,
    GuidePage,
    LibraryPage,
    MethodPage,
    NewsPage,
    OrganisationPage,
    ReflectionPage,
    TemplatePage,
)

KINDS: dict[str, tuple[type[LibraryPage], ...]] = {
    "example": (ExamplePage,),
    "template": (TemplatePage, ChecklistPage),
    "checklist": (ChecklistPage,),
    "reflection": (ReflectionPage,),
    "organisation": (OrganisationPage,),
    "method": (MethodPage,),
    "guide": (GuidePage,),
    "news": (NewsPage,),
}
_SHOWN = 6


def published(beside: LibraryPage | None) -> "QuerySet[LibraryPage]":
    """What is published in the language and on the site of a page. Where a language has no
    pages of its own of a kind, the reader is led to those in bokmål."""
    pages = LibraryPage.objects.live().order_by("path")
    return pages if beside is None else pages.filter(locale_id=beside.locale_id)


def of_kind(kind: str, label: str = "", *, beside: Any = None) -> list[LibraryPage]:
    """At most six pages of a kind, with a label if one is asked for; news with the newest first.
    One query, and one for each type of page found."""
    types = ContentType.objects.get_for_models(*KINDS[kind]).values()
    pages = published(beside if isinstance(beside, LibraryPage) else None).filter(
        content_type__in=types
    )
    if label:
        name, _colon, key = label.partition(":")
        pages = pages.filter(labels__kind=name, labels__key=key)
    if isinstance(beside, LibraryPage):
        pages = pages.exclude(pk=beside.pk)
    if kind == "news":
        pages = pages.order_by("-newspage__on", "path")
    return list(pages.specific()[:_SHOWN])


def pages(value: Any, page: Any) -> dict[str, Any]:
    """For the block that lists pages."""
    return {"found": of_kind(value["of"], value["label"], beside=page)}


def figures(value: Any, page: Any) -> dict[str, Any]:
    """For the block of figures: for each name what every source says."""
    return {"figures": Figure.objects.named(list(value["keys"]))}
