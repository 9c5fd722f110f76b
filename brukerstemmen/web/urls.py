"""Doors that belong to no room."""

from brukerstemmen.people.doors import ANYONE, INSIDE, door
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.web import views

app_name = "web"

urlpatterns = [
    door("", views.front, name="front", zone=Zone.Z0_PUBLIC, roles=ANYONE),
    door("sprak/", views.set_language, name="set_language", zone=Zone.Z5_OPERATION, roles=ANYONE),
    door("helse/", views.health, name="health", zone=Zone.Z0_PUBLIC, roles=ANYONE),
    door("arbeid/deler/", views.components, name="components", zone=Zone.Z2_MASKED, roles=INSIDE),
]
