"""What stands between a person and the material of a piece of work, asked at each request.

The rules are `privacy.ethics` and `privacy.independence`; here their facts are gathered.
"""

import uuid
from collections.abc import Callable, Iterable

from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import (
    ConfidentialityPledge,
    ConflictDeclaration,
    Employment,
    EthicalGuideline,
    Grant,
    GuidelineAcceptance,
    Organisation,
    Person,
    Work,
    WorkParty,
)
from brukerstemmen.people.models.work import Part
from brukerstemmen.privacy import ethics, independence

Hindrance = ethics.Reason | independence.Reason

# Rooms above tell here whether somebody is in the middle of a meeting: nobody is locked out then.
IN_MEETING: list[Callable[[Person, Work], bool]] = []


def hindrances(person: Person, work: Work) -> list[Hindrance]:
    """Why the person gets at no material of this work today; empty if nothing hinders."""
    return [*_ethics(person, work), *_independence(person, work)]


def unhindered(person: Person, works: Iterable[Work]) -> list[uuid.UUID]:
    """Those of the works in which nothing stands between the person and the material."""
    return [work.pk for work in works if not hindrances(person, work)]


def roles_today(person: Person) -> set[Role]:
    """Every role the person holds anywhere today."""
    return {
        Role(role) for role in Grant.objects.of(person).in_force().values_list("role", flat=True)
    }


def works_for_a_party(person: Person, work: Work) -> bool:
    """Whether the person is employed by the evaluated service or its client, or around them."""
    employed = {
        independence.Reason.EMPLOYED_BY_SERVICE,
        independence.Reason.EMPLOYED_BY_CLIENT,
    }
    return bool(employed.intersection(_independence(person, work)))


def latest_guideline(centre_id: uuid.UUID) -> EthicalGuideline | None:
    return EthicalGuideline.objects.filter(centre_id=centre_id).order_by("version").last()


def _ethics(person: Person, work: Work) -> list[ethics.Reason]:
    latest = latest_guideline(work.centre_id)
    accepted = GuidelineAcceptance.objects.filter(person=person, guideline__centre=work.centre_id)
    pledge = ConfidentialityPledge.objects.filter(person=person, work=work).first()
    return ethics.hinders(
        accepted=dict(accepted.values_list("guideline__version", "on")),
        latest=ethics.Guidelines(latest.version, latest.adopted_on) if latest else None,
        pledged_on=pledge.on if pledge else None,
        in_meeting=any(is_in(person, work) for is_in in IN_MEETING),
        on=clock.today(),
    )


def _independence(person: Person, work: Work) -> list[independence.Reason]:
    jobs = list(Employment.objects.filter(person=person))
    declared = ConflictDeclaration.objects.filter(person=person, work=work).first()
    if not jobs and declared is None:
        return []
    parties = list(WorkParty.objects.filter(work=work)) if jobs else []
    above = _above({row.organisation_id for row in (*jobs, *parties)})
    places = {key: independence.Organisation(key, frozenset(up)) for key, up in above.items()}
    return independence.hinders(
        employments=[independence.Employment(places[j.organisation_id], j.until) for j in jobs],
        services=[places[p.organisation_id] for p in parties if p.part == Part.SERVICE],
        clients=[places[p.organisation_id] for p in parties if p.part == Part.CLIENT],
        declared=independence.Tie(declared.tie) if declared else None,
        on=clock.today(),
    )


def _above(ids: set[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """For each organisation, the ids of all it is part of, directly or further up."""
    parent: dict[uuid.UUID, uuid.UUID | None] = {}
    missing = set(ids)
    while missing:
        rows = Organisation.objects.filter(pk__in=missing).values_list("pk", "part_of_id")
        parent.update(rows)
        missing = {up for up in parent.values() if up is not None} - parent.keys()
    above: dict[uuid.UUID, set[uuid.UUID]] = {}
    for key in ids:
        above[key], up = set(), parent.get(key)
        while up is not None and up not in above[key]:
            above[key].add(up)
            up = parent.get(up)
    return above
