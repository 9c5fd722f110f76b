"""Narrowing: for the length of a request, the one database connection can do only what the
request's zone may. A wrong query is refused by the database, not by our care.

SQLite asks an authorizer; PostgreSQL changes to a role whose grants are made from the models.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from brukerstemmen.people.tables import VISITOR_ZONES, allowed, columns, foreign_keys, tables
from brukerstemmen.privacy.zones import Zone

_ALWAYS = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_TRANSACTION,
    sqlite3.SQLITE_SAVEPOINT,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
_NEEDS = {
    sqlite3.SQLITE_READ: "SELECT",
    sqlite3.SQLITE_INSERT: "INSERT",
    sqlite3.SQLITE_UPDATE: "UPDATE",
    sqlite3.SQLITE_DELETE: "DELETE",
}
_held: ContextVar["_Narrowing | None"] = ContextVar("narrowing", default=None)


def zone_now() -> Zone | None:
    """The zone of the running request, None outside one."""
    held = _held.get()
    return held.zone if held else None


class _Narrowing:
    """One narrowing of the connection, from its beginning to its end."""

    def __init__(self, zone: Zone, visitor: bool) -> None:
        self.zone, self.visitor = zone, visitor

    def narrow(self) -> None:
        narrow = _narrow_sqlite if connection.vendor == "sqlite" else _narrow_postgres
        self.begin, self.raw = narrow(self.zone, self.visitor), connection.connection

    def before(self, execute: Callable[..., Any], *query: Any) -> Any:
        if self.raw is not connection.connection:
            self.narrow()
            if connection.in_atomic_block:
                # A rollback would widen again: ask anew until the transaction is over.
                self.raw = None
        self.begin()
        return execute(*query)


@contextmanager
def narrowed(zone: Zone, *, visitor: bool = False) -> Iterator[None]:
    """Narrow the connection to a zone. A connection opened anew inside is narrowed too.

    visitor: somebody without account, in a zone with content: narrower still (`people.tables`).
    Afterwards the connection is as it was before: wide, or narrowed to the zone around this one.
    """
    inner = _Narrowing(zone, visitor)
    token = _held.set(inner)
    try:
        connection.close_if_health_check_failed()
        connection.ensure_connection()
        inner.narrow()
        with connection.execute_wrapper(inner.before):
            yield
    finally:
        _held.reset(token)
        if connection.connection is not None:
            _go_back_to(_held.get())


def _go_back_to(outer: _Narrowing | None) -> None:
    try:
        _widen()
        if outer is not None:
            outer.narrow()
    except Exception:
        # A connection in an unknown state must not be used again.
        connection.close()


def _widen() -> None:
    if connection.vendor == "sqlite":
        connection.connection.set_authorizer(None)
    else:
        with connection.connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


class _Authorizer:
    """Answers SQLite, part by part, whether a statement may do what it asks for."""

    def __init__(self, zone: Zone, visitor: bool) -> None:
        self.rights, self.columns = allowed(zone, visitor=visitor), columns(visitor=visitor)
        self.inserting: str | None = None

    def __call__(self, action: int, first: str | None, second: str | None, *_rest: object) -> int:
        if action in _ALWAYS:
            return sqlite3.SQLITE_OK
        needed, given = _NEEDS.get(action), self.rights.get(first or "", frozenset())
        if needed in given:
            if needed == "INSERT":
                self.inserting = first
            return sqlite3.SQLITE_OK
        return self._exception(needed, given, first, second)

    def _exception(
        self, needed: str | None, given: frozenset[str], first: str | None, second: str | None
    ) -> int:
        if needed != "SELECT":
            return sqlite3.SQLITE_DENY
        if _appends_only(given) and second == "id":
            # Who may append must be able to read back the number the row got.
            return sqlite3.SQLITE_OK
        if second in self.columns.get(first or "", ()):
            return sqlite3.SQLITE_OK
        if self.inserting and (first, second, self.inserting) in foreign_keys():
            # A new parent makes SQLite look for waiting children: it sees none, but goes on.
            return sqlite3.SQLITE_IGNORE
        return sqlite3.SQLITE_DENY


def _appends_only(rights: frozenset[str]) -> bool:
    return rights == frozenset({"INSERT"})


def _narrow_sqlite(zone: Zone, visitor: bool) -> Callable[[], None]:
    authorizer = _Authorizer(zone, visitor)
    connection.connection.set_authorizer(authorizer)

    def forget_the_last_statement() -> None:
        authorizer.inserting = None

    return forget_the_last_statement


def role_of(zone: Zone, *, visitor: bool = False) -> str:
    return f"{settings.ZONE_ROLE_PREFIX}_z{int(zone)}{'_visitor' if visitor else ''}"


def _narrow_postgres(zone: Zone, visitor: bool) -> Callable[[], None]:
    # Wrapped, so that Django sees a connection that is broken, and opens another next time.
    with connection.wrap_database_errors, connection.connection.cursor() as cursor:
        cursor.execute(f'SET ROLE "{role_of(zone, visitor=visitor)}"')
    return lambda: None


def grant_zones() -> int:
    """Make the roles of the zones and give them their rights (PostgreSQL only). Safe to repeat.

    Returns the number of grants made.
    """
    if connection.vendor != "postgresql":
        return 0
    present = set(connection.introspection.table_names())
    roles = [*((zone, False) for zone in Zone), *((zone, True) for zone in sorted(VISITOR_ZONES))]
    with connection.cursor() as cursor:
        for zone, visitor in roles:
            _make_role(cursor, role_of(zone, visitor=visitor))
        with transaction.atomic():
            return sum(_grant_zone(cursor, zone, visitor, present) for zone, visitor in roles)


def _grant_zone(cursor: Any, zone: Zone, visitor: bool, present: set[str]) -> int:
    role, rights = role_of(zone, visitor=visitor), allowed(zone, visitor=visitor)
    # A table that is declared no more is closed again.
    cursor.execute(f'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "{role}"')
    names = [table.name for table in tables() if table.name in present]
    for name, readable in columns(visitor=visitor).items():
        listed = ", ".join(f'"{column}"' for column in readable)
        if name in present:
            cursor.execute(f'GRANT SELECT ({listed}) ON "{name}" TO "{role}"')
    return sum(_grant(cursor, name, rights[name], role) for name in names)


def _make_role(cursor: Any, role: str) -> None:
    with suppress(DatabaseError):
        cursor.execute(
            f"""DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
                    CREATE ROLE "{role}" NOLOGIN;
                END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END $$"""
        )
    cursor.execute(f'GRANT "{role}" TO CURRENT_USER')
    cursor.execute(f'GRANT USAGE ON SCHEMA public TO "{role}"')
    cursor.execute(f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{role}"')


def _grant(cursor: Any, table: str, rights: frozenset[str], role: str) -> int:
    if not rights:
        return 0
    cursor.execute(f'GRANT {", ".join(sorted(rights))} ON "{table}" TO "{role}"')
    if _appends_only(rights):
        cursor.execute(f'GRANT SELECT (id) ON "{table}" TO "{role}"')
    return 1
