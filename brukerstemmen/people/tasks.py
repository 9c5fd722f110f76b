"""What the worker does at this storey. Tasks carry ids only, never words."""

from datetime import timedelta

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from brukerstemmen.people import clock, ledger
from brukerstemmen.people.daily import do_chores
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.people.reviving import ask_again, take_up_again
from brukerstemmen.people.sending import send_waiting, waiting
from brukerstemmen.privacy.zones import Zone

A_DAY = timedelta(days=1)


@task
def daily() -> dict[str, int]:
    """The daily chores; first of all it asks for itself tomorrow, whatever fails."""
    keep_daily(after=A_DAY)
    return do_chores()


@task
def send_notices() -> dict[str, int]:
    """Send the letters that wait. Returns how many were sent, dropped, and could not be sent."""
    ledger.require_in_order()
    with narrowed(Zone.Z5_OPERATION):
        return send_waiting()


def keep_daily(*, after: timedelta = timedelta(0)) -> bool:
    """See to it that the daily chores wait for the worker. False if they do already."""
    if _waits(daily.module_path):
        return False
    daily.using(run_after=clock.now() + after).enqueue()
    return True


def keep_sending() -> bool:
    """See to it that the worker sends letters. False if it is asked already."""
    if _waits(send_notices.module_path):
        return False
    send_notices.enqueue()
    return True


def _waits(path: str) -> bool:
    return DBTaskResult.objects.filter(task_path=path, status="READY").exists()


def send_what_is_left() -> int:
    """Letters that were begun by somebody who died, or failed: ask for them again."""
    return int(bool(waiting(clock.now())) and keep_sending())


def begin_work(name: str) -> None:
    """What a worker does before anything else: take up what it, or another, died with."""
    take_up_again(of_worker=name)
    keep_daily()
    ask_again()
