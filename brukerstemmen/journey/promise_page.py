"""What we have promised, on one page: evaluations with what is not kept yet, the oldest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.promise_words import (
    A_MEASURE,
    NUMBER,
    PLACES,
    SENTENCES,
    WAITS,
    WAITS_SHORT,
)
from brukerstemmen.journey.promised import promised_by
from brukerstemmen.journey.promises import Promised, Waits, in_order
from brukerstemmen.people import clock

Line = dict[str, Any]


@dataclass(frozen=True)
class Group:
    """One evaluation. late: how many of the lines are past their day."""

    title: str
    url: str
    late: int
    lines: list[Line]


@dataclass(frozen=True)
class Promises:
    """tabs: for whom it waits, with how many. late: over all evaluations, whatever is chosen."""

    groups: list[Group]
    tabs: list[Line]
    late: int
    waiting: int
    oldest: int


def promises_of(evaluations: Sequence[Evaluation], only: Waits | None) -> Promises:
    """Everything that is promised and not kept in them. only: what waits for these people."""
    today = clock.today()
    found = promised_by(evaluations)
    everything = [one for each in found.values() for one in each]
    chosen = {
        one: in_order(
            (each for each in found.get(one.pk, []) if only in {None, each.waits_for}),
            today=today,
        )
        for one in evaluations
    }
    late = [one.late(today) for one in everything if one.late(today)]
    return Promises(
        groups=[
            _group(one, lines, today)
            for one, lines in sorted(chosen.items(), key=lambda told: _oldest_first(told, today))
            if lines
        ],
        tabs=_tabs(everything, only),
        late=len(late),
        waiting=len(everything) - len(late),
        oldest=max(late, default=0),
    )


def _oldest_first(told: tuple[Evaluation, list[Promised]], today: date) -> tuple[bool, int, str]:
    evaluation, lines = told
    ages = [one.age(today) for one in lines if one.late(today)]
    oldest = ages or [one.age(today) for one in lines] or [0]
    return not ages, -max(oldest), evaluation.work.title


def _tabs(everything: Iterable[Promised], only: Waits | None) -> list[Line]:
    waits = [one.waits_for for one in everything]
    here = reverse("journey:promises")
    tabs: list[Line] = [
        {"label": _("Everything"), "url": here, "current": only is None, "count": len(waits)}
    ]
    return tabs + [
        {
            "label": WAITS_SHORT[one],
            "url": f"{here}?venter={one.value}",
            "current": one is only,
            "count": waits.count(one),
        }
        for one in Waits
    ]


def _group(evaluation: Evaluation, promises: list[Promised], today: date) -> Group:
    slug = evaluation.work.slug
    return Group(
        title=evaluation.work.title,
        url=reverse("journey:evaluation", args=[slug]),
        late=sum(1 for one in promises if one.late(today)),
        lines=[_line(one, slug, today) for one in promises],
    )


def _line(one: Promised, slug: str, today: date) -> Line:
    """A line of `journey/_promise.html`."""
    late = one.late(today)
    return {
        "label": SENTENCES[one.promise] % {"n": one.number, "about": one.about},
        "url": _address(one, slug),
        "waits_for": WAITS[one.waits_for],
        "note": " · ".join(part for part in (one.owner, _day(one, today)) if part),
        "age": _age(one, today),
        "tone": "warning" if late else "neutral",
    }


def _address(one: Promised, slug: str) -> str:
    if one.row is not None:
        return reverse(A_MEASURE, args=[slug, one.row])
    name, *more = PLACES[one.promise]
    return reverse(name, args=[slug, *(one.number if part == NUMBER else part for part in more)])


def _day(one: Promised, today: date) -> str:
    if one.due is None:
        return ""
    told = {"day": date_format(one.due, "j. F Y")}
    return (_("the day was %(day)s") if one.due < today else _("by %(day)s")) % told


def _age(one: Promised, today: date) -> str:
    """How old it is, in days. Where no day is kept: nothing."""
    if late := one.late(today):
        return ngettext("%(n)s day late", "%(n)s days late", late) % {"n": late}
    waited = one.waited(today)
    if waited is None:
        return ""
    if not waited:
        return _("New today")
    return ngettext("Has waited %(n)s day", "Has waited %(n)s days", waited) % {"n": waited}
