"""Small groups stay hidden, also from one who knows the total and can subtract."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy.disclosure import FLOOR, SafeTable, protect, shown

tables = st.dictionaries(st.text(max_size=4), st.integers(0, 30), max_size=8)
floors = st.integers(FLOOR, 12)


def highest_possible(table: SafeTable, total: int) -> int | None:
    """The most people any one hidden group may have, to one who knows the total. None: no group.

    A hidden group has at least one person, for groups of nobody are shown.
    """
    hidden = sum(count is None for count in table.counts.values())
    left = total - sum(count for count in table.counts.values() if count is not None)
    return left - (hidden - 1) if hidden else None


@given(counts=tables, k=floors)
def test_a_hidden_group_cannot_be_told_from_one_of_k(counts, k):
    table = protect(counts, k=k)

    if table.total is not None:
        assert table.total == sum(counts.values())
        most = highest_possible(table, table.total)
        assert most is None or most >= k


@given(counts=tables, k=floors)
def test_the_total_is_given_unless_nothing_else_could_hide_the_groups(counts, k):
    table = protect(counts, k=k)

    if table.total is None:
        assert not any(table.counts.values())
        assert highest_possible(table, sum(counts.values())) < k


@given(counts=tables, k=floors)
def test_small_groups_are_hidden_and_what_is_shown_is_true(counts, k):
    table = protect(counts, k=k)

    assert list(table.counts) == list(counts)
    for group, count in table.counts.items():
        if 0 < counts[group] < k:
            assert count is None
        else:
            assert count in (None, counts[group])


@given(counts=tables, k=floors)
def test_nothing_is_hidden_without_need(counts, k):
    """Without small groups everything is shown, and groups of nobody always are."""
    table = protect(counts, k=k)

    if not any(0 < count < k for count in counts.values()):
        assert table == SafeTable(counts, sum(counts.values()))
    assert all(table.counts[group] == 0 for group, count in counts.items() if count == 0)


@given(counts=tables, k=floors)
def test_no_sum_of_groups_that_may_be_found_by_subtraction_is_small(counts, k):
    """Whatever rest can be found from the total is of k people or more, or of nobody."""
    table = protect(counts, k=k)
    known = [count for count in table.counts.values() if count]

    if table.total is not None and table.total != sum(known):
        for size in range(len(known) + 1):
            for subtracted in combinations(known, size):
                assert table.total - sum(subtracted) >= k


@given(counts=tables, shuffled=st.randoms(), k=floors)
def test_the_order_of_groups_does_not_matter(counts, shuffled, k):
    groups = list(counts.items())
    shuffled.shuffle(groups)

    assert protect(dict(groups), k=k) == protect(counts, k=k)


@pytest.mark.parametrize(
    ("counts", "expected", "total"),
    [
        ({}, {}, 0),
        ({"A": 6, "B": 0}, {"A": 6, "B": 0}, 6),
        ({"A": 5}, {"A": None}, None),
        ({"A": 5, "B": 0}, {"A": None, "B": 0}, None),
        ({"A": 2, "B": 2}, {"A": None, "B": None}, None),
        ({"A": 15, "B": 1}, {"A": None, "B": None}, 16),  # a unit and the rest of the house
        ({"A": 9, "B": 8, "C": 2}, {"A": 9, "B": None, "C": None}, 19),  # the smallest goes too
        ({"A": 6, "B": 5, "C": 5}, {"A": 6, "B": None, "C": None}, 16),
        ({"A": 9, "B": 5, "C": 2}, {"A": 9, "B": None, "C": None}, 16),  # either may be 6: enough
        ({"B": 7, "A": 7, "C": 1}, {"B": 7, "A": None, "C": None}, 15),  # of equals, by name
    ],
)
def test_examples(counts, expected, total):
    assert protect(counts) == SafeTable(expected, total)


@given(st.integers(0, 40), floors)
def test_a_count_alone_follows_the_same_rule(people, k):
    assert shown(people, k) == protect({"all": people}, k=k).counts["all"]


@pytest.mark.parametrize("k", [-1, 0, 1, FLOOR - 1])
def test_a_centre_may_not_ask_for_smaller_groups(k):
    with pytest.raises(ValueError, match="at least 6"):
        protect({"A": 40}, k=k)
    with pytest.raises(ValueError, match="at least 6"):
        shown(40, k)


def test_a_negative_count_is_a_mistake():
    with pytest.raises(ValueError, match="negative"):
        protect({"A": 40, "B": -1})
    with pytest.raises(ValueError, match="negative"):
        shown(-1)
