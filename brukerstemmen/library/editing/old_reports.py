"""Where editors bring an old report into the archive. It becomes a draft: they read what was found
in the file, and publish it as any page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from brukerstemmen.library.actions.bringing_in import archives_of, bring_in
from brukerstemmen.library.forms.bringing_in import OldReportForm
from brukerstemmen.library.old_papers import NotUsable

NOT_RIGHT = 422


@require_http_methods(["GET", "HEAD", "POST"])
def old_report(request: HttpRequest) -> HttpResponse:
    """A file and what it is; then the draft, to be read."""
    if not archives_of(request.user):
        raise PermissionDenied
    sent = request.method == "POST"
    form = OldReportForm(request.POST, request.FILES) if sent else OldReportForm()
    if sent and getattr(request, "upload_too_large", False):
        form.add_error("file", _("The file is too large: at most 5 MB."))
    if sent and form.is_valid():
        told = dict(form.cleaned_data)
        try:
            page = bring_in(told.pop("file").read(), by=request.user, **told)
        except NotUsable as refused:
            form.add_error("file", str(refused))
        else:
            messages.success(request, _to_do(bool(page.body)))
            return redirect("wagtailadmin_pages:edit", page.pk)
    return render(
        request,
        "library/editing/old_report.html",
        {"form": form},
        status=NOT_RIGHT if sent else 200,
    )


def _to_do(has_text: bool) -> str:
    if has_text:
        return _(
            "This is what was found in the file. Read it through: is it right, and can nobody be"
            " recognised? Then publish."
        )
    return _("There is no text in the file, only pictures. Write a summary, then publish.")


class _Item(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(archives_of(request.user))


def menu_item() -> MenuItem:
    label: Any = gettext_lazy("Old report")
    return _Item(label, reverse("library_old:old_report"), name="old-report", icon_name="upload")


def own() -> list[URLPattern | URLResolver]:
    routes = [path("gammel-rapport/", old_report, name="old_report")]
    return [path("", include((routes, "library_old"), namespace="library_old"))]
