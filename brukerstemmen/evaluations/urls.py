"""Doors to an evaluation: what is known of it, its team, its question guide."""

from collections.abc import Iterable

from django.urls import URLPattern

from brukerstemmen.evaluations.views import about, guide, questions, starting, team
from brukerstemmen.people.access import Role
from brukerstemmen.people.doors import LEAD, TEAM, View, door
from brukerstemmen.privacy.zones import Zone

app_name = "evaluations"


def _door(route: str, view: View, name: str, roles: Iterable[Role]) -> URLPattern:
    at = f"arbeid/evalueringer/{route}"
    return door(at, view, name=name, zone=Zone.Z2_MASKED, roles=roles)


def _team(route: str, view: View, name: str) -> URLPattern:
    return _door(f"<slug:slug>/{route}", view, name, TEAM)


def _lead(route: str, view: View, name: str) -> URLPattern:
    return _door(f"<slug:slug>/{route}", view, name, LEAD)


urlpatterns = [
    _door("ny/", starting.start, "start", {Role.STAFF}),
    _team("om/", about.describe, "describe"),
    _lead("om/endre/", about.change, "change"),
    _lead("om/oppdragsgiver/", about.client, "client"),
    _lead("om/avtale/", about.agreement, "agreement"),
    _lead("om/forankring/", about.anchoring, "anchoring"),
    _lead("om/gjort-utenfor/", about.elsewhere, "elsewhere"),
    _lead("om/uten/", starting.pass_need, "pass_need"),
    _lead("om/stopp/", starting.stop, "stop"),
    _lead("om/ta-opp-igjen/", starting.take_up, "take_up"),
    _team("team/", team.team, "team"),
    _lead("team/inviter/", team.invite, "invite"),
    _lead("team/<int:grant>/avslutt/", team.end_role, "end_role"),
    _team("team/egen-erfaring/", team.own_experience, "own_experience"),
    _team("guide/", guide.guide, "guide"),
    _team("guide/ny/", guide.begin, "begin_guide"),
    _team("guide/godkjenn/", guide.lock, "lock_guide"),
    _team("guide/versjoner/", guide.all_versions, "guide_versions"),
    _team("guide/versjoner/<int:version>/", guide.version, "guide_version"),
    _team("guide/tema/", questions.add_theme, "add_theme"),
    _team("guide/tema/<uuid:theme>/", questions.change_theme, "change_theme"),
    _team("guide/tema/<uuid:theme>/ta-bort/", questions.remove_theme, "remove_theme"),
    _team("guide/tema/<uuid:theme>/sporsmal/", questions.add_question, "add_question"),
    _team("guide/sporsmal/<uuid:question>/", questions.change_question, "change_question"),
    _team("guide/sporsmal/<uuid:question>/ta-bort/", questions.remove_question, "remove_question"),
]
