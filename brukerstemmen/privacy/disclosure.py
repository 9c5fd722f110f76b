"""Disclosure: counts of people are shown so that they point at nobody.

It is people who are counted, never statements: ten statements by one person are one person.
Where the speaker is not known, nobody is counted. The figure 6 is the rule for small numbers in
the method's agreements: groups of five or fewer are not shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

FLOOR = 6  # A centre may ask for larger groups, never for smaller.


@dataclass(frozen=True)
class SafeTable:
    """Counts that may be shown. `None` is hidden, and a page says so in words."""

    counts: dict[str, int | None]
    total: int | None


def shown(count_of_people: int, k: int = FLOOR) -> int | None:
    """The count if it may stand alone, None if it is to be hidden.

    Nobody (0) is shown: it points at no one. Only for a count that stands alone; counts that
    can be added or compared go through `protect` together.
    Raises ValueError if k < 6 or the count is negative.

    >>> [shown(people) for people in (0, 1, 5, 6)]
    [0, None, None, 6]
    """
    _require_lawful(k, count_of_people)
    return None if 0 < count_of_people < k else count_of_people


def protect(counts: Mapping[str, int], *, k: int = FLOOR) -> SafeTable:
    """Hide counts until no hidden group can be told from one of k people.

    counts: people per group, each >= 0 (whole persons, not answers); nobody in two groups.
    k: the smallest group that may be shown, >= 6.
    Groups of nobody are shown: they point at no one.
    Holds for someone who knows the total and every count shown. Two limits: several tables of
    the same people are one system, which this does not see; and who also reasons from the rule
    that the smallest go first can at worst find a hidden count below k (of 6, 5, 5 the fives).
    Raises ValueError if k < 6 or a count is negative.

    >>> protect({"Trondheim": 40, "Oppdal": 7, "Rennebu": 2}, k=6).counts
    {'Trondheim': 40, 'Oppdal': None, 'Rennebu': None}
    >>> protect({"Rennebu": 2})
    SafeTable(counts={'Rennebu': None}, total=None)
    """
    _require_lawful(k, *counts.values())
    hidden = {group for group, count in counts.items() if 0 < count < k}
    showable = sorted((g for g, c in counts.items() if c >= k), key=lambda g: (counts[g], g))

    def exposed() -> bool:
        """Whether someone who knows the total can rule out that a hidden group has k people."""
        return bool(hidden) and sum(counts[g] for g in hidden) - (len(hidden) - 1) < k

    while exposed() and showable:
        hidden.add(showable.pop(0))
    return SafeTable(
        counts={group: None if group in hidden else count for group, count in counts.items()},
        total=None if exposed() else sum(counts.values()),
    )


def _require_lawful(k: int, *counts: int) -> None:
    if k < FLOOR or min(counts, default=0) < 0:
        raise ValueError(f"k must be at least {FLOOR} and no count negative")
