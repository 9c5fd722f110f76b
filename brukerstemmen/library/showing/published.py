"""What anybody may read, fetched by number or by what it shows. The doors of readers ask here, so
that nothing that is not out, or that is kept for some, can be reached through any of them."""

from django.db.models import QuerySet

from brukerstemmen.library.models import DoorPage, Figure, HomePage, LibraryPage

_LARGEST_ID = 2**31


def page_numbered(number: int) -> LibraryPage | None:
    """The page with this number, of its own kind, if everybody may read it."""
    if not 0 < number < _LARGEST_ID:
        return None
    found = LibraryPage.objects.live().public().select_related("locale").filter(pk=number).first()
    return found.specific if found is not None else None


def first_home() -> HomePage | None:
    """The front page of the installation, in the language that was made first."""
    return HomePage.objects.live().select_related("locale").order_by("path").first()


def page_that_shows(what: str, beside: LibraryPage) -> DoorPage | None:
    """The page with this function, in the language of another page."""
    return DoorPage.objects.live().filter(shows=what, locale=beside.locale).first()


def all_figures() -> "QuerySet[Figure]":
    return Figure.objects.all()
