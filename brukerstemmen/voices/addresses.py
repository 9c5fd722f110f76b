"""Addresses that leave the house on paper and on screens: where a code or a picture leads."""

from django.conf import settings
from django.urls import reverse


def of_link(token: str) -> str:
    """What the QR picture holds."""
    return f"{_site()}{reverse('voices:link', args=[token])}"


def to_type() -> str:
    """Where a code is typed, as short as it can be written."""
    address = f"{_site()}{reverse('voices:entrance')}"
    return address.partition("://")[2].rstrip("/")


def _site() -> str:
    return str(settings.SITE_ADDRESS).rstrip("/")
