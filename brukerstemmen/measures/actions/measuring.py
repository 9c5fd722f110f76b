"""What a service will do: its measures, and each step of them. What was said is kept."""

import uuid
from collections.abc import Collection, Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import formats
from django.utils.translation import gettext as _

from brukerstemmen.measures.models import Matter, Measure, MeasureFor, MeasureKind, MeasureStep
from brukerstemmen.measures.states import (
    AGREED,
    Status,
    lacks,
    may_become,
    may_begin_as,
    must_tell_all,
    step_needs_reason,
)
from brukerstemmen.measures.wording import LACKS
from brukerstemmen.people import clock
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work

from .standing_in import function, hold, speaks_on_behalf, text, the_work_of
from .steps import Speaker, same_step, write_step

LONGEST_TITLE = 200  # characters


@transaction.atomic
def add_measure(
    work: Work,
    matters: Iterable[Matter],
    *,
    title: str,
    notice: str,
    owner: str = "",
    kind: MeasureKind = MeasureKind.ROUTINE,
    deadline: date | None = None,
    partly: Collection[Matter] = frozenset(),
    from_dialogue: bool = False,
    status: Status = Status.PROPOSED,
    reason: str = "",
    said_by: str = "",
    once: uuid.UUID | None = None,
    by: Person,
) -> Measure:
    """One measure more, for these matters; to those in `partly` it is only part of an answer.

    from_dialogue: as agreed on in the room; what it lacks is shown as missing, and the meeting
    has said it. once: the form's own id, so that sending it twice adds one.
    Raises PermissionDenied, or ValidationError with what is missing.
    """
    chosen = _chosen(work, matters, partly)
    on_behalf = speaks_on_behalf(work, by)
    if once and (there := Measure.objects.filter(pk=once, work=work).first()):
        return there
    measure = Measure(pk=once or uuid.uuid4(), work=work, from_dialogue=from_dialogue, kind=kind)
    measure.number, measure.status = _next(work), _begins_as(status)
    needs_notice = "" if from_dialogue else _no_notice()
    measure.title, measure.owner, measure.notice = _told(work, title, owner, notice, needs_notice)
    measure.deadline = deadline if from_dialogue else _to_come(deadline)
    if not from_dialogue:
        _require_whole(measure, None, status)
    measure.save(force_insert=True)
    _serve(measure, chosen, partly)
    speaker = Speaker(function(work, said_by, "said_by", needed=not from_dialogue), by, on_behalf)
    write_step(measure, _reason(status, reason), speaker)
    record(by=by, what="measure.added", about=work)
    return measure


@transaction.atomic
def change_measure(
    measure: Measure,
    *,
    title: str,
    notice: str,
    owner: str,
    kind: MeasureKind,
    deadline: date | None,
    matters: Iterable[Matter],
    partly: Collection[Matter] = frozenset(),
    reason: str = "",
    said_by: str,
    by: Person,
) -> Measure:
    """Say a measure in other words. What it said before is kept in a step of its own.

    Raises PermissionDenied, or ValidationError; a deadline that was agreed on moves with a reason.
    """
    work = measure.work
    chosen = _chosen(work, matters, partly)
    measure = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    on_behalf = speaks_on_behalf(work, by)
    before = _as_told(measure)
    moved = measure.deadline != deadline
    why = _("Write why the deadline is another.") if moved and _is_agreed(measure) else ""
    measure.title, measure.owner, measure.notice = _told(work, title, owner, notice, _no_notice())
    _refuse_other_name(measure)
    measure.kind = kind
    measure.deadline = _to_come(deadline) if moved else deadline
    if _is_agreed(measure):
        _require_whole(measure, None, Status.PLANNED)
    reason = text(reason, "reason", needed=why)
    speaker = Speaker(function(work, said_by, "said_by"), by, on_behalf)
    measure.save()
    measure.serves.all().delete()
    _serve(measure, chosen, partly)
    if differences := _differences(before, _as_told(measure)):
        write_step(measure, "\n".join([*differences, reason]), speaker)
        record(by=by, what="measure.changed", about=work)
    return measure


@transaction.atomic
def take_step(
    measure: Measure, status: Status, *, reason: str = "", said_by: str, by: Person
) -> MeasureStep:
    """How far it has come, or that it will not be done, with the reason.

    Where it stands as before, there may be more to tell. The same step sent twice is one.
    Raises PermissionDenied, or ValidationError.
    """
    hold(measure.work)
    measure = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    on_behalf = speaks_on_behalf(measure.work, by)
    speaker = Speaker(function(measure.work, said_by, "said_by"), by, on_behalf)
    now, reason = measure.status_now, _reason(status, reason)
    if status is now and (there := same_step(measure, reason, speaker)):
        return there
    if not (may_become(now, status) or (status is now and reason)):
        raise ValidationError({"status": _("The measure cannot go from where it is to that.")})
    _require_whole(measure, now, status)
    measure.status = status
    measure.save(update_fields=["status"])
    step = write_step(measure, reason, speaker)
    record(by=by, what="measure.step_taken", about=measure.work)
    return step


def _next(work: Work) -> int:
    return (work.measures.aggregate(last=Max("number"))["last"] or 0) + 1


def _begins_as(status: Status) -> Status:
    if not may_begin_as(status):
        raise ValidationError({"status": _("A new measure cannot begin with that.")})
    return status


def _no_notice() -> str:
    return _("Write how a user will notice.")


def _is_agreed(measure: Measure) -> bool:
    return measure.status_now in AGREED


def _chosen(work: Work, matters: Iterable[Matter], partly: Collection[Matter]) -> list[Matter]:
    """The matters it serves, held."""
    chosen = list(dict.fromkeys(matters))
    hold(work)
    if the_work_of(chosen).pk != work.pk:
        raise ValidationError({"matters": _("The findings belong to different evaluations.")})
    if not set(partly) <= set(chosen):
        raise ValidationError({"partly": _("Choose these among the findings it answers.")})
    return chosen


def _refuse_other_name(measure: Measure) -> None:
    """What users have said they notice is not called something else afterwards."""
    if measure.felt.exclude(measure__title=measure.title).exists():
        told = _("Users have been asked about this. Its name stands: write a new measure instead.")
        raise ValidationError({"title": told})


def _told(
    work: Work, title: str, owner: str, notice: str, needs_notice: str
) -> tuple[str, str, str]:
    what = text(
        " ".join(title.split()), "title", needed=_("Write the measure."), longest=LONGEST_TITLE
    )
    whose = function(work, owner, "owner", needed=False)
    return what, whose, text(notice, "notice", needed=needs_notice)


def _to_come(deadline: date | None) -> date | None:
    if deadline is not None and deadline < clock.today():
        raise ValidationError({"deadline": _("That day has passed.")})
    return deadline


def _require_whole(measure: Measure, now: Status | None, then: Status) -> None:
    if not must_tell_all(now, then):
        return
    if missing := lacks(measure.owner, measure.deadline, measure.notice):
        raise ValidationError({lack.value: str(LACKS[lack]) for lack in missing})


def _reason(status: Status, reason: str) -> str:
    why = _("Those who have spoken need to know why.") if step_needs_reason(status) else ""
    return text(reason, "reason", needed=why)


def _serve(measure: Measure, matters: list[Matter], partly: Collection[Matter]) -> None:
    MeasureFor.objects.bulk_create(
        MeasureFor(measure=measure, matter=matter, fully=matter not in partly) for matter in matters
    )


def _as_told(measure: Measure) -> dict[str, str]:
    """What a measure says, in words: kept when it is said otherwise."""
    day = measure.deadline
    serves = measure.serves.select_related("matter").order_by("matter__number")
    partly = _("(partly)")
    findings = [one.matter.title if one.fully else f"{one.matter.title} {partly}" for one in serves]
    return {
        _("Findings"): " · ".join(findings),
        _("Measure"): measure.title,
        _("Owner"): measure.owner,
        _("Kind"): str(MeasureKind(measure.kind).label),
        _("Deadline"): formats.date_format(day) if day else "",
        _("How a user will notice"): measure.notice,
    }


def _differences(before: dict[str, str], now: dict[str, str]) -> list[str]:
    return [
        _("%(what)s was: %(before)s") % {"what": name, "before": said or "–"}
        for name, said in before.items()
        if said != now[name]
    ]
