"""How long it takes until everything somebody has said is gone, when they withdraw.

Nobody can withdraw twice. So the database is put back before each run; that is not in
the seconds that are told, only in those of the processor.
"""

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import connection

from benchmarks import evaluations
from brukerstemmen.people import opening
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions.withdrawal import withdraw
from brukerstemmen.voices.models import Participant

SIZES = (10, 1_000)


def leaving(size: int) -> Callable[[], float]:
    """Prepare somebody who has said so much, masked and sorted; what is measured takes them out."""
    evaluation = evaluations.ready(size, people=1)
    somebody = Participant.objects.get(evaluation=evaluation)
    kept = settings.VAR / f"before-{size}.sqlite3"
    _copy(_database(), kept)

    def leave() -> float:
        _copy(kept, _database())
        with opening.opened(Zone.Z4_IDENTITY, by="benchmark", reason="measure"):
            begun = time.perf_counter()
            gone = withdraw(somebody)
            taken = time.perf_counter() - begun
        if gone != size:
            raise SystemExit(f"{gone} of {size} statements went")
        return taken

    return leave


def _database() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])


def _copy(source: Path, target: Path) -> None:
    """Copy a database with everything in its log."""
    connection.close()
    with sqlite3.connect(source) as there, sqlite3.connect(target) as here:
        there.backup(here)
    there.close()
    here.close()


MEASURES = {f"withdraw, {size} statements": partial(leaving, size) for size in SIZES}
