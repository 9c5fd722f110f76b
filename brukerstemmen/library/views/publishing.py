"""The lead's door: a report that everybody may read goes into the archive."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukerstemmen.library.actions import publishing
from brukerstemmen.library.forms.publishing import ArchiveForm
from brukerstemmen.library.showing.archiving import beginning_of
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.showing import released as showing
from brukerstemmen.reports.views.frame import take_in

NOT_RIGHT = 422


@require_http_methods(["GET", "HEAD", "POST"])
def archive(request: HttpRequest, slug: str, report: uuid.UUID) -> HttpResponseBase:
    """Say what it is, and put it there."""
    found: ReleasedReport = reach(
        showing.rows(), request.user, Permission.RELEASE, pk=report, work__slug=slug
    )
    sent = request.POST if request.method == "POST" else None
    form = ArchiveForm(sent, initial=beginning_of(found))
    if sent is not None and form.is_valid():
        try:
            made = publishing.publish_in_library(found, form.described(), by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(request, _("It is in the archive. Everybody can find it now."))
            return redirect(made.get_url())
    return _page(request, found, form, NOT_RIGHT if sent is not None else 200)


def _page(
    request: HttpRequest, found: ReleasedReport, form: ArchiveForm, status: int
) -> HttpResponse:
    title, slug = _("Put it into the archive"), found.work.slug
    path = [
        (_("Evaluations"), reverse("journey:evaluations")),
        (found.work.title, reverse("journey:evaluation", args=[slug])),
        (_("Let it out"), reverse("reports:release", args=[slug, found.kind])),
        (title, request.get_full_path()),
    ]
    context: dict[str, Any] = {
        "report": found,
        "form": form,
        "page_title": title,
        "there": publishing.page_of(found),
        "back": path[-2][1],
        "crumbs": [{"label": label, "url": url} for label, url in path],
    }
    return render(request, "library/archive.html", context, status=status)
