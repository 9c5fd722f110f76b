"""The measure plan of a service, in the words of the regulation on management and quality
improvement in the health and care services, sections 6 to 9: plan, do, evaluate, correct.

Made of what is released only, once, for the page, the print file and the spreadsheet.
"""

from dataclasses import dataclass, field
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _

from brukerstemmen.measures import showing
from brukerstemmen.measures.showing import MatterShown, MeasureShown, StepShown
from brukerstemmen.measures.states import Status
from brukerstemmen.measures.wording import claimed
from brukerstemmen.people import clock
from brukerstemmen.people.models import Work

# What is said about these belongs under correct: something goes otherwise than was thought.
_OTHERWISE = frozenset(
    {
        Status.DEFERRED,
        Status.REJECTED,
        Status.NOT_DONE,
        Status.NEEDS_DECISION,
        Status.REOPENED,
    }
)
_ON_THE_WAY = frozenset({Status.PLANNED, Status.IN_PROGRESS})
_SAYS_HOW_IT_WENT = frozenset({Status.DONE, Status.PARTLY})


@dataclass(frozen=True)
class Row:
    """One measure. The four lists hold sentences, one under each duty of the regulation."""

    number: int
    title: str
    plan: list[str]
    do: list[str]
    evaluate: list[str]
    correct: list[str]


@dataclass(frozen=True)
class Plan:
    """without: findings that no measure answers, with what the service says to them."""

    title: str
    made_on: date
    rows: list[Row] = field(default_factory=list)
    without: list[str] = field(default_factory=list)


def columns() -> list[tuple[str, str]]:
    """Each duty, and where it stands."""
    return [
        (_("Plan"), _("section 6")),
        (_("Do"), _("section 7")),
        (_("Evaluate"), _("section 8")),
        (_("Correct"), _("section 9")),
    ]


def plan_of(work: Work) -> Plan:
    """Eleven queries, for many measures as for few."""
    return Plan(
        title=work.title,
        made_on=clock.today(),
        rows=[_row(measure) for measure in showing.measures_of(work)],
        without=[_told(one) for one in showing.matters_of(work) if not one.measures],
    )


def _row(measure: MeasureShown) -> Row:
    row = measure.row
    return Row(
        number=row.number,
        title=row.title,
        plan=_plan(measure),
        do=_do(measure),
        evaluate=_evaluate(measure),
        correct=_correct(measure),
    )


def _plan(measure: MeasureShown) -> list[str]:
    row = measure.row
    serves = [
        (_("finding %(number)s") if one.fully else _("finding %(number)s in part"))
        % {"number": one.matter.number}
        for one in measure.serves
    ]
    day = formats.date_format(row.deadline) if row.deadline else _("not decided")
    return [
        _("Answers: %(findings)s") % {"findings": ", ".join(serves)},
        _("Kind: %(kind)s") % {"kind": measure.kind},
        _("Owner: %(owner)s") % {"owner": row.owner or _("not decided")},
        _("Deadline: %(day)s") % {"day": day},
    ]


def _do(measure: MeasureShown) -> list[str]:
    """What was said on the way, and where it stands."""
    told = []
    for step in reversed(measure.steps):
        on_the_way = step.row.status in _ON_THE_WAY
        if on_the_way and step.row.reason:
            told.append(_said(step))
        elif step is measure.last:
            told.append(f"{step.word}, {_when(step)}")
    return told or [str(measure.word)]


def _evaluate(measure: MeasureShown) -> list[str]:
    notice = measure.row.notice or _("not decided")
    told = [_("How a user will notice: %(notice)s") % {"notice": notice}]
    return [*told, *_reasons(measure, _SAYS_HOW_IT_WENT), *_felt(measure)]


def _felt(measure: MeasureShown) -> list[str]:
    """What the service said and what users said, round by round: two things, never made one."""
    return [
        _("Follow-up %(number)s. %(claimed)s. %(felt)s.")
        % {
            "number": one.row.follow_up.number,
            "claimed": claimed(Status(one.row.claimed)),
            "felt": one.word,
        }
        for one in reversed(measure.felt)
    ]


def _correct(measure: MeasureShown) -> list[str]:
    told = _reasons(measure, _OTHERWISE)
    if measure.is_late:
        told.append(_("The deadline has passed."))
    if measure.nobody_answers:
        told.append(_("Nobody answers for this today."))
    return told or [_("Nothing so far.")]


def _reasons(measure: MeasureShown, statuses: frozenset[Status]) -> list[str]:
    """What was said when it stood so, the oldest first."""
    return [
        _said(step)
        for step in reversed(measure.steps)
        if step.row.reason and step.row.status in statuses
    ]


def _said(step: StepShown) -> str:
    return f"{step.word}, {_when(step)}: {step.row.reason}"


def _when(step: StepShown) -> str:
    return formats.date_format(step.row.on, "SHORT_DATE_FORMAT")


def _told(matter: MatterShown) -> str:
    named = {"number": matter.row.number, "title": matter.row.title}
    if matter.newest is None:
        return _("Finding %(number)s, %(title)s: not answered yet.") % named
    said = matter.newest
    reason = f" {said.row.reason}" if said.row.reason else ""
    answer = _("Finding %(number)s, %(title)s: %(says)s.") % (named | {"says": said.word})
    return f"{answer}{reason}"
