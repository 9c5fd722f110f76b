"""What a centre pays, on which day, and what that comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brukerstemmen.meetings import honorarium
from brukerstemmen.meetings.honorarium import FromDay, Unit, kroner
from brukerstemmen.meetings.models import Rate
from brukerstemmen.meetings.models.payments import UNITS, Kind
from brukerstemmen.people import clock
from brukerstemmen.people.models import Organisation

# What there may be a rate for. Lost income is what the documentation shows.
FOR: dict[Kind, Promise | str] = {
    Kind.HONORARIUM: gettext_lazy("Honorarium"),
    Kind.TRAVEL: gettext_lazy("Travel with own car"),
}


@dataclass(frozen=True)
class Sum:
    """Whole øre, and how they came about; "" where somebody wrote the sum."""

    ore: int
    worked_out: str = ""


def rate_on(centre: Organisation, kind: Kind, day: date) -> FromDay | None:
    """The rate in force on the day, None where the centre has none."""
    written = Rate.objects.filter(centre=centre, kind=kind).order_by("pk")
    rates = [FromDay(rate.from_day, rate.amount, Unit(rate.unit)) for rate in written]
    return honorarium.in_force(rates, on=day)


def rates_today(centre: Organisation) -> list[dict[str, str | Promise]]:
    """What is paid today, as facts for a page."""
    today = clock.today()
    found = ((words, rate_on(centre, kind, today)) for kind, words in FOR.items())
    return [
        {"term": words, "value": in_words(rate.ore, rate.unit)} for words, rate in found if rate
    ]


def in_words(ore: int, unit: Unit | str) -> str:
    return _("%(kroner)s kroner %(unit)s") % {"kroner": kroner(ore), "unit": UNITS[Unit(unit)]}


def work_out(
    centre: Organisation,
    kind: Kind,
    day: date,
    *,
    half_hours: int | None = None,
    in_person: bool = False,
    kilometres: int | None = None,
) -> Sum:
    """What time or way come to, by the rate of that day. Raises ValidationError with what lacks."""
    if kind is Kind.LOST_INCOME:
        raise ValidationError({"amount": _("Write the sum that the documentation shows.")})
    rate = rate_on(centre, kind, day)
    if rate is None:
        raise ValidationError({"amount": _("Write the sum. There is no rate for this day.")})
    if kind is Kind.TRAVEL:
        return _for_travel(rate, kilometres)
    return _for_time(rate, half_hours, in_person=in_person)


def _for_travel(rate: FromDay, kilometres: int | None) -> Sum:
    if not kilometres:
        raise ValidationError(
            {"amount": _("Write what the ticket cost, or how many kilometres it was by car.")}
        )
    way = ngettext("%(n)s kilometre", "%(n)s kilometres", kilometres) % {"n": kilometres}
    return Sum(
        honorarium.travel(rate, kilometres=kilometres),
        f"{way}, {in_words(rate.ore, rate.unit)}",
    )


def _for_time(rate: FromDay, half_hours: int | None, *, in_person: bool) -> Sum:
    if not half_hours:
        raise ValidationError({"amount": _("Choose how long it was, or write the sum.")})
    ore = honorarium.honorarium(rate, half_hours=half_hours, in_person=in_person)
    words = in_words(rate.ore, rate.unit)
    if rate.unit is Unit.HOUR:
        paid = honorarium.half_hours_paid(half_hours, in_person=in_person)
        words = f"{hours_in_words(paid)}, {words}"
    return Sum(ore, words)


def hours_in_words(half_hours: int) -> str:
    """Half hours as people say them."""
    whole, half = divmod(half_hours, 2)
    if not whole:
        return _("half an hour")
    if half:
        return _("%(n)s½ hours") % {"n": whole}
    return ngettext("%(n)s hour", "%(n)s hours", whole) % {"n": whole}


def history(centre: Organisation) -> list[dict[str, object]]:
    """Every rate the centre has had, and which are in force today."""
    today = clock.today()
    rows = list(Rate.objects.filter(centre=centre))
    now = _in_force(rows, today)
    return [
        {
            "kind": FOR[Kind(row.kind)],
            "words": in_words(row.amount, row.unit),
            "from_day": row.from_day,
            "is_now": row.pk in now,
            "is_to_come": row.from_day > today,
        }
        for row in rows
    ]


def _in_force(rows: Iterable[Rate], today: date) -> set[int]:
    """Of each kind the first that has begun: the newest day stands first, then what was written
    last."""
    first: dict[str, int] = {}
    for row in rows:
        if row.from_day <= today:
            first.setdefault(row.kind, row.pk)
    return set(first.values())
