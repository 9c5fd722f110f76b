"""In the demo, and only there, anybody may come in as one who has taken part."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, override_settings

from brukerstemmen.journey.demo import loading
from brukerstemmen.journey.demo.door import AT_THE_DOOR
from brukerstemmen.voices.actions import codes
from brukerstemmen.voices.models import PersonalCode
from tests.cast import TODAY
from tests.journey.elvesund import participant
from tests.people import demo_urls  # read before any test is in the demo: it asks what DEMO is

DOOR, SIGN_IN = "/demo/deltaker/", "/konto/login/"
in_the_demo = override_settings(DEMO=True, ROOT_URLCONF=demo_urls.__name__)

pytestmark = [pytest.mark.django_db, pytest.mark.either_engine]


@pytest.fixture(autouse=True)
def _today(clock_at: Callable[[date], None]) -> None:
    """It is TODAY, whatever day it is."""


@in_the_demo
def test_the_sign_in_page_offers_some_who_took_part(client: Client) -> None:
    loading.load(66)

    page = client.get(SIGN_IN).content.decode()

    assert all(code in page and line in page for code, line in AT_THE_DOOR.items())


@in_the_demo
def test_one_button_opens_the_door_of_one_who_took_part(client: Client) -> None:
    loading.load(66)
    before = participant("D05").codes.get(revoked_on__isnull=True)

    answer = client.post(DOOR, {"participant": "D05"}, follow=True)

    assert answer.status_code == 200
    assert answer.wsgi_request.guest.participant == participant("D05")
    before.refresh_from_db()
    assert before.revoked_on == TODAY
    assert participant("D05").codes.holding(TODAY).count() == 1


@in_the_demo
@pytest.mark.parametrize("given", ["", "D01", "D11", "tull"])
def test_nobody_else_is_on_offer(client: Client, given: str) -> None:
    loading.load(66)
    before = set(PersonalCode.objects.values_list("pk", flat=True))

    assert client.post(DOOR, {"participant": given}).url == SIGN_IN
    assert set(PersonalCode.objects.values_list("pk", flat=True)) == before


@in_the_demo
def test_before_the_meetings_nobody_is_there(client: Client) -> None:
    loading.load(30)

    assert client.post(DOOR, {"participant": "D05"}).url == SIGN_IN


def test_outside_the_demo_there_is_no_such_door(client: Client) -> None:
    loading.load(66)

    assert client.post(DOOR, {"participant": "D05"}).status_code == 404
    with override_settings(ROOT_URLCONF=demo_urls.__name__):
        assert client.post(DOOR, {"participant": "D05"}).status_code == 404
    with pytest.raises(PermissionDenied):
        codes.give_demo_code(participant("D05"))
    assert "D05" not in client.get(SIGN_IN).content.decode()
