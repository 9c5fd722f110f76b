"""What payroll sees: who, which day, how much and how. It stands here because nowhere else may."""

import uuid
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.meetings.honorarium import kroner, shown_account
from brukerstemmen.meetings.models import Payment, PaymentExport
from brukerstemmen.meetings.models.payments import Kind, Way
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import open_work
from brukerstemmen.people.models import Person, Work

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Line:
    """One payment, opened. amount in øre."""

    pk: uuid.UUID
    name: str
    day: date
    kind: str
    amount: int
    how: str

    @property
    def kroner(self) -> str:
        return kroner(self.amount)


@dataclass(frozen=True)
class Day:
    """The payments of a day and what they come to."""

    day: date
    lines: list[Line]

    @property
    def kroner(self) -> str:
        return kroner(sum(line.amount for line in self.lines))


def how(way: str, account: str) -> str:
    """How somebody is paid, in words."""
    if Way(way) is Way.GIFT_CARD:
        return _("Gift card")
    return _("To account %(account)s") % {"account": shown_account(account)}


def payroll_work(person: Person) -> Work | None:
    """The centre whose payments this person sees, None if there is none."""
    return open_work(person, Permission.SEE_PAYMENTS).select_related("centre").first()


def waiting_by_day(work: Work) -> list[Day]:
    """What payroll has not taken yet, the oldest day first."""
    return _by_day(Payment.objects.filter(work=work, export=None))


def by_day_of(export: PaymentExport) -> list[Day]:
    """What was handed over in one list."""
    return _by_day(export.payments.all())


def _by_day(payments: "QuerySet[Payment]") -> list[Day]:
    return [Day(day, list(lines)) for day, lines in groupby(lines_of(payments), _day)]


def _day(line: Line) -> date:
    return line.day


def lines_of(payments: "QuerySet[Payment]") -> list[Line]:
    """Payments, opened, by day and name. What has lost its key is not there."""
    # One whose key is destroyed has come back with a backup, and goes with the next chore.
    rows = payments.filter(key__wrapped__isnull=False).select_related("key__outer")
    return sorted(map(line_of, rows), key=lambda line: (line.day, line.name, line.pk))


def line_of(row: Payment) -> Line:
    """One payment, opened."""
    return Line(
        pk=row.pk,
        name=row.read("name"),
        day=row.day,
        kind=str(Kind(row.kind).label),
        amount=row.amount,
        how=how(row.way, row.read("account")),
    )


def exports_of(work: Work) -> list[dict[str, object]]:
    """The lists that were handed over, the newest first."""
    exports = PaymentExport.objects.filter(work=work)
    counted = exports.annotate(count=Count("payments"), total=Sum("payments__amount"))
    return [
        {
            "number": one.number,
            "on": one.on,
            "count": one.count,
            "kroner": kroner(one.total or 0),
            **{door: _address(f"meetings:{door}", one.number) for door in _OF_A_LIST},
        }
        for one in counted
    ]


_OF_A_LIST = ("payments", "payments_csv", "payments_xlsx")


def _address(door: str, number: int) -> str:
    return reverse(door, query={"nr": number})
