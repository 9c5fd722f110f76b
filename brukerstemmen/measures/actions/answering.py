"""Asking a service to answer, and what it answers. A new answer never takes the place of an old."""

import hashlib
import json
import uuid
from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.measures.models import Answer, Asking, Matter
from brukerstemmen.measures.states import Says, answer_needs_reason
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work

from .putting import SAID
from .standing_in import function, hold, speaks_on_behalf, text, the_work_of

CHANGED = "changed"  # the code of a refusal: other words are put to the service by now


@transaction.atomic
def ask_for_answers(work: Work, *, answer_by: date, by: Person) -> Asking:
    """Ask the service to answer everything that is put to it, by a day.

    Asked again, the day to answer by moves; how long it has waited is counted from the first.
    Raises PermissionDenied, or ValidationError if nothing is put, or the day has passed.
    """
    matters = hold(work)
    require(by, Permission.RELEASE, work)
    if not matters:
        raise ValidationError(_("Nothing has been put to the service yet."))
    if answer_by < clock.today():
        raise ValidationError({"answer_by": _("That day has passed.")})
    asking, _made = Asking.objects.update_or_create(
        work=work,
        defaults={"answer_by": answer_by},
        create_defaults={"answer_by": answer_by, "asked_on": clock.today()},
    )
    record(by=by, what="answers.asked_for", about=work)
    return asking


@transaction.atomic
def answer_matters(
    matters: Iterable[Matter],
    *,
    says: Says,
    given_by: str,
    reason: str = "",
    clarified_by: str = "",
    clarified_on: date | None = None,
    once: uuid.UUID | None = None,
    read: str = "",
    by: Person,
) -> Answer:
    """What the service says to one matter or to several. given_by: a function.

    once: the form's own id, so that sending it twice answers once. read: the mark of what was read
    (`reading_of`): what is put in other words meanwhile is not answered unread.
    Raises PermissionDenied or ValidationError, with the code `CHANGED` for the last.
    """
    matters = set(matters)
    held = hold(work := the_work_of(matters))
    on_behalf = speaks_on_behalf(work, by)
    if once and (there := Answer.objects.filter(pk=once, work=work).first()):
        return there
    _refuse_what_reads_otherwise(read, held.values())
    answer = Answer(
        pk=once or uuid.uuid4(),
        work=work,
        number=_next(work),
        says=says,
        reason=_reason(says, reason),
        given_by=function(work, given_by, "given_by"),
        registered_by=by,
        on_behalf=on_behalf,
        on=clock.today(),
    )
    _clarify(answer, clarified_by, clarified_on)
    answer.save(force_insert=True)
    answer.matters.add(*matters)
    _tell(answer, len(matters))
    return answer


def _clarify(answer: Answer, by: str, on: date | None) -> None:
    """Who finds out, and by when, where that is the answer."""
    if answer.says is Says.TO_BE_CLARIFIED:
        answer.clarified_by = function(answer.work, by, "clarified_by")
        answer.clarified_on = _to_come(on)


def _tell(answer: Answer, matters: int) -> None:
    deed = "answer.given_for" if answer.on_behalf else "answer.given"
    record(by=answer.registered_by, what=deed, about=answer.work, count=matters)


def _refuse_what_reads_otherwise(read: str, matters: Iterable[Matter]) -> None:
    if read and read != reading_of(matters):
        told = _("The findings have been put in other words since you opened the page. Read again.")
        raise ValidationError(told, code=CHANGED)


def reading_of(matters: Iterable[Matter]) -> str:
    """A mark of what is put to a service, as it reads and in the order it stands."""
    said = [[getattr(row, name) for name in SAID] for row in matters]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def _reason(says: Says, reason: str) -> str:
    why = _("Those who have spoken need to know why.") if answer_needs_reason(says) else ""
    return text(reason, "reason", needed=why)


def _next(work: Work) -> int:
    return (work.answers.aggregate(last=Max("number"))["last"] or 0) + 1


def _to_come(day: date | None) -> date:
    if day is None:
        raise ValidationError({"clarified_on": _("Write by when it is clarified.")})
    if day < clock.today():
        raise ValidationError({"clarified_on": _("That day has passed.")})
    return day
