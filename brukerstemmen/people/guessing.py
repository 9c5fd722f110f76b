"""Counting wrong codes: failures only, under marks, and forgotten the next day."""

import time
from collections.abc import Callable
from threading import BoundedSemaphore

from django.db import transaction
from django.db.models import F

from brukerstemmen.people import clock, journal
from brukerstemmen.people.marks import mark_of_window
from brukerstemmen.people.models import WrongGuesses
from brukerstemmen.privacy import guessing

# Answers that wait hold a thread each; more than these would shut out those who guess nothing.
_WAITING = BoundedSemaphore(2)
pause: Callable[[float], None] = time.sleep  # only tests put another in its place
# Rooms above tell here how the house is told of an alarm.
ALARMS: list[Callable[[], None]] = []


def failed(address: str) -> int:
    """Count a wrong guess from an address. Returns how many seconds its answer is to wait."""
    mine, everyone = (_count(name) for name in guessing.windows(_second(), address))
    if guessing.is_alarm(everyone):
        journal.record(by=None, what="entry.alarm", about=None, count=everyone)
        for alarm in ALARMS:
            alarm()
    return guessing.wait_seconds(from_address=mine, in_all=everyone)


def _second() -> int:
    return int(clock.now().timestamp())


@transaction.atomic
def _count(name: str) -> int:
    mark = mark_of_window(name)
    WrongGuesses.objects.get_or_create(mark=mark, defaults={"on": clock.today()})
    WrongGuesses.objects.filter(mark=mark).update(number=F("number") + 1)
    return WrongGuesses.objects.get(mark=mark).number


def wait(seconds: int) -> bool:
    """Let an answer wait. False if so many wait already that this one is given at once."""
    if not seconds or not _WAITING.acquire(blocking=False):
        return False
    try:
        pause(seconds)
        return True
    finally:
        _WAITING.release()


def forget_guesses() -> int:
    """Take away the counts of the days before. Returns how many. A chore."""
    return WrongGuesses.objects.filter(on__lt=clock.today()).delete()[0]
