"""Doors to the entrance without account: a code, a slip, the picture on the wall, consent."""

from collections.abc import Iterable

from django.urls import URLPattern

from brukerstemmen.people.doors import ANYONE, View, door
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.views.own import asking, entrance, slip

Z0, Z2, Z4 = Zone.Z0_PUBLIC, Zone.Z2_MASKED, Zone.Z4_IDENTITY
SLIP, OWN = {Way.SLIP}, {Way.OWN}
IN_THE_ROOM = {Way.OWN, Way.WALL}


def _door(
    route: str, view: View, name: str, ways: Iterable[Way] = (), zone: Zone = Z2
) -> URLPattern:
    return door(f"d/{route}", view, name=name, zone=zone, roles=ANYONE, ways=ways)


urlpatterns: list[URLPattern] = [
    _door("", entrance.entrance, "entrance"),
    _door("l/<str:token>/", entrance.link, "link"),
    _door("ut/", entrance.leave, "leave", zone=Z0),
    _door("hva/", slip.slip_info, "slip_info", SLIP),
    _door("svar/", slip.slip_reply, "slip_reply", SLIP, Z4),
    _door("takk/", slip.slip_thanks, "slip_thanks", SLIP),
    _door("foresatte/", asking.guardian_info, "guardian_info", {*SLIP, *IN_THE_ROOM}),
    _door("samtykke/", asking.consent_info, "consent_info", IN_THE_ROOM),
    _door("samtykke/grenser/", asking.consent_limits, "consent_limits", IN_THE_ROOM),
    # It makes the participant for one who came by the picture on the wall.
    _door("samtykke/valg/", asking.consent_choices, "consent_choices", IN_THE_ROOM, Z4),
    _door("samtykke/takk/", asking.consent_done, "consent_done", OWN),
]
