"""Clearing away what has served its time and tells nobody anything."""

from datetime import timedelta

from django.contrib.sessions.models import Session
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
