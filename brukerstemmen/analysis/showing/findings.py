"""Findings as lists and laws need them: counted, never opened more than a page asks for."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from brukerstemmen.analysis.evidence import Lack, Looked, Rests, Stance, lacks
from brukerstemmen.analysis.models import Evidence, Finding
from brukerstemmen.analysis.wording import Words, lack_in_words
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Standing
from brukerstemmen.voices.models import Statement

Counted = dict[uuid.UUID, dict[str, tuple[int, int]]]  # by stance: statements, and people


def rests_of(findings: Iterable[Finding]) -> dict[uuid.UUID, Rests]:
    """What each finding has, by its id. One query, and no words are opened.

    A statement that is on its way through masking once more carries nothing until it is ready.
    """
    found = list(findings)
    counted = _counted(found)
    return {one.pk: _rests(one, counted[one.pk]) for one in found}


def _counted(findings: list[Finding]) -> Counted:
    rows = Evidence.objects.filter(
        finding__in=[one.pk for one in findings], statement__in=Statement.objects.ready()
    )
    counted: Counted = defaultdict(dict)
    for finding, stance, statements, people in (
        rows.order_by()
        .values_list("finding", "stance")
        .annotate(Count("statement"), Count("statement__speaker", distinct=True))
    ):
        counted[finding][stance] = (statements, people)
    return counted


def _rests(finding: Finding, counted: dict[str, tuple[int, int]]) -> Rests:
    statements, people = counted.get(Stance.SUPPORTS, (0, 0))
    return Rests(
        statements=statements,
        people=people,
        contrary=counted.get(Stance.CONTRARY, (0, 0))[0],
        is_single=finding.is_single,
        looked=Looked(finding.looked),
        has_title=bool(finding.title),
        has_text=any((finding.good, finding.not_good, finding.better)),
        has_question=bool(finding.question),
        is_affected=finding.affected_on is not None,
    )


@dataclass(frozen=True)
class Line:
    """A finding in the list. number: its place among all, from 1."""

    pk: uuid.UUID
    number: int
    title: str
    theme: str
    turn: str
    standing: str
    is_settled: bool
    is_last: bool
    rests: Rests
    lacks: list[Words]

    @property
    def is_whole(self) -> bool:
        return not lacks(self.rests)


@dataclass(frozen=True)
class Carried:
    """How much of what was said the findings rest on. Inside the team."""

    ready: int
    statements: int
    people: int


def lines_of(evaluation: Evaluation) -> list[Line]:
    """Every finding with what it lacks, in order. Two queries."""
    rows = evaluation.findings.select_related("key__outer__outer", "theme__key__outer__outer")
    findings = list(rows)
    rests = rests_of(findings)
    return [
        Line(
            pk=one.pk,
            number=number,
            title=one.read("title"),
            theme=one.theme.read("name") if one.theme else "",
            turn=one.get_turn_display(),
            standing=one.get_standing_display(),
            is_settled=one.standing != Standing.PRELIMINARY,
            is_last=number == len(findings),
            rests=rests[one.pk],
            lacks=_lacks_in_words(rests[one.pk]),
        )
        for number, one in enumerate(findings, start=1)
    ]


def _lacks_in_words(rests: Rests) -> list[Words]:
    """Without what stands among the marks already."""
    return [lack_in_words(lack, rests) for lack in lacks(rests) if lack is not Lack.AFFECTED]


def carried_by(evaluation: Evaluation) -> Carried:
    """Two queries. A statement that says something else is heard as well."""
    ready = Statement.objects.filter(user_meeting__evaluation=evaluation).ready()
    counted = ready.filter(evidence__finding__evaluation=evaluation).aggregate(
        statements=Count("pk", distinct=True), people=Count("speaker", distinct=True)
    )
    return Carried(ready=ready.count(), **counted)


def themes_without(evaluation: Evaluation) -> list[tuple[uuid.UUID, str]]:
    """The themes that no finding has been written from, with their names. One query."""
    rows = evaluation.themes.filter(findings__isnull=True).select_related("key__outer__outer")
    return [(theme.pk, theme.read("name")) for theme in rows]
