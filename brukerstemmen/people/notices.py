"""Asking for a letter: in the same transaction as what it is about, one for each reason.

A letter says why it comes and where to go on. It names no participant and holds no content: a
number, a day, a function. What kinds of letters there are, rooms above tell here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from brukerstemmen.people import clock
from brukerstemmen.people.models import Notice, Person, Work

Told = Mapping[str, str]


@dataclass(frozen=True)
class Letter:
    """subject: one line. why: some sentences, in the reader's language."""

    subject: str
    why: str


KINDS: dict[str, Callable[[Told], Letter]] = {}


def tell_how(kind: str, writer: Callable[[Told], Letter]) -> None:
    """How letters of a kind are written, each time one is sent. Again is the same."""
    KINDS[kind] = writer


def notify(
    to: Person, kind: str, *, key: str, about: Work, path: str, told: Told | None = None
) -> None:
    """Ask for one letter. The same key again is no letter, whenever and by whomever it comes.

    path: where to go on, an address here. Raises KeyError for a kind that nobody has told of.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    notice = Notice(
        key=key,
        to=to,
        kind=kind,
        about=about,
        path=path,
        told=dict(told or {}),
        made_at=clock.now(),
    )
    # No zone needs to read other letters to ask for one.
    Notice.objects.bulk_create([notice], ignore_conflicts=True)
    for ask in ASK_WORKER:
        ask()


# Filled by `tasks`, which lies above: within the transaction, so that neither is without the other.
ASK_WORKER: list[Callable[[], object]] = []
