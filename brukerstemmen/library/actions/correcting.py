"""A small correction: a typing error or a dead link goes out at once, with its reason, also on
pages that are read by somebody first (`editing_law.corrections` says what is small)."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Revision

from brukerstemmen.library.actions.picture_words import refuse_names_in_pictures
from brukerstemmen.library.editing_law.corrections import MOST, Change, Hindrance, compared
from brukerstemmen.library.models import LibraryPage, SiteProfile
from brukerstemmen.people.access import Permission
from brukerstemmen.people.models import Person

CORRECTED = "library.small_correction"
WHY_NOT: dict[Hindrance, Promise] = {
    Hindrance.NOTHING: _("Nothing is changed since the page was published."),
    Hindrance.TOO_MUCH: _("More than %(most)s words are changed."),
    Hindrance.NUMBER: _("A number is changed."),
    Hindrance.MEANING: _("A word that turns the meaning, such as “not” or “must”, is changed."),
    Hindrance.SHAPE: _("A part of the page, a label or a setting is changed, not only words."),
}
# What Wagtail keeps for itself in a draft, and what is told of the page and not of its words.
_BESIDE = frozenset(
    {
        "pk",
        "path",
        "depth",
        "numchild",
        "url_path",
        "draft_title",
        "live",
        "has_unpublished_changes",
        "live_revision",
        "latest_revision",
        "latest_revision_created_at",
        "first_published_at",
        "last_published_at",
        "locked",
        "locked_at",
        "locked_by",
        "owner",
        "expired",
        "wagtail_admin_comments",
        "review_on",
        "source_seen_at",
    }
)


def change_of(page: LibraryPage) -> Change:
    """What differs between what readers see and the latest draft."""
    live, latest = page.live_revision, page.latest_revision
    if not page.live or live is None or latest is None:
        return Change(0, (Hindrance.SHAPE,))
    if live.pk == latest.pk:
        return Change(0, (Hindrance.NOTHING,))
    return compared(_places(page, live), _places(page, latest))


def reasons(change: Change) -> list[str]:
    """Why it is no small correction, in sentences."""
    return [str(WHY_NOT[hindrance]) % {"most": MOST} for hindrance in change.hindrances]


@transaction.atomic
def correct(page: LibraryPage, *, reason: str, by: Person) -> LibraryPage:
    """Publish the latest draft as a small correction.

    Raises PermissionDenied; ValidationError without a reason, while somebody reads the page, and
    with every sentence that says why the change is not small.
    """
    page = LibraryPage.objects.select_for_update(of=("self",)).get(pk=page.pk).specific
    profile = SiteProfile.of(page)
    if profile is None or not profile.lets(by, Permission.EDIT_SITE):
        raise PermissionDenied("edit_site")
    if not reason.strip():
        raise ValidationError({"reason": _("Say what was wrong.")})
    if page.get_lock() and page.get_lock().for_user(by):
        raise ValidationError(_("The page is locked, or somebody is reading it."))
    change = change_of(page)
    if not change.is_small:
        raise ValidationError(reasons(change))
    refuse_names_in_pictures(page.latest_revision.as_object())
    page.latest_revision.publish(user=by, log_action=False, skip_permission_checks=True)
    told = {"reason": reason.strip()[:240], "words": change.words}
    log(instance=page, action=CORRECTED, user=by, data=told, revision=page.latest_revision)
    page.refresh_from_db()
    return page


def _places(page: LibraryPage, revision: Revision) -> dict[str, str]:
    """Every place of a page with its words. What is no text stands in the name of its place, so
    that another value is another place."""
    places = {}
    for name, value in revision.content.items():
        if name not in _BESIDE:
            places |= dict(_of_field(page, name, value))
    return places


def _of_field(page: LibraryPage, name: str, value: Any) -> Iterator[tuple[str, str]]:
    field = next((one for one in page._meta.get_fields() if one.name == name), None)
    if isinstance(field, StreamField):
        blocks = json.loads(value) if isinstance(value, str) else value
        for number, block in enumerate(blocks):
            yield from _of_block(f"{name}.{number}.{block['type']}", block["value"])
    elif _is_text(field):
        yield name, value or ""
    else:
        yield f"{name}={json.dumps(value, sort_keys=True)}", ""


def _is_text(field: Any) -> bool:
    """An address below the site is no text: readers and links would lose it."""
    is_text = isinstance(field, models.CharField | models.TextField)
    return is_text and not isinstance(field, models.SlugField) and not field.choices


def _of_block(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "id":
                yield from _of_block(f"{place}.{key}", inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _of_block(f"{place}.{number}", inner)
    elif isinstance(value, str):
        yield place, value
    elif place.endswith(".page"):
        yield place, f"/page/{value}" if value else ""
    else:
        yield f"{place}={json.dumps(value)}", ""
