"""How long a page takes from request to whole answer, with every layer between: zones, narrowing,
gates, templates. The lead is signed in; the network and the browser are not measured."""

from collections.abc import Callable
from functools import cache, partial

from django.test import Client
from django.urls import reverse

from benchmarks import evaluations

SIZES = (60, 600, 6_000)
PAGES = {
    "overview": "journey:evaluation",
    "board": "analysis:board",
    "draft": "reports:draft",
}


@cache
def signed_in() -> Client:
    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=True)
    client.force_login(evaluations.lead())
    return client


def opening(page: str, size: int) -> Callable[[], object]:
    """Prepare an evaluation with so many statements; what is measured opens the page."""
    return opening_of(reverse(PAGES[page], args=[evaluations.ready(size).work.slug]))


def opening_of(address: str) -> Callable[[], object]:
    """What is measured opens the page at this address."""
    client = signed_in()

    def open_page() -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}")

    return open_page


MEASURES = {
    f"open {page}, {size} statements": partial(opening, page, size)
    for size in SIZES
    for page in PAGES
}
