"""What leaves the archive in other forms than pages: files, feeds, records, and the map of it all.
Published rows only."""

from typing import Any

from django.db.models import QuerySet

from brukerstemmen.library.models import (
    Copy,
    LibraryPage,
    NewsPage,
    PublicationPage,
    SiteProfile,
)
from brukerstemmen.people.models import CentreProfile
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.showing.released import profile_of

_SHOWN = 50
_MOST_IN_MAP = 50_000  # addresses, by the protocol


def copy_at(slug: str) -> Copy | None:
    """The document of a published publication, by its address."""
    rows = Copy.objects.filter(page__slug=slug, page__live=True)
    return rows.select_related("page").first()


def looks_of(copy: Copy) -> CentreProfile:
    """The centre's logo and template, for files."""
    return profile_of(ReleasedReport.objects.select_related("work").get(pk=copy.report))


def new_publications() -> "QuerySet[PublicationPage]":
    """The newest first, as a feed shows them."""
    rows = PublicationPage.objects.live().prefetch_related("themes")
    return rows.order_by("-first_published_at", "-pk")[:_SHOWN]


def news() -> "QuerySet[NewsPage]":
    """News in bokmål, the newest first."""
    rows = NewsPage.objects.live().filter(locale__language_code="nb")
    return rows.order_by("-on", "-pk")[:_SHOWN]


def records() -> "QuerySet[PublicationPage]":
    """Everything a library can harvest, in an order that never changes."""
    return PublicationPage.objects.live().prefetch_related("themes").order_by("pk")


def first_profile() -> SiteProfile | None:
    return SiteProfile.objects.order_by("pk").first()


def map_rows() -> list[dict[str, Any]]:
    """The address of every published page, and when it was last changed."""
    pages = LibraryPage.objects.live().public().order_by("path").defer_streamfields()
    return [
        {"address": page.full_url, "changed": page.last_published_at}
        for page in pages.select_related("locale")[:_MOST_IN_MAP]
    ]
