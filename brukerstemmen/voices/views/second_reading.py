"""Doors for a second reader: one statement at a time, masked, and two answers."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from brukerstemmen.people.access import Permission
from brukerstemmen.voices.actions import second_reading as verbs
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.showing import second_reading as showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, at, meeting_of, shown, statement_of


@require_safe
def second_reading(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The next statement that waits for this reader, or the one they have gone to."""
    meeting = meeting_of(request, slug, number, Permission.MASK)
    turn = showing.turn_of(meeting, request.user)
    wanted = request.GET.get("utsagn", "")
    here = next((one for one in turn.mine if str(one.position) == wanted), None)
    return _page(request, meeting, turn, here or next(iter(turn.mine), None))


def _page(
    request: HttpRequest,
    meeting: UserMeeting,
    turn: showing.Turn,
    here: Statement | None,
    status: int = 200,
    **typed: Any,
) -> HttpResponse:
    place = turn.mine.index(here) if here else 0
    others = turn.mine[:place], turn.mine[place + 1 :]
    told: dict[str, Any] = {"why": "", "errors": [], **typed}
    return shown(
        request,
        "voices/second_reading.html",
        meeting,
        _("A second reader"),
        status,
        turn=turn,
        one=showing.reading(here, meeting) if here else None,
        before=others[0][-1] if others[0] else None,
        after=others[1][0] if others[1] else None,
        colleagues=showing.colleagues(meeting, request.user) if turn.own else None,
        keys_off=not request.user.board_keys,
        **told,
    )


def _refuse_both(why: str) -> None:
    """Words that were written are never thrown away by the other button."""
    if why.strip():
        raise ValidationError(
            {"why": _("You have written what to look at. Take it away if the words can stand.")}
        )


@require_POST
def second_answer(
    request: HttpRequest, slug: str, number: int, statement: uuid.UUID
) -> HttpResponseBase:
    """ "It can stand", or "look again, because …"; then the next."""
    meeting = meeting_of(request, slug, number, Permission.MASK)
    row = statement_of(meeting, request, statement)
    seen = request.POST.get("seen", "")
    told = {"based_on": int(seen) if seen.isdecimal() else 0, "by": request.user}
    why = request.POST.get("why", "")
    try:
        if request.POST.get("said") == "stands":
            _refuse_both(why)
            verbs.let_stand(row, **told)
            messages.success(request, _("It can stand. The words go on."))
        else:
            verbs.look_again(row, why=why, **told)
            messages.success(request, _("It is given back to be looked at again."))
    except ValidationError as refusal:
        if not hasattr(refusal, "error_dict"):
            messages.warning(request, " ".join(refusal.messages))
            return redirect(at("second_reading", meeting))
        turn = showing.turn_of(meeting, request.user)
        here = next((one for one in turn.mine if one.pk == row.pk), None)
        return _page(request, meeting, turn, here, NOT_RIGHT, why=why, errors=refusal.messages)
    return redirect(at("second_reading", meeting))
