"""What the house does each day: by command, by the worker, and again tomorrow."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, opening
from brukerstemmen.people.daily import DAILY, Chore, do_chores, every_day
from brukerstemmen.people.leftovers import overwrite_what_is_erased
from brukerstemmen.people.models import JournalEntry, JournalLink, Person
from brukerstemmen.people.tasks import daily, keep_daily
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import importing
from brukerstemmen.voices.models import ImportPreview, UserMeeting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _head_file(settings: Any, tmp_path: Path) -> None:
    settings.JOURNAL_HEAD_FILE = tmp_path / "journal.head"


@pytest.fixture
def extra() -> Iterator[list[Chore]]:
    """Chores that a test may add to."""
    before = list(DAILY)
    yield DAILY
    DAILY[:] = before


@pytest.fixture
def worker() -> Worker:
    """The package's own worker, without its loop, which would close the test's connection."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id="test",
        excluded_queue_names=[],
    )


def work_off(worker: Worker) -> None:
    """Let the worker do the one task that waits."""
    waiting = DBTaskResult.objects.ready().get()
    waiting.claim(worker.worker_id)
    worker.run_task(waiting)


def test_old_previews_are_forgotten_and_new_ones_stay(meeting: UserMeeting, anne: Person) -> None:
    old = importing.preview(meeting, pasted="D01 + Bra.", by=anne)
    with clock.at(clock.now() + timedelta(days=2)):
        new = importing.preview(meeting, pasted="D02 + Bra.", by=anne)

        assert do_chores()["previews forgotten"] == 1

    assert list(ImportPreview.objects.all()) == [new]
    assert old != new


def test_settled_entries_are_chained(evaluation: Evaluation) -> None:
    with clock.at(clock.now() + timedelta(days=1)):
        call_command("daily")
        call_command("daily")

    assert JournalLink.objects.count() == JournalEntry.objects.count() > 0


def test_sessions_that_are_over_are_cleared() -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for days in (-1, 1):
        session = store()
        session.set_expiry(timezone.now() + timedelta(days=days))
        session.save()

    assert do_chores()["sessions cleared"] == 1
    assert Session.objects.count() == 1


def test_chores_open_nothing(extra: list[Chore]) -> None:
    """The test's own capability is taken away first; the worker has none."""
    token = opening._capability.set(None)
    try:
        every_day(Chore("prying", Zone.Z3_RAW, lambda: bool(opening.demand(Zone.Z2_MASKED))))

        with pytest.raises(ExceptionGroup) as failed:
            do_chores()
    finally:
        opening._capability.reset(token)
    assert failed.group_contains(opening.NotAllowed)


def test_a_chore_reaches_no_further_than_its_zone(
    evaluation: Evaluation, extra: list[Chore]
) -> None:
    every_day(Chore("prying", Zone.Z5_OPERATION, Evaluation.objects.count))

    with pytest.raises(ExceptionGroup):
        do_chores()


def test_a_chore_that_fails_does_not_stop_the_others(extra: list[Chore]) -> None:
    done = []
    extra.insert(0, Chore("failing", Zone.Z5_OPERATION, lambda: 1 // 0))
    every_day(Chore("working", Zone.Z5_OPERATION, lambda: done.append(1) or 1))

    with pytest.raises(ExceptionGroup):
        do_chores()

    assert done


def test_the_worker_does_them_and_asks_for_tomorrow(worker: Worker) -> None:
    assert keep_daily()
    work_off(worker)

    done, waiting = DBTaskResult.objects.order_by("enqueued_at")
    assert done.status == "SUCCESSFUL"
    assert waiting.status == "READY"
    assert waiting.run_after > timezone.now() + timedelta(hours=23)


def test_the_worker_is_asked_once() -> None:
    call_command("daily", "--by-worker")
    call_command("daily", "--by-worker")

    assert DBTaskResult.objects.count() == 1


def test_a_day_that_fails_still_asks_for_tomorrow(extra: list[Chore]) -> None:
    every_day(Chore("failing", Zone.Z5_OPERATION, lambda: 1 // 0))

    with pytest.raises(ExceptionGroup):
        daily.call()

    assert DBTaskResult.objects.filter(status="READY").count() == 1


def test_old_finished_tasks_are_cleared(worker: Worker) -> None:
    keep_daily()
    work_off(worker)

    with clock.at(clock.now() + timedelta(days=15)):
        assert do_chores()["tasks cleared"] == 1


@pytest.mark.postgres_only
def test_the_table_of_keys_is_written_anew_so_that_no_old_row_stays_in_its_file() -> None:
    def where() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_relation_filepath('people_sealingkey')")
            return cursor.fetchone()[0]

    def done() -> tuple[str, int, str]:
        try:
            return where(), overwrite_what_is_erased(), where()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as elsewhere:  # outside the test's own transaction
        before, written, after = elsewhere.submit(done).result()

    assert written == 1 and before != after
