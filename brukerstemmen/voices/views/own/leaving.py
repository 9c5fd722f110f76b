"""Doors to a participant's page, their choices, a pause, and the way out."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.people import entry
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions import wishes, withdrawal
from brukerstemmen.voices.showing import own_home as showing
from brukerstemmen.voices.showing import own_more
from brukerstemmen.voices.views.frame import NOT_RIGHT
from brukerstemmen.voices.views.own.page import onwards, participant_of, shown


@require_safe
def own_home(request: HttpRequest) -> HttpResponse:
    """What waits, where they are, and the few places to go."""
    participant = participant_of(request)
    standing = showing.standing_of(participant)
    more = own_more.links_for(
        participant, may_stand_out=bool(standing.said_yes_on) and not standing.waiting
    )
    is_asked = any(link.invites for link in more)
    return shown(request, "voices/own/home.html", standing=standing, more=more, is_asked=is_asked)


@require_http_methods(["GET", "POST"])
def own_choices(request: HttpRequest) -> HttpResponse:
    """Each yes, to take back at once or to give anew; and the wish to be named."""
    refusal = ""
    if request.method == "POST":
        try:
            _choose(request)
            return onwards("own_choices", saved="1")
        except ValidationError as told:
            refusal = " ".join(told.messages)
    choices = showing.choices_of(participant_of(request))
    status = NOT_RIGHT if refusal else 200
    return shown(request, "voices/own/choices.html", status, choices=choices, refusal=refusal)


def _choose(request: HttpRequest) -> None:
    """Do what the pressed button says. Taking part has pages of its own, for yes and for no."""
    participant = participant_of(request)
    if "named" in request.POST:
        wishes.wish_to_be_named(participant, wants=request.POST["named"] == "yes")
        return
    asked = {choice.purpose for choice in showing.choices_of(participant)} - {Purpose.TAKE_PART}
    purpose = next((one for one in asked if one == request.POST.get("purpose")), None)
    if purpose is None:
        raise Http404
    if request.POST.get("answer") == "yes":
        shown_now = request.visit.told  # type: ignore[attr-defined]
        wishes.say_yes_again(participant, purpose, text_version=shown_now)
    else:
        withdrawal.take_back(participant, purpose, channel=Channel.OWN_LINK, by=None)


@require_safe
def own_pause(request: HttpRequest) -> HttpResponse:
    """Nothing is lost; whom to call; come back at any time."""
    return shown(request, "voices/own/pause.html")


@require_http_methods(["GET", "POST"])
def own_withdraw(request: HttpRequest) -> HttpResponse:
    """One page with one button. No reason is asked."""
    participant = participant_of(request)
    if request.method != "POST":
        return shown(request, "voices/own/withdraw.html", statements=participant.statements.count())
    withdrawal.withdraw(participant)
    # The browser forgets its language too, so the address carries it one page further.
    query = {"sprak": translation.get_language()}
    answer = redirect(reverse("voices:withdrawn", query=query))
    entry.end(answer)
    return answer


@require_safe
def withdrawn(request: HttpRequest) -> HttpResponse:
    """It is done. Nothing here tells who it was."""
    language = request.GET.get("sprak", "")
    if language in dict(settings.LANGUAGES):
        translation.activate(language)
    return render(request, "voices/own/withdrawn.html")
