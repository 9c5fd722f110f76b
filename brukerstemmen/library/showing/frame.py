"""What every page of the public site shows around its content."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site

from brukerstemmen.library.models import DoorPage, HomePage, LibraryPage, SiteProfile
from brukerstemmen.library.showing.doors import SHOWN
from brukerstemmen.library.showing.foot import foot_of
from brukerstemmen.library.showing.kinds import fits, of_kind
from brukerstemmen.library.showing.place import place_of

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def context_of(page: LibraryPage, request: HttpRequest) -> dict[str, Any]:
    """place, site, languages, labels and the latest changes for a page, and what its kind shows."""
    place = place_of(page)
    told = {
        "place": place,
        "site_profile": _profile(request),
        "languages": _languages(page),
        "changes": list(page.changes.all()[:3]),
        "fits": fits(page, place.crumbs[-2] if len(place.crumbs) > 1 else None),
    }
    told |= foot_of(place.crumbs) | of_kind(page, request)
    return told | (SHOWN[page.shows](page, request) if isinstance(page, DoorPage) else {})


def _profile(request: HttpRequest) -> SiteProfile | None:
    site = Site.find_for_request(request)
    return SiteProfile.objects.filter(site=site).first() if site else None


def _languages(page: LibraryPage) -> list[dict[str, Any]]:
    """Each language with the address of the page there; of its front page where it is missing."""
    found = {
        other.locale.language_code: other
        for other in Page.objects.filter(translation_key=page.translation_key)
        .live()
        .select_related("locale")
    }
    return [
        {
            "code": code,
            "page": found.get(code),
            "address": found[code].url if code in found else ("/" if code == "nb" else f"/{code}/"),
            "here": code == page.locale.language_code,
        }
        for code in LANGUAGES
    ]


def is_open() -> bool:
    """Whether there is a front page to show."""
    return HomePage.objects.live().exists()
