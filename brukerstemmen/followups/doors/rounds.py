"""Doors to follow-up rounds, for the team. One of them leads to words as they were written."""

from django.urls import URLPattern

from brukerstemmen.followups.views.rounds import asking, planning, reading, telling
from brukerstemmen.people.doors import TEAM, View, door
from brukerstemmen.privacy.zones import Zone

_AT = "arbeid/evalueringer/<slug:slug>/oppfolging/"


def _door(route: str, view: View, name: str) -> URLPattern:
    return door(f"{_AT}{route}", view, name=name, zone=Zone.Z2_MASKED, roles=TEAM)


ROUNDS: list[URLPattern] = [
    _door("", planning.rounds, "rounds"),
    _door("planlegg/", planning.plan_agreed, "rounds_plan"),
    _door("ny/", planning.round_new, "round_new"),
    _door("<int:number>/", asking.round_, "round"),
    _door("<int:number>/flytt/", planning.round_move, "round_move"),
    _door("<int:number>/apne/", asking.round_open, "round_open"),
    _door("<int:number>/mote/", asking.round_met, "round_met"),
    _door("<int:number>/lukk/", asking.round_close, "round_close"),
    _door("<int:number>/svar/", reading.round_replies, "round_replies"),
    door(
        f"{_AT}<int:number>/svar/<uuid:reply>/",
        reading.round_reply,
        name="round_reply",
        zone=Zone.Z3_RAW,
        roles=TEAM,
        read_is_journalled="raw.read",
    ),
    _door("<int:number>/notat/", telling.round_note, "round_note"),
    _door("<int:number>/fortell/", telling.round_tell, "round_tell"),
]
