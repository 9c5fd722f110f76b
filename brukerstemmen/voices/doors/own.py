"""Doors to a participant's own words. Behind each stands only what belongs to one code."""

from django.urls import URLPattern

from brukerstemmen.people.doors import ANYONE, View, door
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.views.own import data, leaving, words

Z2, Z3, Z4 = Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY


def _own(route: str, view: View, name: str, zone: Zone) -> URLPattern:
    return door(f"d/{route}", view, name=name, zone=zone, roles=ANYONE, ways={Way.OWN})


urlpatterns = [
    _own("min/", leaving.own_home, "own_home", Z2),
    _own("ord/", words.own_words, "own_words", Z3),
    _own("ord/<uuid:statement>/", words.own_word, "own_word", Z3),
    _own("ord/<uuid:statement>/endre/", words.own_change, "own_change", Z3),
    _own("ord/<uuid:statement>/ta-bort/", words.own_take_away, "own_take_away", Z3),
    _own("opplysninger/", data.own_data, "own_data", Z4),
    _own("opplysninger/kontakt/", data.own_contact, "own_contact", Z4),
    _own("opplysninger/kopi/", data.own_copy, "own_copy", Z4),
    _own("valg/", leaving.own_choices, "own_choices", Z2),
    _own("folge/", data.own_company, "own_company", Z4),
    _own("pause/", leaving.own_pause, "own_pause", Z2),
    _own("trekk/", leaving.own_withdraw, "own_withdraw", Z4),
    # Nobody is known any more, so nothing is opened here.
    door(
        "d/trekk/ferdig/",
        leaving.withdrawn,
        name="withdrawn",
        zone=Zone.Z0_PUBLIC,
        roles=ANYONE,
    ),
]
