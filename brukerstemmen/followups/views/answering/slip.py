"""Doors for one with an open slip: what it is about first, then three questions, then a receipt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.followups.actions.replying import LONGEST, reply
from brukerstemmen.followups.forms.answering import FeltForm
from brukerstemmen.followups.guests import FeltGuest
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.followups.showing import answering as showing
from brukerstemmen.followups.views.answering.page import given_with, language_now
from brukerstemmen.voices import addresses
from brukerstemmen.voices.views.frame import NOT_RIGHT, sent


def _guest(request: HttpRequest) -> FeltGuest:
    return request.guest  # type: ignore[attr-defined]


def _round(request: HttpRequest) -> FollowUp:
    return _guest(request).slips.follow_up


@require_safe
def felt_info(request: HttpRequest) -> HttpResponse:
    """Who asks, what it is used for, that it is voluntary, and whom to call."""
    slips = _guest(request).slips
    now = slips.follow_up
    told = {
        "asker": showing.asker_of(now.evaluation),
        "now": now,
        "number": now.asked.count(),
        "is_full": slips.used >= slips.most,
    }
    return render(request, "followups/answer_info.html", told)


@require_http_methods(["GET", "POST"])
def felt_slip(request: HttpRequest) -> HttpResponse:
    """The questions. What is sent is answered with a receipt that is shown once; opened anew, the
    page sends the same answer again and shows another."""
    now = _round(request)
    form = FeltForm(sent(request), asked=showing.asked_in(now))
    if request.method == "POST":
        given = given_with(
            form,
            lambda **said: reply(now, participant=None, **said),
            slips=_guest(request).slips,
            language=language_now(),
            once=form.cleaned_data.get("once") if form.is_valid() else None,
        )
        if given:
            told = {
                "groups": (given.receipt or "").split("-"),
                "address": addresses.to_type(),
                "now": now,
            }
            return render(request, "followups/answer_receipt.html", told)
    told = {"form": form, "now": now, "longest": LONGEST, "is_own": False}
    status = NOT_RIGHT if form.is_bound else 200
    return render(request, "followups/answer.html", told, status=status)
