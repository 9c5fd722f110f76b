"""Doors to the workspace, the overview of an evaluation, and the pages of the service."""

from django.conf import settings
from django.urls import URLPattern

from brukerstemmen.journey.life_doors import DOORS as LIFE_STORY
from brukerstemmen.journey.overview_doors import DOORS as OVERVIEWS
from brukerstemmen.journey.views import service, team
from brukerstemmen.people.doors import ANYONE, INSIDE, SERVICE, TEAM, door
from brukerstemmen.privacy.zones import Zone

app_name = "journey"
Z1, Z2 = Zone.Z1_RELEASED, Zone.Z2_MASKED
EVALUATION = "arbeid/evalueringer/<slug:slug>/"


def demo_doors() -> list[URLPattern]:
    """The way to become one who has taken part. Outside the demo it is not added."""
    return [
        door("demo/deltaker/", team.participant, name="demo_participant", zone=Z2, roles=ANYONE)
    ]


urlpatterns = [
    door("arbeid/", team.workspace, name="workspace", zone=Z2, roles=INSIDE),
    *OVERVIEWS,
    door("arbeid/evalueringer/", team.evaluations, name="evaluations", zone=Z2, roles=INSIDE),
    door(EVALUATION, team.evaluation, name="evaluation", zone=Z2, roles=TEAM),
    door(
        f"{EVALUATION}fortell-tjenesten/",
        service.tell,
        name="tell_service",
        zone=Z2,
        roles=TEAM,
    ),
    door("tjeneste/", service.service, name="service", zone=Z1, roles=SERVICE),
    door(
        "tjeneste/<slug:slug>/",
        service.evaluation,
        name="service_evaluation",
        zone=Z1,
        roles=SERVICE,
    ),
    *LIFE_STORY,
    *(demo_doors() if settings.DEMO else []),
]
