"""Doors for the team: slips, codes, replies, and the people who take part."""

from typing import Any

from django.urls import URLPattern

from brukerstemmen.people.doors import TEAM, View, door
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.views import inviting, new_person, people, people_by_name, replies, wall

Z2, Z4 = Zone.Z2_MASKED, Zone.Z4_IDENTITY


def _door(route: str, view: View, name: str, zone: Zone = Z2, **more: Any) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/{route}"
    return door(at, view, name=name, zone=zone, roles=TEAM, **more)


def _of_one(route: str, view: View, name: str, zone: Zone = Z2, **more: Any) -> URLPattern:
    """A door of one participant, by number."""
    return _door(f"deltakere/<int:number>/{route}", view, name, zone, **more)


# Behind these stands who people are; each reading is journalled.
_BY_NAME = {"zone": Z4, "read_is_journalled": "contact.read"}

urlpatterns = [
    _door("invitasjon/", inviting.invitation, "invitation"),
    _door("invitasjon/tekst/", inviting.invitation_text, "invitation_text"),
    _door("invitasjon/lapper/ny/", inviting.slips_new, "slips_new"),
    _door("invitasjon/lapper/<uuid:sheet>/", inviting.slips, "slips"),
    _door("invitasjon/lapper/<uuid:sheet>/lapper.pdf", inviting.slips_pdf, "slips_pdf"),
    _door("invitasjon/lapper/<uuid:sheet>/trekk/", inviting.slips_revoke, "slips_revoke"),
    _door("svar/", replies.replies, "replies", **_BY_NAME),
    _door("svar/<uuid:contact>/besvart/", replies.reply_answered, "reply_answered", **_BY_NAME),
    _door("svar/<uuid:contact>/slett/", replies.reply_forgotten, "reply_forgotten", Z4),
    _door("deltakere/", people.participants, "participants"),
    # A number comes with a key to raw words.
    _door("deltakere/ny/", new_person.new_person, "new_person", Zone.Z3_RAW),
    _of_one("", people.participant, "participant"),
    _of_one("kode/", people.participant_code, "participant_code"),
    _of_one("samtykke/", people.participant_consent, "participant_consent"),
    _of_one("foresatte/", people.participant_guardian, "participant_guardian"),
    # To destroy keys to who somebody is, and to what they said, takes a door as deep as those.
    _of_one("trekk/", people_by_name.participant_withdraw, "participant_withdraw", Z4),
    _of_one(
        "kontakt/",
        people_by_name.participant_contact,
        "participant_contact",
        fresh=True,
        **_BY_NAME,
    ),
    _of_one("folge/", people_by_name.participant_company, "participant_company", **_BY_NAME),
    _door("moter/<int:number>/vegg/", wall.wall, "wall"),
    _door("moter/<int:number>/koder/gi/", wall.give_codes, "give_codes"),
]
