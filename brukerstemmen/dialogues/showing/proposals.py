"""Measures proposed in the room, as they are read aloud and answered."""

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet

from brukerstemmen.dialogues import wording
from brukerstemmen.dialogues.models import Dialogue, LeaderSays, Proposal


@dataclass(frozen=True)
class ProposalShown:
    row: Proposal
    title: str
    owner: str
    notice: str
    reason: str
    findings: list[str]

    @property
    def pk(self) -> uuid.UUID:
        return self.row.pk

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def says(self) -> str:
        return str(wording.SAYS[LeaderSays(self.row.says)]) if self.row.says else ""

    @property
    def tone(self) -> str:
        return {"yes": "success", "no": "neutral", "must_look": "sol"}.get(self.row.says, "")

    @property
    def both_agree(self) -> bool:
        return self.row.users_agree and self.row.service_agrees

    @property
    def is_agreed(self) -> bool:
        """Nothing is missing but the approval of the minutes."""
        return self.row.read_aloud and self.both_agree and bool(self.row.says)


def proposals() -> "QuerySet[Proposal]":
    related = Proposal.objects.select_related("dialogue__evaluation__work", "key__outer__outer")
    return related.prefetch_related("findings__key__outer__outer")


def proposal_shown(row: Proposal) -> ProposalShown:
    words = {name: row.read(name) for name in ("title", "owner", "notice", "reason")}
    serves = sorted(row.findings.all(), key=lambda one: one.position)
    return ProposalShown(row=row, findings=[one.read("title") for one in serves], **words)


def proposals_of(dialogue: Dialogue) -> list[ProposalShown]:
    """The meeting's proposals as they came. A fixed number of queries."""
    rows = proposals().filter(dialogue=dialogue).order_by("number")
    return [proposal_shown(row) for row in rows]


@dataclass(frozen=True)
class ProposalTurn:
    """Which proposal is read aloud. place: from 1."""

    now: ProposalShown | None
    place: int
    of: int

    @property
    def before(self) -> int | None:
        return self.place - 1 if self.place > 1 else None

    @property
    def after(self) -> int | None:
        return self.place + 1 if self.place < self.of else None


def proposal_turn(dialogue: Dialogue, asked_for: str) -> ProposalTurn:
    """The proposal in the place asked for, else the first that has not been read aloud."""
    shown = proposals_of(dialogue)
    if not shown:
        return ProposalTurn(None, 0, 0)
    wanted = int(asked_for) if asked_for.isdecimal() and len(asked_for) < 6 else 0
    unheard = [at for at, one in enumerate(shown, start=1) if not one.row.read_aloud]
    at = wanted if 0 < wanted <= len(shown) else unheard[0] if unheard else 1
    return ProposalTurn(shown[at - 1], at, len(shown))
