"""No public page weighs more than readers on an old phone can wait for: kilobytes, packed."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from brukerstemmen.library.models import LibraryPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("started")]
HTML, CSS, JS, FONT, ALL = 20, 26, 10, 32, 150
PARTS = 12
_PART = re.compile(rf'(?:href|src)="({settings.STATIC_URL}[^"]+|/filer/[^"]+)"')


def packed(body: bytes) -> float:
    return len(gzip.compress(body, 6)) / 1024


def part(address: str) -> Path:
    found = finders.find(address.removeprefix(settings.STATIC_URL))
    assert found, address
    return Path(found)


def weigh(address: str) -> dict[str, float]:
    """What the first visit to a page weighs. The font travels as it is."""
    body = Client().get(address).content
    parts = set(_PART.findall(body.decode()))
    weights = {"html": packed(body), "css": 0.0, "js": 0.0, "woff2": 0.0, "svg": 0.0}
    for found in parts:
        kind = found.rpartition(".")[2]
        raw = part(found).read_bytes()
        weights[kind] += len(raw) / 1024 if kind == "woff2" else packed(raw)
    return weights | {"all": sum(weights.values()), "requests": 1 + len(parts)}


def test_no_page_weighs_more_than_it_may() -> None:
    heavy = {}
    for page in LibraryPage.objects.live():
        weight = weigh(page.url)
        if (
            weight["html"] > HTML
            or weight["css"] > CSS
            or weight["js"] > JS
            or weight["woff2"] > FONT
            or weight["all"] > ALL
            or weight["requests"] > PARTS
        ):
            heavy[page.url] = weight

    assert not heavy


def test_nothing_comes_from_elsewhere_and_no_script_stands_in_the_page() -> None:
    for address in ("/", "/verktoy/grader/involvere/", "/verktoy/maler/samtykkebrev/"):
        body = Client().get(address).text

        assert not re.search(
            r'<(?:script|img|iframe|link)[^>]*(?:src|href)="https?://(?!localhost)', body
        )
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=", body)
