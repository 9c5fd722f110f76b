"""The way in and the way out: a typed code, the address in a picture, and leaving."""

import uuid
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from brukerstemmen.people import entry, guessing
from brukerstemmen.people.entry import Way
from brukerstemmen.voices.actions.codes import Entered, enter_with_code, enter_with_token
from brukerstemmen.voices.forms.entrance import CodeForm
from brukerstemmen.voices.other_ways import OTHER_WAYS
from brukerstemmen.voices.showing import entrance as showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, sent


@require_http_methods(["GET", "POST"])
def entrance(request: HttpRequest) -> HttpResponseBase:
    """One field for a code. What could be no code at all is told, and counts as no guess."""
    form = CodeForm(sent(request))
    if request.method == "POST" and form.is_valid():
        entered = enter_with_code(form.cleaned_data["code"], inside=_inside(request))
        return _let_in(request, entered)
    told: dict[str, Any] = {
        "form": form,
        "opened_nothing": "svar" in request.GET and not form.is_bound,
        "has_rested": _has_rested(request),
    }
    return render(
        request, "voices/own/entrance.html", told, status=NOT_RIGHT if form.is_bound else 200
    )


@require_GET  # HEAD would take a place at the wall
def link(request: HttpRequest, token: str) -> HttpResponseBase:
    """From the picture to an address that gives nothing away. It can be followed again."""
    return _let_in(request, enter_with_token(token, inside=_inside(request)))


def _let_in(request: HttpRequest, entered: Entered | None) -> HttpResponseBase:
    """In at once; or one and the same answer, whatever was wrong, after the same wait."""
    if entered is None:
        guessing.wait(guessing.failed(entry.address_of(request)))
        return redirect(reverse("voices:entrance", query={"svar": "nei"}))
    response = redirect(_first_page(entered))
    entry.begin(response, entered.way, entered.about)
    language = showing.language_of_paper(entered.way, entered.about)
    if language and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            secure=not settings.LOOPBACK,
            httponly=True,
        )
    return response


def _first_page(entered: Entered) -> str:
    if entered.way is Way.SLIP:
        return "voices:slip_info"
    if entered.way in OTHER_WAYS:
        return OTHER_WAYS[entered.way].opens_at
    holder = showing.holder_of(entered.way, entered.about)
    if holder is not None and showing.has_answered(holder):
        return "voices:own_home"
    return "voices:consent_info"


def _inside(request: HttpRequest) -> uuid.UUID | None:
    """The picture on the wall this browser has come in by, if it has."""
    visit = entry.visit_of(request)
    return visit.about if visit and visit.way is Way.WALL else None


def _has_rested(request: HttpRequest) -> bool:
    """Whether there was a visit here that is over because nobody used it for a while."""
    return entry.cookie_name() in request.COOKIES and entry.visit_of(request) is None


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Away at once, with nothing left in the browser."""
    response = HttpResponseRedirect(settings.EXIT_ADDRESS)
    entry.end(response)
    response["Cache-Control"] = "no-store"
    return response
