"""Who answers for a measure today: somebody in the service, as long as they have a role here."""

from collections.abc import Iterable
from dataclasses import dataclass

from brukerstemmen.measures.models import Measure, MeasureHolder
from brukerstemmen.people.access import Permission, Role, roles_with
from brukerstemmen.people.models import Grant, Person, Work


@dataclass(frozen=True)
class Held:
    """row: who was last named. answers: whether that person still can, with a role here today."""

    row: MeasureHolder
    answers: bool


def holder_now(measure: Measure) -> Person | None:
    """Who answers for it; None if nobody was named, or whose role here has ended."""
    held = held_by(measure.work).get(measure.pk)
    return held.row.person if held and held.answers else None


def held_by(work: Work) -> dict[object, Held]:
    """Who was last named for each measure of the work, and whether they can answer. Two queries."""
    rows = MeasureHolder.objects.filter(measure__work=work, until__isnull=True)
    named = list(rows.select_related("person"))
    there = {person.pk for person in in_the_service(work)}
    return {row.measure_id: Held(row, row.person_id in there) for row in named}


def in_the_service(work: Work) -> list[Person]:
    """Everybody on the service's side with a role here today."""
    return _with_a_role(work, roles_with(Permission.SEE_RELEASED))


def who_can_answer(work: Work) -> list[Person]:
    """Those in the service who can say something for it today."""
    return _with_a_role(work, roles_with(Permission.ANSWER))


def leads_of(work: Work) -> list[Person]:
    """Who leads the evaluation today."""
    return _with_a_role(work, roles_with(Permission.ANSWER_FOR_SERVICE))


def _with_a_role(work: Work, roles: Iterable[Role]) -> list[Person]:
    grants = Grant.objects.in_force().with_roles(roles).filter(work=work, person__is_active=True)
    people = {grant.person_id: grant.person for grant in grants.select_related("person")}
    return list(people.values())
