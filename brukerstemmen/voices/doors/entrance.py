"""Doors to the entrance without account: a code, a slip, the picture on the wall, consent."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
