"""Doors to dialogue meetings. All lie among masked words."""

from django.urls import URLPattern

app_name = "dialogues"

urlpatterns: list[URLPattern] = []
