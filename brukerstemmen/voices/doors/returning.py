"""Doors for the team: giving people their words back, and what they answered."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
