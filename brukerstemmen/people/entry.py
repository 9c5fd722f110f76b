"""Entry without account: a slip, the picture on the wall, or a code of one's own.

A visit lives in one sealed cookie and nowhere else, so that no table tells who was here when.
Each request asks anew whether what it rests on still holds: a code that is taken back, or a
participant who has withdrawn, ends every visit at once.
"""

import base64
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from brukerstemmen.people import clock, marks, opening
from brukerstemmen.privacy import sealing

OPENS_AT = "voices:entrance"  # where a code is asked for
IDLE_MINUTES = 20
LONGEST_MINUTES = 4 * 60
_PLACE = sealing.Place(table="(visit)", column="cookie", row="all")
_KEY_ID = str(uuid.UUID(int=0))


class Way(StrEnum):
    """How somebody has come in, and so what is behind the door for them."""

    SLIP = "slip"  # information and a reply; handed out by the service, so it opens no words
    WALL = "wall"  # in the meeting room, before there is a code
    OWN = "own"  # a participant with a code of their own
    FELT = "felt"  # a user of the service, asked whether a change is felt; a slip anybody may have
    RECEIPT = "receipt"  # who has answered on such a slip, to see it or take it away


class Guest(Protocol):
    """Somebody a visit belongs to. Rooms above add what they know."""

    @property
    def keys(self) -> frozenset[uuid.UUID]:
        """The only keys their requests may use."""
        ...


@dataclass(frozen=True)
class Visit:
    """about: the slip sheet, the wall code or the personal code. Minutes since 1970.

    told: the version of the consent text whose limits were shown; "" as long as none was.
    """

    way: Way
    about: uuid.UUID
    began: int
    seen: int
    told: str = ""


# Rooms above tell here who a visit belongs to, None if it no longer holds.
RECOGNISE: dict[Way, Callable[[Visit], Guest | None]] = {}


def begin(response: HttpResponseBase, way: Way, about: uuid.UUID) -> None:
    """Start a visit: this answer carries its cookie."""
    now = _minute()
    keep(response, Visit(way, about, began=now, seen=now))


def keep(response: HttpResponseBase, visit: Visit) -> None:
    """Let the answer carry the visit as it now is."""
    told = {
        "way": visit.way,
        "about": str(visit.about),
        "began": visit.began,
        "seen": visit.seen,
        "told": visit.told,
    }
    blob = sealing.seal(
        json.dumps(told).encode(), key=marks.visit_key(), key_id=_KEY_ID, place=_PLACE
    )
    response.set_cookie(  # type: ignore[attr-defined]
        cookie_name(),
        base64.urlsafe_b64encode(blob).decode(),
        secure=not settings.LOOPBACK,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def end(response: HttpResponseBase) -> None:
    """Leave nothing behind in the browser."""
    response.delete_cookie(cookie_name(), path="/", samesite="Lax")  # type: ignore[attr-defined]
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'


def cookie_name() -> str:
    return "d" if settings.LOOPBACK else "__Host-d"


def visit_of(request: HttpRequest) -> Visit | None:
    """The visit of this browser, None if there is none or it has rested too long."""
    try:
        blob = base64.urlsafe_b64decode(request.COOKIES.get(cookie_name(), ""))
        told = json.loads(sealing.unseal(blob, key=marks.visit_key(), place=_PLACE))
    except (sealing.Tampered, ValueError):
        return None
    visit = Visit(
        Way(told["way"]), uuid.UUID(told["about"]), told["began"], told["seen"], told["told"]
    )
    now = _minute()
    holds = now - visit.seen <= IDLE_MINUTES and now - visit.began <= LONGEST_MINUTES
    return visit if holds else None


def _minute() -> int:
    return int(clock.now().timestamp()) // 60


def turn_away(request: HttpRequest, ways: frozenset[Way]) -> HttpResponseBase | None:
    """Ask whose visit this is. None if they may go on; else the way back to the entrance."""
    visit = visit_of(request)
    known = RECOGNISE.get(visit.way) if visit and visit.way in ways else None
    guest = known(visit) if known and visit else None
    if guest is None:
        return redirect(OPENS_AT)
    opening.let_in(guest.keys)
    request.visit, request.guest = visit, guest  # type: ignore[attr-defined]
    return None


def go_on(request: HttpRequest, response: HttpResponseBase) -> None:
    """After the view: the visit has not rested, unless the view has ended or changed it."""
    visit: Visit | None = getattr(request, "visit", None)
    if visit is not None and cookie_name() not in response.cookies:  # type: ignore[attr-defined]
        keep(response, replace(visit, seen=_minute()))


def address_of(request: HttpRequest) -> str:
    """Where a guess comes from: only to be counted, under a mark."""
    adapter: Any = get_adapter(request)
    try:
        return str(adapter.get_client_ip(request))
    except PermissionDenied:
        return "unknown"
