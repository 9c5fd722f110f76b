"""Doors to the board and to findings. All read masked words."""

from django.urls import URLPattern

from brukerstemmen.analysis.views import board, evidence, findings, minority, writing
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
    _door("funn/", findings.findings, "findings"),
    _door("funn/nytt/", writing.new, "finding_new"),
    _door("funn/<uuid:finding>/", findings.finding, "finding"),
    _door("funn/<uuid:finding>/endre/", writing.edit, "finding_edit"),
    _door("funn/<uuid:finding>/grunnlag/", evidence.evidence, "finding_evidence"),
    _door("funn/<uuid:finding>/motstemmer/", evidence.looked, "finding_looked"),
    _door("funn/<uuid:finding>/sett-pa/", findings.looked_at, "finding_looked_at"),
    _door("funn/<uuid:finding>/flytt/", findings.move, "finding_move"),
    _door("funn/<uuid:finding>/fjern/", findings.remove, "finding_remove"),
    _door("funn/<uuid:finding>/annet-syn/", minority.keep, "minority_keep"),
    _door("funn/<uuid:finding>/annet-syn/<uuid:view>/", minority.take_back, "minority_take_back"),
]
