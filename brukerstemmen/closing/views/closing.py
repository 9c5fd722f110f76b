"""Doors to closing: what is missing, what will go, and one yes to it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from brukerstemmen.closing import actions as verbs
from brukerstemmen.closing.forms import ConfirmForm, PrepareForm
from brukerstemmen.closing.showing import closing as showing
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import gates
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.reports.views.frame import NOT_RIGHT, evaluation_of, page

P = Permission


def at(evaluation: Evaluation, name: str = "closing") -> str:
    return reverse(f"closing:{name}", args=[evaluation.work.slug])


@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What is missing, what goes and what stays; afterwards: that it is done."""
    sent = request.POST if request.method == "POST" else None
    evaluation = evaluation_of(request, slug, P.SEE_MATERIAL if sent is None else P.CLOSE)
    stands = showing.standing_of(evaluation)
    form = PrepareForm(
        sent,
        waiting=stands.wanting.waiting,
        is_offered=stands.is_offered,
        initial={
            "planned_on": stands.row.planned_on if stands.row else None,
            "without_feedback": stands.reason,
        },
    )
    if sent is not None and form.is_valid():
        try:
            no_day = form.cleaned_data["planned_on"] is None
            verbs.prepare(evaluation, no_day=no_day, by=request.user, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect(at(evaluation))
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "closing/closing.html",
        evaluation,
        pgettext("the end of an evaluation", "Closing"),
        NOT_RIGHT if sent is not None else 200,
        form=form,
        stands=stands,
        missing=showing.missing(evaluation, stands.stops),
        leads=gates.holds(request.user, P.CLOSE, evaluation),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What will be destroyed, in numbers, and a yes. Done already, it leads back."""
    evaluation = evaluation_of(request, slug, P.CLOSE)
    stands = showing.standing_of(evaluation)
    if evaluation.work.is_closed or stands.stops:
        return redirect(at(evaluation))
    sent = request.POST if request.method == "POST" else None
    form = ConfirmForm(sent)
    if sent is not None and form.is_valid():
        try:
            verbs.close_evaluation(evaluation, by=request.user)
            messages.success(request, _("The evaluation is closed."))
            return redirect(at(evaluation))
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "closing/confirm.html",
        evaluation,
        _("Close the evaluation"),
        NOT_RIGHT if sent is not None else 200,
        path=[(pgettext("the end of an evaluation", "Closing"), at(evaluation))],
        form=form,
        going=showing.going(evaluation),
        waiting=stands.wanting.waiting,
        reason=stands.reason,
    )
