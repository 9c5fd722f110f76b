"""Doors at storey 2."""

from django.conf import settings
from django.urls import URLPattern

from brukerstemmen.people.doors import ANYONE, OPERATORS, SIGNED_IN, TEAM, door
from brukerstemmen.people.views import centre, entrance, ethics, first_day, pictures
from brukerstemmen.privacy.zones import Zone

app_name = "people"
Z5 = Zone.Z5_OPERATION


def demo_doors() -> list[URLPattern]:
    """The way to become one of the demo's people. Outside the demo it is not added."""
    return [door("demo/", entrance.demo, name="demo", zone=Z5, roles=ANYONE)]


urlpatterns = [
    door("inn/", entrance.home, name="home", zone=Z5, roles=ANYONE, account=True),
    door("oppsett/", first_day.set_up, name="setup", zone=Z5, roles=ANYONE),
    door("logo/<uuid:centre>/", pictures.logo, name="logo", zone=Zone.Z0_PUBLIC, roles=ANYONE),
    # Whether somebody is in the middle of a meeting is known in Z2.
    door("arbeid/klar/<slug:slug>/", ethics.ready, name="ready", zone=Zone.Z2_MASKED, roles=TEAM),
    door("arbeid/klar/<slug:slug>/ja/", ethics.accept, name="accept", zone=Z5, roles=SIGNED_IN),
    door("arbeid/klar/<slug:slug>/loftet/", ethics.pledge, name="pledge", zone=Z5, roles=TEAM),
    door("arbeid/klar/<slug:slug>/band/", ethics.tie, name="tie", zone=Zone.Z2_MASKED, roles=TEAM),
    door("arbeid/retningslinjer/", ethics.guidelines, name="guidelines", zone=Z5, roles=SIGNED_IN),
    door("arbeid/senteret/", centre.overview, name="centre", zone=Z5, roles=OPERATORS),
    door("arbeid/senteret/om/", centre.describe, name="centre_describe", zone=Z5, roles=OPERATORS),
    door("arbeid/senteret/logo/", centre.logo, name="centre_logo", zone=Z5, roles=OPERATORS),
    door("arbeid/senteret/mal/", centre.template, name="centre_template", zone=Z5, roles=OPERATORS),
    door("arbeid/senteret/inviter/", centre.invite, name="centre_invite", zone=Z5, roles=OPERATORS),
    door(
        "arbeid/senteret/roller/<int:grant>/avslutt/",
        centre.end_role,
        name="centre_end_role",
        zone=Z5,
        roles=OPERATORS,
    ),
    door(
        "arbeid/senteret/retningslinjer/",
        centre.guidelines,
        name="centre_guidelines",
        zone=Z5,
        roles=OPERATORS,
    ),
    door(
        "arbeid/senteret/journal/", centre.journal, name="centre_journal", zone=Z5, roles=OPERATORS
    ),
    *(demo_doors() if settings.DEMO else []),
]
