"""Every text by a person that goes into a report as it is, each with where it stands.

Statements are masked and quotes cleared on their own way here. These are not: somebody on the team
or in the service has written them freely, and may not have thought of what they tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from brukerstemmen.masking.language import guess
from brukerstemmen.reports.assembling import Material
from brukerstemmen.reports.chapters import appendix, dialogue
from brukerstemmen.reports.chapters.measures import measures_of, newest_answers
from brukerstemmen.reports.gathering import PrintedFinding
from brukerstemmen.reports.sentences import SECTIONS
from brukerstemmen.reports.states import ReportKind, Section


@dataclass(frozen=True)
class Written:
    """by_service: the service's own words, which tell nothing of those who took part.

    door, parts: the page where the team changes it, and what its address has after the evaluation.
    """

    where: str
    text: str
    language: str
    by_service: bool = False
    door: str = ""
    parts: tuple[object, ...] = ()


def texts_of(material: Material) -> Iterator[Written]:
    """The texts that are printed in this report."""
    report = material.report
    for section, text in material.sections.items():
        where, at = str(SECTIONS[Section(section)]), (report.kind, section)
        yield Written(where, text, report.language, door="reports:section", parts=at)
    if report.translated_from_id is not None:
        return
    # The files that go out are called after it too.
    yield _guessed(_("The title"), material.work.title, "evaluations:describe")
    yield from _of_evaluation(material)
    for finding in material.findings:
        yield from _of_finding(finding)
    if report.kind == ReportKind.FINAL:
        yield from _of_guide(material)
        yield from _of_dialogues(material)
        yield from _of_service(material)


def _guessed(where: str, text: str, door: str, *parts: object, by_service: bool = False) -> Written:
    return Written(where, text, guess(text), by_service, door, parts)


def _of_evaluation(material: Material) -> Iterator[Written]:
    promise, not_reached = map(material.evaluation.read, ("promise", "not_reached"))
    yield _guessed(_("The promise to those who took part"), promise, "evaluations:describe")
    yield _guessed(_("Whom we have not reached"), not_reached, "evaluations:describe")
    for name in material.theme_names:
        yield _guessed(_("The name of a theme"), name, "analysis:board")


def _of_finding(finding: PrintedFinding) -> Iterator[Written]:
    where = _("Finding %(number)s") % {"number": finding.number}
    texts = (finding.title, finding.good, finding.not_good, finding.better, finding.question)
    for text in (*texts, finding.nuance, *finding.minority):
        yield _guessed(where, text, "analysis:finding", finding.pk)


def _of_guide(material: Material) -> Iterator[Written]:
    for title, questions in appendix.asked(material.evaluation):
        for text in (title, *questions):
            yield _guessed(_("Appendix: what we asked about"), text, "evaluations:guide")


def _of_dialogues(material: Material) -> Iterator[Written]:
    for row in dialogue.approved(material.evaluation):
        where = _("Dialogue meeting %(number)s") % {"number": row.number}
        for text in (row.read("ground_rules"), row.read("programme")):
            yield _guessed(where, text, "dialogues:dialogue", row.number)


def _of_service(material: Material) -> Iterator[Written]:
    for measure in measures_of(material.work):
        where = _("Measure %(number)s") % {"number": measure.number}
        for text in (measure.title, measure.owner, measure.notice):
            at = "measures:for_service_measure"
            yield _guessed(where, text, at, measure.pk, by_service=True)
    matters = list(material.work.matters.all())
    newest = newest_answers(matters)
    for matter in matters:
        if (answer := newest.get(matter.pk)) is not None:
            where = _("The answer to finding %(number)s") % {"number": matter.number}
            yield _guessed(where, answer.reason, "measures:for_service", by_service=True)
