"""The editors' pages: nobody else knows of them, and nobody reaches another's site or anything
above the public zone."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection
from django.test import Client
from wagtail.models import Page, ReferenceIndex, TaskState
from wagtail.search.index import get_indexed_models
from wagtail.snippets.models import get_snippet_models

from brukerstemmen.people.models import Person
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.people.tables import Table, tables
from brukerstemmen.privacy.zones import Zone
from tests.library.editors_world import OURS, Ours, addresses

pytestmark = pytest.mark.ignore_template_errors
CLOSED_TO = ("anne", "frida", "dag", "eli", "inger", "cecilie", "gro", "hans", "kirsten")
ABOVE = {Zone.Z1_RELEASED, Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY}


def is_sent_to_sign_in(answer: Any) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith("/konto/login/")


def knock(client: Client, ours: Ours, ways: str = "GET POST") -> Iterator[tuple[str, Any]]:
    """Every address, looked at and posted to. A form that is sent empty may be too much for it."""
    client.raise_request_exception = False
    for name, address in addresses(ours):
        for way in ways.split():
            yield f"{way} {name} {address}", client.generic(way, address)


def test_there_is_much_to_knock_on(ours: Ours) -> None:
    names = {name for name, _address in addresses(ours)}

    assert len(names) > 180
    assert {"wagtailadmin_pages:edit", "wagtailsettings:edit", "library_editing:read"} <= names


def test_who_is_not_signed_in_is_asked_to(client: Client, ours: Ours) -> None:
    open_doors = [where for where, answer in knock(client, ours) if not is_sent_to_sign_in(answer)]

    assert not open_doors


@pytest.mark.parametrize("who", CLOSED_TO)
def test_other_roles_do_not_know_of_it(
    who: str, ours: Ours, signed_in: Callable[[Person], Client], request: pytest.FixtureRequest
) -> None:
    client = signed_in(request.getfixturevalue(who))

    known = [where for where, answer in knock(client, ours, "GET") if answer.status_code != 404]

    assert not known
    assert client.post(f"/rediger/pages/{ours.template.pk}/unpublish/").status_code == 404


def test_a_role_that_has_ended_opens_nothing(
    ours: Ours, edda: Person, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(edda)
    assert client.get("/rediger/").status_code == 200
    edda.grants.update(until="2026-03-01")

    assert client.get("/rediger/").status_code == 404


def as_it_stands() -> list[Any]:
    """All pages with their place and words, and what waits to be read."""
    rows = Page.objects.order_by("pk").values_list(
        "pk", "path", "title", "draft_title", "live", "locked", "latest_revision_id"
    )
    return [*rows, *TaskState.objects.order_by("pk").values_list("pk", "status")]


@pytest.mark.parametrize("who", ["nora", "odd"])
def test_who_edits_or_reads_elsewhere_reaches_no_page_of_ours(
    who: str, ours: Ours, signed_in: Callable[[Person], Client], request: pytest.FixtureRequest
) -> None:
    client = signed_in(request.getfixturevalue(who))
    before = as_it_stands()

    seen = [
        where
        for where, answer in knock(client, ours)
        if OURS in b"".join(answer).decode(errors="ignore")
    ]

    assert not seen
    assert as_it_stands() == before


def test_a_co_reader_reads_what_is_written_and_changes_nothing_by_knocking(
    ours: Ours, mikkel: Person, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(mikkel)
    before = Page.objects.order_by("pk").values_list("pk", "live", "path")
    before = list(before)

    broken = {
        where
        for where, answer in knock(client, ours)
        if answer.status_code >= 500 and where.startswith("GET")
    }

    assert not broken
    stands = list(Page.objects.order_by("pk").values_list("pk", "live", "path"))
    assert stands == before


@contextmanager
def told_of_tables() -> Iterator[set[str]]:
    """The tables that are asked about."""
    names: set[str] = set()

    def listen(execute: Any, sql: str, *rest: Any) -> Any:
        names.update(re.findall(r'"(\w+)"', sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(listen):
        yield names


def test_editors_reach_nothing_above_the_public_zone(
    ours: Ours, edda: Person, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(edda)

    with told_of_tables() as asked:
        seen = {where for where, answer in knock(client, ours) if answer.status_code == 200}

    assert len(seen) > 40
    assert not {table.name for table in tables() if table.zone in ABOVE} & asked


CLOSED_TABLES = [
    table
    for table in tables()
    if table.zone in ABOVE - {Zone.Z1_RELEASED} and not table.in_every_zone
]


@pytest.mark.parametrize("table", CLOSED_TABLES, ids=lambda table: table.name)
def test_the_database_refuses_whatever_a_page_for_editors_asks(db: None, table: Table) -> None:
    with narrowed(Zone.Z0_PUBLIC), connection.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.execute(f'SELECT * FROM "{table.name}"')


def zone_of_table(name: str) -> Zone | None:
    return next((table.zone for table in tables() if table.name == name), None)


def test_only_public_rows_are_indexed_offered_or_referred_to() -> None:
    known = {
        *ReferenceIndex.tracked_models,
        *ReferenceIndex.indexed_models,
        *get_indexed_models(),
        *get_snippet_models(),
    }
    # Accounts and groups have no page here (`library.middleware`), and hold nothing but themselves.
    own = {apps.get_model("people.Person"), Group}

    strays = [
        model.__name__
        for model in known - own
        if zone_of_table(model._meta.db_table) is not Zone.Z0_PUBLIC
    ]

    assert not strays


def test_a_group_of_editors_is_let_to_nothing_but_the_site(ours: Ours) -> None:
    allowed = {"wagtailadmin", "library", "simple_translation"}
    for group in Group.objects.filter(name__contains=":"):
        apps_ = set(group.permissions.values_list("content_type__app_label", flat=True))
        assert apps_ <= allowed
