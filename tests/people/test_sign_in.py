"""The way in: password, second factor, where each goes, and the door of the demo."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import mail
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import centre as centre_actions
from brukerstemmen.people.actions import setup
from brukerstemmen.people.models import Organisation, Person
from tests.cast import LATER, PASSWORD, reader
from tests.people.test_setup import code_for

SIGN_IN = "/konto/login/"
SignedIn = Callable[[Person], Client]


@pytest.fixture
def with_password(anne: Person) -> Person:
    anne.set_password(PASSWORD)
    anne.save()
    return anne


def given(client: Client, person: Person, **more: str) -> object:
    return client.post(SIGN_IN, {"login": person.email, "password": PASSWORD, **more})


def test_the_second_factor_comes_before_any_page(client: Client, with_password: Person) -> None:
    given(client, with_password)

    for address in ("/inn/", "/arbeid/", "/arbeid/retningslinjer/"):
        assert client.get(address)["Location"] == "/konto/sikkerhet/totp/activate/"


def test_password_and_code_lead_to_where_one_was_going(
    client: Client, with_password: Person
) -> None:
    given(client, with_password)
    client.get("/konto/sikkerhet/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    client.post("/konto/sikkerhet/totp/activate/", {"code": code_for(secret)})
    client.post("/konto/logout/")

    answer = given(client, with_password, next="/arbeid/retningslinjer/")
    assert answer["Location"].startswith("/konto/sikkerhet/authenticate/")
    assert "One more key" in client.get(answer["Location"]).content.decode()
    codes = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap()
    answer = client.post(answer["Location"], {"code": codes.get_unused_codes()[0]})

    assert answer["Location"] == "/arbeid/retningslinjer/"
    assert client.get(answer["Location"]).status_code == 200


def test_a_wrong_password_is_told_without_saying_who_has_an_account(
    client: Client, with_password: Person
) -> None:
    wrong = client.post(SIGN_IN, {"login": with_password.email, "password": "feil passord her"})
    nobody = client.post(SIGN_IN, {"login": "ingen@example.com", "password": "feil passord her"})

    for answer in (wrong, nobody):
        assert "do not fit together" in answer.content.decode()
    assert with_password.email in wrong.content.decode(), "what was typed is kept"


def test_old_sessions_ask_again_before_the_account_is_changed(
    client: Client, with_password: Person, clock_at: Callable
) -> None:
    """Right after signing in nothing is asked; later, and with a factor from before, it is."""
    given(client, with_password)
    assert client.get("/konto/sikkerhet/totp/activate/").status_code == 200
    Authenticator.objects.create(user=with_password, type="totp", data={"secret": ""})
    Authenticator.objects.update(created_at=clock.now() - timedelta(days=2))

    answer = client.get("/konto/sikkerhet/totp/deactivate/")

    assert answer["Location"].startswith("/konto/reauthenticate/")
    page = client.get(answer["Location"]).content.decode()
    assert "Is it still you?" in page


@pytest.mark.parametrize(
    ("who", "where"),
    [
        ("anne", "/arbeid/"),
        ("frida", "/arbeid/"),
        ("dag", "/tjeneste/"),
        ("eli", "/tjeneste/"),
        ("inger", "/arbeid/senteret/"),
    ],
)
def test_each_goes_where_their_day_begins(
    request: pytest.FixtureRequest, who: str, where: str, signed_in: SignedIn
) -> None:
    assert signed_in(request.getfixturevalue(who)).get("/inn/")["Location"] == where


def test_whose_role_has_ended_is_told_what_to_do(hans: Person, signed_in: SignedIn) -> None:
    answer = signed_in(hans).get("/inn/")

    assert answer.status_code == 200
    assert "Ask the lead" in answer.content.decode()


def test_the_account_pages_open_in_our_own_words(with_password: Person, client: Client) -> None:
    given(client, with_password)
    client.get("/konto/sikkerhet/totp/activate/")
    code = code_for(client.session["mfa.totp.secret"])
    client.post("/konto/sikkerhet/totp/activate/", {"code": code})
    pages = {
        "/konto/sikkerhet/": "Your account",
        "/konto/password/change/": "Change your password",
        "/konto/sikkerhet/recovery-codes/": "Recovery codes",
        "/konto/sikkerhet/recovery-codes/generate/": "new recovery codes",
        "/konto/sikkerhet/recovery-codes/download/": "Each works once",
        "/konto/sikkerhet/totp/deactivate/": "take away the app",
        "/konto/sikkerhet/webauthn/": "Your passkeys",
        "/konto/sikkerhet/webauthn/add/": "Add a passkey",
        "/konto/reauthenticate/": "Is it still you?",
        "/konto/sikkerhet/reauthenticate/": "Is it still you?",
        "/konto/logout/": "Do you want to sign out?",
    }
    for address, words in pages.items():
        answer = client.get(address)
        assert answer.status_code == 200 and words in answer.content.decode(), address


def test_an_invited_person_chooses_a_password_and_comes_in(
    client: Client,
    centre: Organisation,
    inger: Person,
    django_capture_on_commit_callbacks: Callable,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        centre_actions.invite_staff(
            centre, name="Ny", email="ny@example.com", role=Role.STAFF, until=LATER, by=inger
        )
    letter = mail.outbox[0]
    assert centre.name not in letter.subject + letter.body, "a letter names nobody"
    path = re.search(rf"{settings.SITE_ADDRESS}(\S+)", letter.body)[1]

    page = client.get(path, follow=True)
    assert "Choose a password" in page.content.decode()
    words = {"password1": PASSWORD, "password2": PASSWORD}
    page = client.post(page.redirect_chain[-1][0], words, follow=True)

    assert page.redirect_chain[-1][0] == "/konto/sikkerhet/totp/activate/"
    again = reader().get(path, follow=True).content.decode()
    assert "The address no longer works" in again


@pytest.mark.parametrize("written", ["Kari@Example.com", "kari@example.com"])
def test_capitals_in_the_address_keep_nobody_out(
    client: Client, centre: Organisation, written: str
) -> None:
    made = setup.make_account(name="Kari", email="Kari@Example.com", password=PASSWORD)
    client.post("/konto/password/reset/", {"email": written})

    answer = client.post(SIGN_IN, {"login": written, "password": PASSWORD})

    assert answer.status_code == 302
    assert mail.outbox[0].to == [made.email]


def test_a_forgotten_password(client: Client, with_password: Person) -> None:
    for email in (with_password.email, "ingen@example.com"):
        page = client.post("/konto/password/reset/", {"email": email}, follow=True)
        assert "Look in your e-mail" in page.content.decode()

    assert [letter.to for letter in mail.outbox] == [[with_password.email]]
    assert mail.outbox[0].subject == "A new password"


def test_nobody_signs_up(client: Client, db: None) -> None:
    assert client.get("/konto/signup/").status_code == 404


def test_outside_the_demo_its_door_does_not_exist(
    client: Client, person: Callable[..., Person]
) -> None:
    cast = person("Anne", Role.STAFF)
    Person.objects.filter(pk=cast.pk).update(cast_order=1, cast_line="Leder")
    with pytest.raises(NoReverseMatch):
        reverse("people:demo")

    assert client.post("/demo/", {"person": str(cast.pk)}).status_code == 404
    page = client.get(SIGN_IN).content.decode()
    assert "Anne" not in page and "demonstration" not in page


@override_settings(DEMO=True, ROOT_URLCONF="tests.people.demo_urls")
def test_in_the_demo_one_button_makes_you_somebody_of_the_cast(
    client: Client, anne: Person, cecilie: Person
) -> None:
    Person.objects.filter(pk=anne.pk).update(cast_order=1, cast_line="Leder evalueringen")
    page = client.get(SIGN_IN).content.decode()
    assert "Leder evalueringen" in page and "Cecilie" not in page

    answer = client.post("/demo/", {"person": str(anne.pk)}, follow=True)

    assert answer.redirect_chain == [("/inn/", 302), ("/arbeid/", 302)]


@override_settings(DEMO=True, ROOT_URLCONF="tests.people.demo_urls")
@pytest.mark.parametrize("given", ["", "tull", "cecilie"])
def test_in_the_demo_nobody_becomes_somebody_else(
    client: Client, cecilie: Person, given: str
) -> None:
    given = str(cecilie.pk) if given == "cecilie" else given

    assert client.post("/demo/", {"person": given}).status_code == 404
    assert "_auth_user_id" not in client.session


@override_settings(ROOT_URLCONF="tests.people.demo_urls")
def test_the_door_itself_also_asks_whether_this_is_the_demo(client: Client, anne: Person) -> None:
    Person.objects.filter(pk=anne.pk).update(cast_order=1)

    assert client.post("/demo/", {"person": str(anne.pk)}).status_code == 404


def test_the_cast_is_printed(anne: Person, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("show_cast")
    assert "no demo people" in capsys.readouterr().out
    Person.objects.filter(pk=anne.pk).update(cast_order=1, cast_line="Leder evalueringen")

    call_command("show_cast")

    assert "Anne  Leder evalueringen  anne@example.com" in capsys.readouterr().out
