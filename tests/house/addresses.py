"""The address of each door in the world: which parts of an address lead where."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import URLPattern

from brukerstemmen.reports.states import ReportKind
from tests.house.test_doors import ALL
from tests.world import World

# Doors whose part is another than its name says.
_OF_GUIDE = {"theme": "guide_theme"}
_OF_ONE_PERSON = {"number": "participant_number"}
_OF_DIALOGUE = {"number": "dialogue_number"}
_OWN = {"statement": "done"}
_OF_ROUND = {
    "number": "round_number",
    "participant": "participant_number",
    "sheet": "felt_sheet",
    "reply": "new_reply",
    "pk": "own_reply",
}
# What everybody may read is another report than the one the service has to comment on.
_OF_ALL = {"report": "public_report"}
INSTEAD: dict[str, dict[str, str]] = {
    "evaluations:add_question": _OF_GUIDE,
    "evaluations:change_theme": _OF_GUIDE,
    "evaluations:remove_theme": _OF_GUIDE,
    "voices:participant": _OF_ONE_PERSON,
    "voices:participant_code": _OF_ONE_PERSON,
    "voices:participant_company": _OF_ONE_PERSON,
    "voices:participant_consent": _OF_ONE_PERSON,
    "voices:participant_contact": _OF_ONE_PERSON,
    "voices:participant_guardian": _OF_ONE_PERSON,
    "voices:participant_withdraw": _OF_ONE_PERSON,
    "voices:answers_for": _OF_ONE_PERSON,
    "voices:own_word": _OWN,
    "voices:own_change": _OWN,
    "voices:own_take_away": _OWN,
    "reports:publish": _OF_ALL,
    "journey:life_statement": _OWN,
    "journey:own_fate": _OWN,
    "journey:calendar_feed": {"token": "calendar_token"},
}
BY_ROOM = {"dialogues": _OF_DIALOGUE, "followups": _OF_ROUND}
ROUTES = {name: route for name, _pattern, route in ALL}
PATTERNS: dict[str, URLPattern] = {name: pattern for name, pattern, _route in ALL}
# What has no meaning in the world: links from letters, and keys nobody has made.
# Pages and files of the public site have tests of their own (tests/library).
NO_PAGE = {"path": "finnes-ikke/", "slug": "finnes-ikke"}
ELSEWHERE: dict[str, Any] = {"uidb36": "x", "key": "y", "pk": 1, "name": "oppfolging", **NO_PAGE}


def names_of(door: str) -> list[str]:
    """The names of the parts of the door's address, those of the folders above it included."""
    return re.findall(r"<(?:\w+:)?(\w+)>", ROUTES[door])


def _instead(door: str) -> dict[str, str]:
    """The names in the world of those of its parts that have another there."""
    if ROUTES[door].startswith("rapporter/"):
        return _OF_ALL
    return INSTEAD.get(door) or BY_ROOM.get(door.partition(":")[0], {})


def parts_of(door: str, world: World) -> list[dict[str, Any]]:
    """Each set of parts that makes an address of the door, as it is in the world."""
    first: dict[str, Any] = {}
    instead = _instead(door)
    for part in names_of(door):
        name = instead.get(part, part)
        if name in world.parts:
            first[part] = world.parts[name]
        elif name in ELSEWHERE:
            first[part] = ELSEWHERE[name]
        else:
            raise AssertionError(f"{door}: the world has no {part}")
    return [first, *_others(first, instead, world)]


def _others(
    first: dict[str, Any], instead: dict[str, str], world: World
) -> Iterator[dict[str, Any]]:
    if instead in (_OF_DIALOGUE, _OF_ROUND):
        # The meeting whose minutes both sides have approved; the round that is told.
        yield from [first | {"number": 1}] if "number" in first else []
    elif "number" in first and instead is not _OF_ONE_PERSON:
        # The other meeting, where the words are masked already.
        other = {**first, "number": world.parts["masked_number"]}
        yield other | ({"statement": world.parts["done"]} if "statement" in first else {})
    elif "report" in first:
        both = {world.parts["report"], world.parts["public_report"]}
        yield first | {"report": (both - {first["report"]}).pop()}
    elif "kind" in first:
        yield first | {"kind": ReportKind.FINAL}


@contextmanager
def taken_back(client: Client) -> Iterator[None]:
    """Undo what is done inside: in the database, and in the browser, which stays signed in."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies
