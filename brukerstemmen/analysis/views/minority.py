"""Doors to views that not all share."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukerstemmen.analysis.actions import findings as verbs
from brukerstemmen.analysis.forms import ToldForm, ViewForm
from brukerstemmen.analysis.models import MinorityView
from brukerstemmen.analysis.showing.finding import holder_of, those_who_take_part
from brukerstemmen.analysis.views.rows import at, finding_of, shown, view_of
from brukerstemmen.people.access import Permission
from brukerstemmen.people.models import Person
from brukerstemmen.voices.views.frame import NOT_RIGHT, sent


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponseBase:
    """Write down another view, for oneself or for a participant."""
    row = finding_of(request, slug, finding)
    people = {str(one.pk): one for one in those_who_take_part(row.evaluation)}
    form = ViewForm(sent(request), people=[(pk, one.code) for pk, one in people.items()])
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        try:
            verbs.keep_minority_view(
                row, told["words"], holder=people.get(told["holder"]), by=request.user
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The view is kept."))
            return redirect(at("finding", row) + "#views")
    context = {"form": form, "label": _("Keep the view"), "step": 0}
    status = NOT_RIGHT if form.is_bound else 200
    title = _("Keep a view")
    return shown(request, "analysis/finding_form.html", row, title, status, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(
    request: HttpRequest, slug: str, finding: uuid.UUID, view: uuid.UUID
) -> HttpResponseBase:
    """Only for the one who holds it: with their own hand, or when they have said so."""
    row = view_of(request, slug, finding, view)
    _require_holder(row, request.user)
    form = ToldForm(sent(request)) if row.holder_id else None
    if request.method == "POST" and (form is None or form.is_valid()):
        verbs.take_back_minority_view(row, told_by_holder=form is not None, by=request.user)
        messages.success(request, _("The view is taken back."))
        return redirect(at("finding", row.finding))
    context = {"form": form, "view": row, "words": row.read("words"), "holder": holder_of(row)}
    status = NOT_RIGHT if request.method == "POST" else 200
    title = _("Take back the view")
    return shown(request, "analysis/minority_take_back.html", row.finding, title, status, **context)


def _require_holder(row: MinorityView, person: Person) -> None:
    """Nobody is asked about what they may not do."""
    if row.holder_id is None and row.kept_by_id != person.pk:
        raise PermissionDenied(Permission.FIND)
