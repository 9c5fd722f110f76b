"""Somebody who reads all that goes out, knows the rules, and works out what is hidden.

Written against decision 0007 alone and on its own path: it imports nothing of the product. What
one may read at each release becomes a system of equations over whole numbers; for every hidden
count the smallest and the largest it can be is solved for.

The unknown: how many people there are of each sort (which part they belong to, at which release
they came, after which they left), how many of them are in each group, and what they said in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

FEW, NEARLY_ALL = "few", "nearly_all"
MANY = 2_000  # more people, or statements, than any evaluation has


@dataclass(frozen=True)
class Seen:
    """What one release showed. people None: fewer than k, and nothing else is told.

    groups: a number or a word for each. statements_in: for the groups it is told for.
    part: None for the whole, else the name of a part of it, with people of its own.
    """

    k: int
    people: int | None = None
    groups: Mapping[str, int | str] = field(default_factory=dict)
    statements: int | None = None
    statements_in: Mapping[str, int] = field(default_factory=dict)
    part: str | None = None


@dataclass(frozen=True)
class Narrowed:
    """A hidden count that cannot be all that its word allows."""

    release: int
    group: str
    word: tuple[int, int]
    found: tuple[int, int]


@dataclass(frozen=True)
class Sort:
    """People who belong to a part, came before one release and left after another."""

    part: str | None
    came: int
    left: int


def span_of(word: str, people: int, k: int) -> tuple[int, int]:
    return (1, k - 1) if word == FEW else (people - k + 1, people)


def attack(releases: Sequence[Seen]) -> list[Narrowed]:
    """What can be narrowed by one who holds that nobody joins, as the rules say, or, where what is
    read contradicts that, that somebody has."""
    found = Attack(releases).narrowed()
    if found is None:
        found = Attack(releases, some_join=True).narrowed()
    return found or []


class Attack:
    """All releases of a family of evaluations as one system."""

    def __init__(self, releases: Sequence[Seen], *, some_join: bool = False) -> None:
        self.releases = releases
        self.groups = sorted({group for seen in releases for group in seen.groups})
        parts = [None, *sorted({seen.part for seen in releases if seen.part is not None})]
        last = len(releases)
        self.sorts = [
            Sort(part, came, left)
            for part, came, left in product(parts, range(last), range(last))
            if came <= left and (came == 0 or some_join)
        ]
        self.rows: list[tuple[dict[int, int], float, float]] = []
        self._what_is_always_so()
        for number in range(last):
            self._what_is_read_in(number)

    def narrowed(self) -> list[Narrowed] | None:
        """The hidden counts that are narrower than they should be; None if the system has no
        solution, which means that the attacker believes something that is not so."""
        system = self._system()
        best = dict.fromkeys(self._hidden(), (MANY, -MANY))
        if not self._try(system, {}, best):
            return None
        for cell, (low, high) in self._hidden().items():
            for sign, end in ((1, low), (-1, high)):
                if end not in best[cell]:
                    self._try(system, dict.fromkeys(self._in(*cell), sign), best)
        return [
            Narrowed(*cell, word, best[cell])
            for cell, word in self._hidden().items()
            if best[cell] != word
        ]

    # The places of the unknown in the system.

    def _people(self, sort: int) -> int:
        return sort

    def _member(self, sort: int, group: str) -> int:
        return len(self.sorts) * (1 + 2 * self.groups.index(group)) + sort

    def _said(self, sort: int, group: str) -> int:
        return len(self.sorts) * (2 + 2 * self.groups.index(group)) + sort

    def _there(self, release: int) -> Iterator[int]:
        """The sorts of people who are counted in a release."""
        part = self.releases[release].part
        for number, sort in enumerate(self.sorts):
            if sort.came <= release <= sort.left and part in (None, sort.part):
                yield number

    def _in(self, release: int, group: str) -> list[int]:
        return [self._member(sort, group) for sort in self._there(release)]

    def _hidden(self) -> dict[tuple[int, str], tuple[int, int]]:
        return {
            (number, group): span_of(told, seen.people or 0, seen.k)
            for number, seen in enumerate(self.releases)
            for group, told in seen.groups.items()
            if isinstance(told, str)
        }

    # The rows of the system.

    def _row(self, terms: Mapping[int, int], low: float, high: float) -> None:
        self.rows.append((dict(terms), low, high))

    def _sum(self, places: Sequence[int], low: float, high: float) -> None:
        self._row(dict.fromkeys(places, 1), low, high)

    def _what_is_always_so(self) -> None:
        """Nobody is in a group twice, or without a statement in it; everybody is in some."""
        for sort in range(len(self.sorts)):
            for group in self.groups:
                self._row({self._people(sort): 1, self._member(sort, group): -1}, 0, np.inf)
                self._row({self._said(sort, group): 1, self._member(sort, group): -1}, 0, np.inf)
                # Who is not in a group has said nothing in it.
                self._row({self._said(sort, group): -1, self._member(sort, group): MANY}, 0, np.inf)
            members = dict.fromkeys((self._member(sort, group) for group in self.groups), 1)
            if members:
                self._row({**members, self._people(sort): -1}, 0, np.inf)

    def _what_is_read_in(self, release: int) -> None:
        seen = self.releases[release]
        there = list(self._there(release))
        people = [self._people(sort) for sort in there]
        if seen.people is None:
            # Fewer than k, unless the people were counted under another part of the same.
            if all(seen.part == other.part for other in self.releases):
                self._sum(people, 0, seen.k - 1)
            return
        self._sum(people, seen.people, seen.people)
        for group, told in seen.groups.items():
            low, high = (
                span_of(told, seen.people, seen.k) if isinstance(told, str) else (told, told)
            )
            self._sum(self._in(release, group), low, high)
        if seen.groups:
            self._read_statements(seen, there)

    def _read_statements(self, seen: Seen, there: Sequence[int]) -> None:
        """The worst case: each statement lies in one group only, so that they add up."""
        for group, told in seen.statements_in.items():
            self._sum([self._said(sort, group) for sort in there], told, told)
        if seen.statements is not None:
            all_said = [self._said(sort, group) for sort in there for group in self.groups]
            self._sum(all_said, seen.statements, seen.statements)

    # Solving it.

    def _system(self) -> LinearConstraint:
        entries = [
            (number, place, times)
            for number, (terms, _low, _high) in enumerate(self.rows)
            for place, times in terms.items()
        ]
        rows, places, times = (np.array(column) for column in zip(*entries, strict=True))
        width = len(self.sorts) * (1 + 2 * len(self.groups))
        matrix = csr_array((times, (rows, places)), shape=(len(self.rows), width))
        return LinearConstraint(
            matrix, [low for _terms, low, _high in self.rows], [high for *_rest, high in self.rows]
        )

    def _try(
        self,
        system: LinearConstraint,
        aim: Mapping[int, int],
        best: dict[tuple[int, str], tuple[int, int]],
    ) -> bool:
        """Solve with an aim, and note for every hidden count what the solution gives it."""
        width = system.A.shape[1]
        costs = np.zeros(width)
        for place, sign in aim.items():
            costs[place] = sign
        answer = milp(costs, constraints=system, bounds=Bounds(0, MANY), integrality=np.ones(width))
        if not answer.success:
            return False
        for cell, (low, high) in best.items():
            size = round(sum(answer.x[place] for place in self._in(*cell)))
            best[cell] = min(low, size), max(high, size)
        return True
