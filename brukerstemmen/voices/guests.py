"""Who a visit without account belongs to, and the only keys their requests may use."""

import uuid
from dataclasses import dataclass

from brukerstemmen.people import clock
from brukerstemmen.people.entry import RECOGNISE, Guest, Visit, Way
from brukerstemmen.people.narrowing import zone_now
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions.codes import holds
from brukerstemmen.voices.models import (
    Companion,
    Contact,
    Participant,
    PersonalCode,
    SlipSheet,
    WallCode,
)


@dataclass(frozen=True)
class SlipGuest:
    """Somebody with a slip from the service: information and a reply, no words of anybody."""

    sheet: SlipSheet

    @property
    def keys(self) -> frozenset[uuid.UUID]:
        return frozenset({self.sheet.evaluation.key_id})


@dataclass(frozen=True)
class WallGuest:
    """Somebody in the meeting room who has no code yet."""

    wall: WallCode

    @property
    def keys(self) -> frozenset[uuid.UUID]:
        return frozenset({self.wall.user_meeting.evaluation.key_id})


@dataclass(frozen=True)
class OwnGuest:
    """A participant. Their requests can open what is theirs, and what everybody here is told."""

    participant: Participant
    identity: frozenset[uuid.UUID] = frozenset()  # keys to who they are; only where that is shown

    @property
    def keys(self) -> frozenset[uuid.UUID]:
        own = self.participant
        return self.identity | {own.raw_key_id, own.masked_key_id, own.evaluation.key_id}


def slip_guest(visit: Visit) -> Guest | None:
    rows = SlipSheet.objects.holding(clock.today()).select_related("evaluation__work__centre")
    sheet = rows.filter(pk=visit.about).first()
    return SlipGuest(sheet) if sheet else None


def wall_guest(visit: Visit) -> Guest | None:
    rows = WallCode.objects.select_related("user_meeting__evaluation__work__centre")
    wall = rows.filter(pk=visit.about).first()
    return WallGuest(wall) if wall and holds(wall) else None


def own_guest(visit: Visit) -> Guest | None:
    rows = PersonalCode.objects.holding(clock.today())
    code = (
        rows.filter(pk=visit.about, participant__withdrawn_on__isnull=True)
        .select_related("participant__evaluation__work__centre")
        .first()
    )
    return OwnGuest(code.participant, _identity(code.participant)) if code else None


def _identity(participant: Participant) -> frozenset[uuid.UUID]:
    if zone_now() is not Zone.Z4_IDENTITY:
        return frozenset()
    rows = Contact.objects.filter(participant=participant).values_list("key", flat=True)
    company = Companion.objects.filter(participant=participant).values_list("key", flat=True)
    return frozenset([*rows, *company])


def be_ready() -> None:
    """Tell the entrance who the visits belong to. Called once, when the app is ready."""
    RECOGNISE.update({Way.SLIP: slip_guest, Way.WALL: wall_guest, Way.OWN: own_guest})
