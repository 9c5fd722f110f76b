"""Doors to the board. All read masked words."""

from django.urls import URLPattern

from brukerstemmen.analysis import views
from brukerstemmen.people.doors import TEAM, View, door
from brukerstemmen.privacy.zones import Zone

app_name = "analysis"


def _door(route: str, view: View, name: str) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/temaer/{route}"
    return door(at, view, name=name, zone=Zone.Z2_MASKED, roles=TEAM)


urlpatterns = [
    _door("", views.board, "board"),
    _door("lagre/", views.save_page, "save_page"),
    _door("nye/", views.add_themes, "add_themes"),
    _door("ti-kjennetegn/", views.ten_marks, "ten_marks"),
    _door("angre/", views.undo, "undo"),
    _door("taster/", views.keys, "keys"),
    _door("<uuid:theme>/", views.theme, "theme"),
    _door("<uuid:theme>/sett-pa/", views.looked_at, "looked_at"),
    _door("<uuid:theme>/fjern/", views.remove_theme, "remove"),
    _door("utsagn/<uuid:statement>/gi/", views.give, "give"),
    _door("utsagn/<uuid:statement>/ta/", views.take, "take"),
    _door("utsagn/<uuid:statement>/notat/", views.note, "note"),
]
