"""What a slip opens: information and a reply. No words of anybody, and no name of the service."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.privacy import retention
from brukerstemmen.voices.actions.invitations import reply
from brukerstemmen.voices.forms.entrance import ReplyForm
from brukerstemmen.voices.guests import SlipGuest
from brukerstemmen.voices.models.identity import Need, Wish
from brukerstemmen.voices.showing import entrance as showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, sent


def _guest(request: HttpRequest) -> SlipGuest:
    guest: SlipGuest = request.guest  # type: ignore[attr-defined]
    return guest


@require_safe
def slip_info(request: HttpRequest) -> HttpResponse:
    """Who asks, what is promised and what happens with what is said."""
    return render(request, "voices/own/slip_info.html", {"told": showing.told(_guest(request))})


@require_http_methods(["GET", "POST"])
def slip_reply(request: HttpRequest) -> HttpResponseBase:
    """A reply goes to the centre only. Whoever handed out the slip never hears of it."""
    guest = _guest(request)
    told = showing.told(guest)
    form = ReplyForm(sent(request), for_young=told.for_young)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            reply(
                guest.sheet,
                wish=Wish(given["wish"]),
                reach=form.reach(),
                needs=[Need(need) for need in given["needs"]],
                language=(translation.get_language() or "nb")[:2],
                is_young=given.get("is_young", False),
                once=given["once"],
            )
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect("voices:slip_thanks")
    return render(
        request,
        "voices/own/slip_reply.html",
        {"told": told, "form": form, "reply_days": retention.REPLY_DAYS},
        status=NOT_RIGHT if form.is_bound else 200,
    )


@require_safe
def slip_thanks(request: HttpRequest) -> HttpResponse:
    """The reply has come, and what happens now."""
    return render(request, "voices/own/slip_thanks.html", {"told": showing.told(_guest(request))})
