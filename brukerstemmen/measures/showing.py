"""What is read on the service's pages and beside the lead: findings with their answers, measures
with their steps, and how much waits. A fixed number of queries, and released rows only."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from brukerstemmen.measures.models import (
    Answer,
    AnsweredMatter,
    Asking,
    Matter,
    Measure,
    MeasureFor,
    MeasureKind,
    MeasureStep,
    Standing,
    Turn,
)
from brukerstemmen.measures.states import AGREED, Says, Status, lacks
from brukerstemmen.measures.wording import LACKS, SAYS, SAYS_TONES, STATUS_TONES, STATUSES
from brukerstemmen.people import clock
from brukerstemmen.people.models import Work

Words = Promise | str
_FINISHED = frozenset({Status.DONE, Status.PARTLY, Status.NOT_DONE})


@dataclass(frozen=True)
class Waiting:
    """How much waits for the service in one evaluation. days: since it was asked; None if it has
    not been asked."""

    matters: int
    unanswered: int
    answer_by: date | None
    days: int | None
    measures: int
    finished: int
    late: int

    @property
    def answered(self) -> int:
        return self.matters - self.unanswered

    @property
    def is_late(self) -> bool:
        """Whether the day to answer by has passed with something unanswered."""
        return bool(self.unanswered and self.answer_by and self.answer_by < clock.today())


@dataclass(frozen=True)
class AnswerShown:
    """also: the numbers of the other findings that the same answer covers."""

    row: Answer
    also: list[int]

    @property
    def word(self) -> Words:
        return SAYS[Says(self.row.says)]

    @property
    def tone(self) -> str:
        return SAYS_TONES[Says(self.row.says)]


@dataclass(frozen=True)
class ServingShown:
    """A measure as it stands under a finding it answers."""

    row: MeasureFor

    @property
    def word(self) -> Words:
        return STATUSES[self.row.measure.status_now]

    @property
    def tone(self) -> str:
        return STATUS_TONES[self.row.measure.status_now]


@dataclass(frozen=True)
class MatterShown:
    """answers: the newest first. measures: those that answer it, wholly or partly.
    days: how long it has waited for an answer; None if it has one, or none was asked for."""

    row: Matter
    answers: list[AnswerShown]
    measures: list[ServingShown]
    days: int | None

    @property
    def newest(self) -> AnswerShown | None:
        return self.answers[0] if self.answers else None

    @property
    def older(self) -> list[AnswerShown]:
        return self.answers[1:]

    @property
    def turn(self) -> Words:
        return Turn(self.row.turn).label

    @property
    def standing(self) -> Words:
        return Standing(self.row.standing).label

    @property
    def is_disputed(self) -> bool:
        return self.row.standing == Standing.DISPUTED

    @property
    def parts(self) -> list[dict[str, str]]:
        """What it says, under one heading each, without those that say nothing."""
        nuance = _("Both views") if self.is_disputed else _("What the dialogue added")
        told = [
            (_("What is good"), self.row.good),
            (_("What is not good"), self.row.not_good),
            (_("How it could be better"), self.row.better),
            (nuance, self.row.nuance),
            (_("Some see it otherwise"), self.row.minority),
            (_("Question for the dialogue"), self.row.question),
        ]
        return [{"term": term, "value": said} for term, said in told if said]


@dataclass(frozen=True)
class StepShown:
    row: MeasureStep

    @property
    def word(self) -> Words:
        return STATUSES[Status(self.row.status)]

    @property
    def tone(self) -> str:
        return STATUS_TONES[Status(self.row.status)]


@dataclass(frozen=True)
class MeasureShown:
    """serves: the findings it answers. steps: the newest first, down to how it began."""

    row: Measure
    serves: list[MeasureFor]
    steps: list[StepShown]

    @property
    def last(self) -> StepShown | None:
        return self.steps[0] if self.steps else None

    @property
    def kind(self) -> Words:
        return MeasureKind(self.row.kind).label

    @property
    def word(self) -> Words:
        return STATUSES[self.row.status_now]

    @property
    def tone(self) -> str:
        return STATUS_TONES[self.row.status_now]

    @property
    def is_agreed(self) -> bool:
        return self.row.status_now in AGREED

    @property
    def is_late(self) -> bool:
        """Agreed on, not finished, and the day has passed."""
        open_still = self.is_agreed and self.row.status_now not in _FINISHED
        return bool(open_still and self.row.deadline and self.row.deadline < clock.today())

    @property
    def missing(self) -> list[Words]:
        """What it does not tell yet; a no needs neither deadline nor sign."""
        if self.row.status_now in {Status.REJECTED, Status.DEFERRED}:
            return []
        return [LACKS[one] for one in lacks(self.row.owner, self.row.deadline, self.row.notice)]


def waiting_for(work: Work) -> Waiting:
    """How much waits. Three queries, of what is released only."""
    put = Matter.objects.filter(work=work).aggregate(
        matters=Count("pk", distinct=True),
        unanswered=Count("pk", filter=Q(answered__isnull=True), distinct=True),
    )
    rows = Measure.objects.filter(work=work).only("status", "deadline")
    measures = [MeasureShown(row, [], []) for row in rows]
    asking = Asking.objects.filter(work=work).first()
    return Waiting(
        **put,
        answer_by=asking.answer_by if asking else None,
        days=_since(asking),
        measures=len(measures),
        finished=sum(one.row.status_now in _FINISHED for one in measures),
        late=sum(one.is_late for one in measures),
    )


def matters_of(work: Work) -> list[MatterShown]:
    """Every finding that is put to the service, answered or not. Four queries."""
    matters = list(Matter.objects.filter(work=work))
    days = _since(Asking.objects.filter(work=work).first())
    said = _answers(work, {matter.pk: matter.number for matter in matters})
    served: dict[object, list[ServingShown]] = {}
    rows = MeasureFor.objects.filter(measure__work=work).select_related("measure")
    for row in rows.order_by("measure__number"):
        served.setdefault(row.matter_id, []).append(ServingShown(row))
    return [
        MatterShown(
            row=matter,
            answers=(answers := said.get(matter.pk, [])),
            measures=served.get(matter.pk, []),
            days=None if answers else days,
        )
        for matter in matters
    ]


def _since(asking: Asking | None) -> int | None:
    return (clock.today() - asking.asked_on).days if asking else None


def _answers(work: Work, numbers: dict[object, int]) -> dict[object, list[AnswerShown]]:
    """The answers to each matter, the newest first."""
    rows = list(
        AnsweredMatter.objects.filter(answer__work=work)
        .select_related("answer")
        .order_by("-answer__number")
    )
    covers: dict[object, list[int]] = {}
    for row in rows:
        covers.setdefault(row.answer_id, []).append(numbers[row.matter_id])
    found: dict[object, list[AnswerShown]] = {}
    for row in rows:
        here = numbers[row.matter_id]
        also = sorted(number for number in covers[row.answer_id] if number != here)
        found.setdefault(row.matter_id, []).append(AnswerShown(row.answer, also))
    return found


def measures_of(work: Work) -> list[MeasureShown]:
    """Every measure of the service, with what it answers and all its steps. Four queries."""
    rows = Measure.objects.filter(work=work).prefetch_related("serves__matter", "steps")
    return [measure_shown(row) for row in rows]


def measure_shown(row: Measure) -> MeasureShown:
    """One measure, with what it answers and all its steps."""
    serves = sorted(row.serves.all(), key=lambda one: one.matter.number)
    steps = sorted(row.steps.all(), key=lambda step: -step.number)
    return MeasureShown(row, serves, [StepShown(step) for step in steps])


def said_last(work: Work) -> str:
    """The function that spoke last for the service; "" if nobody has."""
    answer = Answer.objects.filter(work=work).order_by("number").last()
    return answer.given_by if answer else ""
