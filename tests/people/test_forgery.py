"""A form from our own page is let in, one from elsewhere is not."""

import re

import pytest
from django.test import Client

from brukerstemmen.people.models import Organisation


@pytest.fixture
def browser(centre: Organisation) -> Client:
    return Client(enforce_csrf_checks=True)


def _token(browser: Client) -> str:
    page = browser.get("/konto/login/").content.decode()
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://testserver", 302), ("null", 403), ("https://elsewhere.example", 403)],
)
def test_a_form_is_known_by_where_it_comes_from(browser: Client, origin: str, status: int) -> None:
    sent = {"language": "nn", "csrfmiddlewaretoken": _token(browser)}

    assert browser.post("/sprak/", sent, headers={"origin": origin}).status_code == status


@pytest.mark.parametrize("path", ["/", "/konto/login/", "/finnes/ikke/"])
def test_browsers_are_let_tell_us_that_a_form_is_ours(browser: Client, path: str) -> None:
    """With no-referrer a browser sends a form with `Origin: null`, which is refused above."""
    assert browser.get(path).headers["Referrer-Policy"] == "same-origin"
