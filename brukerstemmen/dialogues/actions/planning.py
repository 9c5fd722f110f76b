"""Planning a dialogue meeting: when, where, for whom, by which rules."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.dialogues.actions.standing import locked, not_agreed, take_back_approvals
from brukerstemmen.dialogues.finder import refuse_names
from brukerstemmen.dialogues.models import Dialogue, DialogueKind, DialogueState, Seats
from brukerstemmen.dialogues.sides import Side
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person

LONGEST = 6000  # characters; a programme is a page
MOST_SEATS = 500  # people of one kind in one room


@dataclass(frozen=True)
class SeatsTold:
    """How many of one kind. where: such as the user council, or a unit; never a name."""

    side: Side
    invited: int
    came: int | None = None
    where: str = ""


@transaction.atomic
def plan_dialogue(
    evaluation: Evaluation,
    *,
    kind: DialogueKind,
    on: date | None = None,
    begins: time | None = None,
    ends: time | None = None,
    place: str = "",
    programme: str = "",
    ground_rules: str = "",
    once: uuid.UUID | None = None,
    by: Person,
) -> Dialogue:
    """A dialogue meeting to come. programme, ground_rules: one point a line.

    once: the form's own id, so that sending it twice plans one meeting.
    Raises PermissionDenied or ValidationError.
    """
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.RUN_DIALOGUE, evaluation)
    if once and (there := evaluation.dialogues.filter(pk=once).first()):
        return there
    last = evaluation.dialogues.aggregate(last=Max("number"))["last"] or 0
    dialogue = Dialogue(
        pk=once or uuid.uuid4(), evaluation=evaluation, number=last + 1, key=evaluation.key
    )
    words = {"place": place, "programme": programme, "ground_rules": ground_rules}
    _describe(dialogue, {"kind": kind, "on": on, "begins": begins, "ends": ends}, words)
    dialogue.save(force_insert=True)
    record(by=by, what="dialogue.planned", about=dialogue)
    return dialogue


@transaction.atomic
def describe_dialogue(
    dialogue: Dialogue,
    *,
    kind: DialogueKind,
    on: date | None = None,
    begins: time | None = None,
    ends: time | None = None,
    place: str = "",
    programme: str = "",
    ground_rules: str = "",
    by: Person,
) -> Dialogue:
    """Everything about the meeting anew. Raises PermissionDenied or ValidationError."""
    dialogue = not_agreed(dialogue, by)
    words = {"place": place, "programme": programme, "ground_rules": ground_rules}
    _describe(dialogue, {"kind": kind, "on": on, "begins": begins, "ends": ends}, words)
    dialogue.save()
    record(by=by, what="dialogue.described", about=dialogue)
    return dialogue


def _describe(dialogue: Dialogue, facts: dict[str, Any], words: dict[str, str]) -> None:
    begins, ends = facts["begins"], facts["ends"]
    if begins and ends and ends <= begins:
        raise ValidationError({"ends": _("It ends before it begins.")})
    for field, text in words.items():
        if len(text) > LONGEST:
            raise ValidationError({field: _("This is too long. Make it shorter.")})
    is_held = dialogue.state != DialogueState.PLANNED
    if is_held and (facts["on"] is None or facts["on"] > clock.today()):
        raise ValidationError({"on": _("The meeting has been held. Write the day it was.")})
    dialogue.kind = DialogueKind(facts["kind"])
    dialogue.on, dialogue.begins, dialogue.ends = facts["on"], begins, ends
    dialogue.seal(**{field: _lines(text) for field, text in words.items()})


def _lines(text: str) -> str:
    """One point a line, without empty ones."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


@transaction.atomic
def set_seats(dialogue: Dialogue, seats: Iterable[SeatsTold], *, by: Person) -> list[Seats]:
    """Who is in the room, by side, in place of what was told before. Numbers, never names.

    Raises PermissionDenied or ValidationError.
    """
    dialogue = not_agreed(dialogue, by)
    told = [one for one in seats if one.invited or one.came]
    for one in told:
        if not (0 <= one.invited <= MOST_SEATS and 0 <= (one.came or 0) <= MOST_SEATS):
            raise ValidationError(_("Write a number from 0 to %(most)s.") % {"most": MOST_SEATS})
        if len(one.where) > LONGEST:
            raise ValidationError(_("This is too long. Make it shorter."))
    refuse_names(dialogue.work, where="\n".join(one.where for one in told))
    dialogue.seats.all().delete()
    take_back_approvals(dialogue, by)
    made = []
    for one in told:
        row = Seats(
            dialogue=dialogue,
            side=Side(one.side),
            invited=one.invited,
            came=one.came,
            key=dialogue.evaluation.key,
        )
        row.seal(where=" ".join(one.where.split()))
        row.save(force_insert=True)
        made.append(row)
    record(by=by, what="dialogue.seated", about=dialogue)
    return made


@transaction.atomic
def say_told(dialogue: Dialogue, *, on: date, by: Person) -> None:
    """The participants were told who will be in the room, and that nobody has to come.

    Raises PermissionDenied, or ValidationError for a day that has not come.
    """
    dialogue = locked(dialogue, by)
    _check_day(on)
    dialogue.told_on = on
    dialogue.save(update_fields=["told_on"])
    record(by=by, what="dialogue.told", about=dialogue)


@transaction.atomic
def say_prepared(dialogue: Dialogue, *, of_users: bool, on: date, by: Person) -> None:
    """One side has prepared on its own. Raises PermissionDenied or ValidationError."""
    dialogue = locked(dialogue, by)
    _check_day(on)
    field = "prepared_users_on" if of_users else "prepared_service_on"
    setattr(dialogue, field, on)
    dialogue.save(update_fields=[field])
    record(by=by, what="dialogue.prepared", about=dialogue)


def _check_day(on: date) -> None:
    if on > clock.today():
        raise ValidationError({"on": _("The day has not come yet.")})


@transaction.atomic
def open_room(dialogue: Dialogue, *, by: Person) -> Dialogue:
    """The meeting begins, or is written down afterwards: planned → held. Without a day, today.

    Raises PermissionDenied, or ValidationError before the day has come.
    """
    dialogue = locked(dialogue, by)
    if dialogue.state != DialogueState.PLANNED:
        return dialogue
    dialogue.on = dialogue.on or clock.today()
    _check_day(dialogue.on)
    dialogue.state = DialogueState.HELD
    dialogue.save(update_fields=["on", "state"])
    record(by=by, what="dialogue.opened", about=dialogue)
    return dialogue
