"""The mosaic warning: harmless pieces that, released together, show a picture of somebody.

A role here, an age there, a unit in a third place. What is released of one evaluation is read
as a whole, so its attributes are looked at as a whole.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

FLOOR = 6  # people; a combination that fits fewer is warned of
MOST_TOGETHER = 3  # pieces looked at together, beside those the team has entered
MOST_PIECES = 30  # told of one person; beyond this the words need reading, not counting


class Attribute(StrEnum):
    """What may be told of somebody without a name."""

    ROLE = "role"
    AGE_BAND = "age_band"
    UNIT = "unit"
    EVENT = "event"
    LANGUAGE = "language"


@dataclass(frozen=True, order=True)
class Piece:
    """One attribute and its value, e.g. the unit "døgnenheten". Values are compared as written."""

    attribute: Attribute
    value: str


Combination = frozenset[Piece]


@dataclass(frozen=True)
class Told:
    """Pieces found in one text that is to be released. speaker: a code; None if nobody knows."""

    pieces: Combination
    speaker: str | None = None


@dataclass(frozen=True)
class Fit:
    """How many people a combination fits.

    at_most: as far as the team's figures say; None if they do not say.
    at_least: shown by the figures, or by that many speakers who have it.
    """

    pieces: tuple[Piece, ...]  # in order
    at_most: int | None
    at_least: int

    def is_few(self, floor: int = FLOOR) -> bool:
        """Whether it is certain; otherwise it is only not known to be enough."""
        return self.at_most is not None and self.at_most < floor


class Groups:
    """The sizes a team has entered, in people; None where it knows of a group, not how large.

    A group is everybody who has all of its pieces. More pieces never fit more people, so a
    combination has at most as many as the smallest group it lies in and at least as many as the
    largest group that lies in it.
    Raises ValueError for a negative size, or a group of no pieces or of more than 30.
    """

    def __init__(self, sizes: Mapping[Combination, int | None]) -> None:
        self.sizes: dict[Combination, int] = {}
        for group, size in sizes.items():
            if not 0 < len(group) <= MOST_PIECES or (size or 0) < 0:
                raise ValueError("a group has some pieces, and its size is not negative")
            if size is not None:
                self.sizes[group] = size

    def at_most(self, pieces: Combination) -> int | None:
        """The size of the smallest known group that everybody with these pieces is in."""
        return min((size for group, size in self.sizes.items() if group <= pieces), default=None)

    def at_least(self, pieces: Combination) -> int:
        """The size of the largest known group whose people all have these pieces."""
        return max((size for group, size in self.sizes.items() if group >= pieces), default=0)


def warnings(
    told: Iterable[Told],
    sizes: Mapping[Combination, int | None],
    *,
    floor: int = FLOOR,
    settled: Collection[Combination] = (),
) -> list[Fit]:
    """The combinations somebody has that are not known to fit at least `floor` people.

    told: everything that is to be released together. What is told of one speaker in several
    texts counts as told at once; texts without a speaker stand each alone, and may all be of
    one person.
    sizes: what the team has entered, see `Groups`.
    floor: at least 6; a centre may ask for larger groups, never for smaller.
    settled: what somebody has decided on, however many it fits. It is not warned of; what fits
    fewer still, because there is more in it, is.

    Only the smallest such combinations are given: more pieces never fit more people. Those that
    certainly fit few come first, then those nobody knows enough of. Entering the size of a
    combination settles it. Certain ones may have any number of pieces, the others up to three.
    Each person costs at most 4,525 combinations, and each of these one look at every group.
    Raises ValueError if floor < 6 or more than 30 pieces are told of one person.

    >>> unit, age = Piece(Attribute.UNIT, "døgn"), Piece(Attribute.AGE_BAND, "60-årene")
    >>> texts = [Told(frozenset({unit}), "D1"), Told(frozenset({age}), "D1")]
    >>> sizes = {frozenset({unit}): 14, frozenset({age}): 9}
    >>> [(fit.at_most, len(fit.pieces)) for fit in warnings(texts, sizes)]
    [(9, 2)]
    >>> warnings(texts, {**sizes, frozenset({unit, age}): 6})
    []
    """
    if floor < FLOOR:
        raise ValueError(f"the floor is at least {FLOOR}")
    groups = Groups(sizes)
    people = _People.of(told)
    few = (group for group, size in groups.sizes.items() if size < floor and group not in settled)
    certain = _smallest(group for group in few if people.has(group))
    found = [*certain, *_doubtful(people, groups, certain, floor, settled)]
    fits = (_fit(pieces, people, groups) for pieces in found)
    return sorted(fits, key=lambda fit: _order(fit, floor))


@dataclass(frozen=True)
class _People:
    """All that is told of each: of those known to be somebody of their own, and of the others."""

    spoken: tuple[Combination, ...]
    unknown: tuple[Combination, ...]

    @classmethod
    def of(cls, told: Iterable[Told]) -> "_People":
        spoken: dict[str, Combination] = {}
        unknown: set[Combination] = set()
        for text in told:
            if text.speaker is None:
                unknown.add(text.pieces)
            else:
                spoken[text.speaker] = spoken.get(text.speaker, frozenset()) | text.pieces
        if any(len(pieces) > MOST_PIECES for pieces in (*spoken.values(), *unknown)):
            raise ValueError(f"more than {MOST_PIECES} pieces are told of one person")
        return cls(tuple(spoken.values()), tuple(unknown))

    def has(self, pieces: Combination) -> bool:
        """Whether all of them are told of one person."""
        return any(pieces <= theirs for theirs in (*self.spoken, *self.unknown))

    def with_all(self, pieces: Combination) -> int:
        """How many different people are seen to have all of them."""
        seen = sum(pieces <= theirs for theirs in self.spoken)
        return seen or int(self.has(pieces))


def _fit(pieces: Combination, people: _People, groups: Groups) -> Fit:
    """How many the pieces fit, as far as the figures and the speakers show it."""
    at_least = max(groups.at_least(pieces), people.with_all(pieces))
    return Fit(tuple(sorted(pieces)), groups.at_most(pieces), at_least)


def _doubtful(
    people: _People,
    groups: Groups,
    certain: Collection[Combination],
    floor: int,
    settled: Collection[Combination],
) -> Iterator[Combination]:
    """Combinations that nobody knows enough of, none of them around another or a certain one."""
    safe: set[Combination] = set()
    for size in range(1, MOST_TOGETHER + 1):
        for pieces in sorted(_of_size(size, people, safe), key=sorted):
            if any(smaller <= pieces for smaller in certain):
                continue
            if pieces in settled or _fit(pieces, people, groups).at_least >= floor:
                safe.add(pieces)
            else:
                yield pieces


def _of_size(size: int, people: _People, safe: Collection[Combination]) -> set[Combination]:
    """What somebody has of that many pieces, every smaller part of which is safe."""
    found = set()
    for theirs in (*people.spoken, *people.unknown):
        alone = [piece for piece in theirs if size == 1 or frozenset({piece}) in safe]
        for pieces in map(frozenset, combinations(alone, size)):
            if size == 1 or all(pieces - {piece} in safe for piece in pieces):
                found.add(pieces)
    return found


def _smallest(groups: Iterable[Combination]) -> list[Combination]:
    """Those with no other one inside."""
    kept: list[Combination] = []
    for group in sorted(groups, key=len):
        if not any(smaller <= group for smaller in kept):
            kept.append(group)
    return kept


def _order(fit: Fit, floor: int) -> tuple[bool, int, int, tuple[Piece, ...]]:
    return not fit.is_few(floor), fit.at_most or 0, len(fit.pieces), fit.pieces
