"""Codes of rooms further up that are typed at the same entrance.

A code is looked up everywhere each time, so that the answers cannot be told apart by their time:
a room adds its kind here when it is ready.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from brukerstemmen.people.entry import Way

Find = Callable[[Mapping[str, str]], uuid.UUID | None]
Language = Callable[[uuid.UUID], str]


@dataclass(frozen=True)
class OtherWay:
    """find: what a mark opens and still holds, None if nothing; asked with {"mark": …} for a typed
    code and {"link_mark": …} for an address. opens_at: the name of the first page. language: of
    the paper the code stands on; None where it stands on none."""

    way: Way
    find: Find
    opens_at: str
    language: Language | None = None


OTHER_WAYS: dict[Way, OtherWay] = {}


def add(other: OtherWay) -> None:
    """Called once by each room, when it is ready."""
    OTHER_WAYS[other.way] = other


def find_all(mark: Mapping[str, str]) -> list[tuple[Way, uuid.UUID]]:
    """Where a mark leads in the rooms further up; each is asked, whatever the others say."""
    asked = [(other.way, other.find(mark)) for other in OTHER_WAYS.values()]
    return [(way, about) for way, about in asked if about is not None]
