"""Doors to the workspace, the overview of an evaluation, and the page of the service."""

from django.conf import settings
from django.urls import URLPattern

from brukerstemmen.journey import views
from brukerstemmen.people.doors import ANYONE, INSIDE, SERVICE, TEAM, door
from brukerstemmen.privacy.zones import Zone

app_name = "journey"
Z2 = Zone.Z2_MASKED
EVALUATION = "arbeid/evalueringer/<slug:slug>/"


def demo_doors() -> list[URLPattern]:
    """The way to become one who has taken part. Outside the demo it is not added."""
    return [
        door("demo/deltaker/", views.participant, name="demo_participant", zone=Z2, roles=ANYONE)
    ]


urlpatterns = [
    door("arbeid/", views.workspace, name="workspace", zone=Z2, roles=INSIDE),
    door("arbeid/evalueringer/", views.evaluations, name="evaluations", zone=Z2, roles=INSIDE),
    door(EVALUATION, views.evaluation, name="evaluation", zone=Z2, roles=TEAM),
    door(f"{EVALUATION}steg/<slug:name>/", views.step, name="step", zone=Z2, roles=TEAM),
    door("tjeneste/", views.service, name="service", zone=Zone.Z1_RELEASED, roles=SERVICE),
    *(demo_doors() if settings.DEMO else []),
]
