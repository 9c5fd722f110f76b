"""Which days of evaluations are worth remembering: the kind and the day, nothing of the content."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from brukerstemmen.closing.days import words_until
from brukerstemmen.closing.models import Closing
from brukerstemmen.dialogues.models import Dialogue
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.followups.states import RoundState
from brukerstemmen.journey.models import DayKind
from brukerstemmen.journey.promised import FINISHED
from brukerstemmen.measures.models import Asking, Measure
from brukerstemmen.measures.states import AGREED
from brukerstemmen.voices.models import ValidationRound

# The work, what kind of day it is, and the day.
Day = tuple[uuid.UUID, DayKind, date]


def days_of(evaluations: Iterable[Evaluation]) -> list[Day]:
    """The days of evaluations that go on. Of one that is closed, only when its words are gone.

    For the worker rather than for a page: the last days take two queries for each evaluation.
    """
    going = [one for one in evaluations if not one.is_stopped]
    still_open = [one for one in going if not one.work.is_closed]
    days = [day for look in _LOOK for day in look(still_open)]
    return days + [day for one in going for day in _last_days(one)]


def _service(evaluations: list[Evaluation]) -> Iterator[Day]:
    works = [one.work_id for one in evaluations]
    for asking in Asking.objects.filter(work__in=works):
        yield asking.work_id, DayKind.ANSWERS, asking.answer_by
    for measure in Measure.objects.filter(work__in=works, deadline__isnull=False):
        status = measure.status_now
        if measure.deadline and status in AGREED and status not in FINISHED:
            yield measure.work_id, DayKind.MEASURE, measure.deadline


def _validation(evaluations: list[Evaluation]) -> Iterator[Day]:
    rounds = ValidationRound.objects.filter(evaluation__in=evaluations)
    for work, deadline in rounds.values_list("evaluation__work", "deadline"):
        yield work, DayKind.WORDS, deadline


def _dialogues(evaluations: list[Evaluation]) -> Iterator[Day]:
    rows = Dialogue.objects.filter(evaluation__in=evaluations, on__isnull=False).order_by()
    told = set()
    for work, on in rows.values_list("evaluation__work", "on"):
        told.add(work)
        yield work, DayKind.DIALOGUE, on
    for one in evaluations:
        if one.dialogue_on and one.work_id not in told:
            yield one.work_id, DayKind.DIALOGUE, one.dialogue_on


def _rounds(evaluations: list[Evaluation]) -> Iterator[Day]:
    rows = FollowUp.objects.filter(evaluation__in=evaluations).select_related("evaluation")
    for one in rows:
        work = one.evaluation.work_id
        if one.state is RoundState.PLANNED:
            yield work, DayKind.FOLLOW_UP, one.due_on
        elif one.state is RoundState.OPEN and one.answer_by:
            yield work, DayKind.FOLLOW_UP_ENDS, one.answer_by


def _closing(evaluations: list[Evaluation]) -> Iterator[Day]:
    rows = Closing.objects.filter(
        evaluation__in=evaluations, closed_on__isnull=True, planned_on__isnull=False
    )
    for work, planned_on in rows.values_list("evaluation__work", "planned_on"):
        yield work, DayKind.CLOSING, planned_on


def _last_days(evaluation: Evaluation) -> Iterator[Day]:
    for day in sorted({day for day in words_until(evaluation).values() if day}):
        yield evaluation.work_id, DayKind.RETENTION, day


_LOOK: tuple[Callable[[list[Evaluation]], Iterator[Day]], ...] = (
    _service,
    _validation,
    _dialogues,
    _rounds,
    _closing,
)
