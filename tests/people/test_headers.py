"""Every answer carries the same headers, whatever became of the request."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from brukerstemmen.people.models import Person

EXACT = {
    "Content-Security-Policy",
    "Permissions-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Referrer-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
}
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
}


@pytest.fixture
def expected(client: Client, db: None) -> dict[str, str]:
    """As the front page has them."""
    headers = client.get("/").headers
    assert set(headers["Content-Security-Policy"].split("; ")) == POLICY
    return {name: headers[name] for name in EXACT}


@pytest.mark.parametrize(
    ("method", "path", "more", "status"),
    [
        ("get", "/arbeid/deler", {}, 301),
        ("get", "/arbeid/deler/", {}, 302),
        ("get", "/", {"headers": {"host": "elsewhere.example"}}, 400),
        ("post", "/sprak/", {}, 403),
        ("get", "/finnes/ikke/", {}, 404),
        ("get", "/sprak/", {}, 405),
    ],
)
def test_no_answer_is_without_them(
    expected: dict[str, str], method: str, path: str, more: dict, status: int
) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(path, **more)

    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in EXACT} == expected


def test_nor_is_the_way_to_tls(expected: dict[str, str], settings: object) -> None:
    settings.SECURE_SSL_REDIRECT = True

    answer = Client().get("/")

    assert answer.status_code == 301
    assert {name: answer.headers.get(name) for name in EXACT} == expected


def test_nor_is_a_bug(expected: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brukerstemmen.web.views.connection", None)

    answer = Client(raise_request_exception=False).get("/helse/")

    assert answer.status_code == 500
    assert {name: answer.headers.get(name) for name in EXACT} == expected


def test_nothing_of_the_workspace_stays_in_a_cache(
    anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    assert signed_in(anne).get("/arbeid/deler/").headers["Cache-Control"] == "no-store"
    assert settings.SESSION_COOKIE_HTTPONLY and settings.CSRF_COOKIE_HTTPONLY
