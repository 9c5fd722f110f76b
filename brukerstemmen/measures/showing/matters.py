"""Findings with what the service says to them. A fixed number of queries, released rows only."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from brukerstemmen.measures.models import (
    Answer,
    AnsweredMatter,
    Asking,
    Matter,
    MeasureFor,
    Standing,
    Turn,
)
from brukerstemmen.measures.states import Says
from brukerstemmen.measures.wording import SAYS, SAYS_TONES, STATUS_TONES, STATUSES
from brukerstemmen.people import clock
from brukerstemmen.people.models import Work

Words = Promise | str


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


def matters_of(work: Work) -> list[MatterShown]:
    """Every finding that is put to the service, answered or not. Four queries."""
    matters = list(Matter.objects.filter(work=work))
    days = days_since(Asking.objects.filter(work=work).first())
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


def days_since(asking: Asking | None) -> int | None:
    """How long ago answers were asked for; None if nobody has asked."""
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


def said_last(work: Work) -> str:
    """The function that spoke last for the service; "" if nobody has."""
    answer = Answer.objects.filter(work=work).order_by("number").last()
    return answer.given_by if answer else ""
