"""The centre itself: for those who operate it, and never a way to what people have said."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import centre as actions
from brukerstemmen.people.centre_page import StaffMember, journal_of, operated_by, staff_of
from brukerstemmen.people.forms.centre import (
    GuidelinesForm,
    InviteStaffForm,
    LogoForm,
    ProfileForm,
    TemplateForm,
)
from brukerstemmen.people.forms.refusals import put_on, say_if_too_large
from brukerstemmen.people.models import CentreProfile
from brukerstemmen.people.standing import latest_guideline


def _profile(request: HttpRequest) -> CentreProfile:
    if (profile := operated_by(request.user)) is None:
        raise Http404
    return profile


def _part(
    request: HttpRequest, template: str, label: str, form: forms.Form | None = None, **context: Any
) -> HttpResponse:
    """A page below the centre."""
    crumbs = [
        {"label": _("The centre"), "url": reverse("people:centre")},
        {"label": label, "url": request.path},
    ]
    told = {"page_title": label, "crumbs": crumbs, "form": form, **context}
    is_wrong = form is not None and form.is_bound
    return render(request, template, told, status=422 if is_wrong else 200)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The centre at a glance: profile, people, guidelines."""
    profile = _profile(request)
    return _overview(request, profile, LogoForm(), TemplateForm())


def _overview(
    request: HttpRequest, profile: CentreProfile, logo: forms.Form, template: forms.Form
) -> HttpResponse:
    context = {
        "profile": profile,
        "staff": staff_of(profile.centre, seen_by=request.user),
        "guideline": latest_guideline(profile.centre_id),
        "logo_form": logo,
        "template_form": template,
    }
    status = 422 if logo.errors or template.errors else 200
    return render(request, "people/centre.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: HttpRequest) -> HttpResponse:
    """Name, telephone, support contact, smallest group."""
    profile = _profile(request)
    form = ProfileForm(request.POST) if request.method == "POST" else ProfileForm.of(profile)
    if form.is_bound and form.is_valid():
        try:
            actions.describe_centre(profile.centre, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect("people:centre")
    return _part(request, "people/centre_describe.html", _("About the centre"), form)


@require_POST
def logo(request: HttpRequest) -> HttpResponse:
    """Another logo, or none."""
    profile = _profile(request)
    form = LogoForm(request.POST, request.FILES)
    say_if_too_large(form, request, "logo")
    remove = "remove" in request.POST
    if remove or form.is_valid():
        try:
            data = b"" if remove else form.cleaned_data["logo"].read()
            actions.change_logo(profile.centre, data, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect("people:centre")
    return _overview(request, profile, form, TemplateForm())


@require_POST
def template(request: HttpRequest) -> HttpResponse:
    """Another Word template, or none."""
    profile = _profile(request)
    form = TemplateForm(request.POST, request.FILES)
    say_if_too_large(form, request, "template")
    remove = "remove" in request.POST
    if remove or form.is_valid():
        try:
            data = b"" if remove else form.cleaned_data["template"].read()
            actions.change_word_template(profile.centre, data, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect("people:centre")
    return _overview(request, profile, LogoForm(), form)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Give somebody a role at the centre."""
    profile = _profile(request)
    form = InviteStaffForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data | {"role": Role(form.cleaned_data["role"])}
        try:
            actions.invite_staff(profile.centre, by=request.user, **given)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("The role is given. Somebody new gets a letter by e-mail."))
            return redirect("people:centre")
    return _part(request, "people/centre_invite.html", _("Invite somebody"), form)


@require_http_methods(["GET", "HEAD", "POST"])
def end_role(request: HttpRequest, grant: int) -> HttpResponse:
    """Ask first, then let a role at the centre end now."""
    profile = _profile(request)
    member = _member(request, profile, grant)
    reasons: list[str] = []
    if request.method == "POST":
        try:
            actions.end_staff_role(member.grant, by=request.user)
        except ValidationError as refusal:
            reasons = refusal.messages
        else:
            messages.success(request, _("The role has ended."))
            return redirect("people:home" if member.is_self else "people:centre")
    page = _part(request, "people/centre_end.html", _("End a role"), member=member, reasons=reasons)
    page.status_code = 422 if reasons else 200
    return page


def _member(request: HttpRequest, profile: CentreProfile, grant: int) -> StaffMember:
    for member in staff_of(profile.centre, seen_by=request.user):
        if member.grant.pk == grant:
            return member
    raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
def guidelines(request: HttpRequest) -> HttpResponse:
    """Adopt a new version of the ethical guidelines."""
    profile = _profile(request)
    latest = latest_guideline(profile.centre_id)
    initial = {"text": latest.text if latest else ""}
    form = GuidelinesForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            actions.renew_guidelines(profile.centre, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(
                request,
                _("The new version is adopted. Everybody has 14 days to read and accept it."),
            )
            return redirect("people:centre")
    return _part(request, "people/centre_guidelines.html", _("Adopt a new version"), form)


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """What was done lately, by whom, in which work. Never with which words."""
    profile = _profile(request)
    lines = journal_of(profile.centre)
    return _part(request, "people/centre_journal.html", _("The journal"), lines=lines)
