"""Doors of one round: where it stands, what is asked about, the meeting, and closing it."""

from collections.abc import Sequence
from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.followups.actions import rounds as verbs
from brukerstemmen.followups.forms.rounds import MeetingForm, OpenForm
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.followups.showing import rounds as showing
from brukerstemmen.followups.states import RoundState
from brukerstemmen.followups.views.rounds.frame import (
    NOT_RIGHT,
    at,
    round_of,
    said_no,
    sent,
    shown,
)
from brukerstemmen.measures.models import Measure
from brukerstemmen.measures.states import AGREED
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import may

DAYS_TO_ANSWER = timedelta(days=21)


@require_safe
def round_(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Where one round stands, and what comes next."""
    row = round_of(request, slug, number)
    is_closed = row.state is RoundState.CLOSED
    context = {
        "state": row.state,
        "word": showing.STATES[row.state],
        "tone": showing.STATE_TONES[row.state],
        "many": showing.how_many(row),
        "asked": showing.together(row) if is_closed else showing.asked_about(row),
        "told": showing.told(row),
        "note": row.read("note"),
        "first_unread": showing.waiting(row).first(),
        "may_tell": may(request.user, Permission.RELEASE, row),
    }
    return shown(request, "followups/round.html", row, "", **context)


@require_http_methods(["GET", "HEAD", "POST"])
def round_open(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Choose what people are asked about, and let them answer."""
    row = round_of(request, slug, number)
    measures = showing.measures_of(row)
    form = OpenForm(sent(request), measures=measures, initial=_to_begin_with(measures))
    if request.method == "POST" and form.is_valid():
        try:
            verbs.open_round(
                row,
                measures=form.chosen(),
                answer_by=form.cleaned_data["answer_by"],
                by=request.user,
            )
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("The round is open. People can answer now."))
            return redirect(at("round", row))
    status = NOT_RIGHT if form.is_bound else 200
    title = _("Open it for answers")
    context = {"form": form, "measures": measures}
    return shown(request, "followups/round_open.html", row, title, status, **context)


def _to_begin_with(measures: Sequence[Measure]) -> dict[str, object]:
    """What has been agreed on can be felt; what became a no can be chosen too."""
    agreed = [str(one.pk) for one in measures if one.status_now in AGREED]
    return {"measures": agreed, "answer_by": (clock.today() + DAYS_TO_ANSWER).isoformat()}


@require_http_methods(["GET", "HEAD", "POST"])
def round_met(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Note that a meeting about the measures was held."""
    row = round_of(request, slug, number)
    form = MeetingForm(sent(request), initial=_as_noted(row))
    if request.method == "POST" and form.is_valid():
        try:
            verbs.note_meeting(row, **form.cleaned_data, by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(at("round", row))
    status = NOT_RIGHT if form.is_bound else 200
    return shown(request, "followups/round_met.html", row, _("The meeting"), status, form=form)


def _as_noted(row: FollowUp) -> dict[str, object]:
    if row.met_on is None:
        return {}
    there: dict[str, object] = {"on": row.met_on.isoformat()}
    return there | {
        name: getattr(row, name) for name in ("minutes_long", "users_came", "staff_came")
    }


@require_http_methods(["GET", "HEAD", "POST"])
def round_close(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Ask first, then close: nobody answers any more."""
    row = round_of(request, slug, number)
    if request.method == "POST":
        try:
            verbs.close_round(row, by=request.user)
        except ValidationError as refusal:
            messages.warning(request, said_no(refusal))
        return redirect(at("round", row))
    if row.state is not RoundState.OPEN:
        return redirect(at("round", row))
    return shown(request, "followups/round_close.html", row, _("Close the round"))
