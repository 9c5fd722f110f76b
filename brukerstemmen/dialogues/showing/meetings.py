"""What is shown of a dialogue meeting: where it stands, who is in the room, what is missing."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues import wording
from brukerstemmen.dialogues.models import Dialogue, DialogueKind, DialogueState, NewVoices, Seats
from brukerstemmen.dialogues.sides import SERVICE, USERS, Balance, Side, balance, place
from brukerstemmen.evaluations.models import Evaluation


def dialogues() -> "QuerySet[Dialogue]":
    """Meetings, ready to be read."""
    return Dialogue.objects.select_related("evaluation__work", "key__outer__outer")


def findings_of(evaluation: Evaluation) -> list[Finding]:
    """Those that are talked about, in their order. One query."""
    return list(evaluation.findings.select_related("key__outer__outer").order_by("position", "pk"))


@dataclass(frozen=True)
class SeatRow:
    """How many of one kind. came: None before the meeting."""

    side: Side
    invited: int
    came: int | None
    where: str

    @property
    def name(self) -> Promise | str:
        return wording.SIDES[self.side]

    @property
    def people(self) -> int:
        return self.invited if self.came is None else self.came


@dataclass(frozen=True)
class InTheRoom:
    """Everyone by side, users first."""

    rows: list[SeatRow]

    @property
    def users(self) -> list[SeatRow]:
        return [row for row in self.rows if row.side in USERS]

    @property
    def users_told(self) -> list[SeatRow]:
        """The same as those who come are told beforehand: by side, not by where each is from. One
        alone from somewhere could be known by that."""
        sides: dict[Side, int] = {}
        for row in self.users:
            sides[row.side] = sides.get(row.side, 0) + row.people
        return [SeatRow(side, people, None, "") for side, people in sides.items()]

    @property
    def service(self) -> list[SeatRow]:
        return [row for row in self.rows if row.side in SERVICE]

    @property
    def centre(self) -> list[SeatRow]:
        return [row for row in self.rows if row.side is Side.CENTRE]

    @property
    def balance(self) -> Balance:
        people: dict[Side, int] = {}
        for row in self.rows:
            people[row.side] = people.get(row.side, 0) + row.people
        return balance(people)

    @property
    def warning(self) -> str:
        """Kindly, and only when few of those who use the service will be there."""
        told = self.balance
        if told.is_even:
            return ""
        return _(
            "%(users)s who use the service will meet %(service)s who work there. It is easier to"
            " speak when more are on one’s own side. Can more users be invited, or fewer from the"
            " service come?"
        ) % {"users": told.users, "service": told.service}


def in_the_room(dialogue: Dialogue) -> InTheRoom:
    """Who is in the room, by side. One query."""
    rows = [
        SeatRow(Side(row.side), row.invited, row.came, row.read("where"))
        for row in Seats.objects.filter(dialogue=dialogue).select_related("key__outer__outer")
    ]
    return InTheRoom(sorted(rows, key=lambda row: (place(row.side), -row.invited, row.where)))


def lines(dialogue: Dialogue, column: str) -> list[str]:
    """The points of a programme, or the ground rules."""
    return dialogue.read(column).splitlines()


def name_of(dialogue: Dialogue) -> str:
    told = {"number": dialogue.number}
    if dialogue.kind == DialogueKind.CONFERENCE:
        return _("Dialogue conference %(number)s") % told
    return _("Dialogue meeting %(number)s") % told


@dataclass(frozen=True)
class Listed:
    """A meeting in the list of an evaluation's."""

    dialogue: Dialogue
    place: str

    @property
    def name(self) -> str:
        return name_of(self.dialogue)

    @property
    def is_approved(self) -> bool:
        return self.dialogue.state == DialogueState.APPROVED

    @property
    def is_planned(self) -> bool:
        return self.dialogue.state == DialogueState.PLANNED


def listed(evaluation: Evaluation) -> list[Listed]:
    """Every meeting of the evaluation. One query."""
    rows = dialogues().filter(evaluation=evaluation)
    return [Listed(row, row.read("place")) for row in rows]


def settled_count(dialogue: Dialogue) -> tuple[int, int]:
    """How many findings were talked about here, of how many. Two queries."""
    return dialogue.outcomes.count(), dialogue.evaluation.findings.count()


def open_replies(dialogue: Dialogue) -> int:
    """How many replies may still point at somebody."""
    return dialogue.replies.filter(open_hits__gt=0).count()


def new_voices_of(dialogue: Dialogue) -> NewVoices | None:
    """The user meeting in which new voices from the room are written down, if it is begun."""
    rows = NewVoices.objects.filter(dialogue=dialogue)
    return rows.select_related("user_meeting__meeting").first()
