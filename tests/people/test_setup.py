"""The first day: once, with the one-time code, all or nothing."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import setup
from brukerstemmen.people.models import CentreProfile, Person
from brukerstemmen.people.standing import latest_guideline, roles_today
from tests.cast import PASSWORD

HERE = "/oppsett/"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.fixture
def told(db: None) -> dict[str, object]:
    return {
        "kode": setup.setup_code(),
        "name": "Inger Nordmann",
        "email": "inger@example.com",
        "password": PASSWORD,
        "centre": "Senteret Lytt",
        "telephone": "12 34 56 78",
    }


def test_a_newcomer_sets_up_the_centre(client: Client, told: dict[str, object]) -> None:
    page = client.get(HERE, {"kode": told["kode"]})
    assert page.status_code == 200 and "Set up the centre" in page.content.decode()

    answer = client.post(HERE, told | {"logo": SimpleUploadedFile("logo.png", PNG)})

    assert answer.status_code == 302 and answer["Location"] == "/inn/"
    person = Person.objects.get()
    profile = CentreProfile.objects.get()
    assert roles_today(person) == {Role.ADMINISTRATOR, Role.STAFF}
    assert person.check_password(PASSWORD)
    assert (profile.centre.name, profile.telephone) == ("Senteret Lytt", "12 34 56 78")
    assert (bytes(profile.logo), profile.logo_type) == (PNG, "image/png")
    guideline = latest_guideline(profile.centre_id)
    assert guideline is not None and "likeverdig samtale" in guideline.text


def test_it_is_done_once(
    client: Client, told: dict[str, object], django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client.post(HERE, told)

    assert not (settings.VAR / "keys" / "setup.code").exists()
    assert Client().get(HERE, {"kode": told["kode"]}).status_code == 404
    assert Client().post(HERE, told).status_code == 404
    assert Person.objects.count() == 1


@pytest.mark.parametrize("code", ["", "gjettet"])
def test_without_the_code_nothing_is_made(
    client: Client, told: dict[str, object], code: str
) -> None:
    for answer in (client.get(HERE, {"kode": code}), client.post(HERE, told | {"kode": code})):
        body = answer.content.decode()
        assert "The one-time code" in body and 'name="password"' not in body
    assert not Person.objects.exists()


def test_a_wrong_code_is_told(client: Client, db: None) -> None:
    answer = client.get(HERE, {"kode": "gjettet"})

    assert answer.status_code == 422
    assert "The code is not right" in answer.content.decode()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"password": "kort"}, "password"),
        ({"email": "ikke en adresse"}, "id_email"),
        ({"logo": SimpleUploadedFile("logo.svg", b"<svg/>")}, "PNG or JPEG"),
        ({"logo": SimpleUploadedFile("logo.png", PNG + b"\0" * 300_000)}, "200 KB"),
    ],
)
def test_what_is_not_right_is_said_and_nothing_typed_is_lost(
    client: Client, told: dict[str, object], change: dict[str, object], says: str
) -> None:
    answer = client.post(HERE, told | change)

    body = answer.content.decode()
    assert answer.status_code == 422 and says in body
    assert "Inger Nordmann" in body and "12 34 56 78" in body
    assert not Person.objects.exists() and not CentreProfile.objects.exists()


def test_the_address_is_printed(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("setup_address")

    assert f"/oppsett/?kode={setup.setup_code()}" in capsys.readouterr().out


def test_the_address_is_not_printed_when_somebody_is_there(
    anne: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("setup_address")

    assert "kode" not in capsys.readouterr().out


def test_from_set_up_to_the_workspace_with_a_second_factor(
    client: Client, told: dict[str, object]
) -> None:
    """No page on the way sends in circles, and none asks for the password just chosen."""
    page = client.post(HERE, told, follow=True)
    assert page.redirect_chain[-1][0] == "/konto/sikkerhet/totp/activate/"
    body = page.content.decode()
    secret = client.session["mfa.totp.secret"]
    assert secret in body and "data:image/svg+xml;base64," in body

    page = client.post(page.redirect_chain[-1][0], {"code": code_for(secret)}, follow=True)
    body = page.content.decode()
    assert page.redirect_chain[-1][0] == "/konto/sikkerhet/recovery-codes/"
    assert "I have kept them, go on" in body

    assert client.get("/inn/")["Location"] == "/arbeid/"
    held = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert secret not in str(held.data), "it is sealed"
    assert held.wrap().validate_code(code_for(secret))


def test_a_wrong_code_from_the_app_keeps_the_same_secret(
    client: Client, told: dict[str, object]
) -> None:
    address = client.post(HERE, told, follow=True).redirect_chain[-1][0]
    secret = client.session["mfa.totp.secret"]

    page = client.post(address, {"code": "000000"})

    assert secret in page.content.decode()
    assert "The code is not right" in page.content.decode()


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[-1]))
