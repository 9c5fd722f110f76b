"""What rooms further up keep about a participant, for the page and the copies that tell it all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from brukerstemmen.voices.models import Participant


@dataclass(frozen=True)
class Line:
    """One thing that is kept. language: of the words, "" where they are the page's own."""

    label: Promise | str
    words: Promise | str
    language: str = ""


@dataclass(frozen=True)
class Part:
    """What belongs together, under one heading. href: where it can be changed or taken away."""

    title: Promise | str
    href: str
    lines: list[Line]


@dataclass(frozen=True)
class Keeper:
    """One room. parts: what it keeps. reads: the names in the journal of what somebody reads
    where this participant's words are among those read."""

    parts: Callable[[Participant], list[Part]]
    reads: Callable[[Participant], Iterable[str]]


KEEPERS: list[Keeper] = []


def add(keeper: Keeper) -> None:
    """Called once by each room, when it is ready; adding it again changes nothing."""
    if keeper not in KEEPERS:
        KEEPERS.append(keeper)


def parts_of(participant: Participant) -> list[Part]:
    return [part for keeper in KEEPERS for part in keeper.parts(participant)]


def reads_of(participant: Participant) -> list[str]:
    return [name for keeper in KEEPERS for name in keeper.reads(participant)]
