"""Doors to who answers for a measure, and to what is agreed on about following up."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukerstemmen.measures import actions, showing
from brukerstemmen.measures.following_forms import (
    HandOverForm,
    NameForm,
    TermsForm,
    terms_as_written,
)
from brukerstemmen.measures.holders import Held, held_by, in_the_service
from brukerstemmen.measures.models import Measure
from brukerstemmen.measures.views.frame import (
    FOR_SERVICE,
    NOT_RIGHT,
    Place,
    measures_crumb,
    page,
    sent,
    work_of,
)
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach


@require_http_methods(["GET", "HEAD", "POST"])
def holder(request: HttpRequest, slug: str, measure: uuid.UUID, place: Place) -> HttpResponseBase:
    """Say who answers for a measure, or hand it over."""
    row: Measure = reach(
        Measure.objects.select_related("work"),
        request.user,
        place.says,
        known_by=(place.sees,),
        work__slug=slug,
        pk=measure,
    )
    held = held_by(row.work).get(row.pk)
    people = in_the_service(row.work)
    form: NameForm | HandOverForm
    start = str(request.user.pk) if request.user in people else ""
    if held is None:
        form = NameForm(sent(request), people=people, initial={"person": start})
    else:
        form = HandOverForm(sent(request), people=people, initial=_as_it_is(row, held, start))
    if request.method == "POST" and form.is_valid():
        try:
            _let_hold(row, form, request.user)
            messages.success(request, _("It is saved. Everything that was said stays."))
            return redirect(place.url("measure", row.work, row.pk))
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "measures/measure_holder.html",
        row.work,
        _("Hand the measure over") if held else _("Say who answers for it"),
        place,
        NOT_RIGHT if form.is_bound else 200,
        path=(measures_crumb(row.work, place), (row.title, place.url("measure", row.work, row.pk))),
        form=form,
        people=people,
        held=held,
        about=row,
        holders=showing.holders_of(row),
        back=place.url("measure", row.work, row.pk),
    )


def _as_it_is(row: Measure, held: Held, otherwise: str) -> dict[str, Any]:
    return {
        "person": str(held.row.person_id) if held.answers else otherwise,
        "owner": row.owner,
        "said_by": showing.said_last(row.work),
    }


def _let_hold(row: Measure, form: NameForm | HandOverForm, by: Any) -> None:
    if isinstance(form, HandOverForm):
        actions.hand_over(row, by=by, **form.told())
    elif (person := form.chosen()) is not None:
        actions.hold_measure(row, person, by=by)


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest, slug: str) -> HttpResponse | HttpResponseBase:
    """Write down what is agreed on about following up."""
    work = work_of(request, slug, FOR_SERVICE, Permission.LEAD_WORK)
    shown = showing.agreed_on(work)
    people = in_the_service(work)
    start = terms_as_written(actions.terms_of(work))
    form = TermsForm(sent(request), people=people, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.agree_on_terms(work, by=request.user, **form.told())
            messages.success(request, _("It is saved. The service can read it too."))
            return redirect(FOR_SERVICE.url("measures", work))
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "measures/terms.html",
        work,
        _("Write down what is agreed"),
        FOR_SERVICE,
        NOT_RIGHT if form.is_bound else 200,
        path=(measures_crumb(work, FOR_SERVICE),),
        form=form,
        people=people,
        lost_leader=shown.lost_leader if shown else "",
        back=FOR_SERVICE.url("measures", work),
    )
