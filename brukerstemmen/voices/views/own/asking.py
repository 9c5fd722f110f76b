"""Before a yes: what happens, what cannot be promised, and then a yes or no to each purpose."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.people import entry
from brukerstemmen.people.entry import Way
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.paragraphs import blocks
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices import addresses
from brukerstemmen.voices.actions.codes import take_part_from_wall
from brukerstemmen.voices.actions.consenting import answer_consent
from brukerstemmen.voices.forms.entrance import ChoicesForm, WallChoicesForm
from brukerstemmen.voices.guests import OwnGuest, WallGuest
from brukerstemmen.voices.models.participants import Audience
from brukerstemmen.voices.showing import entrance as showing
from brukerstemmen.voices.texts import Text
from brukerstemmen.voices.views.frame import NOT_RIGHT, sent

YOUNG = "ung"  # in the address of one who came by the wall and is under 16


def _guest(request: HttpRequest) -> showing.AnyGuest:
    guest: showing.AnyGuest = request.guest  # type: ignore[attr-defined]
    return guest


def _is_young(request: HttpRequest) -> bool:
    guest = _guest(request)
    if isinstance(guest, OwnGuest):
        return guest.participant.is_young
    return isinstance(guest, WallGuest) and YOUNG in request.GET


def _text(request: HttpRequest) -> Text:
    audience = Audience.UNDER_16 if _is_young(request) else Audience.EVERYONE
    return showing.text_for(_guest(request), audience)


def _at(request: HttpRequest, name: str) -> str:
    """The address of the next page; one under 16 goes on being so."""
    young = isinstance(_guest(request), WallGuest) and _is_young(request)
    return reverse(f"voices:{name}", query={YOUNG: "1"} if young else {})


def _page(request: HttpRequest, template: str, *, status: int = 200, **more: Any) -> HttpResponse:
    told = {
        "told": showing.told(_guest(request)),
        "is_young": _is_young(request),
        "by_wall": isinstance(_guest(request), WallGuest),
        **more,
    }
    return render(request, template, told, status=status)


def _parts(text: str) -> dict[str, Any]:
    """A text whose first line is a heading gives the page its name."""
    parts = blocks(text)
    heading = parts[0].text if parts and parts[0].kind == "heading" else ""
    return {"heading": heading, "parts": parts[1:] if heading else parts}


@require_safe
def guardian_info(request: HttpRequest) -> HttpResponse:
    """For those who care for somebody under 16."""
    text = showing.text_for(_guest(request), Audience.GUARDIAN)
    back = "slip_info" if request.visit.way is Way.SLIP else "consent_info"  # type: ignore[attr-defined]
    return _page(
        request,
        "voices/own/guardian_info.html",
        text=text,
        limits=_parts(text.limits),
        back=reverse(f"voices:{back}"),
        **_parts(text.happens),
    )


@require_safe
def consent_info(request: HttpRequest) -> HttpResponse:
    """What happens, how much people can influence, and what they are promised."""
    text = _text(request)
    return _page(
        request,
        "voices/own/consent_info.html",
        text=text,
        parts=blocks(text.happens),
        onward=_at(request, "consent_limits"),
    )


@require_safe
def consent_limits(request: HttpRequest) -> HttpResponse:
    """What cannot be promised. Who has been here may say yes: the visit remembers it."""
    text = _text(request)
    request.visit = replace(request.visit, told=_seen(request, text))  # type: ignore[attr-defined]
    return _page(
        request,
        "voices/own/consent_limits.html",
        text=text,
        onward=_at(request, "consent_choices"),
        back=_at(request, "consent_info"),
        **_parts(text.limits),
    )


def _seen(request: HttpRequest, text: Text) -> str:
    """Which limits were shown: the version, and for one at the wall the age they chose."""
    by_wall = isinstance(_guest(request), WallGuest)
    return f"{text.version} {YOUNG}" if by_wall and _is_young(request) else text.version


@require_http_methods(["GET", "POST"])
def consent_choices(request: HttpRequest) -> HttpResponseBase:
    """Yes or no to each purpose. Nobody comes here without having seen the limits."""
    guest, text = _guest(request), _text(request)
    if request.visit.told != _seen(request, text):  # type: ignore[attr-defined]
        return redirect(_at(request, "consent_limits"))
    if isinstance(guest, OwnGuest) and showing.takes_part(guest.participant):
        return redirect("voices:consent_done")
    kind = WallChoicesForm if isinstance(guest, WallGuest) else ChoicesForm
    form = kind(sent(request), asked=showing.told(guest).asked)
    if request.method == "POST" and form.is_valid():
        try:
            return _answer(request, form, text)
        except ValidationError as refusal:
            put_on(form, refusal)
    status = NOT_RIGHT if form.is_bound else 200
    here = _at(request, "consent_choices")
    return _page(request, "voices/own/consent_choices.html", status=status, form=form, here=here)


def _answer(request: HttpRequest, form: ChoicesForm, text: Text) -> HttpResponseBase:
    guest, answers = _guest(request), form.answers()
    if isinstance(guest, OwnGuest):
        answer_consent(guest.participant, answers, text_version=text.version)
        return redirect("voices:consent_done")
    if not answers[Purpose.TAKE_PART]:
        # Nothing is kept of somebody who says no before there is a code.
        response = _page(request, "voices/own/consent_done.html", takes_part=False, answers=[])
        entry.end(response)
        return response
    given = take_part_from_wall(
        guest.wall,  # type: ignore[union-attr]
        answers,
        text_version=text.version,
        is_young=_is_young(request),
        once=form.cleaned_data["once"],
    )
    response = _page(
        request,
        "voices/own/own_code.html",
        given=given,
        groups=given.written.split("-"),
        address=addresses.to_type(),
    )
    entry.begin(response, Way.OWN, showing.code_in_force(given.participant).pk)
    return response


@require_safe
def consent_done(request: HttpRequest) -> HttpResponse:
    """What was answered, and how to change it."""
    participant = request.guest.participant  # type: ignore[attr-defined]
    return _page(
        request,
        "voices/own/consent_done.html",
        takes_part=showing.takes_part(participant),
        answers=showing.answers_of(participant),
    )
