"""When the clues that are left in a statement are so many that one reader is not enough.

What a clue may give away is `masking.risk`; here stands what a team does about it. No framework.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from brukerstemmen.masking.risk import Risk, aspect_of, assess, risk_of
from brukerstemmen.masking.spans import Label, Span

# So many clues left in one statement pile up, whatever they are.
CLUES_IN_ONE = 2
# A find counts as a clue from this score on; what the finder doubts, a person has looked at.
MEANT_AS_ONE = 0.5


@dataclass(frozen=True)
class Clue:
    """Something a reader has left standing, knowingly. matters: because it does to the speaker."""

    text: str
    span: Span
    reason: str = ""
    matters: bool = False


class Because(StrEnum):
    """Why a statement is read a second time."""

    TOGETHER = "together"  # clues that stand in it say more together
    SAME_PERSON = "same_person"  # what its speaker has left elsewhere in the meeting adds to it
    MATTERS = "matters"  # a clue is kept because it matters to the one who said it


def because(here: Sequence[Clue], elsewhere: Sequence[Clue] = ()) -> list[Because]:
    """Why a second reader is wanted; empty if one reader is enough.

    here: what is left in the statement. elsewhere: what is left in other statements of the
    meeting by the same speaker; empty where nobody knows who spoke.
    """
    here, elsewhere = _clues(here), _clues(elsewhere)
    if not here:
        return []
    reasons = []
    if pile_up(here):
        reasons.append(Because.TOGETHER)
    elif _say_much([*here, *elsewhere]):
        reasons.append(Because.SAME_PERSON)
    if any(clue.matters for clue in here):
        reasons.append(Because.MATTERS)
    return reasons


def pile_up(clues: Collection[Clue]) -> bool:
    """Whether these clues, left in one statement, are many.

    A place, a day, an age and a service are each told often, and count once; only together with a
    clue proper, or when the figure of `risk` says so, are two of them many.
    """
    clues = _clues(clues)
    proper = {clue.text.casefold() for clue in clues if clue.span.label is Label.QUASI}
    sides = {aspect_of(clue.span) for clue in clues if clue.span.label is not Label.QUASI}
    return (bool(proper) and len(proper) + len(sides) >= CLUES_IN_ONE) or _say_much(clues)


def _clues(found: Collection[Clue]) -> list[Clue]:
    """Without what points straight at somebody: that is another question, and never a clue."""
    return [
        one for one in found if risk_of(one.span) is Risk.QUASI and one.span.score >= MEANT_AS_ONE
    ]


def _say_much(clues: Collection[Clue]) -> bool:
    return assess(clue.span for clue in clues).needs_second_reader
