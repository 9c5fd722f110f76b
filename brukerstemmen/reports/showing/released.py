"""What has gone out, and what was said about it. Nothing here is read from where it was made."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.fields.json import KT

from brukerstemmen.measures.models import Matter
from brukerstemmen.people import clock
from brukerstemmen.people.models import CentreProfile, Work
from brukerstemmen.reports import document, sentences
from brukerstemmen.reports.document import Document
from brukerstemmen.reports.models import (
    CommentOutcome,
    CommentRound,
    FactComment,
    ReleasedReport,
)
from brukerstemmen.reports.states import ReportKind
from brukerstemmen.voices.models.participants import Language


@dataclass(frozen=True)
class Edition:
    """A report as a list shows it. is_newest: no later edition in this language."""

    report: ReleasedReport
    is_newest: bool

    @property
    def comments(self) -> int:
        return int(self.report.said)  # type: ignore[attr-defined]

    @property
    def waiting(self) -> int:
        return int(self.report.unsaid)  # type: ignore[attr-defined]

    @property
    def has_easy(self) -> bool:
        return self.report.easy not in {None, "[]"}  # type: ignore[attr-defined]

    @property
    def name(self) -> Any:
        return sentences.KINDS[ReportKind(self.report.kind)]

    @property
    def language(self) -> Any:
        return Language(self.report.language).label

    @property
    def to_archive(self) -> str:
        """The lead's door to an archive further up; "" where there is none, or nothing to put."""
        if not (self.report.is_public and self.is_newest):
            return ""
        return next((there for ask in TO_ARCHIVE if (there := ask(self.report))), "")


def rows() -> Any:
    """All that has gone out; a door narrows it."""
    return ReleasedReport.objects.select_related("work__centre__profile", "comment_round")


def editions_of(work: Work) -> list[Edition]:
    """Everything of one work, newest first. One query; the documents are not read."""
    found = (
        ReleasedReport.objects.filter(work=work)
        .defer("content")
        .annotate(
            said=Count("comments"),
            unsaid=Count("comments", filter=Q(comments__outcome=CommentOutcome.WAITING)),
            easy=KT("content__easy"),
        )
    )
    for row in found:
        row.work = work
    ordered = sorted(found, key=lambda row: (row.quarter, row.kind, row.edition), reverse=True)
    newest = _newest(ordered)
    return [Edition(row, row.pk in newest) for row in ordered]


def for_participant(work: Work) -> list[Edition]:
    """What a participant is shown: the newest edition of each, the last report first, and what is
    translated after the one in the language people spoke."""
    there = [one for one in editions_of(work) if one.is_newest]
    kinds = list(reversed(ReportKind))
    return sorted(
        there,
        key=lambda one: (
            kinds.index(ReportKind(one.report.kind)),
            one.report.language != Language.NB,
        ),
    )


def _newest(found: Iterable[ReleasedReport]) -> set[uuid.UUID]:
    last: dict[tuple[str, str], ReleasedReport] = {}
    for row in sorted(found, key=lambda row: row.edition):
        last[row.kind, row.language] = row
    return {row.pk for row in last.values()}


# What rooms further up have beside a public report: an address, or "" as long as there is nothing.
BESIDE_PUBLIC: list[Callable[[Work], str]] = []


# The archive of a room further up: the lead's door to it, and where a report stands there in one of
# its forms (page, easy, pdf, pdf_easy, word); "" where it does not.
TO_ARCHIVE: list[Callable[[ReleasedReport], str]] = []
IN_ARCHIVE: list[Callable[[ReleasedReport, str], str]] = []


def in_archive(report: ReleasedReport, form: str) -> str:
    """Where everybody is led on to; "" where the report has no place in an archive."""
    return next((there for ask in IN_ARCHIVE if (there := ask(report, form))), "")


def beside(report: ReleasedReport) -> str:
    """Where everybody can read what came of it; "" as long as that is not published."""
    return next((there for ask in BESIDE_PUBLIC if (there := ask(report.work))), "")


def public_report(pk: uuid.UUID) -> ReleasedReport | None:
    found: ReleasedReport | None = rows().filter(pk=pk, is_public=True).first()
    return found


def document_in(report: ReleasedReport) -> Document:
    """The document as it was frozen."""
    return document.from_json(report.content)


def profile_of(report: ReleasedReport) -> CentreProfile:
    return CentreProfile.objects.get(centre=report.work.centre_id)


def round_of(report: ReleasedReport) -> CommentRound | None:
    """The round of comments, over or not."""
    return getattr(report, "comment_round", None)


def is_open(around: CommentRound | None) -> bool:
    return around is not None and around.until >= clock.today()


def comments_on(report: ReleasedReport) -> "QuerySet[FactComment]":
    """What the service has said and what the centre replied, in the order it was said."""
    return FactComment.objects.filter(report=report).select_related("matter", "by", "replied_by")


def comments_of(work: Work, kind: ReportKind) -> Any:
    """The same over all editions of a report, for the team."""
    found = FactComment.objects.filter(report__work=work, report__kind=kind)
    return found.select_related("report", "matter", "by", "replied_by").order_by(
        "report__edition", "report__language", "number"
    )


def matters_of(work: Work) -> list[Matter]:
    return list(Matter.objects.filter(work=work))
