"""What is logged names no words, no addresses and no codes."""

import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from brukerstemmen.web.logs import NoContent


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """As the console would have it."""
    filtering, logger = NoContent(), logging.getLogger("django")
    caplog.handler.addFilter(filtering)
    logger.addHandler(caplog.handler)
    yield caplog
    logger.removeHandler(caplog.handler)
    caplog.handler.removeFilter(filtering)


@pytest.mark.parametrize(
    "path", ["/finnes/ikke/kanarifugl/", "/arbeid/evalueringer/kanarifugl/?q=kanarifugl"]
)
def test_an_address_that_is_not_there_is_not_repeated(
    logged: pytest.LogCaptureFixture, db: None, path: str
) -> None:
    Client().post(path)

    assert "kanarifugl" not in logged.text


def test_a_forged_form_is_told_by_its_door(logged: pytest.LogCaptureFixture, db: None) -> None:
    Client(enforce_csrf_checks=True).post("/sprak/?q=kanarifugl")

    assert "Answered 403 at web:set_language" in logged.text
    assert "kanarifugl" not in logged.text


@pytest.mark.parametrize("path", ["/d/", "/d/kanarifugl/", "/d/ord/"])
def test_what_somebody_without_account_does_is_not_logged(
    logged: pytest.LogCaptureFixture, db: None, path: str
) -> None:
    """Whoever collects the log would add the hour."""
    Client(enforce_csrf_checks=True).post(path, {"code": "ABCD"})
    Client().post(path, {"code": "ABCD"})

    assert not logged.text
