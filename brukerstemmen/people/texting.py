"""Short texts to a telephone or an e-mail address, through a sender that settings choose.

`console` prints the text where there is nobody to write to, `email` reaches those who gave an
e-mail address, `gateway` reaches telephones too, over a gateway's HTTPS address. No sender writes
down to whom, and a failure carries no address with it.
"""

import json
import re
import sys
from http.client import HTTPException
from typing import Any, Protocol
from urllib import request
from urllib.error import HTTPError
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import send_mail

SECONDS = 10  # a gateway that answers later than this has failed
NEAR = frozenset({"127.0.0.1", "localhost", "::1"})
NORWAY = "+47"


class NotSent(Exception):
    """It did not go out. Says why, never to whom."""


class TextSender(Protocol):
    """One way to reach somebody."""

    def send(self, to: str, text: str) -> None:
        """Send the text. Raises NotSent."""


class Console:
    """For a machine of one's own: the text is printed, and to whom is not."""

    def send(self, to: str, text: str) -> None:
        sys.stdout.write(f"A text to a participant:\n{text}\n")


class Email:
    """A letter without a name. Its subject is the first line of the text."""

    def send(self, to: str, text: str) -> None:
        subject = text.partition("\n")[0].rstrip(".")
        try:
            send_mail(subject=subject, message=text, from_email=None, recipient_list=[to])
        except Exception as failure:
            # Letters that fail name their receivers in the failure itself.
            raise NotSent(type(failure).__name__) from None


class Gateway:
    """Posts `{"to": …, "text": …}` as JSON to TEXT_GATEWAY_URL, with TEXT_GATEWAY_TOKEN."""

    def send(self, to: str, text: str) -> None:
        address = settings.TEXT_GATEWAY_URL
        if not may_be_called(address):
            raise NotSent("the gateway has no https address")
        asked = request.Request(  # noqa: S310 the address has been looked at above
            address,
            data=json.dumps({"to": number_of(to), "text": text}).encode(),
            headers={
                "Content-Type": "application/json",
                "Authorization": f"Bearer {settings.TEXT_GATEWAY_TOKEN}",
            },
            method="POST",
        )
        try:
            with request.build_opener(_NeverElsewhere).open(asked, timeout=SECONDS):
                pass
        except (OSError, HTTPException, ValueError) as failure:
            if isinstance(failure, HTTPError):
                failure.close()
            raise NotSent(type(failure).__name__) from None


class _NeverElsewhere(request.HTTPRedirectHandler):
    """A gateway that has moved is a mistake in the settings, not a place to send numbers to."""

    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        return None


def may_be_called(address: str) -> bool:
    """Whether the gateway lies behind TLS, or on this machine.

    >>> may_be_called("https://sms.example"), may_be_called("http://sms.example")
    (True, False)
    """
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in NEAR)


def number_of(told: str) -> str:
    """A telephone number as gateways take it: Norwegian unless it says another country.

    >>> number_of("20 55 01 47"), number_of("0046 70 123 45 67")
    ('+4720550147', '+46701234567')
    """
    digits = re.sub(r"[^\d+]", "", told)
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return digits if digits.startswith("+") else f"{NORWAY}{digits}"


def reaches_telephones() -> bool:
    """Whether the sender that was chosen can text a telephone."""
    return settings.TEXT_SENDER in {"console", "gateway"}


def send(*, telephone: str, email: str, text: str) -> None:
    """Send a text to the telephone if the sender reaches it, else as e-mail. Raises NotSent."""
    if telephone and reaches_telephones():
        sender: TextSender = Gateway() if settings.TEXT_SENDER == "gateway" else Console()
        sender.send(telephone, text)
    elif email:
        Email().send(email, text)
    else:
        raise NotSent("no way to reach them")
