"""Doors to closing an evaluation, to its deletion log, and to what goes on which day."""

from collections.abc import Iterable

from django.urls import URLPattern

from brukerstemmen.closing.views import closing, deletions
from brukerstemmen.people.access import Role
from brukerstemmen.people.doors import LEAD, TEAM, View, door
from brukerstemmen.privacy.zones import Zone

app_name = "closing"

Z2, Z4 = Zone.Z2_MASKED, Zone.Z4_IDENTITY


def _door(
    route: str, view: View, name: str, roles: Iterable[Role] = TEAM, *, zone: Zone = Z2
) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/{route}"
    return door(at, view, name=name, zone=zone, roles=roles)


urlpatterns = [
    _door("avslutning/", closing.closing, "closing"),
    # Rows of every zone are destroyed, and counted before: no word is opened.
    _door("avslutning/bekreft/", closing.confirm, "close", LEAD, zone=Z4),
    _door("slettelogg/", deletions.log, "log", zone=Z4),
    _door("slettefrister/", deletions.clocks, "clocks"),
]
