"""Doors for one who took part: whether a change is felt, what was answered, and taking it away.

Everything is reached through `request.guest`; another's answer is the same 404 as none.
"""

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.followups.actions.replying import LONGEST, reply, take_back
from brukerstemmen.followups.forms.answering import FeltForm
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.followups.showing import answering as showing
from brukerstemmen.followups.views.answering.page import given_with, language_now
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.actions.consenting import allows
from brukerstemmen.voices.models import Participant
from brukerstemmen.voices.views.frame import NOT_RIGHT, sent
from brukerstemmen.voices.views.own.page import participant_of


@require_safe
def felt(request: HttpRequest) -> HttpResponse:
    """Whether anybody asks now, what this participant has answered, and the way on."""
    participant = participant_of(request)
    now, answers = _asks(participant), showing.own_replies(participant)
    said = {"svart": _("Thank you. It is kept."), "borte": _("It is gone.")}
    told = {
        "now": now,
        "number": now.asked.count() if now else 0,
        "standing": next((one for one in answers if one.reply.follow_up == now), None),
        "before": [one for one in answers if one.reply.follow_up != now],
        "saved": said.get(request.GET.get("lagret", ""), ""),
    }
    return render(request, "followups/answer_own.html", told)


def _asks(participant: Participant) -> FollowUp | None:
    now = showing.open_round(participant.evaluation_id)
    return now if now and allows(participant, Purpose.TAKE_PART) else None


@require_http_methods(["GET", "POST"])
def felt_answer(request: HttpRequest) -> HttpResponseBase:
    """Three questions; nothing has to be answered. What stands can be changed."""
    participant = participant_of(request)
    now = _asks(participant)
    if now is None:
        # It was closed while somebody wrote, or was never open to them.
        return redirect("followups:felt")
    stands = next(
        (one for one in showing.own_replies(participant) if one.reply.follow_up == now), None
    )
    form = FeltForm(sent(request), asked=showing.asked_in(now), initial=_as_it_stands(stands))
    who = {"participant": participant, "language": language_now()}
    if request.method == "POST" and given_with(form, lambda **said: reply(now, **said), **who):
        return redirect(reverse("followups:felt", query={"lagret": "svart"}))
    told = {"form": form, "now": now, "stands": stands, "longest": LONGEST, "is_own": True}
    status = NOT_RIGHT if form.is_bound else 200
    return render(request, "followups/answer.html", told, status=status)


def _as_it_stands(stands: showing.Own | None) -> dict[str, str]:
    if stands is None:
        return {}
    felt = {f"felt_{pk}": said.value for pk, said in stands.felt.items()}
    return {**felt, "notices": stands.notices, "missing": stands.missing}


@require_http_methods(["GET", "POST"])
def felt_take_away(request: HttpRequest, pk: uuid.UUID) -> HttpResponseBase:
    """One page with one button. No reason is asked."""
    answers = showing.own_replies(participant_of(request))
    one = next((own for own in answers if own.reply.pk == pk), None)
    if one is None:
        raise Http404
    if request.method == "POST":
        take_back(one.reply)
        return redirect(reverse("followups:felt", query={"lagret": "borte"}))
    told = {"own": one, "back": reverse("followups:felt")}
    return render(request, "followups/answer_take_away.html", told)
