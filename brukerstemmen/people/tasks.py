"""What the worker does at this storey. Tasks carry ids only, never words."""

from datetime import timedelta

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from brukerstemmen.people import clock
from brukerstemmen.people.daily import do_chores

A_DAY = timedelta(days=1)


@task
def daily() -> dict[str, int]:
    """The daily chores; first of all it asks for itself tomorrow, whatever fails."""
    keep_daily(after=A_DAY)
    return do_chores()


def keep_daily(*, after: timedelta = timedelta(0)) -> bool:
    """See to it that the daily chores wait for the worker. False if they do already."""
    waiting = DBTaskResult.objects.filter(task_path=daily.module_path, status="READY")
    if waiting.exists():
        return False
    daily.using(run_after=clock.now() + after).enqueue()
    return True
