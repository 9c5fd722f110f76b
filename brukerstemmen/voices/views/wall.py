"""Doors in the meeting room: the picture on the wall, and codes for everybody there at once."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.voices import addresses
from brukerstemmen.voices.actions import codes
from brukerstemmen.voices.forms.invitation import WallForm
from brukerstemmen.voices.showing import inviting as showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, at, meeting_of, sent, shown
from brukerstemmen.voices.views.people import cards

P = Permission


@require_http_methods(["GET", "POST"])
def wall(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The picture that lets those in the room say yes on their own phone, today only."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    if "close" in request.POST:
        codes.close_wall(meeting, by=request.user)
        return redirect(at("wall", meeting))
    form = WallForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            codes.open_wall(meeting, expected=form.cleaned_data["expected"], by=request.user)
            return redirect(at("wall", meeting))
        except ValidationError as refusal:
            put_on(form, refusal)
    return shown(
        request,
        "voices/wall.html",
        meeting,
        _("Consent in the room"),
        NOT_RIGHT if form.is_bound else 200,
        form=form,
        wall=showing.wall_of(meeting),
        address=addresses.to_type(),
    )


@require_POST
def give_codes(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A card for each of those present who has no code yet. Shown in this answer only."""
    meeting = meeting_of(request, slug, number, P.INVITE)
    given = codes.give_codes(meeting, by=request.user)
    if not given:
        return redirect(at("codes", meeting))
    return shown(
        request,
        "voices/cards.html",
        meeting,
        _("Cards to hand out"),
        **cards(given, meeting.evaluation),
        back=at("codes", meeting),
    )
