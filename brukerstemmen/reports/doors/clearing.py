"""Doors to the team's own work on a report: quotes, sections, the test, who has said yes."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
