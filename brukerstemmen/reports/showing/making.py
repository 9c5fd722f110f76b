"""A report in the making: its sections, what must be rewritten, who has said yes, what hinders."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import ngettext

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions.approving import readers_of
from brukerstemmen.reports.actions.clearing import newest_test
from brukerstemmen.reports.actions.hindering import hinders
from brukerstemmen.reports.assembling import material_of, reading_of
from brukerstemmen.reports.models import RecognitionTest, Report, ReportApproval, ReportSection
from brukerstemmen.reports.pointing import Pointing
from brukerstemmen.reports.showing.quotes import counts
from brukerstemmen.reports.states import (
    OUT,
    Recognised,
    ReportKind,
    ReportState,
    Section,
    counts_as_tested,
    is_approved,
    sections_of,
)
from brukerstemmen.reports.written import Written as Text
from brukerstemmen.voices.finding import is_too_long

START = 160  # characters of a section that are shown in the list


@dataclass(frozen=True)
class Written:
    """One section. rewrite: what stands in it that must not go out as it is."""

    section: Section
    text: str = ""
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
    reading: str
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
    reading = reading_of(material_of(report))
    yes = report.approvals.filter(version=report.version, reading=reading).select_related("by")
    return Making(
        report=report,
        sections=sections(report),
        approvals=list(yes),
        reading=reading,
        is_approved=is_approved(readers_of(report, reading)),
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
    pointing = Pointing(report.work)
    asked = sections_of(ReportKind(report.kind))
    return [_written(one, rows.get(one), report.language, pointing) for one in asked]


def _written(
    section: Section, row: ReportSection | None, language: str, pointing: Pointing
) -> Written:
    if row is None:
        return Written(section)
    text = row.read("text")
    return Written(section, text, to_rewrite(text, language, pointing))


def to_rewrite(text: str, language: str, pointing: Pointing) -> list[str]:
    """The stretches that must be rewritten before this goes out, as the release asks of them."""
    if is_too_long(text):
        return []  # what is typed is refused for its length; what is kept hinders the release
    told = Text("", text, language)
    return [*pointing.counts_in(told), *pointing.names_in(told)]


def must_be_rewritten(report: Report) -> list[Section]:
    """The sections in which something stands that must not go out as it is."""
    return [one.section for one in sections(report) if one.rewrite]


def missing(making: Making) -> list[dict[str, Any]]:
    """What stops it from going out, and what it may go without."""
    report = making.report
    if report.state in OUT:
        return []
    hard = [{"sentence": one, "hard": True} for one in hinders(report)]
    return [*hard, *({"sentence": one} for one in _soft(making))]


def _soft(making: Making) -> Iterator[str]:
    if empty := sum(not one.text for one in making.sections):
        told = ngettext(
            "%(number)s section is not written yet.",
            "%(number)s sections are not written yet.",
            empty,
        )
        yield told % {"number": empty}
    if waiting := making.proposed - making.cleared:
        told = ngettext(
            "%(number)s quote is put forward and not cleared. It stays out.",
            "%(number)s quotes are put forward and not cleared. They stay out.",
            waiting,
        )
        yield told % {"number": waiting}


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
    """Every test, the newest first. Two queries."""
    rows = evaluation.recognition_tests.select_related("key__outer", "registered_by")
    newest = tested(evaluation)
    return [
        Tried(
            row.on,
            row.read("tester"),
            sentences.RESULTS[Recognised(row.result)],
            row.read("note"),
            row.registered_by.name,
            counts=newest.counts and row == newest.test,
        )
        for row in rows.order_by("-on")
    ]
