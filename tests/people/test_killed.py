"""The worker killed at any point loses nothing and doubles nothing, on both engines."""

import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, notices, tasks
from brukerstemmen.people.daily import DAILY, Chore
from brukerstemmen.people.models import Notice, Person, Sending
from brukerstemmen.people.notices import Letter, notify
from brukerstemmen.privacy.zones import Zone
from tests.own_file import own_file

KIND = "test.something_waits"
SOME = 3
NIGHTLY = bool(os.environ.get("NIGHTLY"))
ON_POSTGRESQL = connection.vendor == "postgresql"
pytestmark = [pytest.mark.django_db(transaction=True)] if ON_POSTGRESQL else []


@pytest.fixture
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """Every commit is one, so that another process sees it; afterwards all is as it was."""
    if ON_POSTGRESQL:
        yield  # by the mark
        return
    request.getfixturevalue("django_db_setup")
    with request.getfixturevalue("django_db_blocker").unblock(), own_file(tmp_path):
        yield


@pytest.fixture(autouse=True)
def _one_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is to be done tomorrow is tomorrow by the clock of the verbs, as for the worker."""
    monkeypatch.setattr("django_tasks_db.models.timezone", SimpleNamespace(now=clock.now))


@pytest.fixture(autouse=True)
def _a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(notices.KINDS, KIND, lambda _told: Letter("Something waits", "Why."))


class Sink(BaseEmailBackend):
    """Letters in a file, one id a line, on the disk before the worker goes on, as a mail server
    keeps them. Which letter it dies before or after: `die_at`."""

    file = Path()
    die_at: tuple[int, str] | None = None
    sent = 0

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        for letter in email_messages:
            type(self).sent += 1
            self._die("before")
            with self.file.open("a") as file:
                file.write(f"{letter.extra_headers['Message-ID']}\n")
                file.flush()
                os.fsync(file.fileno())
            self._die("after")
        return len(email_messages)

    def _die(self, when: str) -> None:
        if (self.sent, when) == self.die_at:
            os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def sink(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    Sink.file = tmp_path / "letters"
    Sink.file.touch()
    monkeypatch.setattr(settings, "EMAIL_BACKEND", f"{Sink.__module__}.{Sink.__qualname__}")
    return Sink.file


def _leave_connections() -> list[Any]:
    """Begin without any connection; those there were are kept, unused, for as long as this is.

    Where a browser runs, Django's connections belong to its event loop. A child has no such loop,
    and so finds an older connection of this thread again, open in a file of before.
    """
    left: list[Any] = connections.all(initialized_only=True)
    for one in left:
        del connections[one.alias]
    return left


def in_a_process(work: Callable[[], object]) -> bool:
    """Do it in a process of its own, on a connection of its own. False if it was killed."""
    connections.close_all()  # none is shared between two processes
    child = os.fork()
    if not child:
        code, _of_the_parent = 1, _leave_connections()
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(code)
    _pid, status = os.waitpid(child, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFEXITED(status)


def be_the_worker() -> None:
    """As `manage.py work`, until nothing waits."""
    tasks.begin_work("the worker")
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="the worker",
        excluded_queue_names=[],
    ).run()


class Killer:
    """Dies before the statement of this number."""

    def __init__(self, number: int | None) -> None:
        self.number, self.seen = number, 0

    def __call__(self, execute: Any, *args: Any) -> Any:
        self.seen += 1
        if self.seen == self.number:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*args)


def worker_that_dies(number: int | None, told: Path | None = None) -> Callable[[], None]:
    def work() -> None:
        killer = Killer(number)
        with connection.execute_wrapper(killer):
            be_the_worker()
        if told:
            told.write_text(str(killer.seen))

    return work


@pytest.fixture
def _a_chore(anne: Person, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chore that asks for three letters, however often it is done."""

    def remind() -> int:
        for number in range(SOME):
            notify(anne, KIND, key=f"{KIND}:{number}", about=evaluation.work, path="/arbeid/")
        return SOME

    monkeypatch.setattr(
        "brukerstemmen.people.daily.DAILY", [*DAILY, Chore("test", Zone.Z1_RELEASED, remind)]
    )


def begin_anew(sink: Path) -> None:
    Sending.objects.all().delete()
    Notice.objects.all().delete()
    DBTaskResult.objects.all().delete()
    sink.write_text("")
    Sink.die_at, Sink.sent = None, 0


def live_on(sink: Path) -> Counter[str]:
    """The worker is started again, now and when the time of what was begun is out."""
    assert in_a_process(be_the_worker)
    with clock.at(clock.now() + timedelta(minutes=6)):
        assert in_a_process(be_the_worker)
    return Counter(sink.read_text().split())


def expected() -> set[str]:
    host = urlsplit(settings.SITE_ADDRESS).hostname
    return {f"<{notice}@{host}>" for notice in Notice.objects.values_list("pk", flat=True)}


def all_is_done() -> None:
    states = list(Sending.objects.values_list("state", flat=True))
    assert states == [Sending.State.SENT] * SOME
    assert not DBTaskResult.objects.running().exists()


@pytest.mark.usefixtures("_a_chore")
def test_killed_at_any_statement_nothing_is_lost_or_doubled(sink: Path, tmp_path: Path) -> None:
    begin_anew(sink)
    counted = tmp_path / "statements"
    assert in_a_process(worker_that_dies(None, counted))
    statements = int(counted.read_text())
    assert set(sink.read_text().split()) == expected() and statements > 40
    step = 1 if NIGHTLY else max(1, statements // 12)
    for number in range(1, statements + 1, step):
        begin_anew(sink)
        assert not in_a_process(worker_that_dies(number))
        letters = live_on(sink)
        # The same letter by its id: a mail server that got it before the kill knows it.
        assert set(letters) == expected() and len(letters) == SOME
        assert sum(letters.values()) <= SOME + 1
        all_is_done()


@pytest.mark.usefixtures("_a_chore")
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("letter", range(1, SOME + 1))
def test_killed_around_a_letter(sink: Path, letter: int, when: str) -> None:
    begin_anew(sink)
    Sink.die_at = (letter, when)
    assert not in_a_process(be_the_worker)
    Sink.die_at = None
    letters = live_on(sink)
    assert set(letters) == expected() and len(letters) == SOME
    # Only the one it died with can come twice, and then as the very same letter.
    assert sum(letters.values()) == SOME + (when == "after")
    all_is_done()
