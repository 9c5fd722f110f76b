"""Findings as lists and laws need them: counted, never opened more than a page asks for."""

import uuid
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count

from brukerstemmen.analysis.evidence import Looked, Rests, Stance
from brukerstemmen.analysis.models import Evidence, Finding
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
