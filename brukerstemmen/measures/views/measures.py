"""Doors to the measures of a service, one by one."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.measures import actions, showing
from brukerstemmen.measures.forms import ChangeForm, MeasureForm, StepForm
from brukerstemmen.measures.models import Measure, MeasureKind, Turn
from brukerstemmen.measures.views.frame import (
    NOT_RIGHT,
    Place,
    measures_crumb,
    page,
    sent,
    work_of,
)
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import may, reach
from brukerstemmen.people.models import Work


@require_safe
def measures(request: HttpRequest, slug: str, place: Place) -> HttpResponse:
    """Every measure, and how far it has come."""
    work = work_of(request, slug, place, place.sees)
    shown = showing.measures_of(work)
    context = {
        "measures": shown,
        "waiting": showing.waiting_for(work),
        "forgotten": [one for one in shown if one.nobody_answers],
        "agreed": showing.agreed_on(work),
        "rounds": showing.rounds_told(work),
        "may_agree": place.on_behalf and may(request.user, Permission.LEAD_WORK, work),
    }
    return page(request, "measures/measures.html", work, _("The measures"), place, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def measure_new(request: HttpRequest, slug: str, place: Place) -> HttpResponseBase:
    """Write what the service will do."""
    work = work_of(request, slug, place, place.says)
    matters = [one.row for one in showing.matters_of(work)]
    asked = [one for one in matters if str(one.pk) in request.GET.getlist("funn")]
    what_works = asked and all(one.turn == Turn.KEEP for one in asked)
    start = {
        "matters": [str(one.pk) for one in asked],
        "kind": MeasureKind.PROTECT if what_works else MeasureKind.ROUTINE,
        "said_by": showing.said_last(work),
        "once": uuid.uuid4(),
    }
    form = MeasureForm(sent(request), matters=matters, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_measure(work, form.chosen(), by=request.user, **form.told())
            messages.success(request, _("The measure is saved."))
            return redirect(place.url("measure", work, made.pk))
        except ValidationError as refusal:
            put_on(form, refusal)
    return _form(request, work, _("New measure"), place, form, _("Save the measure"))


@require_safe
def measure(request: HttpRequest, slug: str, measure: uuid.UUID, place: Place) -> HttpResponse:
    """One measure, with everything that was said about it."""
    row = _measure(request, slug, measure, place, place.sees)
    return page(
        request,
        "measures/measure.html",
        row.work,
        row.title,
        place,
        path=(measures_crumb(row.work, place),),
        measure=showing.measure_shown(row),
    )


def _measure(
    request: HttpRequest, slug: str, pk: uuid.UUID, place: Place, permission: Permission
) -> Measure:
    return reach(
        Measure.objects.select_related("work"),
        request.user,
        permission,
        known_by=(place.sees,),
        work__slug=slug,
        pk=pk,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def measure_step(
    request: HttpRequest, slug: str, measure: uuid.UUID, place: Place
) -> HttpResponseBase:
    """Say how far it has come."""
    row = _measure(request, slug, measure, place, place.says)
    start = {"said_by": showing.said_last(row.work)}
    form = StepForm(sent(request), now=row.status_now, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_step(row, by=request.user, **form.told())
            messages.success(request, _("It is saved."))
            return redirect(place.url("measure", row.work, row.pk))
        except ValidationError as refusal:
            put_on(form, refusal)
    return _form(request, row.work, _("Say how it goes"), place, form, _("Save"), row)


@require_http_methods(["GET", "HEAD", "POST"])
def measure_change(
    request: HttpRequest, slug: str, measure: uuid.UUID, place: Place
) -> HttpResponseBase:
    """Say the measure in other words."""
    row = _measure(request, slug, measure, place, place.says)
    matters = [one.row for one in showing.matters_of(row.work)]
    start = _as_it_stands(row) | {"said_by": showing.said_last(row.work)}
    form = ChangeForm(sent(request), matters=matters, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            told = {"matters": form.chosen(), **form.told()}
            actions.change_measure(row, by=request.user, **told)
            messages.success(request, _("It is saved."))
            return redirect(place.url("measure", row.work, row.pk))
        except ValidationError as refusal:
            put_on(form, refusal)
    return _form(request, row.work, _("Change the measure"), place, form, _("Save"), row)


def _as_it_stands(row: Measure) -> dict[str, Any]:
    serves = list(row.serves.all())
    fields = ("title", "notice", "owner", "deadline", "kind")
    return {name: getattr(row, name) for name in fields} | {
        "matters": [str(one.matter_id) for one in serves],
        "partly": [str(one.matter_id) for one in serves if not one.fully],
    }


def _form(
    request: HttpRequest,
    work: Work,
    title: str,
    place: Place,
    form: Any,
    label: str,
    about: Measure | None = None,
) -> HttpResponse:
    """A form about a measure. about: the measure, if there is one already."""
    path = [measures_crumb(work, place)]
    back = place.url("measures", work)
    if about is not None:
        back = place.url("measure", work, about.pk)
        path.append((about.title, back))
    return page(
        request,
        "measures/measure_form.html",
        work,
        title,
        place,
        NOT_RIGHT if form.is_bound else 200,
        path=tuple(path),
        form=form,
        label=label,
        about=about,
        back=back,
    )
