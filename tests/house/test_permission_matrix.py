"""Every address × every role, GET and POST, against a file that people have read through.

The expectations stand in `permission_matrix.csv`, never in the registry of doors: a wrong
declaration must not make its own test right. An address that is not in the file fails.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse

from brukerstemmen.people.models import Person
from tests.house.addresses import PATTERNS, parts_of, taken_back
from tests.house.test_doors import ALL, declared
from tests.world import World

FILE = Path(__file__).with_name("permission_matrix.csv")
# Who plays the role, by the name of the fixture.
ROLES = {
    "anonymous": "",
    "interviewer": "frida",
    "lead": "anne",
    "service_contact": "dag",
    "client_leader": "eli",
    "outsider": "cecilie",
    "other_centre": "gro",
    "ex_interviewer": "hans",
    "administrator": "inger",
}
NOT_ON_THE_TEAM = sorted(set(ROLES) - {"lead", "interviewer"})
# Rows that a refused request may leave: the session, the journal's line about the refusal.
LEAVES = {"django_session", "people_journalentry", "cache_entry"}
REFUSED = {"302", "403", "404", "405"}


def expected() -> dict[tuple[str, str], dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {(row["door"], row["method"]): row for row in rows}


def doors() -> list[str]:
    return sorted(name for name, pattern, _route in ALL if declared(name, pattern))


@pytest.fixture
def as_role(
    world: World, request: pytest.FixtureRequest, signed_in: Callable[[Person], Client]
) -> Callable[[str], Client]:
    def become(role: str) -> Client:
        fixture = ROLES[role]
        return signed_in(request.getfixturevalue(fixture)) if fixture else Client()

    return become


def answer(client: Client, door: str, method: str, world: World) -> str:
    """The status of one knock, taken back afterwards."""
    address = reverse(door, kwargs=parts_of(door, world)[0])
    with taken_back(client):
        return str(getattr(client, method.lower())(address).status_code)


def rows() -> dict[str, int]:
    counted = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if table not in LEAVES:
                cursor.execute(f'SELECT count(*) FROM "{table}"')
                counted[table] = cursor.fetchone()[0]
    return counted


def test_every_address_is_in_the_file_and_no_other() -> None:
    in_file = {door for door, _method in expected()}

    assert in_file == set(doors())
    assert {method for _door, method in expected()} == {"GET", "POST"}


@pytest.mark.parametrize("role", list(ROLES))
def test_the_role_gets_what_the_file_says(
    world: World, role: str, as_role: Callable[[str], Client]
) -> None:
    wanted, client = expected(), as_role(role)
    deviations = []
    for door in doors():
        for method in ("GET", "POST"):
            status = answer(client, door, method, world)
            if status != wanted[door, method][role]:
                deviations.append(f"{method} {door}: {status}, not {wanted[door, method][role]}")

    assert not deviations


@pytest.mark.parametrize("role", NOT_ON_THE_TEAM)
def test_what_is_refused_changes_nothing(
    world: World, role: str, as_role: Callable[[str], Client]
) -> None:
    wanted, client = expected(), as_role(role)
    before = rows()
    for door in doors():
        if wanted[door, "POST"][role] in REFUSED and "arbeid/evalueringer" in route_of(door):
            client.post(reverse(door, kwargs=parts_of(door, world)[0]), {"once": "x"})
    assert role == "anonymous" or client.get(reverse("account_logout")).status_code == 200

    assert rows() == before


def route_of(door: str) -> str:
    return next(route for name, _pattern, route in ALL if name == door)


@pytest.mark.parametrize("role", ["service_contact", "outsider", "other_centre", "ex_interviewer"])
def test_what_is_foreign_and_what_is_not_there_look_the_same(
    world: World, role: str, as_role: Callable[[str], Client]
) -> None:
    client = as_role(role)
    for door in doors():
        parts = parts_of(door, world)[0]
        if "slug" not in parts or "arbeid/evalueringer" not in route_of(door):
            continue
        foreign = client.get(reverse(door, kwargs=parts))
        absent = client.get(reverse(door, kwargs=parts | {"slug": "finnes-ikke"}))
        assert (foreign.status_code, _said(foreign)) == (absent.status_code, _said(absent)), door


def _said(answer: object) -> bytes:
    """The body without what differs from page to page anyhow: the token, and the way back."""
    import re

    body = answer.content  # type: ignore[attr-defined]
    return re.sub(rb'name="(csrfmiddlewaretoken|next)" value="[^"]*"', b"", body)


def test_the_file_gives_no_service_role_a_page_of_the_workspace() -> None:
    """Read once more by machine: what a hand may overlook."""
    for (door, method), row in expected().items():
        if "arbeid/evalueringer" in route_of(door):
            for role in ("service_contact", "client_leader", "administrator", "anonymous"):
                assert row[role] in REFUSED, (door, method, role)
            for role in ("other_centre", "ex_interviewer"):
                if PATTERNS[door].pattern.regex.groupindex:
                    assert row[role] in REFUSED, (door, method, role)
