"""How far the words have come on their way back: numbers for the team, and people by number.

Never a name. The same few queries however many people and statements there are.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.functional import Promise

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.voices import states
from brukerstemmen.voices.models import (
    Offer,
    Participant,
    PersonalCode,
    Statement,
    ValidationRound,
)
from brukerstemmen.voices.models.statements import QUOTABLE, READY
from brukerstemmen.voices.states import MeetingState, StatementState
from brukerstemmen.voices.wording import returning as wording

WAITS = Q(state__in=[StatementState.SENT, StatementState.UNANSWERED])
NOT_OFFERED = READY & Q(
    state__in=[state.value for state in states.BEFORE_SENT], speaker__isnull=False
)
TO_GIVE_BACK = NOT_OFFERED & Q(user_meeting__state=MeetingState.MASKED)
_COUNTS: dict[str, Q] = {
    "unspoken": Q(speaker__isnull=True),
    "unread": ~READY & ~Q(state=StatementState.REWORDED) & Q(speaker__isnull=False),
    "ready": TO_GIVE_BACK,
    "held_back": NOT_OFFERED & ~Q(user_meeting__state=MeetingState.MASKED),
    "reworded": Q(state=StatementState.REWORDED),
    "waiting": Q(state=StatementState.SENT),
    "unanswered": Q(state=StatementState.UNANSWERED),
    "yes": Q(state=StatementState.VALIDATED),
    "changed": Q(state=StatementState.CHANGED),
    "count_only": Q(state=StatementState.COUNT_ONLY),
    "quotable": QUOTABLE,
}


@dataclass(frozen=True)
class Coverage:
    """In statements, but for `people` and `answered`, which are people with an offer.

    unspoken: nobody knows who said it, so it cannot be given back. unread: not masked yet.
    ready: can be given back now. held_back: ready, in a meeting whose masking is not finished.
    """

    statements: int
    unspoken: int
    unread: int
    ready: int
    held_back: int
    reworded: int
    waiting: int
    unanswered: int
    yes: int
    changed: int
    count_only: int
    quotable: int
    ready_people: int
    people: int
    answered: int

    @property
    def facts(self) -> list[dict[str, Any]]:
        """What people have said, in statements. Those nobody has chosen are left out."""
        told = {
            "yes": self.yes,
            "changed": self.changed,
            "reworded": self.reworded,
            "count_only": self.count_only,
            "waiting": self.waiting,
            "unanswered": self.unanswered,
        }
        return [
            {"term": wording.COVERAGE[name], "value": number}
            for name, number in told.items()
            if number
        ]


def coverage_of(evaluation: Evaluation) -> Coverage:
    """Three queries."""
    statements = Statement.objects.filter(user_meeting__evaluation=evaluation)
    counted = statements.aggregate(
        statements=Count("pk"),
        **{name: Count("pk", filter=which) for name, which in _COUNTS.items()},
    )
    ready = statements.filter(_COUNTS["ready"]).values("speaker").distinct().count()
    offers = Offer.objects.filter(round__evaluation=evaluation).aggregate(
        people=Count("pk"), answered=Count("pk", filter=Q(answered_on__isnull=False))
    )
    return Coverage(**counted, **offers, ready_people=ready)


@dataclass(frozen=True)
class Round:
    """The round as it stands today."""

    row: ValidationRound

    @property
    def is_open(self) -> bool:
        return self.days_left >= 0

    @property
    def days_left(self) -> int:
        return (self.row.deadline - clock.today()).days

    @property
    def deadline(self) -> date:
        return self.row.deadline


def round_of(evaluation: Evaluation) -> Round | None:
    row = (
        ValidationRound.objects.filter(evaluation=evaluation)
        .select_related("evaluation__work__centre__profile")
        .first()
    )
    return Round(row) if row else None


@dataclass(frozen=True)
class Person:
    """Somebody whose words can be given back. said, waiting, answered: statements of theirs."""

    row: Any

    @property
    def number(self) -> int:
        return int(self.row.number)

    @property
    def code(self) -> str:
        return str(self.row.code)

    @property
    def said(self) -> int:
        return int(self.row.said)

    @property
    def answered(self) -> int:
        return int(self.row.answered)

    @property
    def has_code(self) -> bool:
        return bool(self.row.has_code)

    @property
    def offer(self) -> Offer | None:
        return getattr(self.row, "offer", None)

    @property
    def has_answered(self) -> bool:
        return self.offer is not None and self.offer.answered_on is not None

    @property
    def needs_code(self) -> bool:
        """They are to look by themselves, and have nothing to look with."""
        offer = self.offer
        return not self.has_code and offer is not None and offer.by_way_of == "code"

    @property
    def state(self) -> Promise | str:
        return self._told[0]

    @property
    def tone(self) -> str:
        return self._told[1]

    @property
    def _told(self) -> tuple[Promise | str, str]:
        offer = self.offer
        if offer is None:
            return wording.NOT_YET
        if self.has_answered:
            return wording.ANSWERED
        if self.answered:
            return wording.BEGUN
        return wording.TOLD if offer.offered_on else wording.NOT_TOLD


def people_of(evaluation: Evaluation) -> list[Person]:
    """Those who take part and have said something, in the order of their numbers. One query."""
    codes = PersonalCode.objects.holding(clock.today()).filter(participant=OuterRef("pk"))
    decided = [state.value for state in {*states.ANSWERED, StatementState.REWORDED}]
    rows = (
        Participant.objects.taking_part()
        .filter(evaluation=evaluation, statements__isnull=False)
        .annotate(
            said=Count("statements"),
            answered=Count("statements", filter=Q(statements__state__in=decided)),
            has_code=Exists(codes),
        )
        .select_related("offer")
        .order_by("number")
    )
    return [Person(row) for row in rows]
