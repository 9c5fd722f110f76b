"""Doors that come near who a participant is: how to reach them, who is with them, the way out."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach
from brukerstemmen.privacy.consent import Channel
from brukerstemmen.voices.actions import company, invitations, withdrawal
from brukerstemmen.voices.forms.participants import CompanyForm, ContactForm, LeaveForm
from brukerstemmen.voices.models import Companion, Participant
from brukerstemmen.voices.showing import people as showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, page, sent
from brukerstemmen.voices.views.people import participant_of, path_to, to_own_page

P = Permission


@require_http_methods(["GET", "POST"])
def participant_withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Take somebody out who has asked for it. It works for everybody on the team, at once: also
    for those who have something left before they may see the material."""
    person = participant_of(request, slug, number, P.WITHDRAW_FOR)
    form = LeaveForm(sent(request))
    if request.method == "POST" and form.is_valid():
        channel = Channel(form.cleaned_data["channel"])
        withdrawal.withdraw_on_behalf(person, channel=channel, by=request.user)
        told = _("%(code)s has withdrawn. Everything is taken away.") % {"code": person.code}
        messages.success(request, told)
        return redirect("voices:participants", slug)
    if person.is_withdrawn:
        return redirect("voices:participants", slug)
    return page(
        request,
        "voices/participant_withdraw.html",
        person.evaluation,
        _("Withdraw %(code)s") % {"code": person.code},
        NOT_RIGHT if form.is_bound else 200,
        path=path_to(person)[:1],
        person=person,
        form=form,
        statements=showing.statements_of(person),
    )


@require_http_methods(["GET", "POST"])
def participant_contact(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """How to reach a participant. Reading it is journalled, and they may ask who has."""
    person = participant_of(request, slug, number, P.SEE_CONTACT)
    request.journal_about = person  # type: ignore[attr-defined]
    if person.is_withdrawn:
        return to_own_page(person)
    form = ContactForm(sent(request), initial=showing.reach_of(person))
    if request.method == "POST" and form.is_valid():
        try:
            invitations.write_contact(person, reach=form.cleaned_data, by=request.user)
            return to_own_page(person)
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "voices/participant_contact.html",
        person.evaluation,
        _("How to reach %(code)s") % {"code": person.code},
        NOT_RIGHT if form.is_bound else 200,
        path=path_to(person),
        person=person,
        form=form,
    )


@require_http_methods(["GET", "POST"])
def participant_company(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The interpreters and companions somebody has chosen, and the pledge they sign."""
    person = participant_of(request, slug, number, P.SEE_CONTACT)
    request.journal_about = person  # type: ignore[attr-defined]
    if person.is_withdrawn:
        return to_own_page(person)
    ends = request.POST.get("ends")
    form = CompanyForm(None if ends else sent(request))
    if ends:
        company.end_company(_companion(request, person, ends), by=request.user)
        return _to_company(person)
    if request.method == "POST" and form.is_valid():
        try:
            company.sign_company(person, by=request.user, **form.cleaned_data)
            return _to_company(person)
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "voices/participant_company.html",
        person.evaluation,
        _("Who %(code)s has along") % {"code": person.code},
        NOT_RIGHT if form.is_bound else 200,
        path=path_to(person),
        person=person,
        form=form,
        company=showing.companions(person),
        pledge=reverse("people:guidelines"),
    )


def _companion(request: HttpRequest, person: Participant, pk: str) -> Any:
    return reach(
        Companion.objects.select_related("participant__evaluation__work"),
        request.user,
        P.SEE_CONTACT,
        pk=CompanyForm.as_id(pk),
        participant=person,
    )


def _to_company(person: Participant) -> HttpResponseBase:
    return redirect("voices:participant_company", person.evaluation.work.slug, person.number)
