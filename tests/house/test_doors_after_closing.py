"""Every door of the team answers when an evaluation is closed, and when its papers are gone."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.closing import papers
from brukerstemmen.closing.actions import closing, run
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person, SealingKey
from tests.house.addresses import parts_of, taken_back
from tests.house.test_doors import ALL, declared
from tests.world import World

pytestmark = pytest.mark.django_db

ANSWERS = {200, 302, 403, 404, 405, 422}
OF_THE_TEAM = [
    name
    for name, pattern, route in ALL
    if "<slug:slug>" in route and (door := declared(name, pattern)) and "lead" in door.known_to
]


def knock(world: World, browser: Client) -> dict[str, int]:
    """The doors that answered as none should."""
    wrong = {}
    for name in OF_THE_TEAM:
        for parts in _parts(name, world):
            with taken_back(browser):
                status = browser.get(reverse(name, kwargs=parts)).status_code
            if status not in ANSWERS:
                wrong[name] = status
    return wrong


def _parts(name: str, world: World) -> list[dict[str, Any]]:
    """None where the world has nothing behind the door."""
    try:
        return parts_of(name, world)
    except AssertionError:
        return []


def test_every_door_answers_after_closing_and_after_the_last_day(
    world: World, anne: Person, signed_in: object
) -> None:
    browser = signed_in(anne)  # type: ignore[operator]
    assert len(OF_THE_TEAM) > 60

    closing._destroy(world.evaluation, by=anne)
    assert not knock(world, browser)

    # With all keys destroyed, as the house does it: years after the last day of anybody's words.
    assert run(clock.today() + timedelta(days=9999))
    key = SealingKey.objects.get(pk=world.evaluation.key_id)
    assert key.wrapped is None and not papers.left(world.evaluation)
    assert not knock(world, browser)
