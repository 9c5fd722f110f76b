"""What was said about a finding when users and staff met: by meeting, by side, and what came of it.

Inside the team only. Who said it is kept nowhere; what is only a note to the team stays out.
"""

import uuid
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.models import (
    Dialogue,
    DialogueReply,
    DialogueState,
    LeaderSays,
    Outcome,
    Proposal,
)
from brukerstemmen.dialogues.showing.meetings import name_of
from brukerstemmen.dialogues.sides import ReplyType, Side, Voice, place
from brukerstemmen.dialogues.wording import SAYS, SPEAKERS, TYPES

Words = Promise | str
_KEYS = "key__outer__outer"


@dataclass(frozen=True)
class Reply:
    """Something said in the room. speaker: a side, with the function where one is told."""

    speaker: Words
    function: str
    does: Words
    words: str


@dataclass(frozen=True)
class Proposed:
    """A measure that was proposed. became: the measure, None if it has not become one."""

    title: str
    says: Words
    became: uuid.UUID | None


@dataclass(frozen=True)
class Meeting:
    """One meeting in which the finding was talked about. outcome: "" where it was not settled."""

    number: int
    name: str
    on: date | None
    is_approved: bool
    outcome: Words
    nuance: str
    users_recognise: bool | None
    service_recognises: bool | None
    replies: list[Reply]
    proposals: list[Proposed]


@dataclass(frozen=True)
class Talked:
    standing: Words
    nuance: str
    meetings: list[Meeting]


def talked_about(finding: Finding) -> Talked:
    """Every meeting that has a word about this finding. Four queries."""
    replies: dict[int, list[DialogueReply]] = {}
    rows = DialogueReply.objects.filter(finding=finding, voice=Voice.MAY_BE_USED, open_hits=0)
    for reply in rows.select_related(_KEYS):
        replies.setdefault(reply.dialogue_id, []).append(reply)
    outcomes = {
        row.dialogue_id: row
        for row in Outcome.objects.filter(finding=finding).select_related(_KEYS)
    }
    proposals: dict[int, list[Proposal]] = {}
    for proposal in Proposal.objects.filter(findings=finding).select_related(_KEYS):
        proposals.setdefault(proposal.dialogue_id, []).append(proposal)
    here = {*replies, *outcomes, *proposals}
    meetings = Dialogue.objects.filter(pk__in=here).order_by("number")
    return Talked(
        standing=finding.get_standing_display(),
        nuance=finding.read("nuance"),
        meetings=[
            _meeting(one, outcomes.get(one.pk), replies.get(one.pk, []), proposals.get(one.pk, []))
            for one in meetings
        ],
    )


def _meeting(
    row: Dialogue, outcome: Outcome | None, replies: list[DialogueReply], proposals: list[Proposal]
) -> Meeting:
    return Meeting(
        number=row.number,
        name=name_of(row),
        on=row.on,
        is_approved=row.state == DialogueState.APPROVED,
        outcome=outcome.get_standing_display() if outcome else "",
        nuance=outcome.read("nuance") if outcome else "",
        users_recognise=outcome.users_recognise if outcome else None,
        service_recognises=outcome.service_recognises if outcome else None,
        replies=[_reply(one) for one in sorted(replies, key=_users_first)],
        proposals=[_proposed(one) for one in proposals],
    )


def _users_first(row: DialogueReply) -> tuple[int, int]:
    return place(Side(row.side)), row.number


def _reply(row: DialogueReply) -> Reply:
    return Reply(
        speaker=SPEAKERS[Side(row.side)],
        function=row.read("function"),
        does=TYPES[ReplyType(row.type)],
        words=row.read("words"),
    )


def _proposed(row: Proposal) -> Proposed:
    return Proposed(
        title=row.read("title"),
        says=SAYS[LeaderSays(row.says)] if row.says else "",
        became=row.became,
    )
