"""Doors to planning: every round of an evaluation, one more, another day."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import rounds as verbs
from brukerstemmen.followups.forms.rounds import BeginsForm, DueForm
from brukerstemmen.followups.showing import rounds as showing
from brukerstemmen.followups.views.rounds.frame import (
    NOT_RIGHT,
    around,
    at,
    evaluation_of,
    round_of,
    sent,
    shown,
)
from brukerstemmen.measures.actions.terms import terms_of
from brukerstemmen.measures.felt import read_months
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import may


@require_safe
def rounds(request: HttpRequest, slug: str) -> HttpResponse:
    """Every round: planned, open, waiting to be told, told."""
    evaluation = evaluation_of(request, slug)
    return _list(request, evaluation, _begins(evaluation))


def _begins(evaluation: Evaluation) -> BeginsForm:
    day = verbs.release_day(evaluation.work)
    return BeginsForm(initial={"begins": day.isoformat()} if day else {})


def _list(
    request: HttpRequest, evaluation: Evaluation, form: BeginsForm, status: int = 200
) -> HttpResponse:
    there = showing.listed(evaluation)
    months = read_months(terms_of(evaluation.work).months)
    day = verbs.release_day(evaluation.work)
    context = {
        "listed": there,
        "form": form,
        "months": ", ".join(map(str, months)),
        # More may have been agreed on since the rounds were planned.
        "unplanned": max(0, len(months) - len(there)),
        "may_agree": may(request.user, Permission.LEAD_WORK, evaluation),
        "days": verbs.days_from(evaluation.work, day)[len(there) :] if day else [],
    }
    return around(request, "followups/rounds.html", evaluation, "", status, **context)


@require_http_methods(["POST"])
def plan_agreed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Plan the rounds of the agreed months."""
    evaluation = evaluation_of(request, slug)
    form = BeginsForm(request.POST)
    if form.is_valid():
        try:
            verbs.plan_rounds(evaluation, begins=form.cleaned_data["begins"], by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect("followups:rounds", slug)
    return _list(request, evaluation, form, NOT_RIGHT)


@require_http_methods(["GET", "HEAD", "POST"])
def round_new(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One round more."""
    evaluation = evaluation_of(request, slug)
    form = DueForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = verbs.plan_round(evaluation, **form.cleaned_data, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(at("round", made))
    status = NOT_RIGHT if form.is_bound else 200
    title = _("One more follow-up")
    return around(request, "followups/round_day.html", evaluation, title, status, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def round_move(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Another day for a round that is planned."""
    row = round_of(request, slug, number)
    form = DueForm(sent(request), initial={"due_on": row.due_on.isoformat()})
    if request.method == "POST" and form.is_valid():
        try:
            verbs.move_round(row, **form.cleaned_data, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("The day is moved."))
            return redirect(at("round", row))
    status = NOT_RIGHT if form.is_bound else 200
    title = _("Another day")
    return shown(request, "followups/round_day.html", row, title, status, form=form)
