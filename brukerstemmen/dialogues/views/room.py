"""Doors to the room: the screen everyone sees, and the notes beside it."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions import room as verbs
from brukerstemmen.dialogues.forms import OutcomeForm, ReplyForm
from brukerstemmen.dialogues.models import Dialogue, DialogueReply, DialogueState
from brukerstemmen.dialogues.showing import proposals as proposed
from brukerstemmen.dialogues.showing import room as showing
from brukerstemmen.dialogues.showing.meetings import lines
from brukerstemmen.dialogues.views.frame import (
    NOT_RIGHT,
    P,
    at,
    dialogue_of,
    finding_of,
    said_no,
    sent,
    shown,
)
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach


@require_safe
def room(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The screen in the room: how we talk together, then one finding at a time."""
    row = dialogue_of(request, slug, number)
    turn = showing.turn_of(row, request.GET.get("funn", ""))
    notes = at("replies", row) + (f"?funn={turn.now.pk}" if turn.now else "")
    context: dict[str, Any] = {"turn": turn, "finding": turn.shown, "notes": notes}
    if turn.now is None:
        context["ground_rules"] = lines(row, "ground_rules")
        context["programme"] = lines(row, "programme")
    return shown(request, "dialogues/room.html", row, _("On the screen"), **context)


@require_safe
def room_proposals(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The screen when measures are read aloud: one at a time."""
    row = dialogue_of(request, slug, number)
    turn = proposed.proposal_turn(row, request.GET.get("nr", ""))
    last = row.evaluation.findings.order_by("position", "pk").last()
    context = {"turn": turn, "one": turn.now, "last": last}
    return shown(request, "dialogues/room_proposals.html", row, _("Measures"), **context)


@require_http_methods(["GET", "HEAD", "POST"])
def replies(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Write what is said to a finding, by side and type."""
    row = dialogue_of(request, slug, number)
    asked_for = request.GET.get("funn", "")
    if request.method == "POST":
        return _note(request, row, finding_of(request, row, _id_or_none(asked_for)))
    turn = showing.turn_of(row, asked_for)
    if turn.now is None and turn.findings:
        turn = showing.turn_of(row, str(turn.findings[0].pk))
    form = ReplyForm(initial={"side": request.GET.get("side", "")})
    return _notes_page(request, row, turn, form)


def _id_or_none(value: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(value)
    except ValueError:
        return None


def _note(request: HttpRequest, row: Dialogue, finding: Finding) -> HttpResponseBase:
    form = ReplyForm(request.POST)
    saved = False
    if form.is_valid():
        once = form.cleaned_data["once"]
        try:
            verbs.note_reply(row, finding, **form.told(), once=once, by=request.user)
            saved = True
        except ValidationError as refusal:
            put_on(form, refusal)
    side = request.POST.get("side", "")
    if saved and not request.htmx:
        return redirect(at("replies", row) + f"?funn={finding.pk}&side={side}#id_words")
    if saved:
        form = ReplyForm(initial={"side": side})
    if request.htmx:
        return _notes_part(request, row, finding, form, saved=saved)
    turn = showing.turn_of(row, str(finding.pk))
    return _notes_page(request, row, turn, form, status=NOT_RIGHT)


def _notes_part(
    request: HttpRequest, row: Dialogue, finding: Finding, form: ReplyForm, *, saved: bool
) -> HttpResponse:
    row.refresh_from_db(fields=["state"])
    context = {
        **_of_finding(row, finding),
        "dialogue": row,
        "slug": row.evaluation.work.slug,
        "number": row.number,
        "form": form,
        "saved": saved,
    }
    return render(request, "dialogues/_said.html", context, status=200 if saved else NOT_RIGHT)


def _of_finding(row: Dialogue, finding: Finding) -> dict[str, Any]:
    said = showing.said_to(row, finding)
    return {
        "finding": showing.finding_shown(finding),
        "said": said,
        "groups": [
            (_("Users and those on their side"), said.users),
            (_("The service"), said.service),
            (_("The centre"), said.centre),
        ],
        "is_open": row.state in {DialogueState.HELD, DialogueState.MINUTES},
    }


def _notes_page(
    request: HttpRequest,
    row: Dialogue,
    turn: showing.Turn,
    form: ReplyForm,
    outcome_form: OutcomeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"turn": turn, "form": form, "finding": None}
    if turn.now is not None:
        outcome = showing.outcome_of(row, turn.now)
        there = showing.outcome_as_typed(outcome)
        context |= _of_finding(row, turn.now)
        context["outcome"] = outcome
        context["outcome_form"] = outcome_form or OutcomeForm(initial=there)
    return shown(request, "dialogues/replies.html", row, _("What is said"), status, **context)


@require_POST
def outcome(request: HttpRequest, slug: str, number: int, finding: uuid.UUID) -> HttpResponseBase:
    """What became of a finding in the room."""
    row = dialogue_of(request, slug, number)
    chosen = finding_of(request, row, finding)
    form = OutcomeForm(request.POST)
    if form.is_valid():
        try:
            verbs.settle_in_room(row, chosen, **form.told(), by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("What became of the finding is written down."))
            return redirect(at("replies", row) + f"?funn={chosen.pk}")
    turn = showing.turn_of(row, str(chosen.pk))
    return _notes_page(request, row, turn, ReplyForm(), form, NOT_RIGHT)


def _reply_of(request: HttpRequest, row: Dialogue, pk: uuid.UUID) -> DialogueReply:
    return reach(
        DialogueReply.objects.select_related("key__outer__outer", "dialogue__evaluation__work"),
        request.user,
        P.RUN_DIALOGUE,
        pk=pk,
        dialogue=row,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, slug: str, number: int, reply: uuid.UUID) -> HttpResponseBase:
    """Other words, side or type."""
    row = dialogue_of(request, slug, number)
    one = _reply_of(request, row, reply)
    there = {"words": one.read("words"), "function": one.read("function")}
    there |= {"side": one.side, "type": one.type, "voice": one.voice}
    form = ReplyForm(sent(request), initial=there)
    if request.method == "POST" and form.is_valid():
        try:
            verbs.change_reply(one, **form.told(), by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(_back(row, one))
    status = NOT_RIGHT if form.is_bound else 200
    [as_shown] = showing.replies_shown(row, [one])
    context = {"form": form, "one": as_shown, "back": _back(row, one)}
    title = _("Change what was said")
    return shown(request, "dialogues/reply.html", row, title, status, **context)


def _back(row: Dialogue, one: DialogueReply) -> str:
    return at("replies", row) + f"?funn={one.finding_id}"


@require_POST
def reply_remove(
    request: HttpRequest, slug: str, number: int, reply: uuid.UUID
) -> HttpResponseBase:
    """Somebody takes back what they said."""
    row = dialogue_of(request, slug, number)
    one = _reply_of(request, row, reply)
    try:
        verbs.remove_reply(one, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, said_no(refusal))
    return redirect(_back(row, one))
