"""Clearing away what has served its time and tells nobody anything."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import connection
from django_tasks_db.models import DBTaskResult

from brukerstemmen.people import clock

TASKS_LAST = timedelta(days=14)


def clear_sessions() -> int:
    """Take away sessions that no longer hold. Returns how many."""
    return Session.objects.filter(expire_date__lt=clock.now()).delete()[0]


def clear_finished_tasks() -> int:
    """Take away tasks that ended a fortnight ago, failures with their traces too."""
    old = DBTaskResult.objects.finished().filter(finished_at__lt=clock.now() - TASKS_LAST)
    return old.delete()[0]


def overwrite_what_is_erased() -> int:
    """Let no byte of an erased key stay behind in SQLite's second file, where changes wait.

    The main file is overwritten as rows change (`secure_delete`). On PostgreSQL the autovacuum
    does the like, in its own time. Returns how many pages were brought over. Outside a
    transaction, on a connection that is not narrowed; a reader that is in the way makes it wait
    until next time. Safe to repeat.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _was_busy, _in_file, brought = cursor.fetchone()
    return max(int(brought), 0)
