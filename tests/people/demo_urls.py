"""The addresses as they are in the demo: with the door that makes you somebody of the cast."""

from django.urls import include, path

from brukerstemmen import urls
from brukerstemmen.people.urls import demo_doors
from brukerstemmen.people.urls import urlpatterns as of_people

handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
urlpatterns = [
    path("", include(([*demo_doors(), *of_people], "people"))),
    *urls.urlpatterns,
]
