"""Doors to planning: the list, the day, who is in the room, what is done beforehand."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.dialogues import wording
from brukerstemmen.dialogues.actions import planning as verbs
from brukerstemmen.dialogues.actions.room import begin_new_voices
from brukerstemmen.dialogues.forms import DayForm, PlanForm, SeatsFormSet
from brukerstemmen.dialogues.models import Dialogue
from brukerstemmen.dialogues.showing import meetings as showing
from brukerstemmen.dialogues.showing.minutes import approvals_of
from brukerstemmen.dialogues.sides import Side
from brukerstemmen.dialogues.views.frame import (
    NOT_RIGHT,
    at,
    crumbs,
    dialogue_of,
    evaluation_of,
    said_no,
    sent,
    shown,
)
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.forms.refusals import put_on

PLANNED_WORDS = ("place", "programme", "ground_rules")


@require_safe
def dialogues(request: HttpRequest, slug: str) -> HttpResponse:
    """Every dialogue meeting of the evaluation."""
    evaluation = evaluation_of(request, slug)
    context = {"listed": showing.listed(evaluation)}
    return _outside(request, "dialogues/dialogues.html", evaluation, "", **context)


def _outside(
    request: HttpRequest,
    template: str,
    evaluation: Evaluation,
    title: str,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page that is not about one meeting."""
    more = [(title, request.get_full_path())] if title else []
    told = {
        "evaluation": evaluation,
        "slug": evaluation.work.slug,
        "page_title": title or _("Dialogue"),
        "crumbs": crumbs(evaluation, *more),
        **context,
    }
    return render(request, template, told, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def dialogue_new(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Plan a meeting, with a programme and ground rules to begin from."""
    evaluation = evaluation_of(request, slug)
    begin = {
        "programme": wording.starter_programme(),
        "ground_rules": wording.starter_ground_rules(),
    }
    form = PlanForm(sent(request), initial=begin)
    if request.method == "POST" and form.is_valid():
        try:
            dialogue = verbs.plan_dialogue(evaluation, **form.cleaned_data, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(at("dialogue", dialogue))
    status = NOT_RIGHT if form.is_bound else 200
    title = _("New dialogue meeting")
    return _outside(request, "dialogues/plan.html", evaluation, title, status, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def dialogue_edit(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Another day, place, programme or other rules."""
    dialogue = dialogue_of(request, slug, number)
    there = {name: dialogue.read(name) for name in PLANNED_WORDS}
    there |= {name: getattr(dialogue, name) for name in ("kind", "on", "begins", "ends")}
    form = PlanForm(sent(request), initial=there)
    if request.method == "POST" and form.is_valid():
        told = {name: value for name, value in form.cleaned_data.items() if name != "once"}
        try:
            verbs.describe_dialogue(dialogue, **told, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(at("dialogue", dialogue))
    status = NOT_RIGHT if form.is_bound else 200
    title = _("Day, programme and rules")
    return shown(request, "dialogues/plan.html", dialogue, title, status, form=form)


@require_safe
def dialogue(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Where one meeting stands, and what comes next."""
    row = dialogue_of(request, slug, number)
    settled, findings = showing.settled_count(row)
    context = {
        "place": row.read("place"),
        "programme": showing.lines(row, "programme"),
        "ground_rules": showing.lines(row, "ground_rules"),
        "room": showing.in_the_room(row),
        "settled": settled,
        "findings": findings,
        "proposals": row.proposals.count(),
        "open_replies": showing.open_replies(row),
        "approvals": approvals_of(row),
        "voices": showing.new_voices_of(row),
    }
    return shown(request, "dialogues/dialogue.html", row, "", **context)


@require_http_methods(["GET", "HEAD", "POST"])
def seats(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """How many are in the room, by side, users first."""
    row = dialogue_of(request, slug, number)
    room = showing.in_the_room(row)
    rows = SeatsFormSet(sent(request), initial=_rows_of(room), prefix="rad")
    refusals: list[str] = []
    if request.method == "POST" and rows.is_valid():
        told = [form.told() for form in rows if form.cleaned_data.get("side")]
        try:
            verbs.set_seats(row, told, by=request.user)
        except ValidationError as refusal:
            refusals = refusal.messages
        else:
            return redirect(at("seats", row))
    status = NOT_RIGHT if rows.is_bound else 200
    context = {"rows": rows, "room": room, "refusals": refusals}
    return shown(request, "dialogues/seats.html", row, _("Who is in the room"), status, **context)


def _rows_of(room: showing.InTheRoom) -> list[dict[str, Any]]:
    """A row for each side, those that are told already as they are, and one more to choose."""
    rows: list[dict[str, Any]] = []
    for side in Side:
        there = [one for one in room.rows if one.side is side]
        rows += [
            {"side": side, "invited": one.invited, "came": one.came, "where": one.where}
            for one in there
        ] or [{"side": side}]
    return [*rows, {}]


@require_http_methods(["GET", "HEAD", "POST"])
def preparation(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Each side prepares on its own, and users are told who will be there."""
    row = dialogue_of(request, slug, number)
    form = DayForm(sent(request))
    what = request.POST.get("what", "")
    if request.method == "POST" and form.is_valid():
        try:
            _say_done(row, what, form, request)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(at("preparation", row))
    status = NOT_RIGHT if form.is_bound else 200
    context = {
        "form": form,
        "what": what,
        "parts": [
            ("told", row.told_on),
            ("users", row.prepared_users_on),
            ("service", row.prepared_service_on),
        ],
    }
    return shown(request, "dialogues/preparation.html", row, _("Preparation"), status, **context)


def _say_done(row: Dialogue, what: str, form: DayForm, request: HttpRequest) -> None:
    on, by = form.cleaned_data["on"], request.user
    if what == "told":
        verbs.say_told(row, on=on, by=by)
    elif what in {"users", "service"}:
        verbs.say_prepared(row, of_users=what == "users", on=on, by=by)


@require_safe
def who_comes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A page to print or read aloud: who will be in the room by side, and that nobody has to."""
    row = dialogue_of(request, slug, number)
    context = {
        "place": row.read("place"),
        "room": showing.in_the_room(row),
        "programme": showing.lines(row, "programme"),
        "ground_rules": showing.lines(row, "ground_rules"),
    }
    return shown(request, "dialogues/who_comes.html", row, _("Who will be there"), **context)


@require_POST
def open_room(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The meeting begins."""
    row = dialogue_of(request, slug, number)
    try:
        verbs.open_room(row, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, said_no(refusal))
        return redirect(at("dialogue", row))
    return redirect(at("room" if request.POST.get("then") == "room" else "dialogue", row))


@require_POST
def new_voices(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A user meeting for those who have something new to tell."""
    row = dialogue_of(request, slug, number)
    meeting = begin_new_voices(row, by=request.user)
    return redirect(reverse("voices:meeting", args=[slug, meeting.number]))
