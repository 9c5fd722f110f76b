"""What the tests of this room's doors share."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.voices.actions import statements
from brukerstemmen.voices.models import Statement, UserMeeting


@pytest.fixture
def browser(signed_in: Callable[[Person], Client], anne: Person) -> Client:
    """Anne's browser, in English, so that tests can read the pages."""
    client = signed_in(anne)
    client.cookies["language"] = "en"
    return client


def raw_reads() -> int:
    return JournalEntry.objects.filter(what="raw.read").count()


def queries(client: Client, address: str) -> int:
    """How many queries a page takes. The first visit sets up the session."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def say(meeting: UserMeeting, number: int, *, by: Person) -> list[Statement]:
    """Write down that many statements, by those present in turn."""
    people = [presence.participant for presence in meeting.presences.all()]
    return [
        statements.write_down(
            meeting,
            words=f"Utsagn {place} om hjelpen jeg fikk.",
            speaker=people[place % len(people)],
            kind="good",
            by=by,
        )
        for place in range(number)
    ]
