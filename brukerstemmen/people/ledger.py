"""The ledger of erasure: what is gone stays gone, also in a database that comes from a backup.

Each erasure is entered in the database and, after its commit, in a file that lies with the keys
and has a backup of its own. A database that lacks what the file holds is older than an erasure:
the house then serves nobody until `manage.py replay_erasures` has done it again. The entries are
random numbers; they name nobody.
"""

import os
import uuid
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from brukerstemmen.people import clock
from brukerstemmen.people.models import ErasedKey, SealingKey

Entry = tuple[str, uuid.UUID]

# Rooms above tell here how a participant who is in the ledger is erased again.
ERASE_AGAIN: list[Callable[[Iterable[uuid.UUID]], int]] = []


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
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, "".join(lines).encode("ascii"))
        os.fsync(handle)
    finally:
        os.close(handle)


def outside() -> set[Entry]:
    """What the file holds. A last line that was cut off by a power failure is not counted."""
    file = Path(settings.ERASURE_LEDGER_FILE)
    if not file.exists():
        return set()
    whole = file.read_text("ascii").rpartition("\n")[0].splitlines()
    return {(kind, uuid.UUID(what)) for kind, _gap, what in (line.partition(" ") for line in whole)}


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
    return size, settings.ERASURE_LEDGER_FILE, id(connection.connection)


@transaction.atomic
def replay() -> int:
    """Erase again what the file says is erased and the database still holds. Safe to repeat.

    Returns how many entries were missing.
    """
    missing = outside() - inside()
    gone = [what for kind, what in missing if kind == ErasedKey.Kind.PARTICIPANT]
    for erase in ERASE_AGAIN:
        erase(gone)
    keys = [what for kind, what in missing if kind == ErasedKey.Kind.KEY]
    SealingKey.objects.filter(pk__in=keys).update(wrapped=None)
    rows = [ErasedKey(kind=kind, what=what, on=clock.today()) for kind, what in missing]
    ErasedKey.objects.bulk_create(rows, ignore_conflicts=True)
    return len(missing)


def complete_outside() -> int:
    """Enter in the file what only the database holds, after a stop between the two. A chore."""
    lines = [_line(kind, what) for kind, what in sorted(inside() - outside())]
    if lines:
        _append(lines)
    return len(lines)
