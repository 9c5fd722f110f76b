"""Stories in a real browser: Debian's Chromium against the product on a database of its own.

Each story begins with an empty installation, or with the demo project as `load_demo` leaves it,
and makes its state by clicking. Stories run on SQLite only, to save time; the same verbs and doors
are tested on PostgreSQL without a browser.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from brukerstemmen.journey.demo import loading
from tests.journeys.visitor import PATIENCE, Visitor
from tests.people import demo_urls  # read before any story is in the demo: it asks what DEMO is

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Nothing the browser's maker does by itself may reach out from a test.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
LAPTOP, PHONE = 1280, 390
LONGEST = "test_the_whole_way.py"
HERE = Path(__file__).parent


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marked as it is found: which tests fit the engine is asked of the marks afterwards."""
    if HERE in item.path.parents:
        item.add_marker("journey")


@pytest.hookimpl(trylast=True)  # after the order of the others is drawn by lot
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that nobody waits for it at the end while all else is done."""
    items.sort(key=lambda item: item.path.name != LONGEST)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail(f"{CHROMIUM} is missing. tools/prepare_tests.sh says what to install.")
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def pristine(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A copy of the database as the migrations leave it."""
    copy = tmp_path_factory.mktemp("pristine") / "db.sqlite3"
    with django_db_blocker.unblock():
        connection.close()
        _copy(_database(), copy)
    return copy


@pytest.fixture
def db(pristine: Path, django_db_blocker) -> Iterator[None]:
    """In place of a transaction, which a server could not see into: a database begun anew."""
    with django_db_blocker.unblock():
        yield
        _begin(pristine)


@pytest.fixture(scope="session")
def day_of_demo(
    pristine: Path, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Path]:
    """A copy of the database with the demo project on a day, loaded once for all stories.

    site: with the public site too.
    """
    folder = tmp_path_factory.mktemp("demo")

    def load(day: int, *, site: bool = False) -> Path:
        copy = folder / f"day-{day}{'-site' * site}.sqlite3"
        if not copy.exists():
            begun = load(day) if site else pristine
            command = ("start_library", {}) if site else ("load_demo", {"day": day})
            with django_db_blocker.unblock():
                _load(begun, *command, copy)
                _begin(pristine)
        return copy

    return load


def _load(begun: Path, command: str, told: dict[str, int], copy: Path) -> None:
    _begin(begun)
    call_command(command, stdout=StringIO(), **told)
    connection.close()
    _copy(_database(), copy)


def _begin(there: Path) -> None:
    """Let this be the database. Pages kept ready were made from another."""
    connection.close()
    # Copied rather than flushed: rows that may only be added cannot be deleted.
    _copy(there, _database())
    caches["pages"].clear()
    caches["default"].near.clear()


@pytest.fixture(scope="session")
def _server() -> Iterator[LiveServer]:
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def server(db: None, _server: LiveServer) -> str:
    """The address of an installation where nothing has happened yet."""
    return _server.url


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Callable[..., Visitor]]:
    """Open a window: `visit(width=PHONE, scripts=False)`. What went wrong fails the test."""
    opened: list[Visitor] = []

    def open_window(*, width: int = LAPTOP, scripts: bool = True) -> Visitor:
        opened.append(Visitor(browser, server, width=width, scripts=scripts))
        return opened[-1]

    yield open_window
    for visitor in opened:
        visitor.leave()


@pytest.fixture
def laptop(visit: Callable[..., Visitor]) -> Visitor:
    return visit(width=LAPTOP)


@pytest.fixture
def phone(visit: Callable[..., Visitor]) -> Visitor:
    return visit(width=PHONE)


@pytest.fixture
def without_scripts(visit: Callable[..., Visitor]) -> Visitor:
    return visit(scripts=False)


@pytest.fixture(params=[LAPTOP, PHONE], ids=["laptop", "phone"])
def anyone(request: pytest.FixtureRequest, visit: Callable[..., Visitor]) -> Visitor:
    """A visitor on a laptop, and once more on a phone."""
    return visit(width=request.param)


@pytest.fixture
def demo_on(
    server: str, day_of_demo: Callable[..., Path], settings: Settings
) -> Callable[..., None]:
    """Let today be a day of the demo project, and open the door to be its people.

    site: with the public site, which then is what anybody meets first.
    """

    def begin(day: int, *, site: bool = False) -> None:
        _begin(day_of_demo(day, site=site))
        settings.DEMO = True
        settings.ROOT_URLCONF = demo_urls.__name__

    return begin


@pytest.fixture
def demo(demo_on: Callable[[int], None]) -> None:
    """The installation as `make run` leaves it: the demo project, and a door to be its people."""
    demo_on(loading.DEFAULT_DAY)


def _database() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])


def _copy(source: Path, target: Path) -> None:
    """Copy a database that others may have open, with everything in its log."""
    with sqlite3.connect(source) as there, sqlite3.connect(target, timeout=20) as here:
        there.backup(here)
    there.close()
    here.close()
