"""Ethics first: reading the guidelines, the pledge, and ties to the service."""

from django.db import transaction

from brukerstemmen.people import clock, gates
from brukerstemmen.people.access import Permission
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import (
    ConfidentialityPledge,
    ConflictDeclaration,
    EthicalGuideline,
    GuidelineAcceptance,
    Person,
    Work,
)
from brukerstemmen.people.models.ethics import Tie


@transaction.atomic
def accept_guidelines(guideline: EthicalGuideline, *, by: Person) -> GuidelineAcceptance:
    """Say yes to one version of the guidelines. Twice is once."""
    acceptance, made = GuidelineAcceptance.objects.get_or_create(
        person=by, guideline=guideline, defaults={"on": clock.today()}
    )
    if made:
        record(by=by, what="guidelines.accepted", about=None, count=guideline.version)
    return acceptance


@transaction.atomic
def sign_pledge(work: Work, *, by: Person) -> ConfidentialityPledge:
    """Promise confidentiality for one piece of work. Twice is once.

    Raises PermissionDenied for somebody without a role on the team.
    """
    gates.require(by, Permission.SEE_WORK, work)
    pledge, made = ConfidentialityPledge.objects.get_or_create(
        person=by, work=work, defaults={"on": clock.today()}
    )
    if made:
        record(by=by, what="pledge.signed", about=work)
    return pledge


@transaction.atomic
def declare_tie(work: Work, tie: Tie, *, by: Person) -> ConflictDeclaration:
    """Say whether there are other ties to the service. Never why.

    Raises PermissionDenied for somebody without a role on the team.
    """
    gates.require(by, Permission.SEE_WORK, work)
    declaration, _made = ConflictDeclaration.objects.update_or_create(
        person=by, work=work, defaults={"tie": tie, "on": clock.today()}
    )
    record(by=by, what="tie.declared", about=work)
    return declaration
