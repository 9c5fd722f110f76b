"""Every door of this room."""

from brukerstemmen.reports.doors import clearing, draft, releasing

app_name = "reports"

urlpatterns = [
    *draft.urlpatterns,
    *clearing.urlpatterns,
    *releasing.urlpatterns,
]
