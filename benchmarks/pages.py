"""How long a page takes from request to whole answer, with every layer between: zones, narrowing,
gates, templates. Somebody is signed in; the network and the browser are not measured."""

from collections.abc import Callable
from functools import cache, partial

from django.test import Client
from django.urls import reverse

from benchmarks import evaluations
from brukerstemmen.people.models import Person

SIZES = (60, 600, 6_000)
PAGES = {
    "overview": "journey:evaluation",
    "board": "analysis:board",
    "draft": "reports:draft",
}


@cache
def signed_in_as(person: Person) -> Client:
    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=True)
    client.force_login(person)
    return client


def told_of(number: int) -> str:
    """How many evaluations there are, for the name of a measure."""
    return "1 evaluation" if number == 1 else f"{number} evaluations"


def opening(page: str, size: int) -> Callable[[], object]:
    """Prepare an evaluation with so many statements; what is measured opens the page."""
    return opening_of(reverse(PAGES[page], args=[evaluations.ready(size).work.slug]))


def opening_of(address: str, by: Client | None = None) -> Callable[[], object]:
    """What is measured opens the page at this address. by: the lead, if nobody is named."""
    client = by or signed_in_as(evaluations.lead())

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
