"""The approved question guide as it is used in a meeting: one question at a time."""

import uuid
from dataclasses import dataclass

from brukerstemmen.evaluations.models import Evaluation, Question


@dataclass(frozen=True)
class Asked:
    """A question with its place among all. theme: what it belongs to."""

    question: Question
    text: str
    theme: str
    number: int

    @property
    def pk(self) -> uuid.UUID:
        return self.question.pk

    @property
    def turn(self) -> str:
        """Which of the turns it is; "" where the question is the turn's own words."""
        turn = self.question.get_turn_display()
        return "" if turn == self.text else turn


@dataclass(frozen=True)
class Place:
    """The question that is asked now, and its neighbours."""

    now: Asked
    of: int
    before: Asked | None
    after: Asked | None


def questions(evaluation: Evaluation) -> list[Asked]:
    """The questions of the newest approved guide, in order; empty without one. Two queries."""
    guide = evaluation.guides.filter(locked_on__isnull=False).order_by("version").last()
    if guide is None:
        return []
    rows = Question.objects.filter(theme__guide=guide).select_related(
        "key__outer", "theme__key__outer"
    )
    ordered = rows.order_by("theme__position", "position")
    return [
        Asked(row, row.read("text"), row.theme.read("title"), number)
        for number, row in enumerate(ordered, start=1)
    ]


def place_of(asked: list[Asked], chosen: str) -> Place | None:
    """Where in the guide the meeting is. chosen: the id from the address; else the first."""
    if not asked:
        return None
    at = next((place for place, one in enumerate(asked) if str(one.pk) == chosen), 0)
    return Place(
        now=asked[at],
        of=len(asked),
        before=asked[at - 1] if at else None,
        after=asked[at + 1] if at + 1 < len(asked) else None,
    )
