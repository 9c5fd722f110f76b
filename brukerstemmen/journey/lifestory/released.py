"""The part of the story that has gone out: what lies before the service, its answers, its measures,
and what users feel. Released rows only, in a fixed number of queries; every reader's story has it.
"""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise

from brukerstemmen.followups.gathering import said_of
from brukerstemmen.journey.lifestory.stations import AnswerState, answer_state, days_waited
from brukerstemmen.measures.models import (
    Asking,
    FeedbackLine,
    FeltTold,
    Measure,
    MeasureFor,
    MeasureStep,
)
from brukerstemmen.measures.showing import (
    FeltShown,
    MatterShown,
    StepShown,
    felt_now,
    matters_of,
)
from brukerstemmen.measures.states import AGREED, Status
from brukerstemmen.measures.wording import STATUS_TONES, STATUSES
from brukerstemmen.people import clock
from brukerstemmen.people.models import Work
from brukerstemmen.reports.models import ReleasedQuote, ReleasedReport
from brukerstemmen.reports.states import ReportKind
from brukerstemmen.reports.wording import told_quarter

Words = Promise | str


@dataclass(frozen=True)
class Deed:
    """A measure in a story, without who answers for it. steps and felt: the newest first. line:
    what those who spoke were told."""

    row: Measure
    serves: list[MeasureFor]
    steps: list[StepShown]
    felt: list[FeltShown]
    line: str

    @property
    def pk(self) -> uuid.UUID:
        return self.row.pk

    @property
    def word(self) -> Words:
        return STATUSES[self.row.status_now]

    @property
    def tone(self) -> str:
        return STATUS_TONES[self.row.status_now]

    @property
    def newest(self) -> FeltShown | None:
        return felt_now(self.felt)

    @property
    def can_be_felt(self) -> bool:
        """Whether there is anything to notice yet."""
        return self.row.status_now in AGREED - {Status.PLANNED}

    @property
    def reason(self) -> str:
        """Why it stands where it stands, as the service said it last; "" if it gave no reason."""
        return said_of(self.row, [step.row for step in self.steps])


@dataclass(frozen=True)
class Thread:
    """What has happened to one matter since it went out. days: from the asking to the first answer,
    or to today; None where nobody had asked."""

    matter: MatterShown
    state: AnswerState
    days: int | None
    quotes: list[ReleasedQuote]
    deeds: list[Deed]

    @property
    def pk(self) -> uuid.UUID:
        return self.matter.row.pk

    @property
    def is_answered(self) -> bool:
        return self.state is AnswerState.ANSWERED

    @property
    def is_waiting(self) -> bool:
        return self.state is AnswerState.WAITING

    @property
    def quarter(self) -> str:
        return told_quarter(self.matter.row.quarter)

    @property
    def verdicts(self) -> int:
        return sum(len(deed.felt) for deed in self.deeds)

    @property
    def lines(self) -> int:
        return sum(bool(deed.line) for deed in self.deeds)


def threads_of(work: Work, *, with_quotes: bool = True) -> list[Thread]:
    """Every matter that lies before the service, in order. A fixed number of queries."""
    asking = Asking.objects.filter(work=work).first()
    deeds = deeds_of(work)
    quotes = _quotes(work) if with_quotes else {}
    under: dict[object, list[Deed]] = defaultdict(list)
    for deed in deeds:
        for serves in deed.serves:
            under[serves.matter_id].append(deed)
    return [
        _thread(matter, asking.asked_on if asking else None, quotes, under[matter.row.pk])
        for matter in matters_of(work)
    ]


def _thread(
    matter: MatterShown,
    asked_on: date | None,
    quotes: dict[uuid.UUID, list[ReleasedQuote]],
    deeds: list[Deed],
) -> Thread:
    first = matter.answers[-1].row.on if matter.answers else clock.today()
    return Thread(
        matter=matter,
        state=answer_state(put=True, asked_on=asked_on, answers=len(matter.answers)),
        days=days_waited(asked_on, first),
        quotes=quotes.get(matter.row.pk, []),
        deeds=deeds,
    )


def deeds_of(work: Work) -> list[Deed]:
    """Every measure of the service, with what is felt and what was told back."""
    felt: dict[Any, list[FeltShown]] = defaultdict(list)
    rows = FeltTold.objects.filter(measure__work=work).select_related("follow_up")
    for row in rows.order_by("-follow_up__number"):
        felt[row.measure_id].append(FeltShown(row))
    # The newest line comes last, and holds.
    lines = FeedbackLine.objects.filter(measure__work=work).order_by("number")
    said = dict(lines.values_list("measure", "words"))
    measures = Measure.objects.filter(work=work).prefetch_related("serves", "steps")
    return [
        Deed(
            row=one,
            serves=list(one.serves.all()),
            steps=[StepShown(step) for step in sorted(one.steps.all(), key=_latest)],
            felt=felt.get(one.pk, []),
            line=said.get(one.pk, ""),
        )
        for one in measures
    ]


def _latest(step: MeasureStep) -> int:
    return -step.number


def _quotes(work: Work) -> dict[uuid.UUID, list[ReleasedQuote]]:
    """The words that are printed under each matter, as they stand in what holds now: the newest
    editions of the final report, or of the process report as long as there is no final one."""
    newer = ReleasedReport.objects.filter(
        work=work, kind=OuterRef("kind"), language=OuterRef("language")
    )
    newest = ReleasedReport.objects.filter(
        ~Exists(newer.filter(edition__gt=OuterRef("edition"))), work=work
    )
    rows = list(newest.values_list("pk", "kind"))
    final = {pk for pk, kind in rows if kind == ReportKind.FINAL}
    holds = final or {pk for pk, _kind in rows}
    found: dict[uuid.UUID, list[ReleasedQuote]] = defaultdict(list)
    for quote in ReleasedQuote.objects.filter(report__in=holds):
        found[quote.matter_id].append(quote)
    return found
