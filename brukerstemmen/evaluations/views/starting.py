"""Starting an evaluation, stopping it, and going on without something that is missing."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.forms.starting import PassNeedForm, StartForm, StopForm
from brukerstemmen.evaluations.views.frame import (
    NOT_RIGHT,
    about_path,
    evaluation_of,
    here,
    shown,
)
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import open_work


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Begin, with no more than the name of a service."""
    centres = list(open_work(request.user, Permission.START_WORK).select_related("centre"))
    if not centres:
        raise PermissionDenied
    form = StartForm(request.POST if request.method == "POST" else None, centres=centres)
    if form.is_bound and form.is_valid():
        try:
            evaluation = starting.start_evaluation(by=request.user, **form.told())
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect("journey:evaluation", evaluation.work.slug)
    crumbs = [
        {"label": _("Evaluations"), "url": reverse("journey:evaluations")},
        {"label": _("Start an evaluation"), "url": request.path},
    ]
    context = {"form": form, "crumbs": crumbs}
    status = NOT_RIGHT if form.is_bound else 200
    return render(request, "evaluations/start.html", context, status=status)


@require_POST
def pass_need(request: HttpRequest, slug: str) -> HttpResponse:
    """Go on without something, with one sentence why. Hard stops are refused by the verb."""
    evaluation = evaluation_of(request, slug, Permission.LEAD_WORK)
    form = PassNeedForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(_("Write one sentence about why you go on without it."))
        given = form.cleaned_data
        starting.pass_need(evaluation, given["need"], why=given["reason"], by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("You go on without it. The reason stands on the page."))
    return redirect("journey:evaluation", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, slug: str) -> HttpResponse:
    """Stop the evaluation, with a reason."""
    evaluation = evaluation_of(request, slug, Permission.LEAD_WORK)
    form = StopForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            starting.stop(evaluation, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("The evaluation is stopped."))
            return redirect("evaluations:describe", slug)
    path = (about_path(evaluation), here(request, _("Stop the evaluation")))
    return shown(request, "evaluations/stop.html", evaluation, *path, form=form)


@require_POST
def take_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Go on with an evaluation that was stopped."""
    evaluation = evaluation_of(request, slug, Permission.LEAD_WORK)
    starting.take_up_again(evaluation, by=request.user)
    messages.success(request, _("The evaluation goes on."))
    return redirect("evaluations:describe", slug)
