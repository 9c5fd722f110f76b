"""The yearly sheet of a service: what was put to it, what it said, what was done, what users feel,
and what is left. Made of released rows only, so it is the same sheet for the team and the service.

Words and counts of findings and measures; no score, and nothing to be ranked by. Six queries.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import AnsweredMatter, FeltTold, Matter, MeasureStep
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.measures.wording import SAYS, STATUSES, VERDICT_TONES, VERDICTS
from brukerstemmen.people import clock
from brukerstemmen.people.models import Work
from brukerstemmen.reports.wording import told_quarter

Line = dict[str, Any]
_NOES = (Status.REJECTED, Status.DEFERRED, Status.NOT_DONE)
_BEHIND = frozenset({Status.DONE, *_NOES})


@dataclass(frozen=True)
class Sheet:
    """One year. as_of: its last day, or today. findings: those put by then. new: those of them
    whose words are of this year.

    felt: what users said in rounds told this year. noes: what is a no on the last day, and why.
    """

    title: str
    parties: str
    year: int
    as_of: date
    findings: int
    new: int
    answers: list[Line]
    measures: list[Line]
    felt: list[Line]
    noes: list[Line]
    left: list[Line]


def years_of(work: Work) -> range:
    """The years there is a sheet of: from the first finding that was put, until this year."""
    quarters = Matter.objects.filter(work=work).values_list("quarter", flat=True)
    this_year = clock.today().year
    return range(min((_year(quarter) for quarter in quarters), default=this_year), this_year + 1)


def sheet_of(work: Work, year: int) -> Sheet:
    """The sheet as it stands on the last day of the year, or today while the year goes on."""
    as_of = min(date(year, 12, 31), clock.today())
    matters = [one for one in Matter.objects.filter(work=work) if _year(one.quarter) <= year]
    answers = _answers(work, as_of)
    steps = _newest_steps(work, as_of)
    said = [answers[one.pk].answer for one in matters if one.pk in answers]
    parties = work.party_rows.values_list("organisation__name", flat=True)
    return Sheet(
        title=work.title,
        parties=", ".join(dict.fromkeys(parties)),
        year=year,
        as_of=as_of,
        findings=len(matters),
        new=sum(1 for one in matters if _year(one.quarter) == year),
        answers=_counted(SAYS, (Says(one.says) for one in said)),
        measures=_counted(STATUSES, (Status(one.status) for one in steps)),
        felt=_felt(work, year),
        noes=[*_refused(matters, answers), *_not_done(steps)],
        left=[*_unanswered(matters, answers), *_unfinished(steps)],
    )


def _year(quarter: str) -> int:
    return int(quarter.split("-")[0])


def _answers(work: Work, as_of: date) -> dict[Any, AnsweredMatter]:
    """The newest answer to each finding."""
    rows = AnsweredMatter.objects.filter(answer__work=work, answer__on__lte=as_of)
    in_order = rows.select_related("answer").order_by("answer__number")
    return {row.matter_id: row for row in in_order}


def _newest_steps(work: Work, as_of: date) -> list[MeasureStep]:
    """What was said last of each measure that was there."""
    rows = MeasureStep.objects.filter(measure__work=work, on__lte=as_of)
    in_order = rows.select_related("measure").order_by("measure__number", "number")
    return list({row.measure_id: row for row in in_order}.values())


def _counted(words: dict[Any, Any], there: Iterable[Any]) -> list[Line]:
    """How many of each, in the order of the words; those that are not there are left out."""
    counts = Counter(there)
    return [{"term": words[one], "value": counts[one]} for one in words if counts[one]]


def _felt(work: Work, year: int) -> list[Line]:
    """Measure by measure, what users said in each round of the year: a word."""
    rows = FeltTold.objects.filter(
        follow_up__work=work, follow_up__quarter__startswith=f"{year}-"
    ).select_related("follow_up", "measure")
    told: dict[Any, Line] = defaultdict(dict)
    for row in rows.order_by("measure__number", "follow_up__number"):
        verdict = Verdict(row.verdict)
        line = told[row.measure_id]
        line |= {"number": row.measure.number, "title": row.measure.title}
        line.setdefault("rounds", []).append(
            {
                "when": told_quarter(row.follow_up.quarter),
                "claimed": STATUSES[Status(row.claimed)],
                "verdict": VERDICTS[verdict],
                "tone": VERDICT_TONES[verdict],
            }
        )
    return list(told.values())


def _refused(matters: Iterable[Matter], answers: dict[Any, AnsweredMatter]) -> list[Line]:
    return [
        {
            "name": _("Finding %(n)s: %(title)s") % {"n": one.number, "title": one.title},
            "says": SAYS[Says.NO],
            "why": answers[one.pk].answer.reason,
        }
        for one in matters
        if one.pk in answers and answers[one.pk].answer.says == Says.NO
    ]


def _not_done(steps: Iterable[MeasureStep]) -> list[Line]:
    return [
        {"name": _named(one), "says": STATUSES[Status(one.status)], "why": one.reason}
        for one in steps
        if one.status in _NOES
    ]


def _unanswered(matters: Iterable[Matter], answers: dict[Any, AnsweredMatter]) -> list[Line]:
    found = []
    for one in matters:
        name = _("Finding %(n)s: %(title)s") % {"n": one.number, "title": one.title}
        if one.pk not in answers:
            found.append({"name": name, "says": _("Has no answer"), "note": ""})
        elif answers[one.pk].answer.says == Says.TO_BE_CLARIFIED:
            answer = answers[one.pk].answer
            note = _owned(answer.clarified_by, answer.clarified_on)
            found.append({"name": name, "says": SAYS[Says.TO_BE_CLARIFIED], "note": note})
    return found


def _unfinished(steps: Iterable[MeasureStep]) -> list[Line]:
    return [
        {
            "name": _named(one),
            "says": STATUSES[Status(one.status)],
            "note": _owned(one.measure.owner, one.measure.deadline),
        }
        for one in steps
        if one.status not in _BEHIND
    ]


def _named(step: MeasureStep) -> str:
    told = {"n": step.measure.number, "title": step.measure.title}
    return _("Measure %(n)s: %(title)s") % told


def _owned(owner: str, day: date | None) -> str:
    by = _("by %(day)s") % {"day": date_format(day, "j. F Y")} if day else ""
    return " · ".join(part for part in (owner, by) if part)
