"""What rooms further up have for a participant: links on their own page, as long as they lead
somewhere.

A room adds a callable to `MORE` when it is ready. It is asked with every visit to the page, so it
asks the database as little as it can, and only for what belongs to this participant.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.functional import Promise

from brukerstemmen.voices.models import Participant


@dataclass(frozen=True)
class Link:
    """label: also the heading of the page it leads to. order: the smallest stands first.

    invites: a sentence above the buttons where something is asked of them, "" if nothing is.
    is_first: the one button that stands out, set by the page.
    """

    label: Promise | str
    href: str
    icon: str
    order: int
    invites: Promise | str = ""
    is_first: bool = False


More = Callable[[Participant], Link | None]
MORE: list[More] = []


def add(more: More) -> None:
    """Called once by each room, when it is ready; adding it again changes nothing."""
    if more not in MORE:
        MORE.append(more)


def links_for(participant: Participant, *, may_stand_out: bool) -> list[Link]:
    """What there is for this participant now, in order.

    may_stand_out: whether nothing else on the page is asked of them. One button only stands out.
    """
    found = sorted(
        (link for more in MORE if (link := more(participant))), key=lambda link: link.order
    )
    first = next((link for link in found if link.invites), None) if may_stand_out else None
    return [replace(link, is_first=link is first) for link in found]
