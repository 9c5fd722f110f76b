"""What the house does by itself once a day. Rooms add their part when they are ready."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from brukerstemmen.people.ledger import require_in_order
from brukerstemmen.people.leftovers import overwrite_what_is_erased
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    """Something to do each day, safe to do twice. It returns how many things it dealt with."""

    name: str
    zone: Zone
    do: Callable[[], int]


DAILY: list[Chore] = []


def every_day(chore: Chore) -> None:
    """Add a chore; adding it again changes nothing."""
    if chore not in DAILY:
        DAILY.append(chore)


def do_chores() -> dict[str, int]:
    """Do each chore, its connection narrowed to its zone, with no capability to open content.

    One that fails does not keep the others from being done; all failures are raised at the end.
    Raises ledger.Behind, and does nothing, in a database that is older than an erasure.
    """
    require_in_order()
    done: dict[str, int] = {}
    failures: list[Exception] = []
    for chore in DAILY:
        try:
            with narrowed(chore.zone):
                done[chore.name] = chore.do()
        except Exception as failure:
            logger.exception("The daily chore %s failed", chore.name)
            failures.append(failure)
    done["pages overwritten"] = overwrite_what_is_erased()
    if failures:
        raise ExceptionGroup("daily chores failed", failures)
    return done
