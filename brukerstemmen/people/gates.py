"""Who may see and do what: every view and verb asks here.

Four kinds of no: not yours to know (404), not yours to do (403), not yet (a page that says what
is missing), and a bug (500).
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404

from brukerstemmen.people import standing
from brukerstemmen.people.access import ENDS_AT_CLOSING, MATERIAL, Permission, roles_with
from brukerstemmen.people.models import Grant, Person, Work

if TYPE_CHECKING:
    from django.db.models import QuerySet

ModelT = TypeVar("ModelT", bound=models.Model)


class Closed(PermissionDenied):
    """The work is closed: what needs the way to a person can be done no more, by anybody."""

    def __init__(self, work: Work) -> None:
        super().__init__("closed")
        self.work = work


class HasWork(Protocol):
    """Anything that belongs to a piece of work."""

    @property
    def work(self) -> Work: ...


class NotYet(Exception):
    """The role is there, but something stands between. Holds the reasons and the work."""

    def __init__(self, work: Work, reasons: list[standing.Hindrance]) -> None:
        super().__init__(", ".join(reasons))
        self.work = work
        self.reasons = reasons


def holds(person: Person, permission: Permission, about: HasWork) -> bool:
    """Whether a role of the person gives the permission here today."""
    if permission in ENDS_AT_CLOSING and about.work.is_closed:
        return False
    return bool(about.work.roles_of(person) & roles_with(permission))


def may(person: Person, permission: Permission, about: HasWork) -> bool:
    """Whether the person may do this now: the role holds and nothing stands between."""
    if not person.is_authenticated or not holds(person, permission, about):
        return False
    return permission not in MATERIAL or not standing.hindrances(person, about.work)


def require(person: Person, permission: Permission, about: HasWork) -> None:
    """Raise PermissionDenied (answered with 403) unless the person may."""
    if not may(person, permission, about):
        raise PermissionDenied(permission)


def open_work(person: Person, permission: Permission) -> "QuerySet[Work]":
    """The work in which this person holds the permission today, nothing standing between."""
    if not person.is_authenticated:
        return Work.objects.none()
    grants = Grant.objects.of(person).in_force().with_roles(roles_with(permission))
    candidates = Work.objects.filter(pk__in=grants.values("work"))
    if permission in ENDS_AT_CLOSING:
        candidates = candidates.filter(closed_on__isnull=True)
    if permission not in MATERIAL:
        return candidates
    return Work.objects.filter(pk__in=standing.unhindered(person, candidates))


def known_work(person: Person) -> "QuerySet[Work]":
    """The work the person has any role in today."""
    return Work.objects.known_to(person) if person.is_authenticated else Work.objects.none()


class VisibleQuerySet(models.QuerySet[ModelT]):
    """A queryset that knows the way from its rows to the work they belong to."""

    path_to_work = "work"

    def visible_to(
        self, person: Person, permission: Permission = Permission.SEE_WORK
    ) -> "VisibleQuerySet[ModelT]":
        """What this person may see today, with this permission. Every view starts here."""
        return self.filter(**{f"{self.path_to_work}__in": open_work(person, permission)})


def seen_through(path: str) -> Any:
    """A manager for rows whose piece of work is found along this path of foreign keys."""
    return type("Visible", (VisibleQuerySet,), {"path_to_work": path}).as_manager()


class BelongsToWork:
    """Mixed into models: the piece of work, found along the same path, one name at a time."""

    path_to_work = "work"

    @property
    def work(self) -> Work:
        found: Any = self
        for name in self.path_to_work.split("__"):
            found = getattr(found, name)
        return found


def reach(
    rows: "VisibleQuerySet[Any]",
    person: Person,
    permission: Permission,
    *,
    known_by: Iterable[Permission] = (Permission.SEE_WORK,),
    **which: Any,
) -> Any:
    """Fetch the one row a page is about, or answer with the right kind of no.

    known_by: the permissions that let a person know that the row is there.
    Raises Http404, PermissionDenied or NotYet.
    """
    known = rows.filter(**which)
    row = next(
        (found for step in known_by if (found := known.visible_to(person, step).first())), None
    )
    if row is None:
        raise Http404
    if not holds(person, permission, row):
        if permission in ENDS_AT_CLOSING and row.work.is_closed:
            raise Closed(row.work)
        raise PermissionDenied(permission)
    if permission in MATERIAL and (reasons := standing.hindrances(person, row.work)):
        raise NotYet(row.work, reasons)
    return row
