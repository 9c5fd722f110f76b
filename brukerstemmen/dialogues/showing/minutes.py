"""Minutes drafted from what was written in the room, for the team to edit and both to approve."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues import wording
from brukerstemmen.dialogues.models import Dialogue, MinutesApproval, Outcome
from brukerstemmen.dialogues.showing.meetings import (
    InTheRoom,
    findings_of,
    in_the_room,
    lines,
    name_of,
)
from brukerstemmen.dialogues.showing.proposals import ProposalShown, proposals_of
from brukerstemmen.dialogues.showing.room import ReplyShown, replies_shown
from brukerstemmen.dialogues.sides import Voice
from brukerstemmen.measures.models import Standing
from brukerstemmen.privacy.disclosure import FLOOR


def draft(dialogue: Dialogue) -> str:
    """The minutes as they could read, in the language of the reader. What may not be used, or may
    still point at somebody, is left out. A fixed number of queries."""
    replies = dialogue.replies.filter(open_hits=0, voice=Voice.MAY_BE_USED)
    rows = replies.select_related("key__outer__outer").order_by("number")
    said = replies_shown(dialogue, list(rows))
    outcomes = {
        row.finding_id: row for row in dialogue.outcomes.select_related("key__outer__outer")
    }
    parts = [_head(dialogue), _present(in_the_room(dialogue)), _rules(dialogue)]
    for number, finding in enumerate(findings_of(dialogue.evaluation), start=1):
        its = [one for one in said if one.row.finding_id == finding.pk]
        if its or finding.pk in outcomes:
            parts.append(_about(number, finding, outcomes.get(finding.pk), its))
    parts.append(_agreed(proposals_of(dialogue)))
    return "\n\n".join("\n".join(part) for part in parts if part)


def _head(dialogue: Dialogue) -> list[str]:
    when = date_format(dialogue.on) if dialogue.on else ""
    hours = "–".join(f"{one:%H.%M}" for one in (dialogue.begins, dialogue.ends) if one)
    told = ", ".join(one for one in (when, hours, dialogue.read("place")) if one)
    head = _("Minutes of %(name)s") % {"name": name_of(dialogue).lower()}
    return [head, dialogue.evaluation.work.title, told]


def _present(room: InTheRoom) -> list[str]:
    """Sides, and how many where they are many enough: minutes may travel further than the room."""
    sides = [(room.users, _("Users and those on their side")), (room.service, _("The service"))]
    told = []
    for rows, name in sides:
        people = sum(row.people for row in rows)
        if people >= FLOOR:
            told.append(f"– {name}: {people}")
        elif people:
            told.append(f"– {name}")
    return [_("In the room"), *told] if told else []


def _rules(dialogue: Dialogue) -> list[str]:
    rules = lines(dialogue, "ground_rules")
    return [_("How we talked together"), *(f"– {rule}" for rule in rules)] if rules else []


def _about(
    number: int, finding: Finding, outcome: Outcome | None, said: Iterable[ReplyShown]
) -> list[str]:
    head = _("Finding %(number)s: %(title)s") % {"number": number, "title": finding.read("title")}
    told = [head]
    for one in said:
        who = f"{one.speaker}, {one.function}" if one.function else one.speaker
        told.append(f"– {who} ({one.type}): «{one.words}»")
    return told + (_became(outcome) if outcome else [])


def _became(outcome: Outcome) -> list[str]:
    told = [f"→ {wording.SETTLED[Standing(outcome.standing)]}"]
    told += [f"  {line}" for line in outcome.read("nuance").splitlines() if line.strip()]
    recognised = [
        (outcome.users_recognise, _("Users recognise it"), _("Users do not recognise it")),
        (
            outcome.service_recognises,
            _("Those who work there recognise it"),
            _("Those who work there do not recognise it"),
        ),
    ]
    told += [f"  {yes if said else no}." for said, yes, no in recognised if said is not None]
    return told


def _agreed(shown: Iterable[ProposalShown]) -> list[str]:
    told = []
    for one in shown:
        told.append(f"{one.number}. {one.title}")
        facts = [one.owner, date_format(one.row.deadline) if one.row.deadline else ""]
        if any(facts):
            told.append("   " + ", ".join(fact for fact in facts if fact))
        if one.says:
            answer = _("The leader says: %(answer)s") % {"answer": one.says.lower()}
            told.append(f"   {answer}" + (f". {one.reason}" if one.reason else "."))
        if not one.both_agree:
            told.append("   " + _("Not agreed on by both sides."))
    return [_("Measures proposed in the room"), *told] if told else []


@dataclass(frozen=True)
class Approval:
    """Whether one side has said yes to the minutes."""

    of_users: bool
    row: MinutesApproval | None
    said_by: str

    @property
    def name(self) -> str:
        return _("Those who use the service") if self.of_users else _("Those who work there")


def approvals_of(dialogue: Dialogue) -> list[Approval]:
    """Users first. One query."""
    rows = {row.of_users: row for row in dialogue.approvals.select_related("key__outer__outer")}
    return [
        Approval(of_users, row, row.read("said_by") if row else "")
        for of_users in (True, False)
        for row in [rows.get(of_users)]
    ]
