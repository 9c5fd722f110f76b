"""Doors to release, and to what is released: for the service, participants and everybody."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
