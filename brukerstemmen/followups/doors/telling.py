"""Doors to telling people: beside the team, at the service, behind a code, and for everybody."""

from collections.abc import Iterable
from functools import partial

from django.urls import URLPattern

from brukerstemmen.followups.views import feedback, own_letter, poster, story
from brukerstemmen.people.access import Role
from brukerstemmen.people.doors import ANYONE, LEAD, SERVICE, TEAM, View, door
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.zones import Zone

Z0, Z1, Z2, Z4 = Zone.Z0_PUBLIC, Zone.Z1_RELEASED, Zone.Z2_MASKED, Zone.Z4_IDENTITY


def _team(
    route: str,
    view: View,
    name: str,
    roles: Iterable[Role] = TEAM,
    *,
    zone: Zone = Z2,
    fresh: bool = False,
) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/{route}"
    return door(at, view, name=name, zone=zone, roles=roles, fresh=fresh)


def _own(route: str, view: View, name: str) -> URLPattern:
    return door(f"d/{route}", view, name=name, zone=Z2, roles=ANYONE, ways={Way.OWN})


def _poster(view: View, place: poster.Place) -> View:
    return partial(view, place=place)


_TOLD = "tilbakemelding/"
_SERVICE = "tjeneste/<slug:slug>/"

TELLING: list[URLPattern] = [
    _team(_TOLD, feedback.feedback, "feedback"),
    _team(f"{_TOLD}linjer/", feedback.feedback_lines, "feedback_lines", LEAD),
    _team(f"{_TOLD}brevet/", feedback.feedback_letter, "feedback_letter", LEAD),
    _team(f"{_TOLD}les/", feedback.feedback_read, "feedback_read"),
    _team(f"{_TOLD}brev/", feedback.feedback_letters, "feedback_letters"),
    _team(f"{_TOLD}brev.pdf", feedback.feedback_letters_pdf, "feedback_letters_pdf", fresh=True),
    # Which telephone a text goes to is opened by the worker alone; the page counts.
    _team(
        f"{_TOLD}meldinger/",
        feedback.feedback_texts,
        "feedback_texts",
        LEAD,
        zone=Z4,
        fresh=True,
    ),
    _team(f"{_TOLD}hva-skjedde/", story.story_preview, "story_preview"),
    _team(f"{_TOLD}hva-skjedde/publiser/", story.story_publish, "story_publish", LEAD),
    _team(f"{_TOLD}plakat/", _poster(poster.poster_choose, poster.BESIDE_TEAM), "poster_choose"),
    _team("plakat.pdf", _poster(poster.poster_pdf, poster.BESIDE_TEAM), "poster"),
    door(
        f"{_SERVICE}plakat/",
        _poster(poster.poster_choose, poster.AT_SERVICE),
        name="service_poster_choose",
        zone=Z1,
        roles=SERVICE,
    ),
    door(
        f"{_SERVICE}plakat.pdf",
        _poster(poster.poster_pdf, poster.AT_SERVICE),
        name="service_poster",
        zone=Z1,
        roles=SERVICE,
    ),
    _own("brev/", own_letter.own_letter, "own_letter"),
    _own("brev/utskrift/", own_letter.own_letter_print, "own_letter_print"),
    door("hva-skjedde/", story.stories, name="stories", zone=Z0, roles=ANYONE),
    door("hva-skjedde/<slug:slug>/", story.story, name="story", zone=Z0, roles=ANYONE),
]
