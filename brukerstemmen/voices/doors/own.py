"""Doors to a participant's own words. Behind each stands only what belongs to one code."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
