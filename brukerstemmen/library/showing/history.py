"""What readers see of how a page came to be: when it went out, who stands behind it where they
agreed to be named, and whether another language has something newer."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from wagtail.models import PageLogEntry

from brukerstemmen.library.actions import correcting, reviewing, translating
from brukerstemmen.library.models import EditorProfile, LibraryPage

# The acts a reader may want to know of, and what each says about somebody who is named.
_WROTE = frozenset({"wagtail.publish", correcting.CORRECTED})
_READ = "wagtail.workflow.approve"
_SHOWN = 5


def history_of(page: LibraryPage, request: HttpRequest) -> dict[str, Any]:
    """history: the latest days with what happened and who; is_outdated: for a note to readers.
    Two queries at most."""
    agreed = EditorProfile.objects.filter(person=OuterRef("user"), is_shown=True)
    entries = (
        PageLogEntry.objects.filter(page=page.pk, action__in=[*_WROTE, _READ, reviewing.LOOKED_AT])
        .annotate(is_named=Exists(agreed))
        .select_related("user")
        .order_by("-timestamp")
    )
    return {
        "history": [
            {
                "day": entry.timestamp,
                "did": "read" if entry.action == _READ else _word(entry.action),
                "name": entry.user.name if entry.is_named else "",
            }
            for entry in entries[:_SHOWN]
        ],
        "is_outdated": translating.is_outdated(page),
    }


def _word(action: str) -> str:
    if action == correcting.CORRECTED:
        return "corrected"
    return "published" if action in _WROTE else "looked_at"
