"""Writing a report: its sections, and translations that follow what they are made from."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.reports.models import Report, ReportSection
from brukerstemmen.reports.states import OUT, ReportKind, ReportState, Section, sections_of
from brukerstemmen.voices.models.participants import Language

LONGEST = 30_000  # characters of a section


class ChangedMeanwhile(ValidationError):
    """Somebody else has written this section since the page was shown. Nothing is saved."""


@transaction.atomic
def begin_report(
    evaluation: Evaluation, kind: ReportKind, *, language: str = Language.NB, by: Person
) -> Report:
    """A report of this kind and language; the one that is there, if it is begun.

    The first language is what the others are translated from. Raises PermissionDenied.
    """
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.WRITE_REPORT, evaluation)
    of_kind = evaluation.reports.filter(kind=ReportKind(kind))
    if (there := of_kind.filter(language=language).first()) is not None:
        return there
    made = Report.objects.create(
        evaluation=evaluation,
        kind=ReportKind(kind),
        language=Language(language),
        translated_from=of_kind.filter(translated_from__isnull=True).first(),
    )
    record(by=by, what="report.begun", about=made)
    return made


@transaction.atomic
def write_section(
    report: Report, section: Section, text: str, *, based_on: int | None = None, by: Person
) -> ReportSection | None:
    """Write a section anew; with an empty text it stands unwritten. The others read it anew.

    based_on: the version of the report the writer saw. None: whatever stands.
    Raises PermissionDenied, ChangedMeanwhile if somebody else has written this section since, or
    ValidationError for a section this kind of report does not have, for far too long a text, or
    where the report has gone out.
    """
    report = Report.objects.select_for_update().get(pk=report.pk)
    require(by, Permission.WRITE_REPORT, report)
    if section not in sections_of(ReportKind(report.kind)):
        raise ValidationError(_("This report does not have that section."))
    if report.state in OUT:
        raise ValidationError(_("This report has gone out. The lead begins a new edition first."))
    text = text.strip().replace("\x00", "").replace("\r\n", "\n")
    if len(text) > LONGEST:
        raise ValidationError({"text": _("This is very long. Make it shorter.")})
    row = report.sections.filter(section=section).select_related("key__outer").first()
    if text == (row.read("text") if row else ""):
        return row
    if row is not None and based_on is not None and row.version > based_on:
        told = _("Somebody else has written here since you opened the page. Nothing is saved yet.")
        raise ChangedMeanwhile({"text": told})
    report.version += 1
    report.state = ReportState.DRAFT
    report.save(update_fields=["version", "state"])
    record(by=by, what="report.written", about=report)
    if not text:
        row.delete()
        return None
    row = row or ReportSection(report=report, section=section, key=report.evaluation.key)
    row.version = report.version
    row.seal(text=text)
    row.save()
    return row


@transaction.atomic
def follow(report: Report, *, by: Person) -> Report:
    """A translation says the same again as what it is made from. Raises PermissionDenied."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    require(by, Permission.WRITE_REPORT, report)
    original = report.translated_from
    if original is not None and report.follows_version != original.version:
        report.follows_version = original.version
        report.save(update_fields=["follows_version"])
        record(by=by, what="report.followed", about=report)
    return report
