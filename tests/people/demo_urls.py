"""The addresses as they are in the demo: with the doors that make you somebody in it."""

from django.urls import include, path

from brukerstemmen import urls
from brukerstemmen.journey.urls import demo_doors as participants_doors
from brukerstemmen.journey.urls import urlpatterns as of_journey
from brukerstemmen.people.urls import demo_doors
from brukerstemmen.people.urls import urlpatterns as of_people

handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
_IN_THE_DEMO = {
    "people": path("", include(([*demo_doors(), *of_people], "people"))),
    "journey": path("", include(([*participants_doors(), *of_journey], "journey"))),
}
# Each in its own place: where two addresses fit, the first is meant.
urlpatterns = [_IN_THE_DEMO.get(getattr(one, "app_name", ""), one) for one in urls.urlpatterns]
