"""How much of what the machine proposed a reader let stand. Plain values, no framework."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\[[^\[\]]*\]|\w+|[^\w\s]")


@dataclass(frozen=True)
class Proposal:
    """A stretch of the first wording. instead: what was proposed in its place, if anything."""

    start: int
    end: int
    instead: tuple[str, ...] = ()
    is_masked: bool = False  # it holds a neutral expression already


@dataclass(frozen=True)
class Corrections:
    """All are counts of places, never negative. proposed: everything that was pointed out."""

    proposed: int
    accepted: int
    changed: int
    added: int


@dataclass(frozen=True)
class _Change:
    start: int  # positions in the first wording, end not included
    end: int
    words: str  # what stands there now


def corrections(first: str, proposals: Sequence[Proposal], last: str) -> Corrections:
    """What happened to the proposals between the first wording and the last.

    added: places nobody pointed out where words were taken away or replaced. Words that were only
    put in are not counted.

    >>> corrections("[navn] i Tana", [Proposal(0, 6, is_masked=True)], "[navn] i nord")
    Corrections(proposed=1, accepted=1, changed=0, added=1)
    """
    changes = _changes(first, last)
    accepted = changed = 0
    for proposal in proposals:
        touching = [change for change in changes if _touch(change, proposal)]
        if not touching:
            accepted += proposal.is_masked
        elif any(words and words in last and words not in first for words in proposal.instead):
            accepted += 1  # the offered words may reach further than the proposal itself
        else:
            changed += 1
    added = sum(
        change.start < change.end and not any(_touch(change, one) for one in proposals)
        for change in changes
    )
    return Corrections(len(proposals), accepted, changed, added)


def _touch(change: _Change, proposal: Proposal) -> bool:
    return change.start < proposal.end and proposal.start < change.end


def _changes(first: str, last: str) -> list[_Change]:
    old, new = list(_TOKEN.finditer(first)), list(_TOKEN.finditer(last))
    matcher = SequenceMatcher(None, [m.group() for m in old], [m.group() for m in new], False)
    found = []
    for what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if what != "equal":
            start = old[old_from].start() if old_from < len(old) else len(first)
            end = old[old_to - 1].end() if old_to > old_from else start
            words = last[new[new_from].start() : new[new_to - 1].end()] if new_to > new_from else ""
            found.append(_Change(start, end, words))
    return found
