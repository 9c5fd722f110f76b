"""What upper rooms add to a participant's own page."""

from collections.abc import Iterator

import pytest
from django.test import Client

from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Participant, UserMeeting
from brukerstemmen.voices.showing import own_more
from brukerstemmen.voices.showing.own_more import Link
from tests.voices.own import at, comes_in, text_of


@pytest.fixture
def more() -> Iterator[list[own_more.More]]:
    stood = list(own_more.MORE)
    own_more.MORE.clear()
    yield own_more.MORE
    own_more.MORE[:] = stood


@pytest.fixture
def own(meeting: UserMeeting, anne: Person) -> Client:
    participant = meeting.presences.order_by("participant__number")[0].participant
    return comes_in(participant, by=anne)


def leads(label: str, order: int, invites: str = "") -> own_more.More:
    def link(participant: Participant) -> Link:
        return Link(label, f"/d/{participant.code}/", "Chat", order, invites)

    return link


def nothing(_participant: Participant) -> None:
    return None


def test_what_rooms_have_stands_in_order_and_what_is_asked_stands_out(
    own: Client, more: list[own_more.More]
):
    own_more.add(leads("Later", 2, "We would like to ask you."))
    own_more.add(leads("First", 1))
    own_more.add(nothing)

    page = text_of(own, at("own_home"))

    assert page.index("First") < page.index("Later")
    assert "We would like to ask you." in page
    assert 'href="/d/D01/"' in page


def test_added_twice_stands_once(more: list[own_more.More]):
    one = leads("Once", 1)
    own_more.add(one)
    own_more.add(one)
    assert more == [one]


def test_one_button_alone_stands_out(more: list[own_more.More]):
    more.extend([leads("A", 1), leads("B", 2, "asked"), leads("C", 3, "asked too")])
    somebody = Participant(number=3)

    first = [link.is_first for link in own_more.links_for(somebody, may_stand_out=True)]
    assert first == [False, True, False]
    assert not any(link.is_first for link in own_more.links_for(somebody, may_stand_out=False))
