"""The rows pages begin with, with what lies around them. Who may see them is asked at the doors."""

from brukerstemmen.analysis.models import Finding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.gates import VisibleQuerySet
from brukerstemmen.reports.models import QuoteClearance


def evaluations() -> VisibleQuerySet[Evaluation]:
    return Evaluation.objects.select_related("work__centre", "key__outer")


def findings() -> VisibleQuerySet[Finding]:
    return Finding.objects.select_related("evaluation__work", "key__outer")


def clearances() -> VisibleQuerySet[QuoteClearance]:
    return QuoteClearance.objects.select_related(
        "statement__user_meeting",
        "finding__evaluation__work",
        "finding__key__outer",
        "key__outer__outer",
        "first_by",
        "second_by",
        "refused_by",
    )
