"""Doors for one with a receipt: their one answer, and taking it away."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.followups.actions.replying import take_back
from brukerstemmen.followups.models import Reply
from brukerstemmen.followups.showing import answering as showing
from brukerstemmen.people import entry


def _reply(request: HttpRequest) -> Reply:
    return request.guest.reply  # type: ignore[attr-defined]


@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """What they have answered, as it is kept."""
    own = showing.own_reply(_reply(request))
    asker = showing.asker_of(own.reply.follow_up.evaluation)
    return render(request, "followups/answer_kept.html", {"own": own, "asker": asker})


@require_http_methods(["GET", "POST"])
def receipt_take_away(request: HttpRequest) -> HttpResponseBase:
    """One page with one button. The receipt opens nothing afterwards."""
    if request.method == "POST":
        take_back(_reply(request))
        # The browser forgets its language too, so the address carries it one page further.
        query = {"sprak": translation.get_language()}
        answer = redirect(reverse("followups:receipt_gone", query=query))
        entry.end(answer)
        return answer
    told = {"own": showing.own_reply(_reply(request)), "back": reverse("followups:receipt")}
    return render(request, "followups/answer_take_away.html", told)


@require_safe
def receipt_gone(request: HttpRequest) -> HttpResponse:
    """It is done. Nothing here tells whose it was."""
    language = request.GET.get("sprak", "")
    if language in dict(settings.LANGUAGES):
        translation.activate(language)
    return render(request, "followups/answer_gone.html")
