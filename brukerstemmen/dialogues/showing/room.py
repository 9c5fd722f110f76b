"""The room screen and the notes beside it: one finding at a time, users' words first."""

import uuid
from dataclasses import dataclass, field

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues import wording
from brukerstemmen.dialogues.finder import context_in_room, hits_of
from brukerstemmen.dialogues.models import Dialogue, DialogueReply, Outcome
from brukerstemmen.dialogues.showing.meetings import findings_of
from brukerstemmen.dialogues.sides import (
    SERVICE,
    USERS,
    ReplyType,
    Side,
    Voice,
    place,
    views_in,
)
from brukerstemmen.masking.language import guess
from brukerstemmen.measures.models import Standing
from brukerstemmen.voices.showing.masking import Left, Piece, pieces


@dataclass(frozen=True)
class FindingShown:
    """A finding as everyone in the room may see it: not what it rests on, nor how many said it."""

    pk: uuid.UUID
    title: str
    good: str
    not_good: str
    better: str
    question: str
    standing: str
    name: str
    views: list[str]

    @property
    def is_settled(self) -> bool:
        return self.standing != Standing.PRELIMINARY

    @property
    def is_disputed(self) -> bool:
        return self.standing == Standing.DISPUTED


def finding_shown(row: Finding) -> FindingShown:
    words = {name: row.read(name) for name in ("title", "good", "not_good", "better", "question")}
    return FindingShown(
        pk=row.pk,
        standing=row.standing,
        name=row.get_standing_display(),
        views=views_in(row.read("nuance")),
        **words,
    )


@dataclass(frozen=True)
class Turn:
    """Where the room is. place: from 1; 0 on the first screen, which shows how we talk together."""

    now: Finding | None
    place: int
    findings: list[Finding] = field(default_factory=list)

    @property
    def of(self) -> int:
        return len(self.findings)

    @property
    def shown(self) -> FindingShown | None:
        return finding_shown(self.now) if self.now else None

    @property
    def before(self) -> Finding | None:
        return self.findings[self.place - 2] if self.place > 1 else None

    @property
    def after(self) -> Finding | None:
        return self.findings[self.place] if self.place < self.of else None


def turn_of(dialogue: Dialogue, asked_for: str) -> Turn:
    """The finding that is asked for, else the first screen. One query."""
    findings = findings_of(dialogue.evaluation)
    for at, row in enumerate(findings, start=1):
        if str(row.pk) == asked_for:
            return Turn(row, at, findings)
    return Turn(None, 0, findings)


@dataclass(frozen=True)
class ReplyShown:
    """What somebody said, with what may point at somebody marked."""

    row: DialogueReply
    words: str
    function: str
    language: str
    pieces: list[Piece]
    left: list[Left]

    @property
    def side(self) -> Side:
        return Side(self.row.side)

    @property
    def speaker(self) -> str:
        return str(wording.SPEAKERS[self.side])

    @property
    def type(self) -> str:
        return str(wording.TYPES[ReplyType(self.row.type)])

    @property
    def is_note(self) -> bool:
        return self.row.voice == Voice.NOTE_ONLY

    @property
    def is_users(self) -> bool:
        return self.side in USERS


@dataclass(frozen=True)
class Said:
    """What was said to one finding, by side."""

    users: list[ReplyShown]
    service: list[ReplyShown]
    centre: list[ReplyShown]

    @property
    def count(self) -> int:
        return len(self.users) + len(self.service) + len(self.centre)


def said_to(dialogue: Dialogue, finding: Finding) -> Said:
    """The replies to a finding, in the order they came within each side. At most three queries:
    the finder is asked only about those in which something was found."""
    rows = dialogue.replies.filter(finding=finding).select_related("key__outer__outer")
    shown = replies_shown(dialogue, list(rows.order_by("number")))
    return Said(
        [one for one in shown if one.side in USERS],
        [one for one in shown if one.side in SERVICE],
        [one for one in shown if one.side is Side.CENTRE],
    )


def replies_shown(dialogue: Dialogue, rows: list[DialogueReply]) -> list[ReplyShown]:
    some_found = any(row.open_hits for row in rows)
    context = context_in_room(dialogue.work) if some_found else None
    shown = []
    for row in rows:
        words = row.read("words")
        hits = hits_of(words, context) if context and row.open_hits else []
        shown.append(
            ReplyShown(
                row=row,
                words=words,
                function=row.read("function"),
                language=guess(words),
                pieces=pieces(words, hits),
                left=[Left(hit) for hit in hits],
            )
        )
    return sorted(shown, key=lambda one: (place(one.side), one.row.number))


def outcome_of(dialogue: Dialogue, finding: Finding) -> Outcome | None:
    rows = dialogue.outcomes.filter(finding=finding)
    return rows.select_related("key__outer__outer").first()


def outcome_as_typed(outcome: Outcome | None) -> dict[str, str]:
    """An outcome as its form holds it."""
    if outcome is None:
        return {}
    nuance = outcome.read("nuance")
    told = {
        "standing": outcome.standing,
        "users_recognise": _as_typed(outcome.users_recognise),
        "service_recognises": _as_typed(outcome.service_recognises),
    }
    if outcome.standing != Standing.DISPUTED:
        return {**told, "nuance": nuance}
    users, service = wording.views_apart(nuance)
    return {**told, "users_view": users, "service_view": service}


def _as_typed(said: bool | None) -> str:
    return "" if said is None else "yes" if said else "no"
