"""Doors to the life story: the team's, the service's, and the participant's own."""

from django.urls import URLPattern

from brukerstemmen.journey.views import lifestory, own_fates
from brukerstemmen.people.doors import ANYONE, SERVICE, TEAM, View, door
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.zones import Zone

Z1, Z2 = Zone.Z1_RELEASED, Zone.Z2_MASKED
_AT = "arbeid/evalueringer/<slug:slug>/livslop/"


def _team(route: str, view: View, name: str) -> URLPattern:
    return door(_AT + route, view, name=name, zone=Z2, roles=TEAM)


def _own(route: str, view: View, name: str) -> URLPattern:
    return door(f"d/skjebne/{route}", view, name=name, zone=Z2, roles=ANYONE, ways={Way.OWN})


DOORS = [
    _team("", lifestory.life_stories, "life_stories"),
    _team("<uuid:finding>/", lifestory.life_story, "life_story"),
    _team("utsagn/<uuid:statement>/", lifestory.life_statement, "life_statement"),
    _team("tiltak/<uuid:measure>/", lifestory.life_measure, "life_measure"),
    door(
        "tjeneste/<slug:slug>/livslop/<uuid:matter>/",
        lifestory.service_life,
        name="service_life",
        zone=Z1,
        roles=SERVICE,
    ),
    _own("", own_fates.own_fates, "own_fates"),
    _own("<uuid:statement>/", own_fates.own_fate, "own_fate"),
]
