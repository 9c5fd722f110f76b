"""Doors to the team's own work on a report: quotes, sections, the test, who has said yes."""

from django.urls import URLPattern

from brukerstemmen.people.doors import TEAM, View, door
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports import addresses as addresses  # `<kind:…>` and `<section:…>`
from brukerstemmen.reports.views import clearing, writing


def _door(route: str, view: View, name: str) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/{route}"
    return door(at, view, name=name, zone=Zone.Z2_MASKED, roles=TEAM)


_ONE = "sitater/<uuid:clearance>/"
_REPORT = "rapport/<kind:kind>/"

urlpatterns = [
    _door("sitater/", clearing.quotes, "quotes"),
    _door("sitater/fra/<uuid:finding>/", clearing.quotes_from, "quotes_from"),
    _door("sitater/fra/<uuid:finding>/foresla/", clearing.propose, "quote_propose"),
    _door(_ONE, clearing.quote, "quote"),
    _door(f"{_ONE}hold-ute/", clearing.refuse, "quote_refuse"),
    _door(f"{_ONE}fjern/", clearing.drop, "quote_drop"),
    _door("gjenkjenning/", clearing.recognition, "recognition"),
    _door(_REPORT, writing.report, "report"),
    _door(f"{_REPORT}begynn/", writing.begin, "report_begin"),
    _door(f"{_REPORT}oppdatert/", writing.follow, "report_follow"),
    _door(f"{_REPORT}godkjenn/", writing.approve, "report_approve"),
    _door(f"{_REPORT}<section:section>/", writing.section, "section"),
]
