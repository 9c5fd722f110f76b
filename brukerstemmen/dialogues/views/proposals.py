"""Doors to measures proposed on the spot."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions import room as verbs
from brukerstemmen.dialogues.forms import AnswerForm, HeardForm, ProposalForm
from brukerstemmen.dialogues.models import Dialogue, DialogueState, Proposal
from brukerstemmen.dialogues.showing import proposals as showing
from brukerstemmen.dialogues.showing.meetings import findings_of
from brukerstemmen.dialogues.views.frame import (
    NOT_RIGHT,
    P,
    at,
    dialogue_of,
    said_no,
    sent,
    shown,
)
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach


def _choices(findings: list[Finding]) -> list[tuple[str, str]]:
    return [
        (str(one.pk), f"{number}. {one.read('title')}")
        for number, one in enumerate(findings, start=1)
    ]


def _proposal_of(request: HttpRequest, row: Dialogue, pk: uuid.UUID) -> Proposal:
    return reach(showing.proposals(), request.user, P.RUN_DIALOGUE, pk=pk, dialogue=row)


@require_http_methods(["GET", "HEAD", "POST"])
def proposals(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """What is proposed so far, and a new one."""
    row = dialogue_of(request, slug, number)
    findings = findings_of(row.evaluation)
    begin = {"findings": request.GET.getlist("funn")}
    form = ProposalForm(sent(request), findings=_choices(findings), initial=begin)
    if request.method == "POST" and form.is_valid():
        once = form.cleaned_data["once"]
        try:
            verbs.propose(row, form.chosen(findings), **form.told(), once=once, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("The proposal is written down. Read it aloud."))
            return redirect(at("proposals", row))
    return _page(request, row, form, NOT_RIGHT if form.is_bound else 200)


def _page(
    request: HttpRequest, row: Dialogue, form: ProposalForm, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "shown": showing.proposals_of(row),
        "is_open": row.state in {DialogueState.HELD, DialogueState.MINUTES},
    }
    title = _("Proposed measures")
    return shown(request, "dialogues/proposals.html", row, title, status, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, slug: str, number: int, proposal: uuid.UUID) -> HttpResponseBase:
    """One proposal: who agrees, what the leader says, and other words."""
    row = dialogue_of(request, slug, number)
    one = _proposal_of(request, row, proposal)
    findings = findings_of(row.evaluation)
    form = _form_of(request, one, findings)
    if form.is_bound and form.is_valid():
        chosen = form.chosen(findings)
        try:
            verbs.change_proposal(one, chosen, **form.told(), by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(at("proposal", row, one.pk))
    return _one_page(request, row, one, form)


def _form_of(
    request: HttpRequest, one: Proposal, findings: list[Finding], *, is_sent: bool = True
) -> ProposalForm:
    """The proposal to change. is_sent: what was posted, if anything, is this form."""
    as_shown = showing.proposal_shown(one)
    there = {name: getattr(as_shown, name) for name in ("title", "owner", "notice")}
    there |= {"deadline": one.deadline, "kind": one.kind}
    there["findings"] = [str(finding.pk) for finding in one.findings.all()]
    data = sent(request) if is_sent else None
    return ProposalForm(data, findings=_choices(findings), initial=there)


def _one_page(
    request: HttpRequest,
    row: Dialogue,
    one: Proposal,
    form: ProposalForm,
    answer_form: AnswerForm | None = None,
) -> HttpResponse:
    as_shown = showing.proposal_shown(one)
    agreed = {"users_agree": one.users_agree, "service_agrees": one.service_agrees}
    said = {"says": one.says, "reason": as_shown.reason}
    context = {
        "one": as_shown,
        "form": form,
        "heard_form": HeardForm(initial=agreed),
        "answer_form": answer_form or AnswerForm(initial=said),
        "is_open": row.state in {DialogueState.HELD, DialogueState.MINUTES},
    }
    status = NOT_RIGHT if form.is_bound or answer_form else 200
    title = _("Measure %(number)s") % {"number": one.number}
    return shown(request, "dialogues/proposal.html", row, title, status, **context)


@require_POST
def proposal_heard(
    request: HttpRequest, slug: str, number: int, proposal: uuid.UUID
) -> HttpResponseBase:
    """It was read aloud; who agrees."""
    row = dialogue_of(request, slug, number)
    one = _proposal_of(request, row, proposal)
    form = HeardForm(request.POST)
    form.is_valid()
    try:
        verbs.read_aloud(one, **form.cleaned_data, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, said_no(refusal))
    return _onwards(request, row, one)


@require_POST
def proposal_answer(
    request: HttpRequest, slug: str, number: int, proposal: uuid.UUID
) -> HttpResponseBase:
    """What the leader says there and then."""
    row = dialogue_of(request, slug, number)
    one = _proposal_of(request, row, proposal)
    form = AnswerForm(request.POST)
    if form.is_valid():
        says, reason = form.told()
        try:
            verbs.answer_proposal(one, says, reason=reason, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return _onwards(request, row, one)
    words = _form_of(request, one, findings_of(row.evaluation), is_sent=False)
    return _one_page(request, row, one, words, form)


def _onwards(request: HttpRequest, row: Dialogue, one: Proposal) -> HttpResponseBase:
    """Back to where it was told: the screen, or the proposal's own page."""
    place = request.POST.get("nr", "")
    if place.isdecimal():
        return redirect(at("room_proposals", row) + f"?nr={place}")
    return redirect(at("proposal", row, one.pk))


@require_POST
def proposal_remove(
    request: HttpRequest, slug: str, number: int, proposal: uuid.UUID
) -> HttpResponseBase:
    """Somebody takes back what they proposed."""
    row = dialogue_of(request, slug, number)
    one = _proposal_of(request, row, proposal)
    try:
        verbs.remove_proposal(one, by=request.user)
        messages.success(request, _("The proposal is taken back."))
    except ValidationError as refusal:
        messages.warning(request, said_no(refusal))
    return redirect(at("proposals", row))
