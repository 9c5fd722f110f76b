"""Addresses of our own among Wagtail's. The door is declared for the whole prefix."""

from django.urls import URLPattern, URLResolver, include, path

from brukerstemmen.library.editing import account, beside_view, co_reading, correcting, reports

_OWN = [
    path("konto/", account.account, name="account"),
    path("medlesing/", co_reading.to_read, name="to_read"),
    path("medlesing/<int:pk>/", co_reading.read, name="read"),
    path("retting/<int:pk>/", correcting.correct, name="correct"),
    path("ved-siden/<int:pk>/", beside_view.fragment, name="beside"),
    path("reports/gjennomgang/", reports.ToLookAt.as_view(), name="to_look_at"),
    path(
        "reports/gjennomgang/results/",
        reports.ToLookAt.as_view(results_only=True),
        name="to_look_at_results",
    ),
    path("gjennomgang/<int:pk>/", reports.looked_at, name="looked_at"),
    path("reports/oversettelser/", reports.Outdated.as_view(), name="outdated"),
    path(
        "reports/oversettelser/results/",
        reports.Outdated.as_view(results_only=True),
        name="outdated_results",
    ),
    path("oversettelser/<int:pk>/", reports.see_to, name="see_to"),
]


def own() -> list[URLPattern | URLResolver]:
    return [path("", include((_OWN, "library_editing"), namespace="library_editing"))]
