"""Who is on the team and who stands on the service's side, for the team's page."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from brukerstemmen.evaluations.models import Evaluation, TeamMember
from brukerstemmen.people import clock
from brukerstemmen.people.access import SIDES, Role, Side
from brukerstemmen.people.models import Employment, Grant, Person
from brukerstemmen.people.wording import ROLES


@dataclass(frozen=True)
class Member:
    """One role in force. own_experience: as told by themselves; None where nothing is asked."""

    grant: Grant
    role: Promise | str
    side: Side
    until: date
    own_experience: bool | None
    works_at: str
    is_self: bool


def members_of(evaluation: Evaluation, *, seen_by: Person) -> list[Member]:
    """Everybody who holds a role here today, leads first. Three queries."""
    grants = list(
        Grant.objects.in_force()
        .filter(work=evaluation.work_id)
        .select_related("person", "work")
        .order_by("person__name", "pk")
    )
    told = dict(
        TeamMember.objects.filter(evaluation=evaluation).values_list("person", "own_experience")
    )
    jobs = _jobs(grants)
    order = list(Role)
    members = [
        Member(
            grant=grant,
            role=ROLES[Role(grant.role)],
            side=SIDES[Role(grant.role)],
            until=min(grant.until, grant.work.ends_on),
            own_experience=told.get(grant.person_id),
            works_at=jobs.get(grant.person_id, ""),
            is_self=grant.person_id == seen_by.pk,
        )
        for grant in grants
    ]
    return sorted(members, key=lambda member: order.index(Role(member.grant.role)))


def _jobs(grants: list[Grant]) -> dict[object, str]:
    outside = [grant.person_id for grant in grants if grant.side == Side.SERVICE]
    today = clock.today()
    rows = Employment.objects.filter(person__in=outside).select_related("organisation")
    return {
        row.person_id: row.organisation.name
        for row in rows
        if row.until is None or row.until >= today
    }


def own_experience_of(evaluation: Evaluation, person: Person) -> bool | None:
    """What the person has told of themselves, None if they are not on the team."""
    member = TeamMember.objects.filter(evaluation=evaluation, person=person).first()
    return member.own_experience if member else None


def interviewers_who_may_approve(evaluation: Evaluation) -> list[str]:
    """Names of those who can lock a guide: interviewers who have told of own experience."""
    holding = Grant.objects.in_force().filter(work=evaluation.work_id, role=Role.INTERVIEWER)
    told = TeamMember.objects.filter(
        evaluation=evaluation, own_experience=True, person__in=holding.values("person")
    )
    return list(told.values_list("person__name", flat=True).order_by("person__name"))
