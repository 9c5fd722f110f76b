"""What waits for an editor, on the first page after they have come in."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from brukerstemmen.library.actions import editors, reviewing, translating
from brukerstemmen.library.models import LibraryPage
from brukerstemmen.people import clock


class Waiting(Component):  # type: ignore[misc]
    """How many pages are to be looked at, translated anew and read."""

    name = "waiting"
    order = 50
    template_name = "library/editing/waiting.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        person = parent_context["request"].user
        mine = LibraryPage.objects.filter(pk__in=editors.pages_of(person))
        return {
            "edits": editors.edits(person),
            "co_reads": editors.co_reads(person),
            "to_look_at": reviewing.to_look_at(clock.today()).filter(pk__in=mine).count(),
            "outdated": translating.outdated().filter(pk__in=mine).count(),
            "to_read": reviewing.waits_for(person),
        }


def fit_the_first_page(request: HttpRequest, panels: list[Any]) -> None:
    """Ours first; what leads out of the house goes."""
    panels[:] = [
        Waiting(),
        *(panel for panel in panels if getattr(panel, "name", "") not in _LEFT_OUT),
    ]


# A co-reader answers on a page of their own.
_LEFT_OUT = frozenset({"workflow_objects_to_moderate", "whats_new_in_wagtail_version"})
