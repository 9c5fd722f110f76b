"""The same page in several languages: which translation is older than its source, and that
somebody has seen to it."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from wagtail.log_actions import log

from brukerstemmen.library.models import Freshness, LibraryPage, SiteProfile
from brukerstemmen.people.access import Permission

if TYPE_CHECKING:
    from brukerstemmen.people.models import Person

SEEN_TO = "library.translation_seen_to"


def source_of(page: LibraryPage) -> LibraryPage | None:
    """The page this one is a translation of; None for a source."""
    if page.locale.language_code == page.written_in:
        return None
    return (
        LibraryPage.objects.live()
        .filter(translation_key=page.translation_key, locale__language_code=page.written_in)
        .exclude(pk=page.pk)
        .first()
    )


def outdated() -> "QuerySet[LibraryPage]":
    """The translations whose source was published after somebody last looked at it."""
    sources = LibraryPage.objects.live().filter(
        translation_key=OuterRef("translation_key"),
        locale__language_code=OuterRef("written_in"),
    )
    translations = (
        LibraryPage.objects.filter(alias_of__isnull=True)
        .exclude(locale__language_code=F("written_in"))
        .annotate(source_published=Subquery(sources.values("last_published_at")[:1]))
    )
    return translations.filter(
        Q(source_seen_at__isnull=True) | Q(source_published__gt=F("source_seen_at")),
        source_published__isnull=False,
    ).order_by("source_published")


def is_outdated(page: LibraryPage) -> bool:
    """Whether readers should be told that another language has something newer."""
    source = source_of(page)
    if source is None or source.last_published_at is None:
        return False
    return page.source_seen_at is None or source.last_published_at > page.source_seen_at


@transaction.atomic
def see_to(page: LibraryPage, *, by: "Person") -> LibraryPage:
    """The translation says again what its source says, as it was last published.

    Raises PermissionDenied.
    """
    page = LibraryPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    profile = SiteProfile.of(page)
    if profile is None or not profile.lets(by, Permission.EDIT_SITE):
        raise PermissionDenied("edit_site")
    source = source_of(page)
    page.source_seen_at = source.last_published_at if source else None
    LibraryPage.objects.filter(pk=page.pk).update(source_seen_at=page.source_seen_at)
    log(instance=page, action=SEEN_TO, user=by)
    Freshness.grow()
    return page
