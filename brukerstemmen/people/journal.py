"""Keeping the journal: what was done, by whom, in which work. Never with which words."""

import random
import re
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from brukerstemmen.people import clock
from brukerstemmen.people.models import DayEntry, JournalEntry

if TYPE_CHECKING:
    from brukerstemmen.people.models import Person

_NAME = re.compile(r"[a-z_]+\.[a-z_]+")


def record(*, by: "Person | Any | None", what: str, about: Any, count: int | None = None) -> None:
    """Write one line: who did what about which piece of work (or part of it).

    what: `thing.deed`. about: anything with `.work`, or None. Statements are never named:
    say the meeting and how many.
    """
    if not _NAME.fullmatch(what):
        raise ValueError(f"{what!r} is not of the form thing.deed")
    work = about.work if about is not None else None
    JournalEntry.objects.create(
        at=clock.now(),
        by=by if by is not None and by.is_authenticated else None,
        what=what,
        work=work,
        about=_name_of(about) if about is not None and about is not work else "",
        count=count,
    )


def _name_of(about: Any) -> str:
    return f"{about._meta.label_lower}:{about.pk}"


def record_later(*, what: str, about: Any, count: int | None = None) -> None:
    """Write one line about an act without account: which day, never which hour, and no place in
    the order of the day. The journal has it the day after."""
    if not _NAME.fullmatch(what):
        raise ValueError(f"{what!r} is not of the form thing.deed")
    work = about.work if about is not None else None
    DayEntry.objects.create(on=clock.today(), what=what, work=work, count=count)


@transaction.atomic
def enter_day_entries() -> int:
    """Put the acts of the days before into the journal, shuffled. Returns how many. A chore."""
    waiting = list(DayEntry.objects.select_for_update().filter(on__lt=clock.today()))
    random.SystemRandom().shuffle(waiting)
    for entry in waiting:
        JournalEntry.objects.create(
            at=timezone.make_aware(datetime.combine(entry.on, time())),
            by=None,
            what=entry.what,
            work=entry.work,
            count=entry.count,
        )
    DayEntry.objects.filter(pk__in=[entry.pk for entry in waiting]).delete()
    return len(waiting)
