"""Doors for the team: giving people their words back, and what they answered."""

from typing import Any

from django.urls import URLPattern

from brukerstemmen.people.doors import LEAD, TEAM, View, door
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.views import answering, returning

Z2, Z3, Z4 = Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY


def _door(route: str, view: View, name: str, zone: Zone = Z2, **more: Any) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/{route}"
    return door(at, view, name=name, zone=zone, **{"roles": TEAM, **more})


urlpatterns = [
    _door("validering/", returning.validation, "validation"),
    _door("validering/apne/", returning.validation_open, "validation_open", roles=LEAD),
    _door("validering/brev/", returning.validation_letters, "validation_letters"),
    _door(
        "validering/brev.pdf",
        returning.validation_letters_pdf,
        "validation_letters_pdf",
        fresh=True,
    ),
    # Which telephone a text goes to is opened by the worker alone; the page counts.
    _door(
        "validering/meldinger/",
        returning.validation_texts,
        "validation_texts",
        Z4,
        roles=LEAD,
        fresh=True,
    ),
    # New words are raw, and to take a statement away is to seal the others anew.
    _door(
        "deltakere/<int:number>/ord/",
        answering.answers_for,
        "answers_for",
        Z3,
        read_is_journalled="raw.read",
    ),
]
