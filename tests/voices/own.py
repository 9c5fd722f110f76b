"""Coming in with a code of one's own, as a participant does."""

import re

from django.test import Client
from django.urls import reverse

from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.codes import give_code
from brukerstemmen.voices.models import Participant
from tests.cast import reader


def comes_in(participant: Participant, *, by: Person) -> Client:
    """A browser that has followed the address on the participant's card."""
    client = reader()
    answer = client.get(reverse("voices:link", args=[give_code(participant, by=by).token]))
    assert answer.status_code == 302
    return client


def at(name: str, *args: object, **query: str) -> str:
    return reverse(f"voices:{name}", args=args, query=query)


def text_of(client: Client, address: str) -> str:
    """What stands on a page that answers 200."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def hidden(page: str, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1]
