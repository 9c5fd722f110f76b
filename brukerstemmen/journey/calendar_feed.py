"""A person's calendar as calendar programs read it. Made from rows that run the house, and no
others: the kind of day and the title of the work, nobody's name, nothing that was said."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from brukerstemmen.journey.models import CalendarAddress, CalendarDay, DayKind
from brukerstemmen.people import gates, marks
from brukerstemmen.people.access import Permission
from brukerstemmen.people.models import Person

TYPE = "text/calendar; charset=utf-8"


def whose(token: str) -> Person | None:
    """The person whose address ends so; None whatever is wrong with it."""
    found = CalendarAddress.objects.filter(
        mark=marks.mark_of_token(token), person__is_active=True
    ).select_related("person")
    address = found.first()
    return address.person if address else None


def address_of(person: Person) -> CalendarAddress | None:
    """The person's own address, None if there is none. Its secret end is kept nowhere."""
    return CalendarAddress.objects.filter(person=person).first()


def days_for(person: Person) -> "QuerySet[CalendarDay]":
    """The days of the evaluations the person takes part in today. None when no role holds."""
    mine = gates.open_work(person, Permission.SEE_WORK)
    return CalendarDay.objects.filter(work__in=mine).select_related("work")


def feed_of(person: Person) -> bytes:
    """The calendar, in the person's own language."""
    with translation.override(person.language):
        return written(days_for(person), name=_("Deadlines of evaluations"))


def written(days: Iterable[CalendarDay], *, name: str) -> bytes:
    """Whole days, that take no time from anybody. The same days are the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Brukerstemmen//Deadlines//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    for day in days:
        calendar.add_component(_event(day))
    return bytes(calendar.to_ical())


def _event(day: CalendarDay) -> Event:
    event = Event()
    event.add("uid", f"{_uid(day)}@brukerstemmen")
    event.add("dtstamp", datetime.combine(day.noted_on, time(), tzinfo=UTC))
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", f"{DayKind(day.kind).label} · {day.work.title}")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _uid(day: CalendarDay) -> str:
    """The same for the same day as long as it stands, and no id of ours in it."""
    told = f"{day.work_id} {day.kind} {day.on.isoformat()}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]
