"""Keeping the calendar: its days, and each person's secret address to them."""

import secrets
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.calendar_days import days_of
from brukerstemmen.journey.models import CalendarAddress, CalendarDay
from brukerstemmen.people import clock, gates, journal, marks
from brukerstemmen.people.access import Permission
from brukerstemmen.people.models import Person


def gather_days() -> int:
    """Bring every calendar up to date. Returns how many days came or went. A chore."""
    return _gather(Evaluation.objects.all())


@transaction.atomic
def renew_address(*, by: Person) -> str:
    """A new secret end of the address of the calendar, told once. The one before opens nothing.

    Raises PermissionDenied for who takes part in no evaluation.
    """
    mine = Evaluation.objects.filter(work__in=gates.open_work(by, Permission.SEE_WORK))
    if not mine.exists():
        raise PermissionDenied(Permission.SEE_WORK)
    Person.objects.select_for_update().get(pk=by.pk)
    token = secrets.token_urlsafe(32)
    CalendarAddress.objects.update_or_create(
        person=by, defaults={"mark": marks.mark_of_token(token), "made_on": clock.today()}
    )
    _gather(mine)
    journal.record(by=by, what="calendar.address_made", about=None)
    return token


@transaction.atomic
def stop_address(*, by: Person) -> bool:
    """Let the address open nothing. False if there is none."""
    stopped, _rows = CalendarAddress.objects.filter(person=by).delete()
    if stopped:
        journal.record(by=by, what="calendar.address_stopped", about=None)
    return bool(stopped)


@transaction.atomic
def _gather(evaluations: Iterable[Evaluation]) -> int:
    """What has gone is taken away, what has come is added; what stays is not touched."""
    found = list(evaluations)
    there: dict[tuple[Any, ...], int] = {
        (row.work_id, row.kind, row.on): row.pk
        for row in CalendarDay.objects.filter(work__in=[one.work_id for one in found])
    }
    now = {(work, kind.value, on) for work, kind, on in days_of(found)}
    gone = [pk for told, pk in there.items() if told not in now]
    come = sorted(now - there.keys(), key=str)
    CalendarDay.objects.filter(pk__in=gone).delete()
    CalendarDay.objects.bulk_create(
        [
            CalendarDay(work_id=work, kind=kind, on=on, noted_on=clock.today())
            for work, kind, on in come
        ],
        ignore_conflicts=True,
    )
    return len(gone) + len(come)
