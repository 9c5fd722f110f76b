"""Short texts: through which sender, to whom, and what a failure tells."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core import mail

from brukerstemmen.people import texting

NUMBER, ADDRESS = "20 55 01 47", "noen@example.com"
TEXT = "There is something for you to look at.\nWrite your code at example.com/d."


class GatewayOnLoopback(BaseHTTPRequestHandler):
    """Answers as a gateway does, and remembers what it was asked."""

    status = 200
    asked: list[dict[str, Any]] = []

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.asked.append(
            {
                "token": self.headers["Authorization"],
                "type": self.headers["Content-Type"],
                **json.loads(self.rfile.read(length)),
            }
        )
        self.send_response(self.status)
        if self.status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def gateway(settings: Any) -> Iterator[type[GatewayOnLoopback]]:
    class Fresh(GatewayOnLoopback):
        asked: list[dict[str, Any]] = []

    server = HTTPServer(("127.0.0.1", 0), Fresh)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.TEXT_SENDER = "gateway"
    settings.TEXT_GATEWAY_URL = f"http://127.0.0.1:{server.server_port}/send"
    settings.TEXT_GATEWAY_TOKEN = "hemmelig"
    yield Fresh
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_gateway_gets_number_and_text_and_nothing_else(
    gateway: type[GatewayOnLoopback],
) -> None:
    texting.send(telephone=NUMBER, email=ADDRESS, text=TEXT)

    assert gateway.asked == [
        {
            "token": "Bearer hemmelig",
            "type": "application/json",
            "to": "+4720550147",
            "text": TEXT,
        }
    ]
    assert not mail.outbox


@pytest.mark.parametrize("status", [302, 401, 429, 500])
def test_an_answer_that_is_no_yes_is_a_failure_that_names_nobody(
    gateway: type[GatewayOnLoopback], status: int
) -> None:
    gateway.status = status
    with pytest.raises(texting.NotSent) as failure:
        texting.send(telephone=NUMBER, email="", text=TEXT)

    assert len(gateway.asked) == 1
    assert "0147" not in str(failure.value) and failure.value.__suppress_context__


def test_a_gateway_that_does_not_answer_is_given_up(settings: Any) -> None:
    settings.TEXT_SENDER = "gateway"
    settings.TEXT_GATEWAY_URL = "http://127.0.0.1:9/"
    with pytest.raises(texting.NotSent):
        texting.send(telephone=NUMBER, email="", text=TEXT)


def test_no_number_is_sent_without_tls(settings: Any) -> None:
    settings.TEXT_SENDER, settings.TEXT_GATEWAY_URL = "gateway", "http://sms.example.com/"
    with pytest.raises(texting.NotSent, match="https"):
        texting.send(telephone=NUMBER, email="", text=TEXT)


@pytest.mark.parametrize("sender", ["email", "gateway"])
def test_who_gave_only_an_address_gets_a_letter_without_a_name(settings: Any, sender: str) -> None:
    settings.TEXT_SENDER = sender
    texting.send(telephone="", email=ADDRESS, text=TEXT)

    [letter] = mail.outbox
    assert (letter.to, letter.body) == ([ADDRESS], TEXT)
    assert letter.subject == "There is something for you to look at"


def test_a_telephone_is_out_of_reach_for_mail_alone(settings: Any) -> None:
    settings.TEXT_SENDER = "email"
    assert not texting.reaches_telephones()
    with pytest.raises(texting.NotSent):
        texting.send(telephone=NUMBER, email="", text=TEXT)


def test_a_letter_that_fails_does_not_say_to_whom(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_told: object) -> None:
        raise OSError(f"refused: {ADDRESS}")

    settings.TEXT_SENDER = "email"
    monkeypatch.setattr(texting, "send_mail", refuse)
    with pytest.raises(texting.NotSent) as failure:
        texting.send(telephone="", email=ADDRESS, text=TEXT)

    assert ADDRESS not in str(failure.value)


def test_the_console_prints_the_text_and_no_number(
    settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.TEXT_SENDER = "console"
    texting.send(telephone=NUMBER, email="", text=TEXT)

    printed = capsys.readouterr().out
    assert TEXT in printed and "01 47" not in printed


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("20 55 01 47", "+4720550147"),
        ("+46 70 123 45 67", "+46701234567"),
        ("0046701234567", "+46701234567"),
        ("(20)55-01-47", "+4720550147"),
    ],
)
def test_a_number_is_norwegian_unless_it_says_so(told: str, number: str) -> None:
    assert texting.number_of(told) == number
