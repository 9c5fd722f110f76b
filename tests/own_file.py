"""SQLite: a test that commits, forks or swaps files works on a database file of its own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def own_file(folder: Path) -> Iterator[Path]:
    """For as long as this lasts the database is a copy, which nobody else has open.

    Connections of other tests may still hold the common file: those of a server's threads, and
    those from before a browser came. SQLite keeps its locks by process, so a forked child would
    take theirs for its own.
    """
    common, own = connection.settings_dict["NAME"], folder / "own.sqlite3"
    connection.close()
    with closing(sqlite3.connect(common)) as there, closing(sqlite3.connect(own)) as here:
        there.backup(here)
    connection.settings_dict["NAME"] = str(own)
    try:
        yield own
    finally:
        connection.close()
        connection.settings_dict["NAME"] = common
