"""Small groups stay hidden, also from one who knows the total, the rule and all that is told."""

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
    assert set(out.statements_in) == {n for n, c in out.groups.items() if not isinstance(c, Hidden)}


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
