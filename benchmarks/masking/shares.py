"""Shares with how sure they are: drawn again by meeting or document, never by sentence."""

import random
from collections.abc import Iterable, Mapping

DRAWS = 500
SEED = 7  # the same figures from the same answers


def share(cases: Iterable[tuple[str, bool]]) -> dict[str, object]:
    """The share of cases that hold, of how many, and where 95 of 100 repetitions would lie.

    cases: the group of each case, and whether it holds.

    >>> share([("a", True), ("a", True), ("a", False), ("a", True)])
    {'share': 0.75, 'of': 4, 'interval': [0.75, 0.75]}
    """
    groups: dict[str, tuple[int, int]] = {}
    for group, holds in cases:
        held, of = groups.get(group, (0, 0))
        groups[group] = held + holds, of + 1
    held, of = _sum(groups.values())
    if not of:
        return {"share": None, "of": 0, "interval": None}
    return {"share": round(held / of, 4), "of": of, "interval": _interval(groups)}


def _interval(groups: Mapping[str, tuple[int, int]]) -> list[float]:
    draw = random.Random(SEED)  # noqa: S311 no secret is drawn
    counts = list(groups.values())
    drawn = []
    for _draw in range(DRAWS):
        held, of = _sum(draw.choices(counts, k=len(counts)))
        drawn.append(held / of)
    drawn.sort()
    low, high = drawn[round(0.025 * (DRAWS - 1))], drawn[round(0.975 * (DRAWS - 1))]
    return [round(low, 4), round(high, 4)]


def _sum(counts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    held = of = 0
    for one, all_of in counts:
        held, of = held + one, of + all_of
    return held, of
