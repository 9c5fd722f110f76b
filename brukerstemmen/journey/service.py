"""What the service sees of evaluations: released things only. The database refuses the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from brukerstemmen.people.access import Permission, Role, roles_with
from brukerstemmen.people.models import Grant, Person, Work
from brukerstemmen.people.models.work import WorkKind


@dataclass(frozen=True)
class ForService:
    """One evaluation as the service may know of it. telephone: "" if the centre has given none."""

    title: str
    parties: str
    centre: str
    contacts: list[str]
    telephone: str


def evaluations_for(person: Person) -> list[ForService]:
    """The evaluations in which the person stands on the service's side today. Four queries."""
    grants = Grant.objects.of(person).in_force().with_roles(roles_with(Permission.SEE_RELEASED))
    return [_told(work) for work in _works(grants)]


def _works(grants: Iterable[Grant]) -> "QuerySet[Work]":
    leads = Grant.objects.in_force().filter(role=Role.LEAD, person__is_active=True)
    return (
        Work.objects.filter(kind=WorkKind.EVALUATION, pk__in=grants.values("work"))
        .select_related("centre__profile")
        .prefetch_related(
            "party_rows__organisation",
            Prefetch("grants", leads.select_related("person"), to_attr="leads"),
        )
    )


def _told(work: Work) -> ForService:
    return ForService(
        title=work.title,
        parties=", ".join(dict.fromkeys(row.organisation.name for row in work.party_rows.all())),
        centre=work.centre.name,
        contacts=[grant.person.name for grant in work.leads],
        telephone=work.centre.profile.telephone,
    )
