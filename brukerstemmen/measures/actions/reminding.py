"""Reminding of what was promised: before its day, after it, and the agreed leader in the end.

Done each day, and safe to do twice: one letter to each person for a measure, its day and a reason.
"""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max, Q

from brukerstemmen.measures.deadlines import FINISHED, Promise, Reminder, due_day, reminder
from brukerstemmen.measures.holders import Held
from brukerstemmen.measures.letters import ANSWERS_LATE, HELD, REMINDERS
from brukerstemmen.measures.models import Asking, Matter, Measure
from brukerstemmen.measures.states import AGREED, Status
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person, Work

from .addressing import Addressed, Wanted, ask_for

NEWLY = timedelta(days=7)


def remind_daily() -> int:
    """Remind as of today. A chore."""
    return remind(clock.today())


def remind(today: date) -> int:
    """Ask for the letters that are due on a day. Returns how many are new.

    Work that is closed or has ended is left in peace.
    """
    works = Work.objects.filter(closed_on__isnull=True, ends_on__gte=today)
    waiting = works.filter(Q(measures__isnull=False) | Q(asking__answer_by__lt=today)).distinct()
    return sum(_remind(work, today) for work in waiting)


@transaction.atomic
def _remind(work: Work, today: date) -> int:
    addressed = Addressed.of(work)
    wanted = _of_answers(addressed, today)
    for measure in _open_measures(work):
        wanted += _of_holder(addressed, measure, today)
        wanted += _of_measure(addressed, measure, today)
    return ask_for(wanted)


def _open_measures(work: Work) -> list[Measure]:
    """What the service has said yes to and has not finished, with the day it was taken up again."""
    taken_up = Max("steps__on", filter=Q(steps__status=Status.REOPENED))
    rows = Measure.objects.filter(work=work, status__in=AGREED - FINISHED)
    return list(rows.annotate(taken_up_on=taken_up))


def _of_holder(addressed: Addressed, measure: Measure, today: date) -> list[Wanted]:
    """Whoever was named by somebody else in the last days is told that it is theirs."""
    held = addressed.held.get(measure.pk)
    if held is None or not held.answers or held.row.since < today - NEWLY:
        return []
    if held.row.registered_by_id == held.row.person_id:
        return []
    reason = f"held:{held.row.pk}"
    return addressed.letters([held.row.person], HELD, measure, reason)


def _of_measure(addressed: Addressed, measure: Measure, today: date) -> list[Wanted]:
    terms, held = addressed.terms, addressed.held.get(measure.pk)
    promise = _promise(measure, held)
    due = reminder(promise, today, before=terms.remind_before, after=terms.escalate_after)
    if due is None:
        return []
    reason = f"{due_day(promise)}:{due.value}"
    return addressed.letters(_readers(addressed, measure, due), REMINDERS[due], measure, reason)


def _promise(measure: Measure, held: Held | None) -> Promise:
    reopened = measure.status_now is Status.REOPENED
    return Promise(
        status=measure.status_now,
        deadline=measure.deadline,
        held_since=held.row.since if held and held.answers else None,
        taken_up_on=measure.taken_up_on if reopened else None,  # type: ignore[attr-defined]
    )


def _readers(addressed: Addressed, measure: Measure, due: Reminder) -> list[Person]:
    """Before its day those who answer for it; later the lead too, and in the end the leader."""
    answering = addressed.who_answers(measure)
    if due is Reminder.SOON:
        return answering or addressed.leads
    if due is Reminder.LATE:
        return [*answering, *addressed.leads]
    if due is Reminder.NOBODY:
        return [*answering, *addressed.those_who_see_to_it()]
    return addressed.those_who_see_to_it()


def _of_answers(addressed: Addressed, today: date) -> list[Wanted]:
    """Findings that wait for an answer when the day to answer by has passed."""
    asking = Asking.objects.filter(work=addressed.work, answer_by__lt=today).first()
    if asking is None:
        return []
    waits = Matter.objects.filter(work=addressed.work, answered__isnull=True).count()
    told = {"number": str(waits), "day": asking.answer_by.isoformat()}
    people = dict.fromkeys([*addressed.answering, *addressed.leads]) if waits else {}
    return [
        Wanted(
            to=person,
            kind=ANSWERS_LATE,
            key=f"answers:{addressed.work.pk}:{asking.answer_by}:{person.pk}",
            about=addressed.work,
            path=addressed.path(person, "answers"),
            told=told,
        )
        for person in people
    ]
