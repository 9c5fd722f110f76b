"""What is told in a whole report, put together: whom does it fit, and how many are they?

Plain values in, plain values out: the mosaic law (`masking.mosaic`), what the team has said about
sizes, and what a lead has let stand.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from brukerstemmen.masking.mosaic import (
    MOST_PIECES,
    Attribute,
    Combination,
    Fit,
    Piece,
    Told,
    warnings,
)

BETWEEN, WITHIN = "|", ":"


@dataclass(frozen=True)
class Passage:
    """One text that goes out, and what it tells. speaker: the same for what one person said.

    door, parts: the page where it is changed (see `written.Written`).
    """

    where: str
    pieces: Combination
    speaker: str | None = None
    door: str = ""
    parts: tuple[object, ...] = ()


@dataclass(frozen=True)
class Known:
    """size: people, None for more than enough. let_stand: a lead has decided that it may."""

    pieces: Combination
    size: int | None
    let_stand: bool = False

    def is_few(self, floor: int) -> bool:
        return self.size is not None and self.size < floor


@dataclass(frozen=True)
class Judged:
    """certain: fits too few, as the figures say, and stops a release. doubtful: nobody knows."""

    certain: list[Fit] = field(default_factory=list)
    doubtful: list[Fit] = field(default_factory=list)


def judge(passages: Iterable[Passage], known: Iterable[Known], *, floor: int) -> Judged:
    """What is told that fits, or may fit, fewer than `floor` people.

    What a lead has let stand is no warning. Smaller groups inside it still are: certain where
    somebody has said how many they fit, else doubtful.
    """
    known = list(known)
    stands = {one.pieces for one in known if one.let_stand}
    few = {one.pieces for one in known if one.is_few(floor)} - stands
    sizes = {one.pieces: floor if one.size is None else one.size for one in known}
    found = warnings(_told(passages), sizes, floor=floor, settled=stands)
    certain = [fit for fit in found if frozenset(fit.pieces) in few]
    return Judged(certain, [fit for fit in found if frozenset(fit.pieces) not in few])


def _told(passages: Iterable[Passage]) -> list[Told]:
    """As the law wants it: never more pieces at once than can be weighed. Beyond that, they are
    weighed in parts."""
    speakers: dict[str, Combination] = {}
    told: list[Told] = []
    for passage in passages:
        if passage.speaker is None:
            told += [Told(part) for part in _in_parts(passage.pieces)]
        else:
            earlier = speakers.get(passage.speaker, frozenset())
            speakers[passage.speaker] = earlier | passage.pieces
    for speaker, pieces in speakers.items():
        first, *rest = _in_parts(pieces) or [pieces]
        told += [Told(first, speaker), *(Told(part) for part in rest)]
    return told


def _in_parts(pieces: Combination) -> list[Combination]:
    listed = sorted(pieces)
    starts = range(0, len(listed), MOST_PIECES)
    return [frozenset(listed[start : start + MOST_PIECES]) for start in starts]


def holders(passages: Iterable[Passage], pieces: Combination) -> list[Passage]:
    """Where these pieces are told of one person: the texts of everybody who has all of them."""
    passages = list(passages)
    spoken: dict[str, set[Piece]] = {}
    for passage in passages:
        if passage.speaker is not None:
            spoken.setdefault(passage.speaker, set()).update(passage.pieces)
    return [
        passage
        for passage in passages
        if passage.pieces & pieces
        and pieces <= (spoken[passage.speaker] if passage.speaker else passage.pieces)
    ]


def contradicts(pieces: Combination, size: int, known: Iterable[Known], *, floor: int) -> bool:
    """Whether a size cannot be, beside what is known: more pieces never fit more people.

    Of "more than enough" only so much is known: at least `floor`. size: that too, for such a one.
    """
    for other in known:
        if other.pieces < pieces and other.size is not None and other.size < size:
            return True
        at_least = floor if other.size is None else other.size
        if other.pieces > pieces and at_least > size:
            return True
    return False


def as_text(pieces: Combination) -> str:
    """Pieces in one line, always in the same order.

    >>> as_text(frozenset({Piece(Attribute.UNIT, "døgn"), Piece(Attribute.ROLE, "lærling")}))
    'role:lærling|unit:døgn'
    """
    return BETWEEN.join(f"{one.attribute}{WITHIN}{one.value}" for one in sorted(pieces))


def from_text(text: str) -> Combination:
    """The pieces of such a line. Raises ValueError where it is none."""
    pairs = (one.partition(WITHIN) for one in text.split(BETWEEN))
    return frozenset(Piece(Attribute(attribute), value) for attribute, _colon, value in pairs)
