"""Where the reading aloud has come: one statement at a time, in the order they were said."""

from dataclasses import dataclass

from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.showing.words import Said, said, statements_of
from brukerstemmen.voices.states import StatementState


@dataclass(frozen=True)
class Turn:
    """What the room hears now. place: from 1; of: how many there are; heard: how many were."""

    now: Said | None
    question: str
    place: int
    of: int
    heard: int
    other_view_of: int | None = None

    @property
    def is_heard(self) -> bool:
        return self.now is not None and self.now.statement.state != StatementState.NOTED

    @property
    def all_heard(self) -> bool:
        return 0 < self.of == self.heard

    @property
    def before(self) -> int | None:
        return self.place - 1 if self.place > 1 else None

    @property
    def after(self) -> int | None:
        return self.place + 1 if self.place < self.of else None


def turn_of(meeting: UserMeeting, place: int) -> Turn:
    """The statement in this place; with 0, the first that has not been heard, else the first.

    The same few queries however many statements there are.
    """
    states = list(statements_of(meeting).values_list("pk", "state"))
    if not states:
        return Turn(now=None, question="", place=0, of=0, heard=0)
    unheard = [at for at, (_pk, state) in enumerate(states) if state == StatementState.NOTED]
    at = place - 1 if 0 < place <= len(states) else unheard[0] if unheard else 0
    row = (
        statements_of(meeting)
        .select_related("question__key__outer", "other_view_of")
        .get(pk=states[at][0])
    )
    return Turn(
        now=said([row])[0],
        question=row.question.read("text") if row.question else "",
        place=at + 1,
        of=len(states),
        heard=len(states) - len(unheard),
        other_view_of=row.other_view_of.position if row.other_view_of else None,
    )


def place_of(meeting: UserMeeting, statement: Statement) -> int:
    """Which place a statement has among those of its meeting, from 1."""
    return meeting.statements.filter(position__lte=statement.position).count()


def after(meeting: UserMeeting, statement: Statement) -> int:
    """The place after this one; the last has no other, and stays."""
    return min(place_of(meeting, statement) + 1, meeting.statements.count())
