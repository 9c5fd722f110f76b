"""Doors to the internal draft. It holds masked words, and stays inside the team."""

from django.urls import URLPattern

from brukerstemmen.people.doors import TEAM, View, door
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports.views import draft


def _door(route: str, view: View, name: str, *, fresh: bool = False) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/{route}"
    return door(at, view, name=name, zone=Zone.Z2_MASKED, roles=TEAM, fresh=fresh)


urlpatterns = [
    _door("utkast/", draft.draft, "draft"),
    _door("utkast.docx", draft.document, "document", fresh=True),
    _door("tall.csv", draft.numbers_csv, "numbers_csv", fresh=True),
    _door("tall.xlsx", draft.numbers_xlsx, "numbers_xlsx", fresh=True),
]
