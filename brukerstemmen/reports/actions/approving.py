"""Saying yes to one version of a report. A change makes it another version."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import TeamMember
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.reports.assembling import material_of, reading_of
from brukerstemmen.reports.models import Report, ReportApproval
from brukerstemmen.reports.states import OUT, Reader, ReportState, is_approved


@transaction.atomic
def approve_report(
    report: Report, *, seen: int | None = None, read: str = "", by: Person
) -> Report:
    """Say yes to a report as it reads now. Saying it twice is one yes.

    seen: the version that was read; None for the one that stands. read: the mark of all that was
    read (`reading_of`), so that a finding or a quote that came meanwhile is not approved unread.
    Raises PermissionDenied, or ValidationError if it has gone out or been changed since, if nothing
    is written, or if it is a translation of something that reads otherwise now.
    """
    report = Report.objects.select_for_update().get(pk=report.pk)
    require(by, Permission.APPROVE_REPORT, report)
    if report.state in OUT:
        raise ValidationError(_("This report has gone out. The lead begins a new edition first."))
    reading = reading_of(material_of(report))
    if (seen is not None and seen != report.version) or (read and read != reading):
        raise ValidationError(_("The report has been changed since you read it. Read it again."))
    if not report.sections.exists():
        raise ValidationError(_("Nothing is written yet."))
    if report.is_outdated:
        raise ValidationError(_("What this is translated from has been changed. Go through it."))
    said = {"on": clock.today(), "reading": reading}
    yes, is_new = ReportApproval.objects.get_or_create(
        report=report, version=report.version, by=by, defaults=said
    )
    if not is_new and yes.reading != reading:
        # A finding or a quote is another since: this is a yes to what stands now.
        yes.on, yes.reading, is_new = clock.today(), reading, True
        yes.save(update_fields=["on", "reading"])
    if is_new:
        record(by=by, what="report.approved", about=report)
    if report.state == ReportState.DRAFT and is_approved(readers_of(report)):
        report.state = ReportState.TEAM_APPROVED
        report.save(update_fields=["state"])
    return report


def readers_of(report: Report, reading: str = "") -> list[Reader]:
    """Those who have said yes to the report as it reads now, findings and quotes included, as the
    law asks of them. reading: the mark of that, where it is known already."""
    reading = reading or reading_of(material_of(report))
    told = TeamMember.objects.filter(evaluation=report.evaluation_id, own_experience=True)
    experienced = set(told.values_list("person", flat=True))
    people = report.approvals.filter(version=report.version, reading=reading).values_list(
        "by", flat=True
    )
    return [Reader(person, person in experienced) for person in people]
