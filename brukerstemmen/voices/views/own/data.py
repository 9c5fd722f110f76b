"""Doors to what we have about a participant: reading it, changing it, taking it along."""

import uuid

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.voices.actions import company as company_verbs
from brukerstemmen.voices.actions.invitations import write_contact
from brukerstemmen.voices.forms.own import CompanyForm, ReachForm
from brukerstemmen.voices.models.identity import CompanionRole
from brukerstemmen.voices.showing import own_copy as copy
from brukerstemmen.voices.showing import own_data as showing
from brukerstemmen.voices.showing import own_kept
from brukerstemmen.voices.views.frame import NOT_RIGHT, sent
from brukerstemmen.voices.views.own.page import onwards, participant_of, shown

# Neutral: the file lies on the device afterwards, where others may see its name.
COPY_NAME = "kopi"


@require_safe
def own_data(request: HttpRequest) -> HttpResponse:
    """What is stored, who has looked, and until when it is kept."""
    participant = participant_of(request)
    return shown(
        request,
        "voices/own/data.html",
        reach=showing.reach_of(participant),
        company=showing.company_of(participant),
        answers=showing.answers_of(participant),
        meetings=showing.meeting_days(participant),
        code=showing.code_of(participant),
        told=showing.told_of_words(participant),
        counts=showing.counts_of(participant),
        looks=showing.looks_at(participant),
        kept=showing.kept_until(participant),
        more=own_kept.parts_of(participant),
    )


@require_http_methods(["GET", "POST"])
def own_contact(request: HttpRequest) -> HttpResponse:
    """How we may reach them: write it, change it, or let it be deleted."""
    participant = participant_of(request)
    reach = showing.reach_of(participant)
    first = {name: getattr(reach, name) for name in ReachForm.base_fields} if reach else {}
    if "clear" in request.POST:
        write_contact(participant, reach={}, by=None)
        return onwards("own_data", saved="slettet")
    form = ReachForm(sent(request), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            write_contact(participant, reach=form.cleaned_data, by=None)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return onwards("own_data", saved="1")
    status = NOT_RIGHT if form.is_bound else 200
    return shown(request, "voices/own/contact.html", status, form=form, reach=reach)


@require_safe
def own_copy(request: HttpRequest) -> HttpResponse:
    """Everything in one file: to read, or, where asked for, for machines."""
    everything = copy.everything(participant_of(request))
    answer: HttpResponse
    if request.GET.get("som") == "json":
        answer = JsonResponse(copy.as_json(everything), json_dumps_params={"indent": 2})
        ending = "json"
    else:
        answer = render(request, "voices/own/copy.html", {"all": everything})
        ending = "html"
    answer["Content-Disposition"] = f'attachment; filename="{COPY_NAME}.{ending}"'
    return answer


@require_http_methods(["GET", "POST"])
def own_company(request: HttpRequest) -> HttpResponse:
    """Somebody they bring reads the pledge and signs it; or does not come along after all."""
    participant = participant_of(request)
    if request.method == "POST" and "end" in request.POST:
        return _end(request)
    form = CompanyForm(sent(request))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            company_verbs.sign_company(
                participant,
                role=CompanionRole(told["role"]),
                name=told["name"],
                once=told["once"],
                by=None,
            )
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return onwards("own_company", saved="1")
    status = NOT_RIGHT if form.is_bound else 200
    company = showing.company_of(participant)
    return shown(request, "voices/own/company.html", status, form=form, company=company)


def _end(request: HttpRequest) -> HttpResponse:
    try:
        pk = uuid.UUID(request.POST["end"])
    except ValueError:
        raise Http404 from None
    companion = participant_of(request).companions.filter(pk=pk).first()
    if companion is None:
        raise Http404
    company_verbs.end_company(companion, by=None)
    return onwards("own_company", saved="slettet")
