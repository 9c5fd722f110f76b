"""What a section shows of the pages below it: a row of degrees, days to come, or a list that
readers can sort out for themselves."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest

from brukerstemmen.library import filters, labels
from brukerstemmen.library.models import DegreePage, Label, LibraryPage, NewsPage, SectionPage
from brukerstemmen.people import clock

# Fewer than these are quicker to look through than to sort out.
FEW = 8
_A_PAGE = 24
_DAYS_SHOWN = 6


def of_section(page: SectionPage, request: HttpRequest) -> dict[str, Any]:
    """below: a page of the list, or None where the text leads to all of it. Six queries, and one
    for each kind of page in the list."""
    known = labels.every()
    picked = filters.chosen(dict(request.GET.lists()), known)
    children = LibraryPage.objects.child_of(page).live()
    has = _labels_of(children, known)
    total = children.count()
    sorts = filters.offers(has, picked) if total > FEW or picked else {}
    told: dict[str, Any] = {
        "degrees": degrees_beside(page),
        "days": _days(page),
        "below": None,
        "sorts": [],
        "query": "",
        "total": total,
    }
    if sorts:
        told |= _sorting(page, sorts, picked)
    else:
        children = children.exclude(pk__in=_led_to(page))
    if told["degrees"] or (not sorts and _lists_them_all(page)):
        return told
    listed = _kept(children, picked if sorts else ())
    pages = Paginator(listed.specific(), _A_PAGE)
    return told | {"below": pages.get_page(request.GET.get("side"))}


def degrees_beside(parent: LibraryPage | Any) -> list[DegreePage]:
    """The degrees below a page, in their order. One query."""
    return list(DegreePage.objects.child_of(parent).live().order_by("number"))


def _labels_of(
    children: "QuerySet[LibraryPage]", known: list[filters.Label]
) -> list[filters.Label]:
    """The labels any of the pages has, in the order they are known."""
    through = LibraryPage.labels.through.objects.filter(librarypage__in=children)
    found = set(Label.objects.filter(pk__in=through.values("label")).values_list("kind", "key"))
    return [label for label in known if label in found]


def _sorting(
    page: LibraryPage, sorts: dict[str, tuple[str, ...]], picked: tuple[filters.Label, ...]
) -> dict[str, Any]:
    """What stands above a list: what it can be sorted by, and what is chosen."""
    return {
        "sorts": [
            {
                "name": labels.BY_KEY[kind].name,
                "parameter": filters.PARAMETERS[kind],
                "options": [
                    {
                        "key": key,
                        "word": labels.word(kind, key),
                        "chosen": (kind, key) in picked,
                    }
                    for key in keys
                ],
            }
            for kind, keys in sorts.items()
        ],
        "picked": [
            {
                "word": labels.word(*label),
                "without": f"{page.url}{filters.query(filters.without(picked, label))}",
            }
            for label in picked
        ],
        "query": filters.query(picked)[1:],
    }


def _kept(
    children: "QuerySet[LibraryPage]", picked: tuple[filters.Label, ...]
) -> "QuerySet[LibraryPage]":
    """As `filters.keeps`, asked of the database. News stand with the newest first."""
    for kind, keys in filters.by_kind(picked).items():
        fits = Label.objects.filter(kind=kind, key__in=keys)
        through = LibraryPage.labels.through.objects.filter(label__in=fits)
        children = children.filter(pk__in=through.values("librarypage"))
    return children.order_by(F("newspage__on").desc(nulls_last=True), "path")


def _days(page: SectionPage) -> list[NewsPage]:
    """What will happen, the nearest first."""
    return list(
        NewsPage.objects.child_of(page)
        .live()
        .filter(starts__date__gte=clock.today())
        .order_by("starts")[:_DAYS_SHOWN]
    )


def _led_to(page: SectionPage) -> set[int]:
    """The pages the text of the section leads to already. No query: the blocks as they are kept."""
    links = [
        link.get("value", link)  # as the editors' pages keep it, or as start content does
        for block in page.body.raw_data
        if block["type"] == "links"
        for link in block["value"]["links"]
    ]
    return {link["page"] for link in links if link.get("page")}


def _lists_them_all(page: SectionPage) -> bool:
    return any(
        block["type"] == "pages" and not block["value"].get("label") for block in page.body.raw_data
    )
