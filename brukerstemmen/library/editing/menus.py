"""The menus of the editors: only what editors and co-readers use."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem

from brukerstemmen.library.actions import editors

# Accounts and roles are given where all others are; help leads out of the house.
_HIDDEN = frozenset({"help", "users", "groups", "sites", "collections", "locales"})
_HIDDEN_REPORTS = frozenset({"aging-pages", "workflows", "workflow-tasks", "page-types-usage"})


def without_what_others_do(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in _HIDDEN]


def without_reports_nobody_reads(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in _HIDDEN_REPORTS]


class CoReadingItem(MenuItem):  # type: ignore[misc]
    """Shown to those who co-read, with how many pages wait."""

    def is_shown(self, request: HttpRequest) -> bool:
        return editors.co_reads(request.user)


def co_reading() -> MenuItem:
    return CoReadingItem(
        _("To read"), reverse("library_editing:to_read"), name="to-read", icon_name="openquote"
    )


def to_the_house() -> MenuItem:
    return MenuItem(_("Out to the site"), "/", name="to-the-site", icon_name="home", order=12000)


def look() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("dist/editors.css"))


def script() -> str:
    return format_html('<script src="{}"></script>', static("dist/editors_js.js"))
