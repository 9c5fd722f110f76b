"""The law of the room: who is there, and when opinions are divided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.dialogues.sides import (
    SERVICE,
    USERS,
    Side,
    balance,
    both_views,
    has_both_views,
    place,
    views_in,
)

ROOM = st.dictionaries(st.sampled_from(Side), st.integers(0, 300))
VIEW = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).filter(
    str.strip
)


@given(ROOM)
def test_the_centre_tips_no_scale(people):
    told = balance(people)

    assert told.users + told.service + people.get(Side.CENTRE, 0) == sum(people.values())
    assert told == balance({**people, Side.CENTRE: 40})


@given(ROOM, st.sampled_from(sorted(USERS)), st.integers(0, 50))
def test_more_users_never_tip_an_even_room(people, side, more):
    fuller = {**people, side: people.get(side, 0) + more}

    assert balance(fuller).is_even or not balance(people).is_even


def test_users_stand_first_and_the_centre_last():
    order = sorted(Side, key=place)

    assert set(order[:3]) == USERS
    assert set(order[3:6]) == SERVICE
    assert order[-1] is Side.CENTRE


@given(VIEW, VIEW)
def test_both_views_are_kept_with_users_first(users, service):
    text = both_views(users, service)

    assert has_both_views(text)
    assert views_in(text)[0].split() == users.split()
    assert views_in(text)[1].split() == service.split()


@given(VIEW)
def test_a_view_alone_is_no_divided_opinion(view):
    for told in [(view, " "), ("", view)]:
        with pytest.raises(ValueError, match="both"):
            both_views(*told)
    assert not has_both_views(" ".join(view.split()))
