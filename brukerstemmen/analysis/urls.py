"""Doors to the board and to findings. All read masked words."""

from django.urls import URLPattern

from brukerstemmen.analysis.views import board
from brukerstemmen.people.doors import TEAM, View, door
from brukerstemmen.privacy.zones import Zone

app_name = "analysis"
_AT = "arbeid/evalueringer/<slug:slug>/"


def _door(route: str, view: View, name: str) -> URLPattern:
    return door(_AT + route, view, name=name, zone=Zone.Z2_MASKED, roles=TEAM)


urlpatterns = [
    _door("temaer/", board.board, "board"),
    _door("temaer/lagre/", board.save_page, "save_page"),
    _door("temaer/nye/", board.add_themes, "add_themes"),
    _door("temaer/ti-kjennetegn/", board.ten_marks, "ten_marks"),
    _door("temaer/angre/", board.undo, "undo"),
    _door("temaer/taster/", board.keys, "keys"),
    _door("temaer/<uuid:theme>/", board.theme, "theme"),
    _door("temaer/<uuid:theme>/sett-pa/", board.looked_at, "looked_at"),
    _door("temaer/<uuid:theme>/fjern/", board.remove_theme, "remove"),
    _door("temaer/utsagn/<uuid:statement>/gi/", board.give, "give"),
    _door("temaer/utsagn/<uuid:statement>/ta/", board.take, "take"),
    _door("temaer/utsagn/<uuid:statement>/notat/", board.note, "note"),
]
