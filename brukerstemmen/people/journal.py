"""Keeping the journal: what was done, by whom, in which work. Never with which words."""

import re
from typing import TYPE_CHECKING, Any

from brukerstemmen.people import clock
from brukerstemmen.people.models import JournalEntry

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
