"""Who is in the room, by side, and whether the room is balanced. No framework, no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    USER = "user"
    RELATIVE = "relative"
    ORGANISATION = "organisation"  # of users or relatives
    STAFF = "staff"
    LEADER = "leader"
    PARTNER = "partner"  # other services: a general practitioner, NAV
    CENTRE = "centre"


USERS = frozenset({Side.USER, Side.RELATIVE, Side.ORGANISATION})
SERVICE = frozenset({Side.STAFF, Side.LEADER, Side.PARTNER})


class ReplyType(StrEnum):
    """What somebody does by saying it. First "I recognise this", then "let me explain"."""

    RECOGNISES = "recognises"
    SURPRISED = "surprised"
    EXPLAINS = "explains"
    DISAGREES = "disagrees"
    PROPOSES = "proposes"
    SAYS_NO = "says_no"
    ANSWERS = "answers"


class Voice(StrEnum):
    """Whether what was said may be used in minutes and report."""

    MAY_BE_USED = "may_be_used"  # whoever said it has heard it read aloud, and said yes
    NOTE_ONLY = "note_only"


@dataclass(frozen=True)
class Balance:
    """People on each side. The centre hosts, and stands on neither."""

    users: int
    service: int
    is_even: bool


def balance(people: Mapping[Side, int]) -> Balance:
    """Whether those who use the service are at least as many as two for each three who work there.

    people: how many on each side, each >= 0. An empty room is even.

    >>> balance({Side.USER: 3, Side.STAFF: 14}).is_even
    False
    >>> balance({Side.USER: 12, Side.RELATIVE: 2, Side.STAFF: 11, Side.PARTNER: 2}).is_even
    True
    """
    users = sum(number for side, number in people.items() if side in USERS)
    service = sum(number for side, number in people.items() if side in SERVICE)
    return Balance(users, service, is_even=3 * users >= 2 * service)
