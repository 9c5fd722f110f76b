"""What is known of an evaluation, gathered for its page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from brukerstemmen.evaluations.models import Agreement, Evaluation, PassedNeed
from brukerstemmen.evaluations.models.evaluation import Anchor, InvolvementDegree, LegalBasis
from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.evaluations.wording import NEEDS, STEPS
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import holds
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.people.models.work import Part

Words = Promise | str


def evaluations() -> Any:
    """All evaluations, with what is needed to open what is written about them."""
    return Evaluation.objects.select_related("work__centre__profile", "key__outer", "focus_area")


@dataclass(frozen=True)
class Passed:
    what: Words
    why: str
    by: str
    on: date


@dataclass(frozen=True)
class About:
    """Everything on the page. Empty texts and None are not known yet."""

    services: list[str]
    clients: list[str]
    degree: Words
    texts: dict[str, str]
    legal_basis: Words
    agreement: Agreement | None
    anchors: list[tuple[Words, date | None]]
    elsewhere: list[tuple[Words, date]]
    passed: list[Passed]
    whole: Evaluation | None
    parts: list[Evaluation]
    leads: bool


def about(evaluation: Evaluation, *, seen_by: Person) -> About:
    """The page of one evaluation, as this person may see it."""
    whole, parts = _family(evaluation, seen_by)
    return About(
        services=parties(evaluation, Part.SERVICE),
        clients=parties(evaluation, Part.CLIENT),
        degree=InvolvementDegree(evaluation.degree).label if evaluation.degree else "",
        texts={
            name: evaluation.read(name)
            for name in ("scope", "promise", "not_reached", "stop_reason")
        },
        legal_basis=LegalBasis(evaluation.legal_basis).label,
        agreement=agreement_of(evaluation),
        anchors=_anchors(evaluation),
        elsewhere=[(STEPS[step], on) for step, on in held_elsewhere(evaluation).items()],
        passed=[_passed(row) for row in _passed_rows(evaluation)],
        whole=whole,
        parts=parts,
        leads=holds(seen_by, Permission.LEAD_WORK, evaluation),
    )


def agreement_of(evaluation: Evaluation) -> Agreement | None:
    return Agreement.objects.filter(evaluation=evaluation).first()


def parties(evaluation: Evaluation, part: Part) -> list[str]:
    rows = evaluation.work.party_rows.filter(part=part).select_related("organisation")
    return [row.organisation.name for row in rows]


def organisations(evaluation: Evaluation) -> list[Organisation]:
    """The services and the client, for choosing where somebody works."""
    return list(evaluation.work.parties.order_by("name").distinct())


def anchored(evaluation: Evaluation) -> dict[str, date]:
    return dict(evaluation.anchoring.values_list("point", "done_on"))


def held_elsewhere(evaluation: Evaluation) -> dict[Step, date]:
    """The steps that were taken outside, in the order of the road."""
    days = dict(evaluation.done_elsewhere.values_list("step", "on"))
    return {step: days[step] for step in Step if step in days}


def others_led_by(person: Person, *, than: Evaluation) -> list[Evaluation]:
    """The evaluations this person leads, save this one and the parts of it."""
    led = Evaluation.objects.visible_to(person, Permission.LEAD_WORK)
    found = led.exclude(pk=than.pk).exclude(part_of=than)
    return list(found.select_related("work").order_by("work__title"))


def _anchors(evaluation: Evaluation) -> list[tuple[Words, date | None]]:
    days = anchored(evaluation)
    return [(point.label, days.get(point.value)) for point in Anchor]


def _passed_rows(evaluation: Evaluation) -> Any:
    rows = evaluation.passed_needs.select_related("by", "key__outer")
    return rows.filter(need__in=list(Need))


def _passed(row: PassedNeed) -> Passed:
    return Passed(what=NEEDS[Need(row.need)], why=row.read("why"), by=row.by.name, on=row.on)


def _family(evaluation: Evaluation, person: Person) -> tuple[Evaluation | None, list[Evaluation]]:
    known = Evaluation.objects.visible_to(person).select_related("work")
    whole = known.filter(pk=evaluation.part_of_id).first() if evaluation.part_of_id else None
    return whole, list(known.filter(part_of=evaluation).order_by("work__title"))
