"""Taking up again what a worker died with. Everything the worker does is safe to do twice."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from brukerstemmen.people import clock

LONGEST = timedelta(hours=6)  # no task of ours takes as long

# Rooms tell here how what waits in their own tables is put before the worker once more. Each
# returns how many tasks it asked for.
ASK_AGAIN: list[Callable[[], int]] = []


def take_up_again(*, of_worker: str = "") -> int:
    """Put tasks back whose worker is dead: those of the worker that starts now under this name,
    and any that have run for longer than a task can. Returns how many."""
    with transaction.atomic():
        running = DBTaskResult.objects.running().select_for_update()
        dead = [
            task.pk
            for task in running
            if (of_worker and task.worker_ids[-1:] == [of_worker]) or _is_old(task)
        ]
        return DBTaskResult.objects.filter(pk__in=dead).update(status="READY", started_at=None)


def _is_old(task: DBTaskResult) -> bool:
    return task.started_at is None or task.started_at < clock.now() - LONGEST


def ask_again() -> int:
    """Ask for what waits and has no task. A chore, and what a worker does first."""
    return sum(ask() for ask in ASK_AGAIN)
