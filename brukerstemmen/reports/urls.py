"""Doors."""

app_name = "reports"

urlpatterns: list = []
