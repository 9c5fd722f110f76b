"""How measures are followed, as the centre and the client have agreed."""

from collections.abc import Collection
from types import EllipsisType

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.measures.deadlines import LONGEST
from brukerstemmen.measures.felt import LATEST_MONTH
from brukerstemmen.measures.holders import in_the_service
from brukerstemmen.measures.models import FollowUpTerms
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work

MOST_ROUNDS = 8


def terms_of(work: Work) -> FollowUpTerms:
    """What is agreed on; as most do it, and not saved, where nothing is."""
    there = FollowUpTerms.objects.select_related("escalate_to").filter(work=work).first()
    return there or FollowUpTerms(work=work)


@transaction.atomic
def agree_on_terms(
    work: Work,
    *,
    months: Collection[int] | None = None,
    felt_line: int | None = None,
    remind_before: int | None = None,
    escalate_after: int | None = None,
    escalate_to: Person | EllipsisType | None = ...,
    by: Person,
) -> FollowUpTerms:
    """Write down what is agreed on. What is not told stays as it is.

    Rounds that are planned do not move by this. Raises PermissionDenied or ValidationError.
    """
    work = Work.objects.select_for_update(of=("self",), no_key=True).get(pk=work.pk)
    require(by, Permission.LEAD_WORK, work)
    terms = terms_of(work)
    if months is not None:
        terms.months = _written(months)
    told = {
        "felt_line": (felt_line, 1, 100),
        "remind_before": (remind_before, 0, LONGEST),
        "escalate_after": (escalate_after, 0, LONGEST),
    }
    for name, (number, least, most) in told.items():
        if number is not None:
            setattr(terms, name, _between(name, number, least, most))
    if not isinstance(escalate_to, EllipsisType):
        terms.escalate_to = _in_the_service(work, escalate_to)
    terms.save()
    record(by=by, what="terms.agreed", about=work)
    return terms


def _written(months: Collection[int]) -> str:
    chosen = sorted(set(months))
    if len(chosen) > MOST_ROUNDS:
        raise ValidationError({"months": _("That is more rounds than anybody can answer.")})
    if any(not 1 <= month <= LATEST_MONTH for month in chosen):
        raise ValidationError({"months": _("Write whole months from 1 to 60, such as 3, 6, 12.")})
    return ",".join(map(str, chosen))


def _between(name: str, number: int, least: int, most: int) -> int:
    if not least <= number <= most:
        told = _("Write a number from %(least)s to %(most)s.") % {"least": least, "most": most}
        raise ValidationError({name: told})
    return number


def _in_the_service(work: Work, person: Person | None) -> Person | None:
    if person is not None and person not in in_the_service(work):
        told = _("Choose somebody of the service or the client who has a role here.")
        raise ValidationError({"escalate_to": told})
    return person
