"""A report in the making: its sections, what must be rewritten, who has said yes, what hinders."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.models import CentreProfile
from brukerstemmen.privacy.figures_in_text import small_counts
from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions.approving import readers_of
from brukerstemmen.reports.actions.clearing import newest_test
from brukerstemmen.reports.models import RecognitionTest, Report, ReportApproval, ReportSection
from brukerstemmen.reports.showing.quotes import counts
from brukerstemmen.reports.states import (
    Recognised,
    ReportKind,
    ReportState,
    Section,
    counts_as_tested,
    is_approved,
    sections_of,
)
from brukerstemmen.voices.finding import NEVER_KEPT, context_of, hits_in

START = 160  # characters of a section that are shown in the list


@dataclass(frozen=True)
class Written:
    """One section. rewrite: what stands in it that must not go out as it is."""

    section: Section
    text: str = ""
    version: int = 0
    rewrite: list[str] = field(default_factory=list)

    @property
    def name(self) -> Promise | str:
        return sentences.SECTIONS[self.section]

    @property
    def hint(self) -> Promise | str:
        return sentences.HINTS[self.section]

    @property
    def start(self) -> str:
        words = " ".join(self.text.split())
        return words if len(words) <= START else f"{words[:START].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True)
class Making:
    """The page of a report. report: None until it is begun."""

    report: Report
    sections: list[Written]
    approvals: list[ReportApproval]
    is_approved: bool
    languages: list[Report]
    cleared: int
    proposed: int
    test: "Tested"

    @property
    def state(self) -> Promise | str:
        return sentences.STATES[ReportState(self.report.state)]


@dataclass(frozen=True)
class Tested:
    test: RecognitionTest | None
    counts: bool


def making_of(report: Report) -> Making:
    """Everything about one report, in a fixed number of queries."""
    evaluation = report.evaluation
    cleared, proposed = counts(evaluation)
    yes = report.approvals.filter(version=report.version).select_related("by")
    return Making(
        report=report,
        sections=sections(report),
        approvals=list(yes),
        is_approved=is_approved(readers_of(report)),
        languages=languages_of(evaluation, ReportKind(report.kind)),
        cleared=cleared,
        proposed=proposed,
        test=tested(evaluation),
    )


def languages_of(evaluation: Evaluation, kind: ReportKind) -> list[Report]:
    """The language versions, the one the others follow first."""
    rows = evaluation.reports.filter(kind=kind).select_related("translated_from")
    return sorted(rows, key=lambda one: (one.translated_from_id is not None, one.language))


def tested(evaluation: Evaluation) -> Tested:
    test = newest_test(evaluation)
    return Tested(test, test is not None and test_counts(test))


def test_counts(test: RecognitionTest) -> bool:
    """Whether it lets copies out today, if it is the newest."""
    return counts_as_tested(test.on, Recognised(test.result), on=clock.today())


def sections(report: Report) -> list[Written]:
    """Every section of the report, written or not, in the order it is read. Four queries."""
    rows = {row.section: row for row in report.sections.select_related("key__outer")}
    look = Looking.for_report(report)
    return [
        written(section, rows.get(section), look)
        for section in sections_of(ReportKind(report.kind))
    ]


def written(section: Section, row: ReportSection | None, look: "Looking") -> Written:
    if row is None:
        return Written(section)
    text = row.read("text")
    return Written(section, text, row.version, look.at(text))


@dataclass(frozen=True)
class Looking:
    """What a text is looked through with: for small counts, and for what leads to somebody."""

    language: str
    smallest_group: int
    context: Any

    @classmethod
    def for_report(cls, report: Report) -> "Looking":
        profile = CentreProfile.objects.get(centre=report.work.centre_id)
        return cls(report.language, profile.smallest_group, context_of(report.work))

    def at(self, text: str) -> list[str]:
        """The stretches that must be rewritten before this goes out."""
        hits = hits_in(text, self.language, self.context)
        leads = [hit.text for hit in hits if hit.span.label in NEVER_KEPT]
        return [*small_counts(text, self.language, self.smallest_group), *leads]


def must_be_rewritten(report: Report) -> list[Section]:
    """The sections in which something stands that must not go out as it is."""
    return [one.section for one in sections(report) if one.rewrite]


def hinders(making: Making) -> list[dict[str, Any]]:
    """What is missing before the report can go out, each with the way there."""
    slug, kind = making.report.work.slug, making.report.kind
    return [
        {"sentence": sentence, "hard": hard, "url": url}
        for sentence, hard, url in (
            *_of_text(making, slug, kind),
            *_of_people(making, slug),
        )
    ]


Hinder = tuple[str, bool, str]


def _of_text(making: Making, slug: str, kind: str) -> Iterable[Hinder]:
    query = f"?sprak={making.report.language}"
    for one in making.sections:
        if one.rewrite:
            at = reverse("reports:section", args=[slug, kind, one.section]) + query
            yield _("%(section)s: something must be rewritten.") % {"section": one.name}, True, at
    if empty := sum(not one.text for one in making.sections):
        told = ngettext(
            "%(number)s section is not written yet.",
            "%(number)s sections are not written yet.",
            empty,
        )
        yield told % {"number": empty}, False, "#sections"
    if making.report.is_outdated:
        yield _("This language is out of date."), True, "#languages"


def _of_people(making: Making, slug: str) -> Iterable[Hinder]:
    if waiting := making.proposed - making.cleared:
        told = ngettext(
            "%(number)s quote is put forward and not cleared. It stays out.",
            "%(number)s quotes are put forward and not cleared. They stay out.",
            waiting,
        )
        yield told % {"number": waiting}, False, reverse("reports:quotes", args=[slug])
    if not making.test.counts:
        told = _("Nobody has tried in the last 30 days whether anybody can be recognised.")
        if making.test.test is not None and making.test.test.result == Recognised.SOMEBODY:
            told = _("The last test showed that somebody can be recognised.")
        yield told, True, reverse("reports:recognition", args=[slug])
    if not making.is_approved:
        told = _("Two different people approve it, one of them with own experience as a user.")
        yield told, True, "#approvals"


@dataclass(frozen=True)
class Tried:
    """A test as it is listed. counts: it is the newest, and lets copies out today."""

    on: date
    tester: str
    result: Promise | str
    note: str
    by: str
    counts: bool


def tests_of(evaluation: Evaluation) -> list[Tried]:
    """Every test, the newest first. One query."""
    rows = evaluation.recognition_tests.select_related("key__outer", "registered_by")
    newest_first = list(rows.order_by("-on", "-pk"))
    return [
        Tried(
            row.on,
            row.read("tester"),
            sentences.RESULTS[Recognised(row.result)],
            row.read("note"),
            row.registered_by.name,
            counts=place == 0 and test_counts(row),
        )
        for place, row in enumerate(newest_first)
    ]
