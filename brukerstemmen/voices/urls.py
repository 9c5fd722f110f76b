"""Every door of this room."""

from brukerstemmen.voices.doors import entrance, inviting, meetings, own, returning

app_name = "voices"

urlpatterns = [
    *entrance.urlpatterns,
    *own.urlpatterns,
    *inviting.urlpatterns,
    *returning.urlpatterns,
    *meetings.urlpatterns,
]
