"""A report as one document, made of what is there now: the team's sections, the findings with
cleared quotes, published counts, and for a final report what the dialogue and the service said."""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.models.work import Part as PartOfWork
from brukerstemmen.people.models.work import Work
from brukerstemmen.reports.chapters import appendix, dialogue, findings, measures, method, numbers
from brukerstemmen.reports.chapters.texts import chapter, parts_of
from brukerstemmen.reports.counts import Counted, counted
from brukerstemmen.reports.document import Document, Paragraph, Part
from brukerstemmen.reports.gathering import PrintedFinding, findings_of
from brukerstemmen.reports.models import Report
from brukerstemmen.reports.sentences import KINDS
from brukerstemmen.reports.states import ReportKind, Section

Sections = dict[str, str]


@dataclass(frozen=True)
class Material:
    """Everything a report is made of, read once: what is printed is also what is kept."""

    report: Report
    sections: Sections
    findings: list[PrintedFinding]
    counted: Counted

    @property
    def theme_names(self) -> list[str]:
        """What stands beside the counts, as long as somebody may still write it otherwise."""
        return [] if self.counted.quarter else list(self.counted.published.groups)

    @property
    def evaluation(self) -> Evaluation:
        return self.report.evaluation

    @property
    def work(self) -> Work:
        return self.report.evaluation.work


def assemble(report: Report, *, edition: int = 1) -> Document:
    """The document as it stands today. Each time the quotes stand in another order."""
    return document_of(material_of(report), edition=edition)


def material_of(report: Report) -> Material:
    return Material(
        report, sections_of(report), findings_of(report.evaluation), counted(report.evaluation)
    )


def reading_of(material: Material) -> str:
    """A mark of what the team answers for. Where it is another, it is another report that was
    read: a finding was changed, a quote came or went. What the service says of itself, and the
    counts, which nobody writes, are no part of it; what the groups are called is.
    """
    told = [sorted(material.sections.items()), [_read(one) for one in material.findings]]
    told.append([*sorted(material.theme_names), *of_evaluation(material)])
    if material.report.kind == ReportKind.FINAL:
        told.append([*dialogue.words_of(material.evaluation)])
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def of_evaluation(material: Material) -> list[str]:
    """What the evaluation says of itself, which stands in how it was done."""
    if material.report.translated_from_id is not None:
        return []
    return [material.evaluation.read(name) for name in ("promise", "not_reached")]


def _read(finding: PrintedFinding) -> list[object]:
    """A finding and its quotes, in whatever order they stand this time."""
    told = {**asdict(finding), "pk": "", "quotes": ""}
    return [sorted(told.items()), sorted((one.words, one.is_contrary) for one in finding.quotes)]


def sections_of(report: Report) -> Sections:
    """What the team has written, by section. Empty ones are not there."""
    rows = report.sections.select_related("key__outer__outer")
    return {row.section: text for row in rows if (text := row.read("text").strip())}


def quarter_of_today() -> str:
    """The quarter, such as 2025-1: nothing that goes out is dated finer."""
    today = clock.today()
    return f"{today.year}-{(today.month + 2) // 3}"


def document_of(material: Material, *, edition: int = 1) -> Document:
    """The document, in the language of the report."""
    with override(material.report.language):
        is_final = material.report.kind == ReportKind.FINAL
        whole = _final if is_final else _process
        body = _translated(material) if material.report.translated_from_id else whole(material)
        return Document(
            title=material.work.title,
            subtitle=str(KINDS[ReportKind(material.report.kind)]),
            centre=material.work.centre.name,
            service=service_of(material.work),
            quarter=quarter_of_today(),
            language=material.report.language,
            parts=tuple(body),
            easy=tuple(parts_of(material.sections.get(Section.EASY, ""), level=2)),
            front=((_("Edition"), str(edition)),) if edition > 1 else (),
        )


def service_of(work: Work) -> str:
    rows = work.party_rows.filter(part=PartOfWork.SERVICE).order_by("pk")
    return ", ".join(rows.values_list("organisation__name", flat=True))


def _written(material: Material, section: Section) -> list[Part]:
    return parts_of(material.sections.get(section, ""))


def _beginning(material: Material) -> list[Part]:
    how = method.how_it_was_done(
        material.evaluation,
        material.counted,
        material.sections.get(Section.METHOD, ""),
        in_translation=material.report.translated_from_id is not None,
    )
    return [
        *chapter(_("Summary"), _written(material, Section.SUMMARY)),
        *chapter(_("Background"), _written(material, Section.BACKGROUND)),
        *chapter(_("Aims and questions"), _written(material, Section.AIMS)),
        *chapter(_("How we did it"), how),
    ]


def _findings(material: Material, introduction: str) -> list[Part]:
    return [
        Paragraph(introduction),
        *numbers.who_spoke_about_what(material.counted.published),
        *findings.told(material.findings, is_final=material.report.kind == ReportKind.FINAL),
    ]


def _translated(material: Material) -> list[Part]:
    """What is written in this language. Findings and quotes stand in the language they have."""
    told = _("The findings, and what people said in their own words, are in the whole report.")
    return [
        *_beginning(material),
        *chapter(_("What users and staff said together"), _written(material, Section.DIALOGUE)),
        *chapter(_("Recommendations"), _written(material, Section.RECOMMENDATIONS)),
        *chapter(_("How it is followed up"), _written(material, Section.FOLLOW_UP)),
        Paragraph(told),
    ]


def _process(material: Material) -> list[Part]:
    introduction = _(
        "The findings are preliminary. They are made to be talked about, by those who use the"
        " service and those who work in it, as equals."
    )
    onward = [*_written(material, Section.FOLLOW_UP), *_onward()]
    return [
        *_beginning(material),
        *chapter(_("Findings"), _findings(material, introduction)),
        *chapter(_("What happens now"), onward),
    ]


def _onward() -> list[Part]:
    told = _(
        "Users and staff meet and talk about the findings. The service answers every one of them."
        " A final report tells what was said together, and what will be done."
    )
    return [Paragraph(told)]


def _final(material: Material) -> list[Part]:
    evaluation, sections = material.evaluation, material.sections
    met = dialogue.approved(evaluation)
    together = dialogue.what_was_said(
        evaluation, met, material.findings, sections.get(Section.DIALOGUE, "")
    )
    agreed = measures.agreed_on(material.work, sections.get(Section.RECOMMENDATIONS, ""))
    introduction = _("What works stands here with the same weight as what does not.")
    return [
        *_beginning(material),
        *chapter(_("Findings"), _findings(material, introduction)),
        *chapter(_("What users and staff said together"), together),
        *chapter(_("Recommendations and agreed measures"), agreed),
        *chapter(_("How it is followed up"), _followed_up(material)),
        *appendix.guide(evaluation),
        *appendix.programme(met),
    ]


def _followed_up(material: Material) -> list[Part]:
    told = _(
        "The service tells how far each measure has come, and why, where something was not done."
        " Those who took part are told what became of what they said."
    )
    return _written(material, Section.FOLLOW_UP) or [Paragraph(told)]
