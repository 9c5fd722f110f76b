"""Telling the service where the work stands: the lead does it, and a release does it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.models import Progress
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.pointing import refuse_what_points
from brukerstemmen.reports.states import ReportKind

LONGEST_NOTE = 500  # characters

# Where the work stands for the service when one of the reports has gone out.
_AFTER = {ReportKind.PROCESS: Step.REPORT, ReportKind.FINAL: Step.FOLLOW_UP}


@transaction.atomic
def tell_service(work: Work, *, step: Step, note: str = "", by: Person) -> Progress:
    """Say to the service how far the work has come, with a word if there is one.

    The same said again is said once. Raises PermissionDenied, or ValidationError for a note that
    is too long or points at somebody.
    """
    Work.objects.select_for_update(no_key=True).get(pk=work.pk)
    require(by, Permission.RELEASE, work)
    note = note.strip()
    if len(note) > LONGEST_NOTE:
        raise ValidationError({"note": _("That is too long. Say it in a few sentences.")})
    refuse_what_points(work, note, "note")
    newest = Progress.objects.filter(work=work).order_by("-number").first()
    if newest is not None and (newest.step, newest.note) == (step, note):
        return newest
    number = newest.number + 1 if newest is not None else 1
    told = Progress.objects.create(
        work=work, number=number, step=step, note=note, by=by, on=clock.today()
    )
    record(by=by, what="progress.told", about=work)
    return told


def tell_of_release(released: ReleasedReport, by: Person) -> None:
    """A report has gone out: the service is told how far the work has come, and never back."""
    step, work = _AFTER[ReportKind(released.kind)], released.work
    newest = Progress.objects.filter(work=work).order_by("-number").first()
    order = list(Step)
    if newest is None or order.index(Step(newest.step)) < order.index(step):
        tell_service(work, step=step, by=by)
