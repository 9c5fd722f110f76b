"""The lead's page before a report goes out: what hinders it, what follows with it, what is out."""

from dataclasses import dataclass

from django.urls import reverse

from brukerstemmen.dialogues.showing.counting import agreed_proposals
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions.hindering import hindrances_of
from brukerstemmen.reports.assembling import Material, material_of
from brukerstemmen.reports.models import Report
from brukerstemmen.reports.showing.released import Edition, editions_of
from brukerstemmen.reports.states import OUT, ReportKind, Section, sections_of


@dataclass(frozen=True)
class Releasing:
    """unwritten: chapters that are left out. measures: agreed on in the room, not handed over."""

    report: Report
    is_out: bool
    hinders: list[str]
    unwritten: list[str]
    findings: int
    quotes: int
    editions: list[Edition]
    measures: int

    @property
    def may_go(self) -> bool:
        return not self.hinders


def releasing_of(report: Report) -> Releasing:
    material = material_of(report)
    is_out = report.state in OUT
    return Releasing(
        report=report,
        is_out=is_out,
        hinders=[] if is_out else hindrances_of(material),
        unwritten=_unwritten(material),
        findings=len(material.findings),
        quotes=sum(len(finding.quotes) for finding in material.findings),
        editions=[one for one in editions_of(report.work) if one.report.kind == report.kind],
        measures=waiting_measures(report.evaluation),
    )


def _unwritten(material: Material) -> list[str]:
    asked = sections_of(ReportKind(material.report.kind))
    return [
        str(sentences.SECTIONS[one])
        for one in asked
        if one not in material.sections and one is not Section.METHOD
    ]


def waiting_measures(evaluation: Evaluation) -> int:
    return agreed_proposals(evaluation).filter(became__isnull=True).count()


def report_in(evaluation: Evaluation, kind: ReportKind, language: str) -> Report | None:
    """The report in this language; in the one it is written in first where nothing is asked."""
    found = list(
        Report.objects.filter(evaluation=evaluation, kind=kind).select_related(
            "evaluation__work__centre", "translated_from"
        )
    )
    first = next((one for one in found if one.translated_from_id is None), None)
    return next((one for one in found if one.language == language), first)


def address_of(name: str, report: Report) -> str:
    """The address of a door about this report, in its language."""
    at = reverse(f"reports:{name}", args=[report.work.slug, report.kind])
    return f"{at}?sprak={report.language}"
