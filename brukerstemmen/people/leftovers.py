"""Clearing away what has served its time and tells nobody anything."""

from contextlib import suppress
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django_tasks_db.models import DBTaskResult

from brukerstemmen.people import clock
from brukerstemmen.people.models import SealingKey

TASKS_LAST = timedelta(days=14)


def clear_sessions() -> int:
    """Take away sessions that no longer hold. Returns how many."""
    return Session.objects.filter(expire_date__lt=clock.now()).delete()[0]


def clear_finished_tasks() -> int:
    """Take away tasks that ended a fortnight ago, failures with their traces too."""
    old = DBTaskResult.objects.finished().filter(finished_at__lt=clock.now() - TASKS_LAST)
    return old.delete()[0]


def overwrite_what_is_erased() -> int:
    """Let no byte of an erased key stay behind in the database's own files. Returns how many pages
    or tables were written anew. Safe to repeat.

    Outside a transaction, on a connection that is not narrowed. Who is in the way is not pushed
    aside: it waits until next time.
    """
    if connection.in_atomic_block:
        return 0
    return _empty_the_wal() if connection.vendor == "sqlite" else _write_keys_anew()


def _empty_the_wal() -> int:
    """The main file is overwritten as rows change (`secure_delete`); here the second one, where
    changes wait, is emptied."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _was_busy, _in_file, brought = cursor.fetchone()
    return max(int(brought), 0)


def _write_keys_anew() -> int:
    """PostgreSQL leaves old rows where they were until others need the place."""
    with connection.cursor() as cursor, suppress(OperationalError):
        cursor.execute("SET lock_timeout = '5s'")
        try:
            cursor.execute(f"VACUUM FULL {SealingKey._meta.db_table}")
            return 1
        finally:
            cursor.execute("RESET lock_timeout")
    return 0
