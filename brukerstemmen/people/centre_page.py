"""What those who operate a centre see of it: its people and its journal, never any words."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise

from brukerstemmen.people.access import Permission, Role
from brukerstemmen.people.gates import open_work
from brukerstemmen.people.models import CentreProfile, Grant, JournalEntry, Organisation, Person
from brukerstemmen.people.models.work import WorkKind
from brukerstemmen.people.wording import ROLES, act

ROWS = 100


@dataclass(frozen=True)
class StaffMember:
    grant: Grant
    role: Promise | str
    is_self: bool


@dataclass(frozen=True)
class Line:
    """One row of the journal: who did what, where and when."""

    at: datetime
    by: str
    what: Promise | str
    work: str
    count: int | None


def operated_by(person: Person) -> CentreProfile | None:
    """The centre this person operates, None if there is none."""
    work = open_work(person, Permission.OPERATE).filter(kind=WorkKind.CENTRE).first()
    if work is None:
        return None
    return CentreProfile.objects.select_related("centre").get(centre=work.centre_id)


def staff_of(centre: Organisation, *, seen_by: Person) -> list[StaffMember]:
    """Who has a role at the centre today, by name."""
    grants = Grant.objects.in_force().filter(work__centre=centre, work__kind=WorkKind.CENTRE)
    return [
        StaffMember(grant, ROLES[Role(grant.role)], grant.person_id == seen_by.pk)
        for grant in grants.select_related("person", "work").order_by("person__name", "role")
    ]


def journal_of(centre: Organisation) -> list[Line]:
    """The newest rows that concern the centre, newest first."""
    people = Grant.objects.filter(work__centre=centre).values("person")
    concerns = Q(work__centre=centre) | Q(work=None, by__in=people)
    rows = JournalEntry.objects.filter(concerns).select_related("by", "work").order_by("-pk")
    return [
        Line(
            at=row.at,
            by=row.by.name if row.by else "",
            what=act(row.what),
            work=row.work.title if row.work else "",
            count=row.count,
        )
        for row in rows[:ROWS]
    ]
