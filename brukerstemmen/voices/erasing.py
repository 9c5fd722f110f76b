"""Taking words away: the registry of erasers, and what they share.

Every room that keeps something with a path to a participant registers an eraser (a house test
sees to it). To erase is to destroy keys; the rows then hold nothing, and are taken away too.
"""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from brukerstemmen.people import ledger
from brukerstemmen.people.models import ErasedKey
from brukerstemmen.voices.models import Participant, Statement

StatementIds = list[uuid.UUID]


@dataclass(frozen=True)
class Eraser:
    """What one room does. It opens no key: withdrawal must be possible without reading.

    covers: the labels of the models whose rows it takes away, `app.Model`.
    statements: these statements are about to go, for whatever reason.
    participant: this person is about to go, after their statements.
    """

    covers: frozenset[str]
    statements: Callable[[StatementIds], None]
    participant: Callable[[Participant], None]


ERASERS: list[Eraser] = []  # upper rooms first, as they get ready


def register(eraser: Eraser) -> None:
    """Add an eraser; adding it again changes nothing."""
    if eraser not in ERASERS:
        ERASERS.append(eraser)


def nothing(_what: object) -> None:
    """For a room that has nothing to do at one of the two steps."""


def erase_statements(statements: Iterable[Statement]) -> int:
    """Take statements away from everywhere. Their words go when their keys do: the caller
    destroys or renews those. Returns how many statements there were.

    Each is in the ledger by itself: in a backup from before its speaker was known it lies under
    a key that stands."""
    ids = [one.pk for one in statements]
    for eraser in ERASERS:
        eraser.statements(ids)
    ledger.enter(ErasedKey.Kind.STATEMENT, ids)
    return len(ids)


def erase_participant(participant: Participant) -> int:
    """Take everything of a person away. Returns how many statements there were."""
    gone = erase_statements(participant.statements.all())
    for eraser in ERASERS:
        eraser.participant(participant)
    return gone
