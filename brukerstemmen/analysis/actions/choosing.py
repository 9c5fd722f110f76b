"""Choosing what a finding rests on, a page of statements at a time."""

from django.db import transaction

from brukerstemmen.analysis.actions.findings import ready_among, rest_on
from brukerstemmen.analysis.actions.themes import Choice
from brukerstemmen.analysis.evidence import Stance
from brukerstemmen.analysis.models import Finding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement


@transaction.atomic
def choose_on_page(finding: Finding, choice: Choice, *, stance: Stance, by: Person) -> Finding:
    """Put only the difference in place: other pages stand, and what others chose meanwhile.

    choice: the statements on the page that were chosen when it was shown, and are now. What is
    not ready any more, or not of here, is passed over.
    Raises PermissionDenied.
    """
    evaluation = Evaluation.objects.select_for_update().get(pk=finding.evaluation_id)
    require(by, Permission.FIND, evaluation)
    there = set(finding.evidence.filter(stance=stance).values_list("statement", flat=True))
    added = ready_among(finding, choice.chosen - choice.seen - there)
    wanted = (there - (choice.seen - choice.chosen)) | added
    return rest_on(finding, Statement.objects.filter(pk__in=wanted), stance=stance, by=by)
