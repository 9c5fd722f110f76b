"""What the frame of a participant's page asks of the visit: who it is, and whom to call."""

from typing import Any

from django import template
from django.http import HttpRequest

from brukerstemmen.people.entry import Way
from brukerstemmen.voices.guests import OwnGuest, SlipGuest, WallGuest
from brukerstemmen.voices.showing.own_home import WhomToCall
from brukerstemmen.voices.showing.own_home import whom_to_call as named_on_the_invitation

register = template.Library()


@register.simple_tag(takes_context=True)
def whom_to_call(context: dict[str, Any]) -> WhomToCall | None:
    """The name and number on the invitation of the guest's evaluation; None without a visit."""
    guest = getattr(_request(context), "guest", None)
    if isinstance(guest, OwnGuest):
        return named_on_the_invitation(guest.participant.evaluation_id)
    if isinstance(guest, SlipGuest):
        return named_on_the_invitation(guest.sheet.evaluation_id)
    if isinstance(guest, WallGuest):
        return named_on_the_invitation(guest.wall.user_meeting.evaluation_id)
    return None


@register.simple_tag(takes_context=True)
def has_own_code(context: dict[str, Any]) -> bool:
    """Whether the visitor is a participant with a code of their own."""
    visit = getattr(_request(context), "visit", None)
    return visit is not None and visit.way is Way.OWN


def _request(context: dict[str, Any]) -> HttpRequest | None:
    return context.get("request")
