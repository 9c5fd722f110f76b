"""What a person has done and has left before the material of a piece of work: for the page."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from brukerstemmen.people import clock, standing
from brukerstemmen.people.models import (
    ConfidentialityPledge,
    ConflictDeclaration,
    EthicalGuideline,
    GuidelineAcceptance,
    Person,
    Work,
)
from brukerstemmen.people.paragraphs import Block, blocks
from brukerstemmen.people.wording import HINDRANCES
from brukerstemmen.privacy import ethics, independence

# What the person can do something about; the rest is only explained.
_THEIRS = {
    ethics.Reason.GUIDELINES_NOT_ACCEPTED,
    ethics.Reason.NEW_GUIDELINES_NOT_ACCEPTED,
    ethics.Reason.PLEDGE_NOT_SIGNED,
    independence.Reason.DECLARED_TIE,
}


@dataclass(frozen=True)
class Readiness:
    """accepted_on, pledged_on, tie: None until done. closed: sentences nobody can click away."""

    guideline: EthicalGuideline | None
    text: list[Block]
    accepted_on: date | None
    pledged_on: date | None
    tie: str | None
    is_tied: bool
    grace_is_over: bool
    closed: list[Promise | str]

    @property
    def next(self) -> str:
        """The first thing left to do: guidelines, pledge, tie, or "" when all is done."""
        if self.guideline is not None and self.accepted_on is None:
            return "guidelines"
        if self.pledged_on is None:
            return "pledge"
        return "tie" if self.tie is None or self.is_tied else ""

    @property
    def is_ready(self) -> bool:
        return not self.closed and not self.next


def readiness(person: Person, work: Work) -> Readiness:
    """How far the person has come, in this work, today."""
    hindrances = standing.hindrances(person, work)
    guideline = standing.latest_guideline(work.centre_id)
    pledge = ConfidentialityPledge.objects.filter(person=person, work=work).first()
    declared = ConflictDeclaration.objects.filter(person=person, work=work).first()
    return Readiness(
        guideline=guideline,
        text=blocks(guideline.text) if guideline else [],
        accepted_on=_accepted_on(person, guideline),
        pledged_on=pledge.on if pledge else None,
        tie=declared.tie if declared else None,
        is_tied=independence.Reason.DECLARED_TIE in hindrances,
        grace_is_over=ethics.Reason.NEW_GUIDELINES_NOT_ACCEPTED in hindrances,
        closed=[HINDRANCES[reason] for reason in hindrances if reason not in _THEIRS],
    )


def _accepted_on(person: Person, guideline: EthicalGuideline | None) -> date | None:
    found = GuidelineAcceptance.objects.filter(
        person=person, guideline=guideline, on__lte=clock.today()
    ).first()
    return found.on if found else None


@dataclass(frozen=True)
class Shown:
    """A centre's guidelines as one person sees them. slug: any work of theirs there."""

    centre: str
    slug: str
    guideline: EthicalGuideline
    text: list[Block]
    accepted_on: date | None


def guidelines_of(person: Person) -> list[Shown]:
    """The guidelines of every centre where the person has a role today."""
    shown: dict[object, Shown] = {}
    for work in Work.objects.known_to(person).select_related("centre"):
        guideline = standing.latest_guideline(work.centre_id)
        if guideline is not None and work.centre_id not in shown:
            shown[work.centre_id] = Shown(
                centre=work.centre.name,
                slug=work.slug,
                guideline=guideline,
                text=blocks(guideline.text),
                accepted_on=_accepted_on(person, guideline),
            )
    return list(shown.values())
