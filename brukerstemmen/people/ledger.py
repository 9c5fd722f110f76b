"""The ledger of erasure: what is gone stays gone, also in a database that comes from a backup.

Each erasure is entered in the database and, after its commit, in a file that lies with the keys
and has a backup of its own. A database that lacks what the file holds is older than an erasure:
the house then serves nobody and does no chores until `manage.py replay_erasures` has done it
again. The entries are random numbers; they name nobody.
"""

import os
import uuid
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, time
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError
from django.db import connection, transaction
from django.utils import timezone

from brukerstemmen.people import clock
from brukerstemmen.people.models import ErasedKey, SealingKey

Entry = tuple[str, uuid.UUID]


class Behind(CommandError):
    """The database is older than an erasure; nothing may be done with it before a replay. A
    command that meets it ends with its sentence."""


# Rooms above tell here how what is in the ledger is erased again: what of each kind is missing.
EraseAgain = Callable[[Mapping[str, Collection[uuid.UUID]]], None]
ERASE_AGAIN: list[EraseAgain] = []


def enter(kind: ErasedKey.Kind, what: Iterable[uuid.UUID]) -> None:
    """Enter what is erased now, and after the commit in the file. Twice is once."""
    rows = [ErasedKey(kind=kind, what=one, on=clock.today()) for one in what]
    ErasedKey.objects.bulk_create(rows, ignore_conflicts=True)
    if rows:
        lines = [_line(row.kind, row.what) for row in rows]
        transaction.on_commit(lambda: _append(lines))


def _line(kind: str, what: uuid.UUID) -> str:
    return f"{kind} {what}\n"


def _append(lines: Iterable[str]) -> None:
    """Write to the end of the file, and do not go on before it is on the disk."""
    file = Path(settings.ERASURE_LEDGER_FILE)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # The empty line keeps these apart from one that a power failure has cut off.
    text = "".join(["\n" if _is_cut_off(file) else "", *lines])
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, text.encode("ascii"))
        # The day only: the time of the file would be the hour in which somebody left.
        os.utime(handle, (midnight := _midnight(), midnight))
        os.fsync(handle)
    finally:
        os.close(handle)


def _midnight() -> float:
    return timezone.make_aware(datetime.combine(clock.today(), time())).timestamp()


def _is_cut_off(file: Path) -> bool:
    whole = file.read_bytes() if file.exists() else b""
    return bool(whole) and not whole.endswith(b"\n")


def outside() -> set[Entry]:
    """What the file holds. A line that was cut off by a power failure is not counted."""
    file = Path(settings.ERASURE_LEDGER_FILE)
    return set(_entries(file.read_text("ascii"))) if file.exists() else set()


def _entries(text: str) -> Iterator[Entry]:
    for line in text.splitlines():
        kind, _gap, what = line.partition(" ")
        with suppress(ValueError):
            yield ErasedKey.Kind(kind), uuid.UUID(what)


def inside() -> set[Entry]:
    """What the database holds."""
    return set(ErasedKey.objects.values_list("kind", "what"))


def is_behind() -> bool:
    """Whether this database is older than an erasure. Asked at each request, cheaply: anew only
    when the file has grown, or the connection is another one."""
    state = _state()
    if getattr(connection, "ledger_in_order", None) == state:
        return False
    if outside() - inside():
        return True
    connection.ledger_in_order = state
    return False


def _state() -> tuple[object, ...]:
    connection.ensure_connection()
    file = Path(settings.ERASURE_LEDGER_FILE)
    size = file.stat().st_size if file.exists() else 0
    # The connection itself, not its number: another may get the same one.
    return size, settings.ERASURE_LEDGER_FILE, connection.connection


def require_in_order() -> None:
    """Raise Behind if this database is older than an erasure."""
    if is_behind():
        raise Behind("this database is older than an erasure: run manage.py replay_erasures")


@transaction.atomic
def replay() -> Counter[str]:
    """Erase again what the file says is erased and the database still holds. Safe to repeat.

    Needs a capability: who stays gets other keys where theirs are gone.
    Returns how many entries of each kind were missing.
    """
    missing: dict[str, set[uuid.UUID]] = defaultdict(set)
    for kind, what in outside() - inside():
        missing[kind].add(what)
    if not missing:
        return Counter()
    SealingKey.objects.filter(pk__in=missing[ErasedKey.Kind.KEY]).update(wrapped=None)
    for erase in ERASE_AGAIN:
        erase(missing)
    rows = [
        ErasedKey(kind=k, what=w, on=clock.today()) for k, gone in missing.items() for w in gone
    ]
    ErasedKey.objects.bulk_create(rows, ignore_conflicts=True)
    return Counter({str(kind): len(gone) for kind, gone in missing.items()})


def complete_outside() -> int:
    """Enter in the file what only the database holds, after a stop between the two. A chore."""
    lines = [_line(kind, what) for kind, what in sorted(inside() - outside())]
    if lines:
        _append(lines)
    return len(lines)
