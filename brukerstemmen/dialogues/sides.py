"""Who is in the room, by side, whether the room is balanced, and where opinions are divided.
No framework, no database."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """In the order in which they are shown: those who use the service come first."""

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


def place(side: Side) -> int:
    """Where a side stands on every page: users first, the centre last."""
    return list(Side).index(side)


def both_views(users: str, service: str) -> str:
    r"""Two views as one text: that of those who use the service first, a blank line between.

    Raises ValueError where one is missing: a view alone is no divided opinion.

    >>> both_views("The doors are shut.", "They are open until nine.")
    'The doors are shut.\n\nThey are open until nine.'
    """
    views = [re.sub(r"\s*\n\s*", "\n", view.strip()) for view in (users, service)]
    if not all(views):
        raise ValueError("both sides' views must be written")
    return "\n\n".join(views)


def views_in(text: str) -> list[str]:
    r"""The views that stand in a text, a blank line between each.

    >>> views_in("One.\n\nAnother.")
    ['One.', 'Another.']
    """
    return [view.strip() for view in re.split(r"\n\s*\n", text) if view.strip()]


def has_both_views(text: str) -> bool:
    """Whether a text on which opinions are divided holds at least two views."""
    return len(views_in(text)) > 1
