"""All doors of this room, from the files of `doors`."""

from django.urls import URLPattern

from brukerstemmen.followups.doors.answering import ANSWERING
from brukerstemmen.followups.doors.rounds import ROUNDS
from brukerstemmen.followups.doors.telling import TELLING

app_name = "followups"
urlpatterns: list[URLPattern] = [
    *ROUNDS,
    *TELLING,
    *ANSWERING,
]
