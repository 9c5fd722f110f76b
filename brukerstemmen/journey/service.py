"""What the service sees of evaluations: released things only. The database refuses the rest.

Where a work stands is what the service has been told, never what has happened inside since.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.evaluations.steps import Step
from brukerstemmen.evaluations.wording import STEPS
from brukerstemmen.followups.models import WhatHappened
from brukerstemmen.journey.models import Progress
from brukerstemmen.journey.wording import FOR_SERVICE, REPORTS
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import AnsweredMatter, FollowUpTold, Matter
from brukerstemmen.measures.states import AGREED, Status
from brukerstemmen.measures.wording import VERDICTS
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission, Role, roles_with
from brukerstemmen.people.models import Grant, Person, Work
from brukerstemmen.people.models.work import WorkKind
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.states import ReportKind
from brukerstemmen.reports.wording import told_quarter
from brukerstemmen.voices.models.participants import Language

Line = dict[str, Any]  # as the parts in components/ take them
_FINISHED = {Status.DONE, Status.REJECTED, Status.NOT_DONE}
# What is taken up again has a line of its own.
_SAID = {*_FINISHED, Status.REOPENED}


@dataclass(frozen=True)
class ForService:
    """One evaluation as the service may know of it. telephone: "" if the centre has given none.

    steps: [] until somebody has told where it stands. matters: how many are put to the service.
    felt: what users said when they were asked last, in words with how many measures each is about;
    felt_in: when; felt_by: how many answered, None where they are too few. story_url: "" until
    what happened is published.
    """

    slug: str
    title: str
    parties: str
    centre: str
    contacts: list[str]
    telephone: str
    steps: list[Line]
    place: Line
    waits: list[Line]
    reports: list[Line]
    matters: int
    matters_url: str
    measures: list[Line]
    measures_url: str
    sheet_url: str
    felt: list[Line]
    felt_in: str
    felt_by: int | None
    story_url: str
    closed_on: date | None


def evaluations_for(person: Person) -> list[ForService]:
    """The evaluations in which the person stands on the service's side today. Thirteen queries."""
    return [_told(work) for work in _works(person)]


def evaluation_for(person: Person, slug: str) -> ForService | None:
    """One of them; None if the person does not stand there."""
    work = _works(person).filter(slug=slug).first()
    return _told(work) if work else None


def _works(person: Person) -> "QuerySet[Work]":
    grants = Grant.objects.of(person).in_force().with_roles(roles_with(Permission.SEE_RELEASED))
    leads = Grant.objects.in_force().filter(role=Role.LEAD, person__is_active=True)
    answered = Exists(AnsweredMatter.objects.filter(matter=OuterRef("pk")))
    # The whole document lies in the row, and is not read for a list.
    reports = ReleasedReport.objects.defer("content").select_related("comment_round")
    return (
        Work.objects.filter(kind=WorkKind.EVALUATION, pk__in=grants.values("work"))
        .select_related("centre__profile", "asking")
        .prefetch_related(
            "party_rows__organisation",
            Prefetch("grants", leads.select_related("person"), to_attr="leads"),
            Prefetch("progress", Progress.objects.order_by("-number"), to_attr="tellings"),
            Prefetch("matters", Matter.objects.annotate(is_answered=answered), to_attr="put"),
            Prefetch("released_reports", reports, to_attr="out"),
            Prefetch("follow_ups_told", FollowUpTold.objects.prefetch_related("felt")),
            Prefetch("what_happened", WhatHappened.objects.only("work"), to_attr="stories"),
            "measures",
        )
    )


def _told(work: Work) -> ForService:
    newest = next(iter(work.tellings), None)
    return ForService(
        slug=work.slug,
        title=work.title,
        parties=", ".join(dict.fromkeys(row.organisation.name for row in work.party_rows.all())),
        centre=work.centre.name,
        contacts=[grant.person.name for grant in work.leads],
        telephone=work.centre.profile.telephone,
        steps=_steps(Step(newest.step)) if newest else [],
        place=_place(newest) if newest else {},
        waits=[
            *_unanswered(work),
            *_taken_up_again(work),
            *_to_comment(work.slug, work.out),
            *_unfinished(work),
        ],
        reports=[_report_line(work.slug, report, work.out) for report in _in_order(work.out)],
        matters=len(work.put),
        matters_url=reverse("measures:answers", args=[work.slug]),
        measures=_measures(work),
        measures_url=reverse("measures:measures", args=[work.slug]),
        **_felt(work),
        story_url=reverse("followups:story", args=[work.slug]) if work.stories else "",
        closed_on=work.closed_on,
        sheet_url=reverse("journey:service_yearly", args=[work.slug, clock.today().year]),
    )


def _steps(here: Step) -> list[Line]:
    """The eight steps, as they were told: those before lie behind, those after are to come."""
    place = list(Step).index(here)
    state = {-1: "done", 0: "now", 1: "next"}
    return [
        {
            "number": number + 1,
            "name": STEPS[step],
            "state": state[(number > place) - (number < place)],
        }
        for number, step in enumerate(Step)
    ]


def _place(newest: Progress) -> Line:
    step = Step(newest.step)
    return {
        "number": list(Step).index(step) + 1,
        "of": len(Step),
        "name": STEPS[step],
        "meaning": FOR_SERVICE[step],
        "note": newest.note,
        "on": newest.on,
    }


def _unanswered(work: Work) -> list[Line]:
    """One line for all of them: how many, how long they have waited, and by when."""
    number = sum(1 for matter in work.put if not matter.is_answered)
    asking = getattr(work, "asking", None)
    if not number or asking is None:
        return []
    label = ngettext("Answer %(n)s finding", "Answer %(n)s findings", number)
    days = (clock.today() - asking.asked_on).days
    waited = ngettext("Has waited for %(n)s day", "Have waited for %(n)s days", days) % {"n": days}
    return [
        {
            "label": label % {"n": number},
            "url": reverse("measures:answers", args=[work.slug]),
            "note": " · ".join([waited, _until(asking.answer_by)]),
        }
    ]


def _until(day: date) -> str:
    told = {"day": date_format(day, "j. F")}
    if day < clock.today():
        return _("the day was %(day)s") % told
    return _("by %(day)s") % told


def _to_comment(slug: str, reports: Iterable[ReleasedReport]) -> list[Line]:
    """Reports whose facts may still be commented on. Nobody needs to."""
    return [
        {
            "label": _("Read the %(report)s, and tell us if a fact is wrong")
            % {"report": str(REPORTS[ReportKind(report.kind)]).lower()},
            "url": reverse("reports:service_report", args=[slug, report.pk]),
            "note": _until(around.until),
        }
        for report in reports
        if (around := getattr(report, "comment_round", None)) and around.until >= clock.today()
    ]


def _unfinished(work: Work) -> list[Line]:
    """Measures whose day has passed without the service saying what became of them."""
    late = [
        one
        for one in work.measures.all()
        if one.deadline and one.deadline < clock.today() and one.status_now not in _SAID
    ]
    if not late:
        return []
    label = ngettext(
        "Tell what became of %(n)s measure", "Tell what became of %(n)s measures", len(late)
    )
    return [
        {
            "label": label % {"n": len(late)},
            "url": reverse("measures:measures", args=[work.slug]),
            "note": _("The day they were to be done has passed"),
        }
    ]


def _taken_up_again(work: Work) -> list[Line]:
    """Measures that are said to be done, and that users do not feel."""
    number = sum(1 for one in work.measures.all() if one.status_now is Status.REOPENED)
    if not number:
        return []
    label = ngettext(
        "Say how you go on with %(n)s measure that is taken up again",
        "Say how you go on with %(n)s measures that are taken up again",
        number,
    )
    return [
        {
            "label": label % {"n": number},
            "url": reverse("measures:measures", args=[work.slug]),
            "note": _("Users have said that they do not notice it"),
        }
    ]


def _felt(work: Work) -> dict[str, Any]:
    """What users said together in the last round that was told."""
    newest = max(work.follow_ups_told.all(), key=lambda one: one.number, default=None)
    verdicts = Counter(row.verdict for row in newest.felt.all()) if newest else {}
    in_order = sorted(verdicts, key=list(VERDICTS).index, reverse=True)
    return {
        "felt": [{"term": VERDICTS[Verdict(one)], "value": verdicts[one]} for one in in_order],
        "felt_in": told_quarter(newest.quarter) if newest else "",
        "felt_by": newest.replies if newest else None,
    }


def _in_order(reports: Iterable[ReleasedReport]) -> list[ReleasedReport]:
    """The final report first, translations last, the newest edition first."""
    languages = list(Language)
    return sorted(
        reports, key=lambda one: (one.kind, languages.index(Language(one.language)), -one.edition)
    )


def _report_line(slug: str, report: ReleasedReport, among: Iterable[ReleasedReport]) -> Line:
    newest = max(
        one.edition for one in among if (one.kind, one.language) == (report.kind, report.language)
    )
    parts = [told_quarter(report.quarter), str(Language(report.language).label)]
    if newest > 1:
        parts.append(_("edition %(number)s") % {"number": report.edition})
    return {
        "name": REPORTS[ReportKind(report.kind)],
        "url": reverse("reports:service_report", args=[slug, report.pk]),
        "note": " · ".join(parts),
        "is_earlier": report.edition < newest,
        "outdated": report.outdated,
    }


def _measures(work: Work) -> list[Line]:
    """How many there are, how many are agreed on and done, and the next day something is due."""
    there = list(work.measures.all())
    if not there:
        return []
    agreed = [one for one in there if one.status_now in AGREED]
    done = sum(1 for one in agreed if one.status_now is Status.DONE)
    today = clock.today()
    days = [one.deadline for one in agreed if one.deadline and one.status_now not in _FINISHED]
    due = [day for day in days if day >= today]  # those that have passed wait above
    lines: list[Line] = [
        {"term": _("Measures"), "value": len(there)},
        {"term": _("Agreed on"), "value": len(agreed)},
        {"term": _("You say: done"), "value": done},
    ]
    if due:
        lines.append({"term": _("Next deadline"), "value": date_format(min(due), "j. F Y")})
    return lines
