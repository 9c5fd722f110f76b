"""Doors to the workspace, the overview of an evaluation, and the page of the service."""

from brukerstemmen.journey import views
from brukerstemmen.people.doors import INSIDE, SERVICE, TEAM, door
from brukerstemmen.privacy.zones import Zone

app_name = "journey"
Z2 = Zone.Z2_MASKED
EVALUATION = "arbeid/evalueringer/<slug:slug>/"

urlpatterns = [
    door("arbeid/", views.workspace, name="workspace", zone=Z2, roles=INSIDE),
    door("arbeid/evalueringer/", views.evaluations, name="evaluations", zone=Z2, roles=INSIDE),
    door(EVALUATION, views.evaluation, name="evaluation", zone=Z2, roles=TEAM),
    door(f"{EVALUATION}steg/<slug:name>/", views.step, name="step", zone=Z2, roles=TEAM),
    door("tjeneste/", views.service, name="service", zone=Zone.Z1_RELEASED, roles=SERVICE),
]
