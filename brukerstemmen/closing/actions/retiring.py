"""What goes on its day, done by the house itself: masked words, and then the working papers.

It is no withdrawal: nobody has taken anything back, and no finding waits to be looked at.
"""

import uuid
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from brukerstemmen.analysis.models import Finding, Theme
from brukerstemmen.closing import days, log, papers
from brukerstemmen.closing.destroying import live
from brukerstemmen.closing.states import Kind
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, keys
from brukerstemmen.people.journal import record_later
from brukerstemmen.people.models import SealingKey
from brukerstemmen.privacy.retention import goes_on, over
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.erasing import erase_participant
from brukerstemmen.voices.models import Participant

Ids = Collection[uuid.UUID]
# Something of theirs is there still: a key, or a row in a database from a backup.
_SOMETHING_LEFT = (
    Q(masked_key__wrapped__isnull=False)
    | Q(raw_key__wrapped__isnull=False)
    | Q(statements__isnull=False)
    | Q(minority_views__isnull=False)
    | Q(follow_up_replies__isnull=False)
    | Q(feedback_rows__isnull=False)
    | Q(contact__isnull=False)
    | Q(codes__isnull=False)
)


def run(today: date, *, lost: Ids = ()) -> int:
    """Take away what has served its time. Returns how many people's words and working papers.

    A chore, in Z4; it opens nothing. Nothing goes before its day; twice is once.
    lost: see `close_again`.
    """
    done = 0
    for evaluation in Evaluation.objects.select_related("work").order_by("pk"):
        done += _run(evaluation, today, lost)
    return done


@transaction.atomic
def _run(evaluation: Evaluation, today: date, lost: Ids) -> int:
    due = due_words(evaluation, today)
    done = 0
    if due:
        # People before the work, as everybody holds them; who leaves meanwhile is gone by then.
        hold(Participant.objects.filter(pk__in=due))
        due = due_words(evaluation, today)
        log.hold(evaluation)
        for day in sorted(set(due.values())):
            ids = [pk for pk, its_day in due.items() if its_day == day]
            done += _words(evaluation, ids, day, lost)
    last_day = papers_due(evaluation, today)
    if last_day is not None:
        _papers(evaluation, last_day, lost)
        done += 1
    return done


def papers_due(evaluation: Evaluation, today: date) -> date | None:
    """The last day of working papers that should be gone and are not; None if there are none.

    Where their key is destroyed their day has been, whatever a database from a backup says of it.
    """
    until = days.papers_until(evaluation)
    if SealingKey.objects.filter(pk=evaluation.key_id, wrapped=None).exists():
        until = min(until or today, today - timedelta(days=1))
    if until is None or not over(until, on=today) or not papers.are_there(evaluation):
        return None
    return until


def due_words(evaluation: Evaluation, today: date) -> dict[uuid.UUID, date]:
    """Those whose masked words should be gone, and the last day they might be there."""
    until: dict[uuid.UUID, date] = {
        pk: day
        for pk, day in days.words_until(evaluation).items()
        if day is not None and over(day, on=today)
    }
    there = Participant.objects.filter(_SOMETHING_LEFT, pk__in=until)
    return {pk: until[pk] for pk in there.values_list("pk", flat=True)}


def _words(evaluation: Evaluation, ids: Iterable[uuid.UUID], last_day: date, lost: Ids) -> int:
    """Everything of some people whose words had the same last day."""
    people = hold(Participant.objects.filter(pk__in=list(ids)))
    going = live({pk for one in people for pk in _keys_of(one)}, also=lost)
    gone = _erase(evaluation, people)
    keys.destroy(going)
    due_on = goes_on(last_day)
    log.write(evaluation.work, Kind.MASKED_WORDS, rows=gone, due_on=due_on)
    log.write(evaluation.work, Kind.MASKED_KEYS, rows=0, keys=going, due_on=due_on)
    record_later(what="words.ran_out", about=evaluation, count=len(people))
    return len(people)


def _keys_of(participant: Participant) -> set[uuid.UUID]:
    """Every key of theirs; before closing also those of who they are and what they said."""
    found = {participant.raw_key_id, participant.masked_key_id}
    if contact := getattr(participant, "contact", None):
        found.add(contact.key_id)
    return found | set(participant.companions.values_list("key", flat=True))


def _erase(evaluation: Evaluation, people: list[Participant]) -> int:
    """As when somebody leaves, but nothing is marked: there is nothing to look at anew."""
    marks = [
        (model, dict(model.objects.filter(evaluation=evaluation).values_list("pk", "affected_on")))
        for model in (Theme, Finding)
    ]
    gone = sum(erase_participant(one) for one in people)
    for model, as_it_was in marks:
        for day in set(as_it_was.values()):
            rows = [pk for pk, marked_on in as_it_was.items() if marked_on == day]
            model.objects.filter(pk__in=rows).update(affected_on=day)
    for one in people:
        one.is_young, one.guardian_told_on, one.wants_to_be_named = False, None, False
        one.save(update_fields=["is_young", "guardian_told_on", "wants_to_be_named"])
    return gone


def _papers(evaluation: Evaluation, until: date, lost: Ids) -> None:
    work = log.hold(evaluation)
    going = live(papers.keys_of(evaluation), also=lost)
    gone = papers.take_away(evaluation)
    keys.destroy(going)
    log.write(work, Kind.WORKING_PAPERS, rows=gone, keys=going, due_on=goes_on(until))
    record_later(what="papers.ran_out", about=evaluation)


def run_today() -> int:
    """The chore."""
    return run(clock.today())
