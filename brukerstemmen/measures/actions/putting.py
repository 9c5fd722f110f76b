"""Putting findings to a service, as copies of what is released."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from brukerstemmen.measures.models import Matter, Standing, Turn
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work

from .standing_in import hold

# What a matter says, and where it stands among the others.
SAID = (
    "number",
    "turn",
    "standing",
    "title",
    "good",
    "not_good",
    "better",
    "question",
    "nuance",
    "minority",
)
_AWAY = 10_000  # where numbers are set aside while they change places


@dataclass(frozen=True)
class MatterTold:
    """A finding as it is released. id: the matter it was put as before, None if it is new."""

    id: uuid.UUID | None
    number: int
    turn: Turn
    standing: Standing
    title: str
    good: str = ""
    not_good: str = ""
    better: str = ""
    question: str = ""
    nuance: str = ""
    minority: str = ""


@transaction.atomic
def put_to_service(
    work: Work, matters: Sequence[MatterTold], *, quarter: str, by: Person
) -> list[Matter]:
    """Put findings to the service, or say anew what was put before. Its answers stay.

    What is not told now stays too, behind the others if its place is taken. The quarter is that
    of the newest wording. Returns the matters as told, in the same order.
    Raises PermissionDenied, or ValidationError for a matter of another work or a place told twice.
    """
    # Held without its key: what is said meanwhile is journalled about it, and does not wait.
    Work.objects.select_for_update(of=("self",), no_key=True).get(pk=work.pk)
    require(by, Permission.RELEASE, work)
    there = hold(work)
    _check(matters, there)
    Matter.objects.filter(work=work).update(number=F("number") + _AWAY)
    put = [_put(work, told, there, quarter) for told in matters]
    _close_ranks([row for row in there.values() if row not in put], put)
    record(by=by, what="matters.put", about=work, count=len(put))
    return put


def _check(matters: Sequence[MatterTold], there: dict[object, Matter]) -> None:
    known = [told.id for told in matters if told.id is not None]
    numbers = [told.number for told in matters]
    if not set(known) <= set(there) or len(set(known)) < len(known):
        raise ValidationError(_("A finding belongs to another evaluation."))
    if len(set(numbers)) < len(numbers) or not all(0 < each < _AWAY for each in numbers):
        raise ValidationError(_("Two findings have the same number."))


def _put(work: Work, told: MatterTold, there: dict[object, Matter], quarter: str) -> Matter:
    said = {name: value for name, value in asdict(told).items() if name not in {"id", "number"}}
    row = there.get(told.id) or Matter(work=work, quarter=quarter)
    if any(getattr(row, name) != value for name, value in said.items()):
        row.quarter = quarter
    for name, value in said.items():
        setattr(row, name, value)
    row.number = told.number
    row.save()
    return row


def _close_ranks(others: list[Matter], put: list[Matter]) -> None:
    taken = {row.number for row in put}
    for row in others:
        number = row.number
        while number in taken:
            number += 1
        taken.add(number)
        row.number = number
        row.save(update_fields=["number"])
