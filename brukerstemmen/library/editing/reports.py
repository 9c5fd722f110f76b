"""Two lists for editors: pages to look at again, and translations older than their source."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page

from brukerstemmen.library.actions import editors, reviewing, translating
from brukerstemmen.library.editing.reach import page_to_edit
from brukerstemmen.library.models import LibraryPage
from brukerstemmen.people import clock

# A page that is still right is looked at again after this long.
AGAIN_AFTER_MONTHS = 12


class OfPages(PageReportView):  # type: ignore[misc]
    """A list of pages on the sites somebody edits."""

    model = LibraryPage
    any_permission_required = ("add", "change", "publish")

    def narrowed(self, pages: Any) -> Any:
        mine = self.permission_policy.instances_user_has_permission_for(
            self.request.user, "publish"
        )
        return pages.filter(pk__in=mine.values("pk")).select_related("locale", "content_type")


class ToLookAt(OfPages):
    index_url_name = "library_editing:to_look_at"
    index_results_url_name = "library_editing:to_look_at_results"
    page_title = gettext_lazy("To look at again")
    header_icon = "time"
    results_template_name = "library/editing/to_look_at.html"
    list_export = ("title", "review_on")
    export_headings = {"review_on": gettext_lazy("to be looked at again")}

    def get_queryset(self) -> Any:
        return self.narrowed(reviewing.to_look_at(clock.today()))


class Outdated(OfPages):
    index_url_name = "library_editing:outdated"
    index_results_url_name = "library_editing:outdated_results"
    page_title = gettext_lazy("Outdated translations")
    header_icon = "globe"
    results_template_name = "library/editing/outdated.html"
    list_export = ("title", "locale", "source_published", "source_seen_at")

    def get_queryset(self) -> Any:
        return self.narrowed(translating.outdated())


class ForEditors(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return editors.edits(request.user)


def to_look_at_item() -> MenuItem:
    return ForEditors(
        _("To look at again"), reverse("library_editing:to_look_at"), icon_name="time", order=100
    )


def outdated_item() -> MenuItem:
    return ForEditors(
        _("Outdated translations"),
        reverse("library_editing:outdated"),
        icon_name="globe",
        order=110,
    )


@require_POST
def looked_at(request: HttpRequest, pk: int) -> HttpResponse:
    page = page_to_edit(request, get_object_or_404(Page, pk=pk))
    reviewing.looked_at(page, months=AGAIN_AFTER_MONTHS, by=request.user)
    messages.success(request, _("Noted. The page is to be looked at again in a year."))
    return redirect("library_editing:to_look_at")


@require_POST
def see_to(request: HttpRequest, pk: int) -> HttpResponse:
    page = page_to_edit(request, get_object_or_404(Page, pk=pk))
    translating.see_to(page, by=request.user)
    messages.success(request, _("Noted. Readers are told no more that something newer exists."))
    return redirect("library_editing:outdated")
