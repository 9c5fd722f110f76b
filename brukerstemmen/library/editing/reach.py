"""From a row of a page to the page an editor may change; to others it is not there."""

from django.http import Http404, HttpRequest
from wagtail.models import Page

from brukerstemmen.library.models import LibraryPage, SiteProfile
from brukerstemmen.people.access import Permission


def page_to_edit(request: HttpRequest, row: Page) -> LibraryPage:
    """Raises Http404 for a page of a site the person does not edit."""
    page = row.specific
    profile = SiteProfile.of(page) if isinstance(page, LibraryPage) else None
    if profile is None or not profile.lets(request.user, Permission.EDIT_SITE):
        raise Http404
    return page
