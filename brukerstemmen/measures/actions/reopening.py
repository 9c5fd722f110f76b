"""Taking up again what is said to be done and is not felt: when a round is told, never by hand."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.measures.letters import REOPENED
from brukerstemmen.measures.models import Measure, MeasureStep
from brukerstemmen.measures.states import Status, may_be_reopened
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person

from .addressing import Addressed, ask_for
from .standing_in import hold, text
from .steps import Speaker, write_step


@transaction.atomic
def reopen(measure: Measure, *, reason: str, by: Person) -> MeasureStep:
    """Users do not feel it: it is taken up again, and those who answer for it are told.

    Raises PermissionDenied, or ValidationError for one that is not said to be done.
    """
    hold(measure.work)
    row = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    require(by, Permission.RELEASE, row.work)
    if not may_be_reopened(row.status_now):
        raise ValidationError(_("Only what is said to be done can be taken up again."))
    why = text(reason, "reason", needed=_("Those who answer for it need to know why."))
    row.status = Status.REOPENED
    row.save(update_fields=["status"])
    step = write_step(row, why, Speaker(_("Those who use the service"), by, on_behalf=False))
    record(by=by, what="measure.reopened", about=row.work)
    addressed = Addressed.of(row.work)
    people = [*addressed.who_answers(row), *addressed.those_who_see_to_it()]
    ask_for(addressed.letters(people, REOPENED, row, f"reopened:{step.number}"))
    return step
