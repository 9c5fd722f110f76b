"""Living through the demo, day by day, until today."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, timedelta

from django.db import transaction

from brukerstemmen.journey.actions.calendar import gather_days
from brukerstemmen.journey.demo.cast import Cast
from brukerstemmen.journey.demo.elsewhere import Nordli, Tangvag
from brukerstemmen.journey.demo.elvesund import Elvesund
from brukerstemmen.people import clock

DEFAULT_DAY = 66
LAST_DAY = 520  # closed since D+514
BEFORE_EVERYTHING = timedelta(days=40)

Deed = Callable[[], object]


@transaction.atomic
def load(day: int = DEFAULT_DAY) -> None:
    """Let today be this day of Elvesund, and everything before it have happened: all or nothing.

    day: counted from the project's start, 0 to 520.
    Needs a capability to open raw words. Raises ValueError for a day outside the story.
    """
    if not 0 <= day <= LAST_DAY:
        raise ValueError(f"the demo has the days 0 to {LAST_DAY}")
    today = clock.today()
    for when, deed in deeds(today - timedelta(days=day), today):
        # Today is lived at this very moment: nothing is dated later than now.
        with clock.at(when) if when < today else nullcontext():
            deed()
    gather_days()


def deeds(start: date, today: date) -> list[tuple[date, Deed]]:
    """All that happens until today, in the order of the calendar."""
    cast = Cast()
    told = [
        *_dated(Elvesund(cast, start).calendar(), start),
        *_dated(Nordli(cast, today).calendar(), today),
        *_dated(Tangvag(cast).calendar(), today),
    ]
    until_today = sorted((one for one in told if one[0] <= today), key=lambda one: one[0])
    return [(until_today[0][0] - BEFORE_EVERYTHING, cast.arrive), *until_today]


def _dated(calendar: list[tuple[int, Deed]], zero: date) -> list[tuple[date, Deed]]:
    return [(zero + timedelta(days=day), deed) for day, deed in calendar]
