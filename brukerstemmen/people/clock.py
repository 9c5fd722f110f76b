"""The one clock of the verbs. Only tests and the demo loader set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """The moment, aware."""
    return _set_to.get() or timezone.now()


def today() -> date:
    """The day in the installation's own time zone."""
    return timezone.localdate(now())


@contextmanager
def at(moment: date | datetime) -> Iterator[None]:
    """Let the verbs inside believe that it is this day (noon) or this moment."""
    if not isinstance(moment, datetime):
        moment = timezone.make_aware(datetime.combine(moment, time(12)))
    token = _set_to.set(moment)
    try:
        yield
    finally:
        _set_to.reset(token)
