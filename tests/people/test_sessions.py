"""A session ends by rest, by age and with the role; it begins anew at each sign-in."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.actions import team
from brukerstemmen.people.models import Person
from tests.cast import PASSWORD

PAGE = "/arbeid/deler/"
SIGN_IN = "/konto/login/"


@pytest.fixture
def browser(anne: Person, signed_in: Callable[[Person], Client]) -> Client:
    return signed_in(anne)


def after(client: Client, moments: list[timedelta], begin: datetime) -> list[int]:
    """The answers to one request at each moment after the beginning."""
    found = []
    for moment in moments:
        with clock.at(begin + moment):
            found.append(client.get(PAGE).status_code)
    return found


def minutes(*numbers: int) -> list[timedelta]:
    return [timedelta(minutes=number) for number in numbers]


def test_a_session_at_rest_for_more_than_half_an_hour_is_over(browser: Client) -> None:
    assert after(browser, minutes(0, 30, 59, 90), clock.now()) == [200, 200, 200, 302]
    assert "_auth_user_id" not in browser.session
    assert browser.get(PAGE).headers["Location"].startswith(SIGN_IN)


def test_a_session_that_never_rests_is_over_after_ten_hours(browser: Client) -> None:
    busy = after(browser, minutes(*range(0, 600, 20)), clock.now())

    assert set(busy) == {200}
    assert after(browser, minutes(601), clock.now()) == [302]


def test_when_the_role_ends_the_open_session_sees_nothing_more(
    evaluation: Evaluation, frida: Person, anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(frida)
    assert client.get(PAGE).status_code == 200

    team.end_role(evaluation.work.grants.get(person=frida), by=anne)

    assert client.get(PAGE).status_code == 404


def test_an_account_that_is_closed_is_out_at_once(browser: Client, anne: Person) -> None:
    anne.is_active = False
    anne.save()

    assert browser.get(PAGE).headers["Location"].startswith(SIGN_IN)


def test_signing_in_gives_a_new_session(client: Client, anne: Person) -> None:
    anne.set_password(PASSWORD)
    anne.save()
    client.get(SIGN_IN)
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key

    client.post(SIGN_IN, {"login": anne.email, "password": PASSWORD})

    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_recovery_codes_alone_are_no_second_factor(browser: Client, anne: Person) -> None:
    Authenticator.objects.filter(user=anne).update(type=Authenticator.Type.RECOVERY_CODES)

    assert browser.get(PAGE).headers["Location"] == "/konto/sikkerhet/totp/activate/"
