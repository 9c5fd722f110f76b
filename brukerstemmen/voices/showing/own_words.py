"""A participant's own statements: the words as they now stand, what waits, and every version.

Asked only with the participant of the visit; nothing here knows another way to a statement.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet
from django.utils.functional import Promise

from brukerstemmen.voices.models import (
    MaskedWording,
    Participant,
    RawWording,
    Statement,
    ValidationRound,
)
from brukerstemmen.voices.models.statements import READY, Reason
from brukerstemmen.voices.states import ANSWERED, StatementState
from brukerstemmen.voices.wording import own as own_wording

LARGE_UP_TO = 400  # signs; more than that is easier to read in smaller letters
WAITING = frozenset({StatementState.DEIDENTIFIED, StatementState.SENT, StatementState.UNANSWERED})


def own_statements(participant: Participant) -> "QuerySet[Statement]":
    """In the order they were said, meeting after meeting."""
    rows = participant.statements.select_related("user_meeting__evaluation__work", "speaker")
    return rows.order_by("user_meeting__meeting__number", "position")


def waiting(participant: Participant) -> "QuerySet[Statement]":
    """Those with words to say yes or no to, that nothing is said about yet."""
    return own_statements(participant).filter(READY, state__in=[s.value for s in WAITING])


def may_change(statement: Statement) -> bool:
    """Whether there are words to give others for: masked ones, or their own that wait."""
    return statement.is_ready or statement.state_now is StatementState.REWORDED


@dataclass(frozen=True)
class OwnWords:
    """One statement, as its speaker sees it.

    number, of: "3 of 7". words: masked; their own new ones while those are read; else "".
    """

    statement: Statement
    number: int
    of: int
    words: str

    @property
    def pk(self) -> uuid.UUID:
        return self.statement.pk

    @property
    def is_reworded(self) -> bool:
        return self.statement.state_now is StatementState.REWORDED

    @property
    def is_ready(self) -> bool:
        return self.statement.is_ready

    @property
    def may_change(self) -> bool:
        return may_change(self.statement)

    @property
    def is_long(self) -> bool:
        return len(self.words) > LARGE_UP_TO

    @property
    def waits(self) -> bool:
        return self.is_ready and self.statement.state_now in WAITING

    @property
    def is_answered(self) -> bool:
        return self.is_reworded or self.statement.state_now in ANSWERED

    @property
    def counts_only(self) -> bool:
        return self.statement.state_now is StatementState.COUNT_ONLY

    @property
    def _told(self) -> tuple[Promise | str, str]:
        state = self.statement.state_now
        if self.is_reworded:
            return own_wording.REWORDED
        if state is StatementState.COUNT_ONLY or self.is_ready:
            return own_wording.STATES.get(state, own_wording.NOT_READY)
        return own_wording.NOT_READY

    @property
    def state(self) -> Promise | str:
        return self._told[0]

    @property
    def tone(self) -> str:
        return self._told[1]


def own_words(participant: Participant) -> list[OwnWords]:
    """All of them. Three queries, however many there are."""
    statements = list(own_statements(participant))
    words = _words_of(statements)
    return [
        OwnWords(one, number, len(statements), words.get(one.pk, ""))
        for number, one in enumerate(statements, start=1)
    ]


def _words_of(statements: Sequence[Statement]) -> dict[uuid.UUID, str]:
    """What each is to be read as now: what is ready masked, what they wrote anew as written."""
    ready = [one.pk for one in statements if one.is_ready]
    anew = [one.pk for one in statements if one.state_now is StatementState.REWORDED]
    masked = MaskedWording.objects.filter(statement__in=ready, number=F("statement__masked_number"))
    raw = RawWording.objects.filter(statement__in=anew, number=F("statement__raw_number"))
    return {
        row.statement_id: row.read("words")
        for rows in (masked, raw)
        for row in rows.select_related("key__outer__outer")
    }


@dataclass(frozen=True)
class Version:
    """One wording, with the day and why it came."""

    words: str
    on: date
    why: Promise | str
    is_raw: bool
    number: int


def versions(statement: Statement) -> list[Version]:
    """Every wording there is, first as it was written down. Two queries."""
    return versions_of([statement]).get(statement.pk, [])


def versions_of(statements: Iterable[Statement]) -> dict[uuid.UUID, list[Version]]:
    """The same for many. Two queries."""
    ids = [one.pk for one in statements]
    found: dict[uuid.UUID, list[Version]] = {}
    for model in (RawWording, MaskedWording):
        rows = model.objects.filter(statement__in=ids).select_related("key__outer__outer")
        for row in rows.order_by("statement", "number"):
            why = own_wording.REASONS[Reason(row.reason)]
            version = Version(row.read("words"), row.on, why, model is RawWording, row.number)
            found.setdefault(row.statement_id, []).append(version)
    return found


def deadline_of(participant: Participant) -> date | None:
    """The day by which answers are wanted, as long as a round is open."""
    rounds = ValidationRound.objects.filter(
        evaluation=participant.evaluation_id, closed_on__isnull=True
    )
    return rounds.values_list("deadline", flat=True).first()


@dataclass(frozen=True)
class Neighbours:
    """Where a statement stands among the speaker's own, and which are beside it."""

    number: int
    of: int
    before: uuid.UUID | None
    after: uuid.UUID | None


def order_of(participant: Participant) -> list[uuid.UUID]:
    """Their statements, by number only."""
    return list(own_statements(participant).values_list("pk", flat=True))


def neighbours(order: Sequence[uuid.UUID], here: uuid.UUID) -> Neighbours:
    at = order.index(here)
    return Neighbours(
        number=at + 1,
        of=len(order),
        before=order[at - 1] if at else None,
        after=order[at + 1] if at + 1 < len(order) else None,
    )


def one_of(statement: Statement, place: Neighbours) -> OwnWords:
    """One statement as its speaker sees it."""
    words = _words_of([statement]).get(statement.pk, "")
    return OwnWords(statement, place.number, place.of, words)
