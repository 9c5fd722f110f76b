"""Print files: a page of ours as PDF, made without asking the network for anything."""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from mimetypes import guess_type
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string

from brukerstemmen.people.paper_tags import say_languages

_HOUSE = "https://paper.invalid"  # where nobody can live: every file is read from the disk


class CannotMake(Exception):
    """Pango is missing on this machine, so that no PDF can be made here."""


@cache
def can_make() -> bool:
    """Whether this machine can make PDFs. If not: people print from the browser."""
    # Each font that is put into a file is dated by this, and not by the moment it is made.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    try:
        import weasyprint  # noqa: F401 - it fails where Pango is missing
    except OSError:
        return False
    return True


def pdf_of(
    template: str,
    context: dict[str, Any],
    *,
    tagged: bool = False,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The page as PDF. Raises CannotMake.

    tagged: with what a screen reader needs (PDF/UA-1), and nothing about when or where it was made.
    pictures: PNG files of this page alone, by the path it names them with, such as "/logo.png".
    """
    if not can_make():
        raise CannotMake
    from weasyprint import HTML

    html = render_to_string(template, context)
    page = HTML(string=html, base_url=f"{_HOUSE}/", url_fetcher=_fetcher(pictures or {}))
    options = {"pdf_variant": "pdf/ua-1", "finisher": say_languages} if tagged else {}
    made: bytes = page.write_pdf(**options)
    return made


def one_sheet(template: str, contexts: Iterable[dict[str, Any]]) -> bytes | None:
    """The page as PDF, tagged, with the first of these contexts that lets it stay one sheet. None
    if with all of them it is more. Raises CannotMake."""
    if not can_make():
        raise CannotMake
    from weasyprint import HTML

    for context in contexts:
        html = render_to_string(template, context)
        page = HTML(string=html, base_url=f"{_HOUSE}/", url_fetcher=_fetcher({}))
        laid = page.render(pdf_variant="pdf/ua-1")
        if len(laid.pages) == 1:
            made: bytes = laid.write_pdf(pdf_variant="pdf/ua-1", finisher=say_languages)
            return made
    return None


def _fetcher(pictures: Mapping[str, bytes]) -> Any:
    from weasyprint.urls import (
        FatalURLFetchingError,
        URLFetcher,
        URLFetcherResponse,
    )

    class OurFilesOnly(URLFetcher):  # type: ignore[misc]
        """Our own style sheets and fonts, read from the disk. Anything else ends the making."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if f"{parts.scheme}://{parts.netloc}" != _HOUSE:
                raise FatalURLFetchingError("only our own files")
            path = unquote(parts.path)
            if path in pictures:
                return URLFetcherResponse(
                    url, body=pictures[path], headers={"Content-Type": "image/png"}
                )
            kind = guess_type(path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, body=_static(path), headers={"Content-Type": kind})

    return OurFilesOnly()


def _static(path: str) -> bytes:
    name = path.removeprefix(settings.STATIC_URL)
    if settings.STATIC_ROOT is not None and staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as file:
            return bytes(file.read())
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(name)
    with open(found, "rb") as file:
        return file.read()
