"""Which tables a request may read and write, from the zone each model declares.

A table nobody has declared is closed to every request.
"""

from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db import models

from brukerstemmen.privacy.zones import OPENING, READS, WRITES, Zone

# The zones of the packages' tables, and what every request may do with them.
OF_PACKAGES: dict[str, tuple[Zone, str]] = {
    "sessions.Session": (Zone.Z5_OPERATION, "write"),
    "contenttypes.ContentType": (Zone.Z5_OPERATION, "read"),
    "auth.Permission": (Zone.Z5_OPERATION, "read"),
    "auth.Group": (Zone.Z5_OPERATION, "read"),
    "auth.Group_permissions": (Zone.Z5_OPERATION, "read"),
    "people.Person_user_permissions": (Zone.Z5_OPERATION, "read"),
    # Who edits the public site: a mirror of the grants, made anew at every visit of an editor.
    "people.Person_groups": (Zone.Z0_PUBLIC, ""),
    "library.LibraryPage_labels": (Zone.Z0_PUBLIC, ""),
    "library.SiteProfile_owners": (Zone.Z0_PUBLIC, ""),
    "account.EmailAddress": (Zone.Z5_OPERATION, "read"),
    "account.EmailConfirmation": (Zone.Z5_OPERATION, ""),
    "mfa.Authenticator": (Zone.Z5_OPERATION, "read"),
    "django_tasks_database.DBTaskResult": (Zone.Z5_OPERATION, "write"),
}
# Packages whose every table belongs to the public site.
PUBLIC_PACKAGES = frozenset(
    {
        "wagtailcore",
        "wagtailadmin",
        "wagtaildocs",
        "wagtailembeds",
        "wagtailimages",
        "wagtailredirects",
        "wagtailsearch",
        "wagtailusers",
        "simple_translation",
        "taggit",
    }
)
# What SQLite keeps beside a table with a full-text index.
_BESIDE_THE_INDEX = ("config", "data", "docsize", "idx")
STAFF_ZONES = frozenset({Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY, Zone.Z5_OPERATION})
# Where visitors without account meet content, and have roles of their own in the database.
VISITOR_ZONES = frozenset(OPENING)
READ = frozenset({"SELECT"})
APPEND = frozenset({"INSERT"})
ALL = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
_SAID = {
    "": frozenset(),
    "read": READ,
    "append": APPEND,
    "read, append": READ | APPEND,
    # To lock a row until the end of a transaction takes the right to change it, on PostgreSQL.
    "read, lock": READ | {"UPDATE"},
    "renew": READ | APPEND | {"UPDATE"},
    "write": ALL,
}


@dataclass(frozen=True)
class Table:
    """in_every_zone, for_visitors, for_the_service: of those in `_SAID`. visitors_read: the only
    columns that a visitor may read, where it is not the whole row."""

    name: str
    zone: Zone
    in_every_zone: str
    for_visitors: str = ""
    visitors_read: tuple[str, ...] = ()
    for_the_service: str = "read"


@cache
def tables() -> tuple[Table, ...]:
    """Every table of the installation that some request may touch."""
    found = [_table(model) for model in apps.get_models(include_auto_created=True)]
    # Its values run as code when they are read: no request from outside the house may write one.
    found.append(Table(settings.CACHES["default"]["LOCATION"], Zone.Z5_OPERATION, ""))
    named = [table for table in found if table is not None]
    known = {table.name for table in named}
    return (*named, *(table for table in _of_the_index() if table.name not in known))


def _of_the_index() -> list[Table]:
    """What SQLite makes for the words of the public site's package. Elsewhere there is no such
    table; that it is named does no harm, and the documents are the same on every machine."""
    index = "wagtailsearch_indexentry_fts"
    names = [index, *(f"{index}_{part}" for part in _BESIDE_THE_INDEX)]
    return [Table(name, Zone.Z0_PUBLIC, "") for name in names]


def _table(model: type[models.Model]) -> Table | None:
    meta = model._meta
    if not meta.managed or meta.proxy:
        return None
    if meta.label in OF_PACKAGES:
        return Table(meta.db_table, *OF_PACKAGES[meta.label])
    if meta.app_label in PUBLIC_PACKAGES:
        return Table(meta.db_table, Zone.Z0_PUBLIC, "")
    zone = getattr(model, "zone", None)
    if zone is None:
        return None
    return Table(
        meta.db_table,
        zone,
        getattr(model, "in_every_zone", ""),
        getattr(model, "for_visitors", ""),
        getattr(model, "visitors_read", ()),
        getattr(model, "for_the_service", "read"),
    )


def rights(table: Table, request: Zone, *, visitor: bool = False) -> frozenset[str]:
    """What a request of a zone may do with a table, in the words of SQL.

    visitor: somebody without account, among content. Of the tables that run the house they reach
    only what the model says is for them: no account, role, session, letter or task. Of what is
    released the service may change only what the model says: its own, and little of that.
    """
    if visitor and table.zone is Zone.Z5_OPERATION:
        return _SAID[table.for_visitors]
    append_only = table.in_every_zone == "append"
    if table.zone is Zone.Z5_OPERATION and request in STAFF_ZONES:
        return (READ | APPEND) if append_only else ALL
    if table.in_every_zone:
        return _SAID[table.in_every_zone]
    if request is table.zone is Zone.Z1_RELEASED:
        return _SAID[table.for_the_service]
    allowed: frozenset[str] = READ if table.zone in READS[request] else frozenset()
    return ALL if table.zone in WRITES[request] and allowed else allowed


@cache
def allowed(request: Zone, *, visitor: bool = False) -> dict[str, frozenset[str]]:
    """Rights per table name for a request of a zone."""
    return {table.name: rights(table, request, visitor=visitor) for table in tables()}


@cache
def columns(*, visitor: bool = False) -> dict[str, tuple[str, ...]]:
    """Per table name the only columns that may be read, where it is not the whole row."""
    return {
        table.name: table.visitors_read for table in tables() if visitor and table.visitors_read
    }


@cache
def foreign_keys() -> frozenset[tuple[str, str, str]]:
    """Every foreign key as (table, column, table it points at)."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if field.remote_field is not None:
                there = field.remote_field.model._meta.db_table
                found.add((model._meta.db_table, field.column, there))
    return frozenset(found)
