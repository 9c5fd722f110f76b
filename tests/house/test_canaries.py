"""No word of Z2 to Z4 stands in plain text in the database, or reaches a service role."""

import base64
from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from brukerstemmen.people.models import Person, SealedField
from brukerstemmen.privacy.zones import Zone
from tests.house.addresses import PATTERNS, parts_of, taken_back
from tests.house.test_doors import ALL, declared
from tests.world import PREFIX, World


def everything_stored() -> Iterator[bytes]:
    """Every value of every column of every table, as bytes."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    yield (
                        bytes(value)
                        if isinstance(value, bytes | memoryview)
                        else repr(value).encode()
                    )


def test_a_copy_of_the_database_holds_no_words(world: World) -> None:
    stored = list(everything_stored())

    assert len(stored) > 500
    for form in forms_of(PREFIX):
        assert not any(form in value for value in stored)


def forms_of(word: str) -> list[bytes]:
    plain = word.encode()
    return [plain, plain.upper(), plain.hex().encode(), base64.b64encode(plain)[:12]]


def test_there_is_a_canary_in_every_sealed_column(world: World) -> None:
    """Otherwise the tests here would prove nothing about that column."""
    for model in apps.get_models():
        if getattr(model, "zone", None) in {Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY}:
            for field in model._meta.concrete_fields:
                if isinstance(field, SealedField):
                    rows = model._default_manager.exclude(**{field.name: b""})
                    words = [row.read(field.name) for row in rows]
                    held = [w for w in words if PREFIX in w or field.name in WITHOUT]
                    assert held, f"{model._meta.label}.{field.name}"


# The file of a preview is kept in base 85; a hit that was kept is the name of a town; codes and
# the ends of addresses are made by chance; an account number is digits.
WITHOUT = {"source", "text", "code", "token", "account"}


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "gro", "hans", "inger"])
def test_no_word_reaches_those_who_may_not_see_it(
    world: World,
    who: str,
    request: pytest.FixtureRequest,
    signed_in: Callable[[Person], Client],
) -> None:
    client = signed_in(request.getfixturevalue(who))
    knocked = 0
    for name, *_ in ALL:
        for parts in parts_of(name, world) if declared(name, PATTERNS[name]) else []:
            address = reverse(name, kwargs=parts)
            for send in (client.get, client.post):
                with taken_back(client):
                    answer = send(address, {"once": "x", "words": "x"})
                    body = b"".join(answer) if answer.streaming else answer.content
                said = body + repr(dict(answer.headers)).encode()
                assert not any(form in said for form in forms_of(PREFIX)), address
                knocked += 1
    assert knocked > 60
    assert client.get(reverse("account_logout")).status_code == 200, "still signed in"
    for letter in mail.outbox:
        assert PREFIX not in letter.subject + str(letter.body)
