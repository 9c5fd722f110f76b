"""How long a reader waits on the public site when it holds 12,000 pages: kept and made anew, and
what search takes; beside a bare page of Django in the same house."""

import statistics
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

from django.core.cache import caches
from django.test import Client

from benchmarks import many_pages
from brukerstemmen.library.models import LibraryPage

Open = Callable[[], object]
QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "library" / "questions.toml"
ASKED = 40
MANY = f"{many_pages.PAGES + many_pages.PUBLICATIONS} pages"
PLACES = {
    "front page": "/",
    "degree": "/verktoy/grader/involvere/",
    "page in a long list": "/del-3/",
    "archive": "/rapporter/",
}


def reader() -> Client:
    return Client(SERVER_NAME="127.0.0.1", raise_request_exception=True)


def get(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")


def bare() -> Open:
    many_pages.written()
    return partial(get, reader(), "/helse/")


def kept(address: str) -> Open:
    many_pages.written()
    return partial(get, reader(), address)


def anew(address: str) -> Open:
    """Each time as the first reader after an editor has published something."""
    many_pages.written()
    client = reader()

    def open_page() -> float:
        caches["pages"].clear()
        begun = time.perf_counter()
        get(client, address)
        return time.perf_counter() - begun

    return open_page


def questions() -> Iterator[str]:
    told = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))
    return cycle(one["asks"] for one in next(iter(told.values())))


def slow_end(address: Callable[[], str], *, keep: bool) -> Open:
    """The slow end, the 95th of a hundred, of forty answers in a row."""
    many_pages.written()
    client = reader()

    def read() -> float:
        taken = []
        for _number in range(ASKED):
            if not keep:
                caches["pages"].clear()
            where = address()
            begun = time.perf_counter()
            get(client, where)
            taken.append(time.perf_counter() - begun)
        return statistics.quantiles(taken, n=20)[-1]

    return read


def searching() -> Callable[[], str]:
    asked = questions()
    return lambda: "/sok/?" + urlencode({"q": next(asked)})


def reading() -> Callable[[], str]:
    """Another page each time, from all over the site; the same ones in each run."""
    there = LibraryPage.objects.live().filter(locale__language_code="nb").order_by("pk")
    step = max(1, there.count() // ASKED)
    return cycle([page.url for page in there[::step]][:ASKED]).__next__


def _pages() -> Callable[[], str]:
    many_pages.written()
    return reading()


MEASURES: dict[str, Callable[[], Open]] = {
    f"open a bare page beside the public site, {MANY}": bare,
    **{f"open {name} kept, {MANY}": partial(kept, at) for name, at in PLACES.items()},
    **{f"open {name} made anew, {MANY}": partial(anew, at) for name, at in PLACES.items()},
    f"the slow end of {ASKED} pages, kept, {MANY}": lambda: slow_end(_pages(), keep=True),
    f"the slow end of {ASKED} pages, made anew, {MANY}": lambda: slow_end(_pages(), keep=False),
    f"the slow end of {ASKED} searches, made anew, {MANY}": lambda: slow_end(
        searching(), keep=False
    ),
}
