"""What the frame of a participant's page asks of the visit: who it is, and whom to call."""

from dataclasses import dataclass
from typing import Any

from django import template

from brukerstemmen.voices.guests import OwnGuest
from brukerstemmen.voices.showing.own_home import WhomToCall, whom_to_call

register = template.Library()


@dataclass(frozen=True)
class Below:
    """What stands below the pages of one with a code of their own."""

    call: WhomToCall | None


@register.simple_tag(takes_context=True)
def below_the_page(context: dict[str, Any]) -> Below | None:
    """None for all others: slips, and the pages before a yes, say whom to call themselves."""
    guest = getattr(context.get("request"), "guest", None)
    if not isinstance(guest, OwnGuest):
        return None
    return Below(call=whom_to_call(guest.participant.evaluation_id))
