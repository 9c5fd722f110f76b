"""A plugin: each test runs on the engines it is true of; the others are left out, not skipped.

On SQLite the tables are made once and kept beside the checkout (`.cache/`), until something they
are made of changes: migrations, what guards them, or the packages. It takes half a minute.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Generator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoDbBlocker

ELSEWHERE = {
    "sqlite3": {"postgres_only"},
    "postgresql": {"sqlite_only", "journey", "either_engine"},
}
FIRST_ROWS = pytest.StashKey[tuple[str, DjangoDbBlocker]]()
ROOT = Path(__file__).resolve().parents[1]
MADE_OF = (
    "brukerstemmen/*/migrations/*.py",
    "brukerstemmen/people/guards.py",
    "requirements/app.txt",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    unfit = ELSEWHERE[engine()]
    left_out = [
        item
        for item in items
        if any(item.get_closest_marker(name) for name in unfit)
        or (engine() != "sqlite3" and not asks_a_database(item))
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


def asks_a_database(item: pytest.Item) -> bool:
    """Whether a test may: what does not need run beside one of them only."""
    opened = {"db", "transactional_db"} & {*item.fixturenames}
    return bool(opened) or item.get_closest_marker("django_db") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """After a test that committed, and so emptied every table: put the first rows back.

    After the very last test the whole database is gone.
    """
    answer = yield
    mark = item.get_closest_marker("django_db")
    rows, blocker = item.config.stash.get(FIRST_ROWS, (None, None))
    if nextitem and rows is not None and mark is not None and mark.kwargs.get("transaction"):
        with blocker.unblock():
            # Without what follows a migration: it would make the same rows with other numbers.
            call_command(
                "flush",
                verbosity=0,
                interactive=False,
                inhibit_post_migrate=True,
                reset_sequences=False,
            )
            connection.creation.deserialize_db_from_string(rows)
    return answer


def engine() -> str:
    return str(settings.DATABASES["default"]["ENGINE"]).rpartition(".")[2]


def _kept() -> Path:
    """Where the tables lie that were made of what stands in the checkout now."""
    mark = hashlib.sha256()
    for pattern in MADE_OF:
        for file in sorted(ROOT.glob(pattern)):
            mark.update(file.read_bytes())
    return ROOT / ".cache" / "tables" / f"{mark.hexdigest()[:32]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest, django_db_modify_db_settings: None) -> bool:
    """Whether the tables are there already: copied from those that are kept."""
    if engine() != "sqlite3" or not _kept().exists():
        return False
    shutil.copyfile(_kept(), connection.settings_dict["TEST"]["NAME"])
    return True


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_keepdb: bool, django_db_blocker
) -> None:
    """Keep the tables that were made, for the next run; on PostgreSQL, the rows they came with."""
    if engine() != "sqlite3":
        with django_db_blocker.unblock():
            rows = connection.creation.serialize_db_to_string()
        request.config.stash[FIRST_ROWS] = (rows, django_db_blocker)
        return
    if django_db_keepdb:
        return
    kept = _kept()
    kept.parent.mkdir(parents=True, exist_ok=True)
    for old in kept.parent.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    with django_db_blocker.unblock():
        connection.close()
        made, copy = sqlite3.connect(connection.settings_dict["NAME"]), sqlite3.connect(unfinished)
        with made, copy:
            made.backup(copy)
        made.close()
        copy.close()
    unfinished.replace(kept)
