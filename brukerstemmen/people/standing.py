"""What stands between a person and the material of a piece of work, asked at each request.

The rules are `privacy.ethics` and `privacy.independence`; here their facts are gathered.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Q

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
    return hindrances_in(person, [work])[work.pk]


def hindrances_in(person: Person, works: Iterable[Work]) -> dict[uuid.UUID, list[Hindrance]]:
    """The same for each of several works, in as few queries as for one."""
    asked = list(works)
    ethics_of, independence_of = _ethics(person, asked), _independence(person, asked)
    return {work.pk: [*ethics_of[work.pk], *independence_of[work.pk]] for work in asked}


def unhindered(person: Person, works: Iterable[Work]) -> list[uuid.UUID]:
    """Those of the works in which nothing stands between the person and the material."""
    return [pk for pk, reasons in hindrances_in(person, works).items() if not reasons]


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
    return bool(employed.intersection(_independence(person, [work])[work.pk]))


def latest_guideline(centre_id: uuid.UUID) -> EthicalGuideline | None:
    return EthicalGuideline.objects.filter(centre_id=centre_id).order_by("version").last()


def _ethics(person: Person, works: list[Work]) -> dict[uuid.UUID, list[ethics.Reason]]:
    centres = {work.centre_id for work in works}
    versions = EthicalGuideline.objects.filter(centre__in=centres).order_by("version")
    latest = {
        centre: ethics.Guidelines(version, adopted_on)
        for centre, version, adopted_on in versions.values_list("centre", "version", "adopted_on")
    }
    accepted: dict[uuid.UUID, dict[int, date]] = defaultdict(dict)
    for centre, version, on in GuidelineAcceptance.objects.filter(
        person=person, guideline__centre__in=centres
    ).values_list("guideline__centre", "guideline__version", "on"):
        accepted[centre][version] = on
    pledges = ConfidentialityPledge.objects.filter(person=person, work__in=works)
    pledged_on = dict(pledges.values_list("work", "on"))
    return {
        work.pk: _ethics_of(
            person,
            work,
            accepted=accepted[work.centre_id],
            latest=latest.get(work.centre_id),
            pledged_on=pledged_on.get(work.pk),
            on=clock.today(),
        )
        for work in works
    }


def _ethics_of(person: Person, work: Work, **facts: Any) -> list[ethics.Reason]:
    """Whether somebody is in a meeting is asked only where the answer decides."""
    reasons = ethics.hinders(**facts, in_meeting=False)
    if ethics.Reason.NEW_GUIDELINES_NOT_ACCEPTED in reasons:
        in_meeting = any(is_in(person, work) for is_in in IN_MEETING)
        return ethics.hinders(**facts, in_meeting=in_meeting)
    return reasons


def _independence(person: Person, works: list[Work]) -> dict[uuid.UUID, list[independence.Reason]]:
    jobs = [*_employers(person), *_stands_for(person)]
    parties = list(WorkParty.objects.filter(work__in=works)) if jobs else []
    declared = dict(
        ConflictDeclaration.objects.filter(person=person, work__in=works).values_list("work", "tie")
    )
    above = _above({at for at, _until in jobs} | {row.organisation_id for row in parties})
    places = {key: independence.Organisation(key, frozenset(up)) for key, up in above.items()}

    def parts(work: Work, part: Part) -> list[independence.Organisation]:
        return [
            places[row.organisation_id]
            for row in parties
            if row.work_id == work.pk and row.part == part
        ]

    return {
        work.pk: independence.hinders(
            employments=[independence.Employment(places[at], until) for at, until in jobs],
            services=parts(work, Part.SERVICE),
            clients=parts(work, Part.CLIENT),
            declared=independence.Tie(declared[work.pk]) if work.pk in declared else None,
            on=clock.today(),
        )
        for work in works
    }


def _employers(person: Person) -> Iterable[tuple[uuid.UUID, date | None]]:
    return Employment.objects.filter(person=person).values_list("organisation", "until")


def _stands_for(person: Person) -> Iterable[tuple[uuid.UUID, date]]:
    """The services and clients for whom the person has a role today, whatever their employment.

    A trigger refuses a role on both sides when it is given, but not when a party is named later.
    """
    for_service = Q(role=Role.SERVICE_CONTACT, work__party_rows__part=Part.SERVICE)
    for_client = Q(role=Role.CLIENT_LEADER, work__party_rows__part=Part.CLIENT)
    grants = Grant.objects.of(person).in_force().filter(for_service | for_client)
    return grants.values_list("work__party_rows__organisation", "until")


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
