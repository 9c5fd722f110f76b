"""Disclosure: counts of people are shown so that they point at nobody.

It is people who are counted, never statements: ten statements by one person are one person.
Where the speaker is not known, nobody is counted. The figure 6 is the rule for small numbers in
the method's agreements: groups of five or fewer are not shown.

What goes out of the house goes through `publish`, once for each evaluation and never again: a
report that comes later repeats the same counts with the same date, so that nobody who withdraws
can be found by comparing two of them. People by theme are the only groups ever published; counts
by meeting, unit, role or age never are, and nothing is crossed with anything.

It holds for someone who knows `publish` itself, the whole of its answer, that everybody is in some
group, and that each statement lies in one group only: a hidden group may still be of any size its
word allows. Whether there is a table follows from what it would tell, never from a figure that is
held back: otherwise that it is held back would tell how small it is. That there is no table may
tell that no group is of one only; it never tells which group is small.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FLOOR = 6  # A centre may ask for larger groups, never for smaller.


class Hidden(StrEnum):
    """Why there is no number. The page says it in words."""

    FEW = "few"  # from one to k - 1 people
    NEARLY_ALL = "nearly_all"  # so many that those who are not in it would be few, or nobody


@dataclass(frozen=True)
class Published:
    """What may be read outside the team. None and absent: nothing is said.

    people: everybody who contributes. groups: people by theme, {} where there is no such table.
    statements: in all. statements_in: by theme, {} unless every group of the table is shown.
    """

    people: int | None = None
    groups: dict[str, int | Hidden] = field(default_factory=dict)
    statements: int | None = None
    statements_in: dict[str, int] = field(default_factory=dict)
    k: int = FLOOR


@dataclass(frozen=True)
class Group:
    """A theme. people: distinct speakers, each >= 0; one may be in several groups."""

    people: int
    statements: int = 0


def shown(count_of_people: int, k: int = FLOOR) -> int | None:
    """The count if it may stand alone, None if it is to be hidden.

    Nobody (0) is shown: it points at no one. Only inside the team, or for a count that nothing
    can be compared with; what goes out together goes through `publish`.
    Raises ValueError if k < 6 or the count is negative.

    >>> [shown(people) for people in (0, 1, 5, 6)]
    [0, None, None, 6]
    """
    _require_lawful(k, count_of_people)
    return None if 0 < count_of_people < k else count_of_people


def publish(
    people: int,
    groups: Mapping[str, Group],
    *,
    statements: int = 0,
    speakers_known: bool = True,
    k: int = FLOOR,
    protect_by_hiding_more: bool = True,
) -> Published:
    """The counts of one evaluation as they may be read by anybody, for good.

    people: all who contribute, each in some group. statements: all of theirs.
    speakers_known: False if somebody's statement has no speaker: then only the total is told.
    protect_by_hiding_more: False only to prove that the tests' attacker finds what it hides.
    Raises ValueError if k < 6, a count is negative, or a group is larger than the whole.

    >>> themes = {"T1": Group(8), "T2": Group(7), "T9": Group(3), "T5": Group(5)}
    >>> publish(19, themes, statements=60).groups
    {'T1': 8, 'T2': 7, 'T9': <Hidden.FEW: 'few'>, 'T5': <Hidden.FEW: 'few'>}
    >>> publish(19, {"T1": Group(8), "T2": Group(7), "T5": Group(4)}).groups  # 19 - 8 - 7 = 4
    {}
    >>> publish(5, {"T1": Group(5)})
    Published(people=None, groups={}, statements=None, statements_in={}, k=6)
    """
    _require_lawful(k, people, statements, *(group.people for group in groups.values()))
    if any(group.people > people for group in groups.values()):
        raise ValueError("a group cannot be larger than the whole")
    if people < k:
        return Published(k=k)
    table = {name: _told(group.people, people, k) for name, group in groups.items()}
    safe = speakers_known and _is_safe(people, statements, table, k)
    if protect_by_hiding_more and not safe:
        return Published(people=people, statements=statements, k=k)
    hides = any(isinstance(told, Hidden) for told in table.values())
    told_in = {} if hides else {name: group.statements for name, group in groups.items()}
    return Published(people, table, statements, told_in, k)


def _told(group: int, people: int, k: int) -> int | Hidden:
    if 0 < group < k:
        return Hidden.FEW
    return Hidden.NEARLY_ALL if group and people - group < k else group


def _range(told: int | Hidden, people: int, k: int) -> tuple[int, int]:
    """The sizes a reader must hold for possible, from what is told alone."""
    if told is Hidden.FEW:
        return 1, k - 1
    if told is Hidden.NEARLY_ALL:
        return people - k + 1, people
    return int(told), int(told)


def _is_safe(people: int, statements: int, table: Mapping[str, int | Hidden], k: int) -> bool:
    return (
        people >= 2 * k
        and _others_can_hold_the_rest(people, table, k)
        and _statements_are_enough(statements, people, table, k)
    )


def _others_can_hold_the_rest(people: int, table: Mapping[str, int | Hidden], k: int) -> bool:
    """Whether each hidden group may be as small as its word allows, although everybody is in some
    group: the others, as large as theirs allow, must be able to hold the rest."""
    ranges = [_range(told, people, k) for told in table.values()]
    most = sum(high for _low, high in ranges)
    return all(most - high + low >= people for low, high in ranges if low < high)


def _statements_are_enough(
    statements: int, people: int, table: Mapping[str, int | Hidden], k: int
) -> bool:
    """Whether each hidden group may be as large as its word allows, although all statements are
    counted: nobody is in a group without having said something in it."""
    ranges = [_range(told, people, k) for told in table.values()]
    least = sum(low for low, _high in ranges)
    return all(least - low + high <= statements for low, high in ranges if low < high)


def _require_lawful(k: int, *counts: int) -> None:
    if k < FLOOR or min(counts, default=0) < 0:
        raise ValueError(f"k must be at least {FLOOR} and no count negative")
