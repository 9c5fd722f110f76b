"""Building the internal draft. It stays inside the team."""

from django.db import transaction

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.reports.building import draft_of
from brukerstemmen.reports.content import Draft


@transaction.atomic
def build_draft(evaluation: Evaluation, *, by: Person) -> Draft:
    """The draft as it stands today; that it was made is journalled. Raises PermissionDenied."""
    require(by, Permission.BUILD_DRAFT, evaluation)
    draft = draft_of(evaluation)
    record(by=by, what="draft.built", about=evaluation)
    return draft
