"""Doors for the team: slips, codes, replies, and the people who take part."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
