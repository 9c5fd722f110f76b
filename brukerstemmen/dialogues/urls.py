"""Doors to dialogue meetings. All lie among masked words."""

from django.urls import URLPattern

from brukerstemmen.dialogues.views import minutes, planning, proposals, room
from brukerstemmen.people.doors import TEAM, View, door
from brukerstemmen.privacy.zones import Zone

app_name = "dialogues"


def _door(route: str, view: View, name: str) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/dialog/{route}"
    return door(at, view, name=name, zone=Zone.Z2_MASKED, roles=TEAM)


def _of_one(route: str, view: View, name: str) -> URLPattern:
    """A door of one proposal."""
    return _door(f"<int:number>/forslag/<uuid:proposal>/{route}", view, name)


urlpatterns = [
    _door("", planning.dialogues, "dialogues"),
    _door("nytt/", planning.dialogue_new, "dialogue_new"),
    _door("<int:number>/", planning.dialogue, "dialogue"),
    _door("<int:number>/endre/", planning.dialogue_edit, "dialogue_edit"),
    _door("<int:number>/plasser/", planning.seats, "seats"),
    _door("<int:number>/forberedelse/", planning.preparation, "preparation"),
    _door("<int:number>/hvem-kommer/", planning.who_comes, "who_comes"),
    _door("<int:number>/apne/", planning.open_room, "open_room"),
    _door("<int:number>/nye-stemmer/", planning.new_voices, "new_voices"),
    _door("<int:number>/rommet/", room.room, "room"),
    _door("<int:number>/rommet/forslag/", room.room_proposals, "room_proposals"),
    _door("<int:number>/innspill/", room.replies, "replies"),
    _door("<int:number>/innspill/<uuid:reply>/", room.reply, "reply"),
    _door("<int:number>/innspill/<uuid:reply>/fjern/", room.reply_remove, "reply_remove"),
    _door("<int:number>/utfall/<uuid:finding>/", room.outcome, "outcome"),
    _door("<int:number>/forslag/", proposals.proposals, "proposals"),
    _of_one("", proposals.proposal, "proposal"),
    _of_one("hort/", proposals.proposal_heard, "proposal_heard"),
    _of_one("svar/", proposals.proposal_answer, "proposal_answer"),
    _of_one("fjern/", proposals.proposal_remove, "proposal_remove"),
    _door("<int:number>/referat/", minutes.minutes, "minutes"),
    _door("<int:number>/referat/godkjenn/", minutes.minutes_approve, "minutes_approve"),
]
