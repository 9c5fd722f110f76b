"""One participant's own statements, for somebody on the team who writes down what they say."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.functional import Promise

from brukerstemmen.voices import states
from brukerstemmen.voices.models import MaskedWording, Participant, RawWording, Statement
from brukerstemmen.voices.states import Answer, StatementState
from brukerstemmen.voices.wording import returning as wording

_WAITS = frozenset({StatementState.DEIDENTIFIED, StatementState.SENT, StatementState.UNANSWERED})


@dataclass(frozen=True)
class Line:
    """One of their statements in the list."""

    statement: Statement
    number: int

    @property
    def pk(self) -> uuid.UUID:
        return self.statement.pk

    @property
    def waits(self) -> bool:
        return self.statement.is_ready and self.statement.state_now in _WAITS

    @property
    def state(self) -> Promise | str:
        return self._told[0]

    @property
    def tone(self) -> str:
        return self._told[1]

    @property
    def _told(self) -> tuple[Promise | str, str]:
        state = self.statement.state_now
        if not self.statement.is_ready and state not in {
            StatementState.REWORDED,
            StatementState.COUNT_ONLY,
        }:
            return wording.STATES[StatementState.NOTED]
        return wording.STATES[state]


def people() -> Any:
    """Those who take part, with what is needed to say where they belong."""
    return Participant.objects.taking_part().select_related("evaluation__work__centre")


def lines_of(participant: Participant) -> list[Line]:
    """Everything they have said that is written down, in the order they said it. One query."""
    rows = participant.statements.select_related("user_meeting__meeting", "speaker")
    in_order = rows.order_by("user_meeting__meeting__number", "position")
    return [Line(one, number) for number, one in enumerate(in_order, start=1)]


@dataclass(frozen=True)
class ToRead:
    """The statement that is read to them now. as_said: the words as they were written down."""

    line: Line
    of: int
    words: str
    as_said: str

    @property
    def statement(self) -> Statement:
        return self.line.statement

    @property
    def answers(self) -> list[Answer]:
        ready, own = self.statement.is_ready, self.statement.state_now is StatementState.REWORDED
        return [
            answer
            for answer in Answer
            if states.may_answer(answer, is_ready=ready, is_reworded=own)
        ]


def to_read(lines: list[Line], chosen: uuid.UUID | None) -> ToRead | None:
    """The one that was asked for; else the first that waits. Two queries."""
    line = next((one for one in lines if one.pk == chosen), None)
    line = line or next((one for one in lines if one.waits), None)
    if line is None:
        return None
    statement = line.statement
    raw = RawWording.objects.filter(statement=statement, number=F("statement__raw_number"))
    masked = MaskedWording.objects.filter(statement=statement, number=F("statement__masked_number"))
    as_said = _words(raw.select_related("key__outer__outer").first())
    words = _words(masked.select_related("key__outer__outer").first()) if statement.is_ready else ""
    return ToRead(line, len(lines), words, as_said)


def _words(version: RawWording | MaskedWording | None) -> str:
    return version.read("words") if version else ""
