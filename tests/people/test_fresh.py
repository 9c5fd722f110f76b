"""A copy leaves the house only for somebody who has just shown who they are; a session's row
opens no session."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person
from brukerstemmen.people.sessions import mark_of


def test_an_export_asks_who_it_is_after_a_while(
    evaluation: Evaluation, anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    client, draft = signed_in(anne), reverse("reports:document", args=[evaluation.work.slug])
    assert client.get(draft).status_code == 200

    with clock.at(clock.now() + timedelta(minutes=16)):
        page = client.get(reverse("reports:draft", args=[evaluation.work.slug]))
        asked = client.get(draft)
    assert page.status_code == 200
    assert asked.status_code == 302 and asked.url.startswith(reverse("account_reauthenticate"))


def test_a_row_of_the_session_table_opens_no_session(
    anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(anne)
    key = client.cookies["sessionid"].value
    row = Session.objects.get()
    assert row.session_key == mark_of(key) != key

    stranger = Client()
    stranger.cookies["sessionid"] = row.session_key
    assert client.get(reverse("account_logout")).status_code == 200
    assert stranger.get(reverse("account_logout")).status_code == 302


def test_signing_out_takes_the_row_away(
    anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(anne)
    client.post(reverse("account_logout"))

    assert not Session.objects.exists()
