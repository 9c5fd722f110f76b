"""Follow-up rounds: planned, moved, opened for answers, and closed. No round opens by itself."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import AskedAbout, FollowUp
from brukerstemmen.followups.states import RoundState
from brukerstemmen.measures.actions.terms import terms_of
from brukerstemmen.measures.felt import days_of, read_months
from brukerstemmen.measures.models import Measure
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work
from brukerstemmen.reports.assembling import quarter_of_today
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.pointing import refuse_what_points
from brukerstemmen.reports.states import ReportKind

MOST_PEOPLE = 500  # of one kind in one room
LONGEST_MEETING = 1440  # minutes: a day
LONGEST_NOTE = 6000  # characters; it is read by people who are tired


@transaction.atomic
def plan_rounds(
    evaluation: Evaluation, *, begins: date | None = None, by: Person
) -> list[FollowUp]:
    """Plan the rounds of the agreed months, counted from the day the final report went out.

    begins: that day. None: today while the quarter in which it went out lasts, else the last day
    of that quarter; finer is not kept. Rounds that are there already count as the first of them,
    wherever they have been moved. Returns the new ones.
    Raises PermissionDenied, or ValidationError where no report has gone out and no day is told.
    """
    evaluation = _held(evaluation, by)
    begins = begins or release_day(evaluation.work)
    if begins is None:
        raise ValidationError(
            {"begins": _("The final report has not gone out. Write the day to count from.")}
        )
    wanted = days_from(evaluation.work, begins)[evaluation.follow_ups.count() :]
    made = [_plan(evaluation, day) for day in wanted]
    if made:
        record(by=by, what="follow_up.planned", about=evaluation, count=len(made))
    return made


@transaction.atomic
def plan_round(evaluation: Evaluation, *, due_on: date, by: Person) -> FollowUp:
    """One round more. A round that is planned for the same day is that one.

    Raises PermissionDenied, or ValidationError for a day that has passed.
    """
    evaluation = _held(evaluation, by)
    planned = evaluation.follow_ups.filter(due_on=due_on, opened_on__isnull=True)
    if (there := planned.first()) is not None:
        return there
    _to_come(due_on, "due_on")
    made = _plan(evaluation, due_on)
    record(by=by, what="follow_up.planned", about=evaluation, count=1)
    return made


@transaction.atomic
def move_round(follow_up: FollowUp, *, due_on: date, by: Person) -> FollowUp:
    """Another day, before the round is opened. Raises PermissionDenied or ValidationError."""
    follow_up = locked(follow_up, by)
    if follow_up.state is not RoundState.PLANNED:
        raise ValidationError({"due_on": _("The round has been opened. Its day stands.")})
    if follow_up.due_on == due_on:
        return follow_up
    _to_come(due_on, "due_on")
    follow_up.due_on = due_on
    follow_up.save(update_fields=["due_on"])
    record(by=by, what="follow_up.moved", about=follow_up)
    return follow_up


@transaction.atomic
def open_round(
    follow_up: FollowUp, *, measures: Iterable[Measure], answer_by: date, by: Person
) -> FollowUp:
    """Ask about these measures from today until a day. What the service says of each is kept as it
    stands now: that is what people answer to. One round at a time.

    Raises PermissionDenied or ValidationError.
    """
    evaluation = _held(follow_up.evaluation, by)
    follow_up = locked(follow_up, by)
    if follow_up.state is RoundState.OPEN:
        return follow_up
    if follow_up.state is not RoundState.PLANNED:
        raise ValidationError(_("The round is over."))
    if evaluation.follow_ups.filter(opened_on__isnull=False, closed_on__isnull=True).exists():
        raise ValidationError(_("Another round is open. Close that one first."))
    chosen = _chosen(evaluation.work, measures)
    _to_come(answer_by, "answer_by")
    AskedAbout.objects.bulk_create(
        AskedAbout(follow_up=follow_up, measure=one, claimed=one.status, title=one.title)
        for one in chosen
    )
    follow_up.opened_on, follow_up.answer_by = clock.today(), answer_by
    follow_up.save(update_fields=["opened_on", "answer_by"])
    record(by=by, what="follow_up.opened", about=follow_up, count=len(chosen))
    return follow_up


@transaction.atomic
def note_meeting(
    follow_up: FollowUp,
    *,
    on: date,
    minutes_long: int,
    users_came: int,
    staff_came: int,
    by: Person,
) -> FollowUp:
    """A meeting about the measures was held: how long, and how many came. Nobody is listed.

    Raises PermissionDenied or ValidationError.
    """
    follow_up = locked(follow_up, by)
    if follow_up.state is RoundState.TOLD:
        raise ValidationError(_("The round is told. What was told stands."))
    if on > clock.today():
        raise ValidationError({"on": _("The day has not come yet.")})
    numbers = {
        "minutes_long": (minutes_long, 1, LONGEST_MEETING),
        "users_came": (users_came, 0, MOST_PEOPLE),
        "staff_came": (staff_came, 0, MOST_PEOPLE),
    }
    for field, (number, fewest, most) in numbers.items():
        if not fewest <= number <= most:
            told = {"fewest": fewest, "most": most}
            sentence = _("Write a number from %(fewest)s to %(most)s.") % told
            raise ValidationError({field: sentence})
        setattr(follow_up, field, number)
    follow_up.met_on = on
    follow_up.save(update_fields=["met_on", *numbers])
    record(by=by, what="follow_up.met", about=follow_up)
    return follow_up


@transaction.atomic
def close_round(follow_up: FollowUp, *, by: Person) -> FollowUp:
    """Nobody answers any more; it can be read and summed up. Raises PermissionDenied, or
    ValidationError for a round that was never opened."""
    follow_up = locked(follow_up, by)
    if follow_up.state is RoundState.PLANNED:
        raise ValidationError(_("The round has not been opened."))
    if follow_up.state is RoundState.OPEN:
        _close(follow_up, by)
    return follow_up


def close_rounds_after_their_day() -> int:
    """The day after the last day to answer a round is closed. A chore; returns how many."""
    over = FollowUp.objects.filter(
        opened_on__isnull=False, closed_on__isnull=True, answer_by__lt=clock.today()
    )
    return sum(_close_if_over(pk) for pk in list(over.values_list("pk", flat=True)))


@transaction.atomic
def _close_if_over(pk: object) -> bool:
    follow_up = FollowUp.objects.select_for_update(of=("self",)).get(pk=pk)
    if follow_up.state is not RoundState.OPEN:
        return False
    _close(follow_up, None)
    return True


@transaction.atomic
def write_note(follow_up: FollowUp, note: str, *, by: Person) -> FollowUp:
    """How it went, in the team's words, before it is told. It names nobody and counts no few.

    Raises PermissionDenied, or ValidationError at `note`.
    """
    follow_up = locked(follow_up, by)
    if follow_up.state is RoundState.TOLD:
        raise ValidationError({"note": _("The round is told. What was told stands.")})
    follow_up.seal(note=checked_note(follow_up.work, note))
    follow_up.save(update_fields=["note"])
    record(by=by, what="follow_up.noted", about=follow_up)
    return follow_up


def checked_note(work: Work, note: str) -> str:
    """The note as it may go out. Raises ValidationError at `note`."""
    note = note.strip().replace("\x00", "").replace("\r\n", "\n")
    if len(note) > LONGEST_NOTE:
        raise ValidationError({"note": _("This is very long. Make it shorter.")})
    if note:
        refuse_what_points(work, note, "note")
    return note


def locked(
    follow_up: FollowUp, by: Person, permission: Permission = Permission.FOLLOW_UP
) -> FollowUp:
    """The round as it stands now, for the rest of the transaction, for one who may."""
    rows = FollowUp.objects.select_for_update(of=("self",))
    found = rows.select_related("evaluation__work").get(pk=follow_up.pk)
    require(by, permission, found)
    return found


def days_from(work: Work, begins: date) -> list[date]:
    """The days of the agreed months, counted from a day."""
    return days_of(begins, read_months(terms_of(work).months))


def release_day(work: Work) -> date | None:
    """The day to count from, as near as it is known; None where no final report has gone out."""
    out = ReleasedReport.objects.filter(work=work, kind=ReportKind.FINAL).order_by("quarter")
    quarter = out.values_list("quarter", flat=True).first()
    if quarter is None:
        return None
    return clock.today() if quarter == quarter_of_today() else _last_day_of(quarter)


def _last_day_of(quarter: str) -> date:
    year, number = (int(part) for part in quarter.split("-"))
    return date(year, 3 * number, 30 if number in {2, 3} else 31)


def _held(evaluation: Evaluation, by: Person) -> Evaluation:
    """The evaluation, held: its rounds come one after the other. A closed one has no new ones."""
    rows = Evaluation.objects.select_for_update(of=("self",)).select_related("work")
    found = rows.get(pk=evaluation.pk)
    require(by, Permission.FOLLOW_UP, found)
    if found.work.is_closed:
        raise ValidationError(_("The evaluation is closed. Nobody is asked any more."))
    return found


def _plan(evaluation: Evaluation, day: date) -> FollowUp:
    last = evaluation.follow_ups.aggregate(last=Max("number"))["last"] or 0
    return FollowUp.objects.create(
        evaluation=evaluation, number=last + 1, due_on=day, key=evaluation.key
    )


def _close(follow_up: FollowUp, by: Person | None) -> None:
    follow_up.closed_on = clock.today()
    follow_up.save(update_fields=["closed_on"])
    record(by=by, what="follow_up.closed", about=follow_up)


def _chosen(work: Work, measures: Iterable[Measure]) -> list[Measure]:
    """The measures as they stand now, each once, in their order."""
    asked = {one.pk for one in measures}
    if not asked:
        raise ValidationError({"measures": _("Choose at least one measure.")})
    found = list(Measure.objects.filter(work=work, pk__in=asked))
    if len(found) != len(asked):
        raise ValidationError({"measures": _("The measures belong to another evaluation.")})
    return found


def _to_come(day: date, field: str) -> None:
    if day < clock.today():
        raise ValidationError({field: _("That day has passed.")})
