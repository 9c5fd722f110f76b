"""The registry of doors: every address declares its zone and its roles, or answers 404.

Rooms build their URLs with `door`. Doors of packages are declared by name in `DECLARED`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import ResolverMatch, URLPattern, path

from brukerstemmen.people.access import Role
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.zones import Zone

View = Callable[..., HttpResponseBase]

ANYONE: frozenset[Role] = frozenset()  # no sign-in asked
SIGNED_IN = frozenset(Role)  # any account that holds a role
INSIDE = frozenset({Role.STAFF, Role.LEAD, Role.INTERVIEWER})
TEAM = frozenset({Role.LEAD, Role.INTERVIEWER})
LEAD = frozenset({Role.LEAD})
SERVICE = frozenset({Role.SERVICE_CONTACT, Role.CLIENT_LEADER})
EDITORS = frozenset({Role.EDITOR, Role.CO_READER})
OPERATORS = frozenset({Role.ADMINISTRATOR})
PAYROLL = frozenset({Role.PAYROLL})


@dataclass(frozen=True)
class Door:
    """What an address declares: its zone, who may knock, and whether reading is journalled.

    account: signed in is enough, before any role is given (own account, sign-out).
    fresh: a copy leaves the house here, so the sign-in must be recent (the demo goes without).
    ways: for those without account, the ways of entry that lead here. A door without roles in a
    zone with content opens nothing but what belongs to the one who has come that way.
    cookieless: the same for everybody, whoever is signed in: no cookie is read and none is set.
    """

    zone: Zone
    roles: frozenset[Role]
    account: bool = False
    read_is_journalled: str = ""
    fresh: bool = False
    ways: frozenset[Way] = frozenset()
    cookieless: bool = False

    @property
    def is_for_visitors(self) -> bool:
        """Whether it is open to those without account."""
        return not self.roles and not self.account

    @property
    def known_to(self) -> frozenset[Role]:
        """The roles that may know of the door. To others it is not there (404).

        The whole team knows of the lead's doors: the gates then say no in the right way, 403
        where the work is known and 404 where it is not.
        """
        return self.roles | TEAM if self.roles & TEAM else self.roles


DECLARED: dict[str, Door] = {}


def door(
    route: str,
    view: View,
    *,
    name: str,
    zone: Zone,
    roles: Iterable[Role],
    account: bool = False,
    read_is_journalled: str = "",
    fresh: bool = False,
    ways: Iterable[Way] = (),
    cookieless: bool = False,
) -> URLPattern:
    """A URL that declares its zone and roles."""

    @wraps(view)
    def declared(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    declared.door = Door(  # type: ignore[attr-defined]
        zone, frozenset(roles), account, read_is_journalled, fresh, frozenset(ways), cookieless
    )
    return path(route, declared, name=name)


def declare(names: Iterable[str], door_: Door) -> None:
    """Declare doors whose URLs a package builds, by name."""
    for name in names:
        DECLARED[name] = door_


# All addresses of a package that begin with a word of their own, such as the editors' pages.
UNDER: dict[str, Door] = {}


def declare_under(beginning: str, door_: Door) -> None:
    """Declare one door for every address of a package that begins so ("rediger/")."""
    UNDER[beginning] = door_


def door_under(route: str) -> Door | None:
    """The door declared for a whole beginning of addresses, or None."""
    return next((door_ for start, door_ in UNDER.items() if route.startswith(start)), None)


def door_of(match: ResolverMatch) -> Door | None:
    """The door a resolved address has declared, or None."""
    own = getattr(match.func, "door", None) or DECLARED.get(match.view_name)
    return own or door_under(match.route)
