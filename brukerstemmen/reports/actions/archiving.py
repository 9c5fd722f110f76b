"""What must hold before a report that has gone out is put into an archive by a room above."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.models import Person
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.taken_back import is_taken_back
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.models import Participant


def held_for_archive(report: ReleasedReport, *, by: Person) -> ReleasedReport:
    """The report, held for the rest of the transaction: nobody leaves while it is copied.

    Raises PermissionDenied, or ValidationError for one that not everybody may read, that is
    replaced, or in which something has been taken back since.
    """
    hold(Participant.objects.filter(evaluation__work=report.work_id))
    held = ReleasedReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    require(by, Permission.RELEASE, held)
    if not held.is_public:
        raise ValidationError(_("Let everybody read it first. Then it can go into the archive."))
    if held.has_newer():
        raise ValidationError(_("There is a newer edition. Put that one into the archive."))
    if is_taken_back(held):
        raise ValidationError(
            _("Something in this edition has been taken back since. Release a new edition first.")
        )
    return held
