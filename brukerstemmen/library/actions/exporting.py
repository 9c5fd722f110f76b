"""The whole public site as files that open from a folder: for whoever moves out, or must show it
where there is no network. Asked for as a reader asks, so nothing else can come along.
"""

import os
import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, Site

from brukerstemmen.library.copying import addresses, standing
from brukerstemmen.library.models import DoorPage, Shows
from brukerstemmen.people.doors import door_of

OTHER_SITES = "steder"
# Lists that are sorted in every possible way would never end.
MOST_SORTED = 5_000
_IN_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")
_MARK = re.compile(r"\bid=\"([^\"]+)\"")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_NAME = 120
_MOVED = {301, 302, 308}


class NotExported(Exception):
    """The site does not answer, or the folder is not free."""


@dataclass(frozen=True)
class Address:
    """Something readers can ask a site for."""

    site: int
    path: str
    query: str = ""


@dataclass
class Exported:
    """left_out: what did not answer as it should, with why."""

    pages: int = 0
    files: int = 0
    left_out: list[str] = field(default_factory=list)


def export(folder: Path) -> Exported:
    """Write every published page of every site into an empty folder, with all they need.

    Raises NotExported.
    """
    if folder.exists() and any(folder.iterdir()):
        raise NotExported(f"{folder} is not empty. Choose a folder of its own.")
    return _Export(folder).run()


class _Sites:
    """The sites of the installation: how they are asked, and where each lies in the folder."""

    def __init__(self) -> None:
        self.all = list(Site.objects.order_by("-is_default_site", "pk"))
        ours = urlsplit(settings.SITE_ADDRESS)
        self.scheme = ours.scheme
        self._hosts: dict[int, str] = {}
        self._by_host: dict[str, int] = {}
        for site in self.all:
            host = f"{site.hostname}:{site.port}" if site.port not in {80, 443} else site.hostname
            self._hosts[site.pk] = ours.netloc if site.is_default_site else host
            for name in (host, site.hostname, self._hosts[site.pk]):
                self._by_host.setdefault(name, site.pk)

    def host(self, site: int) -> str:
        return self._hosts[site]

    def folder(self, site: int) -> PurePosixPath:
        if site == self.all[0].pk:
            return PurePosixPath()
        return PurePosixPath(OTHER_SITES) / self.host(site).replace(":", "-")

    def of(self, address: str, here: Address) -> Address | None:
        """What a link leads to, or None if it leads elsewhere."""
        base = f"{self.scheme}://{self.host(here.site)}{quote(here.path)}"
        there = urlsplit(urljoin(base, address))
        site = self._by_host.get(there.netloc)
        if there.scheme not in {"http", "https"} or site is None:
            return None
        return Address(site, unquote(there.path) or "/", there.query)

    def whole(self, address: Address) -> str:
        """The address as it is on the network."""
        return f"{self.scheme}://{self.host(address.site)}{quote(address.path)}"


class _Export:
    def __init__(self, folder: Path) -> None:
        self._folder, self._sites, self._told = folder, _Sites(), Exported()
        self._handler = BaseHandler()
        self._handler.load_middleware()
        self._waiting: deque[Address] = deque()
        self._asked: set[Address] = set()
        self._there: dict[Address, str] = {}  # language of a page, "" for another file
        self._marks: dict[Address, set[str]] = {}  # where in a page a link may lead
        self._moved: dict[Address, Address] = {}
        self._parts: set[str] = set()
        self._helpers = {page.url_path for page in DoorPage.objects.filter(shows=Shows.HELPER)}
        self._asks: set[Address] = set()

    def run(self) -> Exported:
        for address in self._begin():
            self._want(address)
        while self._waiting:
            self._fetch(self._waiting.popleft())
        if not self._told.pages:
            raise NotExported(
                "The site has no page that answers. " + "; ".join(self._told.left_out)
            )
        for address, language in self._there.items():
            if language:
                self._rewrite(address, language)
        for part in sorted(self._parts):
            self._copy_part(part)
        return self._told

    def _begin(self) -> Iterable[Address]:
        """The front pages, every published page, and what is open to programmes."""
        if not self._sites.all:
            return
        first = self._sites.all[0].pk
        yield Address(first, "/")
        for page in Page.objects.live().public().filter(depth__gt=1).order_by("path").specific():
            parts = page.get_url_parts()
            if parts is None:
                continue
            site, _root, path = parts
            address = Address(site, unquote(path))
            if page.url_path in self._helpers:
                self._asks.add(address)
            yield address
        yield Address(first, "/tall.csv")
        yield Address(first, "/tall.json")

    def _want(self, address: Address) -> None:
        if address not in self._asked:
            self._asked.add(address)
            self._waiting.append(address)

    def _fetch(self, address: Address) -> None:
        response = self._ask(address)
        if response.status_code in _MOVED:
            target = self._sites.of(response["Location"], address)
            if target is not None and _is_public(target):
                self._moved[address] = target
                self._want(target)
            return
        if response.status_code != 200:
            self._told.left_out.append(f"{self._sites.whole(address)}: {response.status_code}")
            return
        content = _content(response)
        is_page = response["Content-Type"].startswith("text/html")
        if address.path.endswith("/") and not is_page:
            return  # what answers programmes, and nothing without a server
        self._there[address] = response.get("Content-Language", "nb") if is_page else ""
        self._told.pages += is_page
        self._write(self._file(address), content)
        if is_page:
            html = content.decode()
            self._marks[address] = set(_MARK.findall(html))
            self._note(address, html)

    def _ask(self, address: Address) -> HttpResponseBase:
        host = self._sites.host(address.site)
        name, _colon, port = host.partition(":")
        return self._handler.get_response(
            WSGIRequest(
                {
                    "REQUEST_METHOD": "GET",
                    "PATH_INFO": address.path.encode().decode("latin-1"),
                    "QUERY_STRING": address.query,
                    "HTTP_HOST": host,
                    "SERVER_NAME": name,
                    "SERVER_PORT": port or ("443" if self._sites.scheme == "https" else "80"),
                    "REMOTE_ADDR": "127.0.0.1",
                    "wsgi.url_scheme": self._sites.scheme,
                    "wsgi.input": BytesIO(),
                }
            )
        )

    def _note(self, address: Address, html: str) -> None:
        """What a page leads to is wanted too."""
        for found in addresses(html):
            there = self._sites.of(found, address)
            if there is None:
                continue
            if part := _part_of(there):
                self._parts.add(part)
            elif self._may_follow(there, address):
                self._want(there)

    def _may_follow(self, there: Address, here: Address) -> bool:
        if not _is_public(there):
            return False
        if not there.query:
            return True
        plain = Address(there.site, there.path)
        return not here.query and plain not in self._asks and len(self._asked) < MOST_SORTED

    def _rewrite(self, address: Address, language: str) -> None:
        at = self._file(address)
        file = self._folder / at

        def place(link: str) -> str | None:
            return self._place(link, address, at)

        with override(language):
            told = self._sentence(address)
        asks = Address(address.site, address.path) in self._asks
        html = standing(file.read_text("utf-8"), place, instead=told, after_title=told * asks)
        file.write_text(html, "utf-8")

    def _sentence(self, address: Address) -> str:
        told = escape(_("This is a copy. Nothing can be sent, searched or answered here."))
        whole, lead = escape(self._sites.whole(address)), escape(_("Open the page on the network"))
        link = f'<a class="ds-link" href="{whole}">{lead}</a>'
        return f'<p class="ds-paragraph measure">{told} {link}</p>'

    def _place(self, link: str, here: Address, at: PurePosixPath) -> str | None:
        """Where a link of a page leads in the folder."""
        if link.startswith("#"):
            return link
        there = self._sites.of(link, here)
        if there is None:
            return link
        if part := _part_of(there):
            return _way(PurePosixPath("static") / part, at)
        for _step in range(len(self._moved)):
            there = self._moved.get(there, there)
        if there not in self._there:
            return None
        mark = urlsplit(link).fragment
        way = _way(self._file(there), at)
        return f"{way}#{mark}" if unquote(mark) in self._marks.get(there, ()) else way

    def _file(self, address: Address) -> PurePosixPath:
        """A page is a folder with an index, as its address is; a sorted list lies beside it."""
        base = self._sites.folder(address.site)
        path = PurePosixPath(address.path.lstrip("/"))
        query = _NOT_IN_A_NAME.sub("-", unquote(address.query))[:_LONGEST_NAME]
        if address.path.endswith("/"):
            return base / path / (f"_{query}.html" if query else "index.html")
        return base / (path.with_name(f"{path.stem}_{query}{path.suffix}") if query else path)

    def _write(self, at: PurePosixPath, content: bytes) -> None:
        file = self._folder / at
        if self._folder.resolve() not in file.resolve().parents:
            raise NotExported(f"{at} would lie outside the folder.")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self._told.files += 1

    def _copy_part(self, part: str) -> None:
        """A stylesheet, script, font or mark, with what it is made of."""
        source = _source(part)
        if source is None:
            self._told.left_out.append(f"static/{part}: not found")
            return
        content = source.read_bytes()
        self._write(PurePosixPath("static") / part, content)
        if not part.endswith(".css"):
            return
        for inner in _IN_CSS.findall(content.decode()):
            if inner.startswith(("data:", "#", "http")):
                continue
            found = os.path.normpath(os.path.join(os.path.dirname(part), inner.split("#")[0]))
            if found not in self._parts:
                self._parts.add(found)
                self._copy_part(found)


def _way(to: PurePosixPath, at: PurePosixPath) -> str:
    return quote(os.path.relpath(to, at.parent))


def _is_public(address: Address) -> bool:
    """Whether readers meet the same there, whoever they are."""
    if address.path == "/":
        return True
    try:
        door = door_of(resolve(address.path))
    except Resolver404:
        return False
    return door is not None and door.cookieless


def _part_of(address: Address) -> str:
    """The name of a file that pages are dressed with, "" for anything else."""
    start = settings.STATIC_URL
    return address.path.removeprefix(start) if address.path.startswith(start) else ""


def _source(part: str) -> Path | None:
    if settings.WHITENOISE_USE_FINDERS:
        found = finders.find(part)
        return Path(found) if found else None
    kept = Path(staticfiles_storage.path(part))
    return kept if kept.is_file() else None


def _content(response: HttpResponseBase) -> bytes:
    """All of an answer. It is not closed as a server does: that would end the whole request."""
    if not response.streaming:
        return bytes(response.content)  # type: ignore[attr-defined]
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    for close in response._resource_closers:  # type: ignore[attr-defined]
        close()
    return content
