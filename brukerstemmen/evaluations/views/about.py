"""What is known of an evaluation: the page, and the forms that fill it in."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.evaluations import about as page
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.forms.about import (
    AgreementForm,
    AnchoringForm,
    ClientForm,
    DescribeForm,
    ElsewhereForm,
)
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.views.frame import about_path, evaluation_of, here, shown
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.models.work import Part


@require_safe
def describe(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that is known, for the team; the lead finds the ways to change it here."""
    evaluation = evaluation_of(request, slug, Permission.SEE_WORK)
    known = page.about(evaluation, seen_by=request.user)
    return shown(request, "evaluations/about.html", evaluation, about_path(evaluation), known=known)


def _saved(request: HttpRequest, evaluation: Evaluation) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("evaluations:describe", evaluation.work.slug)


def _page(
    request: HttpRequest, template: str, evaluation: Evaluation, label: str, form: Any
) -> HttpResponse:
    path = (about_path(evaluation), here(request, label))
    return shown(request, template, evaluation, *path, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Scope, degree and promise, dates, who is not reached, what it is a part of."""
    evaluation = evaluation_of(request, slug, Permission.LEAD_WORK)
    data = request.POST if request.method == "POST" else None
    others = page.others_led_by(request.user, than=evaluation)
    form = DescribeForm(data, evaluation=evaluation, others=others)
    if form.is_bound and form.is_valid():
        try:
            starting.describe(evaluation, by=request.user, seen=form.seen(), **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _saved(request, evaluation)
    return _page(request, "evaluations/change.html", evaluation, _("Describe the evaluation"), form)


@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """The agreement is signed."""
    evaluation = evaluation_of(request, slug, Permission.LEAD_WORK)
    held = page.agreement_of(evaluation)
    initial = {"on": held.signed_on, "report_is_shared": held.report_is_shared} if held else {}
    form = AgreementForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            starting.sign_agreement(evaluation, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _saved(request, evaluation)
    return _page(request, "evaluations/agreement.html", evaluation, _("Agreement"), form)


@require_http_methods(["GET", "HEAD", "POST"])
def client(request: HttpRequest, slug: str) -> HttpResponse:
    """Say who ordered the evaluation."""
    evaluation = evaluation_of(request, slug, Permission.LEAD_WORK)
    form = ClientForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            starting.name_client(evaluation, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _saved(request, evaluation)
    named = page.parties(evaluation, Part.CLIENT)
    path = (about_path(evaluation), here(request, _("Who ordered it")))
    return shown(request, "evaluations/client.html", evaluation, *path, form=form, named=named)


@require_http_methods(["GET", "HEAD", "POST"])
def anchoring(request: HttpRequest, slug: str) -> HttpResponse:
    """What is in place in the service for the findings to be used."""
    evaluation = evaluation_of(request, slug, Permission.LEAD_WORK)
    initial = {"points": list(page.anchored(evaluation))}
    form = AnchoringForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        starting.anchor(evaluation, form.cleaned_data["points"], by=request.user)
        return _saved(request, evaluation)
    return _page(
        request, "evaluations/anchoring.html", evaluation, _("In place in the service"), form
    )


@require_http_methods(["GET", "HEAD", "POST"])
def elsewhere(request: HttpRequest, slug: str) -> HttpResponse:
    """Which steps were taken outside this software, and when."""
    evaluation = evaluation_of(request, slug, Permission.LEAD_WORK)
    held = page.held_elsewhere(evaluation)
    form = ElsewhereForm(request.POST if request.method == "POST" else None, held=held)
    if form.is_bound and form.is_valid():
        try:
            starting.say_what_is_done_elsewhere(evaluation, form.days(), by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _saved(request, evaluation)
    return _page(request, "evaluations/elsewhere.html", evaluation, _("Done elsewhere"), form)
