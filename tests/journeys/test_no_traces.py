"""After a walk through the participant's door: no address, no agent and no hour, anywhere.

Every row of every table is compared with what it was before, and everything in the folder of the
installation, the letters and the log is searched.
"""

import json
import logging
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail

from brukerstemmen.web.logs import NoContent
from tests.journeys import own_door
from tests.journeys.conftest import PHONE
from tests.journeys.test_own_door import NEW_WORDS, choose
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

pytestmark = pytest.mark.usefixtures("demo")
Row = tuple[object, ...]
ADDRESS = "127.0.0.1"
CLOCK = re.compile(r"\d\d:\d\d")
MIDNIGHT = re.compile(r"00:00(:00(\.0+)?)?")
NUMBERS = re.compile(r"(?<![\w.-])\d{8,19}(?![\w.-])")
AN_HOUR = 3600


def test_a_visit_leaves_no_address_no_agent_and_no_hour(
    visit: Callable[..., Visitor], caplog: pytest.LogCaptureFixture
):
    lead = own_door.the_lead(visit)
    slip = own_door.slip_made_by(lead, "nb")
    new = own_door.code_for_somebody_new(lead)
    own = own_door.new_code_for(lead, 5)
    lead.visitor.context.close()
    before, stood_before, began = rows(), count(ADDRESS), time.time()
    mail.outbox.clear()

    with caplog.at_level(logging.DEBUG):
        agent = walk_through(visit, slip, new, own)

    changed = [(table, row) for table, row in rows() if (table, row) not in before]
    assert {table for table, _row in changed} >= {
        "people_dayentry",
        "people_wrongguesses",
        "people_erasedkey",
        "voices_contact",
        "voices_consentdecision",
    }, "the walk has been everywhere it should"
    told = {(table, trace) for table, row in changed for trace in traces(row, agent, began)}
    assert not told
    assert not [one for one in mail.outbox if ADDRESS in one.message().as_string()]
    for needle, stood in ((ADDRESS, stood_before), (agent, 0)):
        assert count(needle) <= stood
        assert not [line.getMessage() for line in ours(caplog) if needle in line.getMessage()]
    # Whoever collects the log adds the hour: the doors without account say nothing.
    assert not [line.getMessage() for line in logged_of_visitors(caplog)]


def walk_through(visit: Callable[..., Visitor], slip: str, new: str, own: str) -> str:
    """A reply, a wrong code, a yes, own words, and the way out. Returns what the browser is."""
    somebody = own_door.enters(visit(width=PHONE), slip)
    agent: str = somebody.page.evaluate("navigator.userAgent")
    somebody.follow("Reply to us")
    somebody.tick("I would like to take part")
    somebody.write("Telephone", "20 55 03 19")
    somebody.press("Send")

    phone = visit(width=PHONE)
    own_door.enters(phone, "0000-0000-0000-0")
    somebody = own_door.enters(phone, new)
    somebody.follow("Go on")
    somebody.follow("I have read this. Go on")
    for purpose in ("take_part", "quotes", "contact_again"):
        choose(somebody, purpose, "yes")
    somebody.press("This is my answer")

    somebody = own_door.enters(visit(width=PHONE), own)
    somebody.follow("Your words")
    somebody.press("Yes, this is what I meant")
    change_and_take_away(somebody)
    for path in ("/d/opplysninger/", "/d/valg/", "/d/pause/", "/d/trekk/"):
        somebody.go(path)
    somebody.press("Withdraw now")
    return agent


def change_and_take_away(somebody: Walk) -> None:
    somebody.follow("Change the words")
    somebody.write("How do you want it to be?", NEW_WORDS)
    somebody.press("Use these words")
    somebody.go("/d/ord/")
    somebody.page.locator("details").first.locator("summary").click()
    somebody.arrive(somebody.link("Take it away").first.click)
    somebody.press("Yes, take it away")


def rows() -> set[tuple[str, Row]]:
    """Every row of every table, by its table."""
    with database() as here:
        names = [
            name for (name,) in here.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        found = {
            (name, tuple(row)) for name in names for row in here.execute(f'SELECT * FROM "{name}"')
        }
    here.close()
    return found


def database() -> sqlite3.Connection:
    return sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=20)


def traces(row: Row, agent: str, began: float) -> Iterator[str]:
    """What in a row tells more than the day."""
    for value in row:
        if isinstance(value, int | float) and is_an_hour(value, began):
            yield f"number {value}"
        if not isinstance(value, str):
            continue
        if ADDRESS in value or agent in value or "Mozilla" in value:
            yield f"from where: {value}"
        if CLOCK.search(MIDNIGHT.sub("", value)):
            yield f"hour: {value}"
        yield from (f"in text: {n}" for n in NUMBERS.findall(value) if is_an_hour(int(n), began))


def is_an_hour(number: float, began: float) -> bool:
    """Whether a number is about now, in seconds or one of the units made of them."""
    return any(abs(number / unit - began) < AN_HOUR for unit in (1 / 60, 1, 1e3, 1e6, 1e9))


def count(needle: str) -> int:
    """How often a word stands in the files of the installation."""
    files = [path for path in Path(settings.VAR).rglob("*") if path.is_file()]
    return sum(path.read_bytes().count(needle.encode()) for path in files)


def ours(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """What the product has logged; not the tools of the test."""
    foreign = ("asyncio", "playwright", "urllib3", "django.db")
    return [line for line in caplog.records if not line.name.startswith(foreign)]


def logged_of_visitors(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """What of it the console of an installation would have got."""
    to_console = NoContent()
    return [
        line for line in ours(caplog) if line.name != "django.server" and to_console.filter(line)
    ]


def test_a_trace_would_be_found():
    """The search itself: an hour in each dress it may wear, and a day that is none."""
    now = time.time()
    for value in (
        int(now),
        now,
        int(now) // 60,
        int(now * 1000),
        "2026-11-22 13:45:10",
        json.dumps({"seen": int(now)}),
        f"from {ADDRESS}",
        "Mozilla/5.0",
    ):
        assert list(traces((value,), "agent", now)), value
    for value in (7, "2026-11-22", "2026-11-22 00:00:00", None, b"12:30", "20 55 03 19"):
        assert not list(traces((value,), "agent", now)), value
