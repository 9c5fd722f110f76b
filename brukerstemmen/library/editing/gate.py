"""Where a page would go out past the one who is to read it, and what is kept in its history."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.log_actions import LogFormatter

from brukerstemmen.library.actions import correcting, editors, reviewing, translating
from brukerstemmen.library.models import LibraryPage


def refuse_to_publish_new(request: HttpRequest, parent: Any, kind: type[Any]) -> None:
    """A page that is to be read cannot be published as it is made; the menu does not offer it."""
    asks = request.method == "POST" and request.POST.get("action-publish")
    if asks and issubclass(kind, LibraryPage) and kind.needs_co_reading():
        raise PermissionDenied("co_read")


def fit_the_menu(
    items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """A new page that is to be read is saved first. What is offered first is not a danger."""
    kind = context.get("content_type")
    model = kind.model_class() if kind else None
    if context["view"] == "create" and model and model.needs_co_reading():
        items[:] = [item for item in items if item.name != "action-publish"]


def offer_ones_own(pages: Any, request: HttpRequest) -> Any:
    """What may be linked to: pages of one's own sites."""
    return editors.in_reach(request.user, pages)


class SmallCorrection(ActionMenuItem):  # type: ignore[misc]
    """Leads on from a published page that is written on to publishing a small correction. Drafts
    keep themselves while somebody writes, so whether there is one is asked there."""

    name = "small-correction"
    label = gettext_lazy("Small correction")
    icon_name = "edit"
    order = 70

    def is_shown(self, context: Any) -> bool:
        page = context.get("page")
        return bool(
            context["view"] == "edit"
            and page
            and page.live
            and not context["locked_for_user"]
            and page.specific_class.needs_co_reading()
            and editors.edits(context["request"].user)
        )

    def get_url(self, context: Any) -> str:
        return reverse("library_editing:correct", args=[context["page"].pk])


class WithReason(LogFormatter):  # type: ignore[misc]
    label = gettext_lazy("Small correction")

    def format_message(self, entry: Any) -> str:
        return _("Small correction of %(words)s words: %(reason)s") % {
            "words": entry.data.get("words", ""),
            "reason": entry.data.get("reason", ""),
        }

    def format_comment(self, entry: Any) -> str:
        return ""


def tell_acts(actions: Any) -> None:
    """What the history of a page calls our own acts."""
    actions.register_action(correcting.CORRECTED)(WithReason)
    actions.register_action(
        reviewing.LOOKED_AT, gettext_lazy("Looked at"), gettext_lazy("Looked at: still right")
    )
    actions.register_action(
        translating.SEEN_TO,
        gettext_lazy("Translation seen to"),
        gettext_lazy("The translation says what its source says"),
    )
