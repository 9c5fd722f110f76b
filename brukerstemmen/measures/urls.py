"""Doors to what is put to a service: its own, in Z1, and the lead's, who writes down for it."""

from django.urls import URLPattern

app_name = "measures"

urlpatterns: list[URLPattern] = []
