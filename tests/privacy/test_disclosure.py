"""Small groups stay hidden, also from one who knows the total, the rule and all that is told."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy.disclosure import FLOOR, Group, Hidden, Published, publish, shown

floors = st.integers(FLOOR, 12)


@st.composite
def evaluations(draw: st.DrawFn) -> tuple[int, dict[str, Group], int]:
    """People, groups and statements that can be true together: everybody is in some group."""
    spoke = draw(st.lists(st.sets(st.integers(0, 8), min_size=1), max_size=40))
    people: dict[int, int] = {}
    for themes in spoke:
        for theme in themes:
            people[theme] = people.get(theme, 0) + 1
    said = {theme: n + draw(st.integers(0, 5)) for theme, n in people.items()}
    groups = {f"T{theme}": Group(n, said[theme]) for theme, n in people.items()}
    return len(spoke), groups, max(len(spoke), sum(said.values()))


@given(told=evaluations(), k=floors)
def test_what_is_told_is_true_and_no_small_group_is_told(told, k):
    people, groups, statements = told
    out = publish(people, groups, statements=statements, k=k)

    assert out.people in (None, people)
    for name, count in out.groups.items():
        if isinstance(count, int):
            assert count == groups[name].people
            assert count == 0 or k <= count <= people - k
        elif count is Hidden.FEW:
            assert 0 < groups[name].people < k
        else:
            assert people - k < groups[name].people <= people
    hides = any(isinstance(count, Hidden) for count in out.groups.values())
    assert set(out.statements_in) == (set() if hides else set(out.groups))


@given(told=evaluations(), k=floors)
def test_too_few_people_are_not_told_of_at_all(told, k):
    people, groups, statements = told
    if people < k:
        assert publish(people, groups, statements=statements, k=k) == Published(k=k)


@given(told=evaluations())
def test_with_an_unknown_speaker_only_the_total_is_told(told):
    people, groups, statements = told
    assert not publish(people, groups, statements=statements, speakers_known=False).groups


@pytest.mark.parametrize("k", [0, 5])
def test_a_smaller_floor_is_refused(k):
    with pytest.raises(ValueError, match="at least 6"):
        publish(20, {}, k=k)
    with pytest.raises(ValueError, match="at least 6"):
        shown(20, k)


def test_a_group_larger_than_the_whole_is_refused():
    with pytest.raises(ValueError, match="larger than the whole"):
        publish(19, {"T1": Group(20)})


def all_that_can_be(people: int, themes: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """Every way to be in some theme, and from as few statements as can be to twelve more."""
    for sizes in product(range(1, people + 1), repeat=themes):
        if sum(sizes) >= people:
            for statements in range(sum(sizes), sum(sizes) + 13):
                yield sizes, statements


@pytest.mark.parametrize(("people", "themes"), [(12, 2), (13, 2), (19, 2), (12, 3), (13, 3)])
def test_who_has_the_function_itself_learns_no_more_than_the_words(people, themes):
    """Try everything that can be, and keep what gives the same answer: the reader's own search.

    Twelve more than the fewest statements people can have made is as far as everything is tried.
    """
    could_be = defaultdict(list)
    for sizes, statements in all_that_can_be(people, themes):
        out = publish(people, groups_of(sizes), statements=statements)
        # Where all is shown, the statements by theme are told too, and nothing is hidden.
        could_be[out.statements, tuple(out.groups.items())].append(sizes)
    for (statements, table), ways in could_be.items():
        if table and statements <= people + 12:
            for number, (_theme, told) in enumerate(table):
                sizes = {way[number] for way in ways}
                if told is Hidden.FEW:
                    assert sizes == set(range(1, FLOOR))
                elif told is Hidden.NEARLY_ALL:
                    assert sizes == set(range(people - FLOOR + 1, people + 1))


@pytest.mark.parametrize(("people", "themes"), [(12, 3), (17, 4), (19, 3), (19, 4)])
def test_that_there_is_no_table_tells_of_no_single_theme(people, themes):
    sizes = {
        way[0]
        for way in product(range(1, people + 1), repeat=themes)
        if sum(way) >= people and not publish(people, groups_of(way), statements=500).groups
    }
    assert sizes >= set(range(2, FLOOR))


def groups_of(sizes: Sequence[int]) -> dict[str, Group]:
    return {f"T{number}": Group(size, size) for number, size in enumerate(sizes)}
