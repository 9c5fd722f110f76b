"""Doors."""

app_name = "journey"

urlpatterns: list = []
