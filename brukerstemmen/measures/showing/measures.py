"""Measures with their steps, who answers for them, and what users say. Released rows only."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.functional import Promise

from brukerstemmen.measures.deadlines import is_open
from brukerstemmen.measures.felt import Verdict, holds_today
from brukerstemmen.measures.holders import Held, held_by
from brukerstemmen.measures.models import (
    FeltTold,
    Measure,
    MeasureFor,
    MeasureHolder,
    MeasureKind,
    MeasureStep,
)
from brukerstemmen.measures.states import AGREED, Status, lacks
from brukerstemmen.measures.wording import (
    LACKS,
    STATUS_TONES,
    STATUSES,
    VERDICT_TONES,
    VERDICTS,
    told_quarter,
)
from brukerstemmen.people import clock
from brukerstemmen.people.models import Work

Words = Promise | str


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
class FeltShown:
    """What users together said in one round, beside what the service had said by then."""

    row: FeltTold

    @property
    def when(self) -> str:
        return told_quarter(self.row.follow_up.quarter)

    @property
    def word(self) -> Words:
        return VERDICTS[Verdict(self.row.verdict)]

    @property
    def tone(self) -> str:
        return VERDICT_TONES[Verdict(self.row.verdict)]

    @property
    def claimed(self) -> Words:
        return STATUSES[Status(self.row.claimed)]

    @property
    def claimed_tone(self) -> str:
        return STATUS_TONES[Status(self.row.claimed)]


def felt_now(felt: list[FeltShown]) -> FeltShown | None:
    """What holds today of what users have said. felt: the newest first."""
    holds = holds_today([one.row for one in felt])
    return next((one for one in felt if one.row == holds), None)


@dataclass(frozen=True)
class MeasureShown:
    """serves: the findings it answers. steps: the newest first, down to how it began.
    held: who was last named to answer for it. felt: what users said of it, the newest first."""

    row: Measure
    serves: list[MeasureFor]
    steps: list[StepShown]
    held: Held | None = None
    felt: list[FeltShown] = field(default_factory=list)

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
    def is_open(self) -> bool:
        return is_open(self.row.status_now)

    @property
    def said(self) -> StepShown | None:
        """What the service itself said last: taking up again is what users have said."""
        return next((step for step in self.steps if step.row.status != Status.REOPENED), None)

    @property
    def said_word(self) -> Words:
        return self.said.word if self.said else self.word

    @property
    def said_tone(self) -> str:
        return self.said.tone if self.said else self.tone

    @property
    def felt_now(self) -> FeltShown | None:
        """What users have said that holds today."""
        return felt_now(self.felt)

    @property
    def is_taken_up_again(self) -> bool:
        return self.row.status_now is Status.REOPENED

    @property
    def waits_for_a_day(self) -> bool:
        """Taken up again, with no other deadline than the one from before."""
        if not self.is_taken_up_again:
            return False
        taken_up = (step.row.on for step in self.steps if step.row.status == Status.REOPENED)
        day = max(taken_up, default=None)
        return not (self.row.deadline and day and self.row.deadline > day)

    @property
    def is_late(self) -> bool:
        """Agreed on, not finished, and the day has passed."""
        promised = self.is_open and not self.waits_for_a_day
        return bool(promised and self.row.deadline and self.row.deadline < clock.today())

    @property
    def answers_for_it(self) -> str:
        """Who answers for it today, by name; "" if nobody does. For the service and the team."""
        return self.held.row.person.name if self.held and self.held.answers else ""

    @property
    def nobody_answers(self) -> bool:
        """A promise that may be forgotten: who answered for it cannot any more, or its day has
        passed and nobody ever did."""
        gone = self.held is not None or self.is_late or self.waits_for_a_day
        return self.is_open and not self.answers_for_it and gone

    @property
    def missing(self) -> list[Words]:
        """What it does not tell yet; a no needs neither deadline nor sign."""
        if self.row.status_now in {Status.REJECTED, Status.DEFERRED}:
            return []
        return [LACKS[one] for one in lacks(self.row.owner, self.row.deadline, self.row.notice)]


def measures_of(work: Work) -> list[MeasureShown]:
    """Every measure of the service, with what it answers, all its steps, who answers for it and
    what users say. Seven queries."""
    return _all_shown(work, list(Measure.objects.filter(work=work)))


def measure_shown(row: Measure) -> MeasureShown:
    """One measure, with the same."""
    [shown] = _all_shown(row.work, [row])
    return shown


def _all_shown(work: Work, rows: list[Measure]) -> list[MeasureShown]:
    felt = Prefetch("felt", FeltTold.objects.select_related("follow_up"))
    prefetch_related_objects(rows, "serves__matter", "steps", felt)
    held = held_by(work)
    return [_shown(row, held.get(row.pk)) for row in rows]


def _shown(row: Measure, held: Held | None) -> MeasureShown:
    serves = sorted(row.serves.all(), key=lambda one: one.matter.number)
    felt = sorted(row.felt.all(), key=lambda one: -one.follow_up.number)
    return MeasureShown(row, serves, steps_of(row), held, [FeltShown(one) for one in felt])


def steps_of(row: Measure) -> list[StepShown]:
    """The steps of a measure, the newest first."""
    return [StepShown(step) for step in sorted(row.steps.all(), key=lambda step: -step.number)]


def holders_of(row: Measure) -> list[MeasureHolder]:
    """Everybody who answers or has answered for it, the newest first. For service and team."""
    return list(row.holders.select_related("person").order_by("-since", "-pk"))
