"""Letting a report out of the house: a frozen copy for the service and for those who took part,
in the same moment. Nothing leads back from it, and what has gone out is never changed."""

import uuid
from collections.abc import Callable, Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.models import LeaderSays, Proposal
from brukerstemmen.dialogues.showing.counting import agreed_proposals
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.actions.measuring import add_measure
from brukerstemmen.measures.actions.putting import MatterTold, put_to_service
from brukerstemmen.measures.actions.standing_in import hold as hold_matters
from brukerstemmen.measures.models import Matter, Measure, MeasureKind
from brukerstemmen.measures.states import Status, lacks, must_tell_all, step_needs_reason
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.reports import counts
from brukerstemmen.reports.actions.hindering import hinders, hindrances_of
from brukerstemmen.reports.assembling import (
    Material,
    document_of,
    material_of,
    quarter_of_today,
)
from brukerstemmen.reports.document import to_json
from brukerstemmen.reports.gathering import PrintedFinding
from brukerstemmen.reports.models import (
    CommentRound,
    FindingMatter,
    QuoteSource,
    ReleasedCounts,
    ReleasedQuote,
    ReleasedReport,
    Report,
)
from brukerstemmen.reports.states import OUT, ReportKind, ReportState
from brukerstemmen.reports.taken_back import is_taken_back
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.models import Participant

__all__ = [
    "begin_new_edition",
    "hand_over_measures",
    "has_gone_out",
    "hinders",
    "publish_report",
    "release",
]

# What rooms above do when a report has gone out, in the same transaction.
AFTER_RELEASE: list[Callable[[ReleasedReport, Person], object]] = []


@transaction.atomic
def release(report: Report, *, comment_until: date | None = None, by: Person) -> ReleasedReport:
    """Freeze a report as it stands today, all of it or nothing.

    comment_until: the last day the service may comment on facts; None for no such round.
    Raises PermissionDenied, or ValidationError with everything that hinders it.
    """
    material = _held(report, by)
    if reasons := hindrances_of(material):
        raise ValidationError(reasons)
    if comment_until is not None and comment_until < clock.today():
        raise ValidationError({"comment_until": _("That day has passed.")})
    report = material.report
    # Put first: a final report tells what the service answers to each finding by its number.
    matters = _put(material, by) if report.translated_from_id is None else {}
    released = _freeze(material)
    if report.translated_from_id is None:
        # A translation prints no quotes.
        _keep_quotes(released, material.findings, matters)
    _keep_counts(material)
    if comment_until is not None:
        CommentRound.objects.create(report=released, until=comment_until)
    for_comments = comment_until is not None and report.kind == ReportKind.PROCESS
    report.state = ReportState.OUT_FOR_COMMENTS if for_comments else ReportState.DELIVERED
    report.save(update_fields=["state"])
    record(by=by, what="report.released", about=released)
    for follow in AFTER_RELEASE:
        follow(released, by)
    return released


def _held(report: Report, by: Person) -> Material:
    """The report and what it is made of, as it stands for the rest of the transaction."""
    evaluation = Evaluation.objects.select_for_update(of=("self",)).get(pk=report.evaluation_id)
    require(by, Permission.RELEASE, evaluation)
    # The family together: of two that go out at once, only one has numbers.
    top = counts.top_of(evaluation)
    Evaluation.objects.select_for_update(of=("self",)).get(pk=top)
    # Nobody leaves while their words are on their way out, and the service says nothing new that
    # nobody has looked at.
    hold(Participant.objects.filter(evaluation=evaluation))
    hold_matters(evaluation.work)
    rows = Report.objects.select_for_update(of=("self",))
    return material_of(rows.select_related("evaluation__work__centre").get(pk=report.pk))


def _put(material: Material, by: Person) -> dict[uuid.UUID, Matter]:
    """Each finding as a matter of the service's: a new one, or the same in new words."""
    known = _matter_ids(material)
    told = [_told(finding, known.get(finding.pk)) for finding in material.findings]
    put = put_to_service(material.work, told, quarter=quarter_of_today(), by=by)
    pairs = list(zip(material.findings, put, strict=True))
    FindingMatter.objects.bulk_create(
        FindingMatter(finding_id=finding.pk, matter=matter)
        for finding, matter in pairs
        if finding.pk not in known
    )
    return {finding.pk: matter for finding, matter in pairs}


def _matter_ids(material: Material) -> dict[uuid.UUID, uuid.UUID]:
    rows = FindingMatter.objects.filter(finding__evaluation=material.evaluation)
    return dict(rows.values_list("finding", "matter"))


def _told(finding: PrintedFinding, matter: uuid.UUID | None) -> MatterTold:
    return MatterTold(
        id=matter,
        number=finding.number,
        turn=finding.turn,
        standing=finding.standing,
        title=finding.title,
        good=finding.good,
        not_good=finding.not_good,
        better=finding.better,
        question=finding.question,
        nuance=finding.nuance,
        minority="\n\n".join(finding.minority),
    )


def _freeze(material: Material) -> ReleasedReport:
    report = material.report
    editions = ReleasedReport.objects.filter(work=material.work, kind=report.kind)
    of_language = editions.filter(language=report.language)
    edition = (of_language.aggregate(last=Max("edition"))["last"] or 0) + 1
    if report.translated_from_id is None:
        editions.exclude(language=report.language).update(outdated=True)
    return ReleasedReport.objects.create(
        work=material.work,
        kind=report.kind,
        language=report.language,
        edition=edition,
        quarter=quarter_of_today(),
        content=to_json(document_of(material, edition=edition)),
    )


def _keep_quotes(
    released: ReleasedReport,
    findings: Iterable[PrintedFinding],
    matters: dict[uuid.UUID, Matter],
) -> None:
    """Under the ids that gave them their order on the page, written down in that order."""
    printed = sorted(
        ((quote, matters[finding.pk]) for finding in findings for quote in finding.quotes),
        key=lambda pair: pair[0].id,
    )
    ReleasedQuote.objects.bulk_create(
        ReleasedQuote(
            id=quote.id, report=released, matter=matter, language=quote.language, words=quote.words
        )
        for quote, matter in printed
    )
    QuoteSource.objects.bulk_create(
        QuoteSource(statement_id=quote.statement, quote_id=quote.id) for quote, _matter in printed
    )


def _keep_counts(material: Material) -> None:
    """Once for an evaluation and its parts, and never counted anew."""
    family = counts.family(material.evaluation)
    if not ReleasedCounts.objects.filter(work__in=family).exists():
        told = material.counted
        ReleasedCounts.objects.create(
            work=material.work,
            quarter=quarter_of_today(),
            content=counts.to_json(told.published, told.meetings),
        )


@transaction.atomic
def publish_report(released: ReleasedReport, *, by: Person) -> ReleasedReport:
    """Let everybody read it. It cannot be called back.

    Raises PermissionDenied, or ValidationError for an edition that is replaced, or where something
    in it has been taken back since it went out: those who said it were told it is not used again.
    """
    hold(Participant.objects.filter(evaluation__work=released.work_id))
    released = ReleasedReport.objects.select_for_update(of=("self",)).get(pk=released.pk)
    require(by, Permission.RELEASE, released)
    if released.is_public:
        return released
    if released.has_newer():
        raise ValidationError(_("There is a newer edition. Publish that one."))
    if is_taken_back(released):
        raise ValidationError(
            _("Something in this edition has been taken back since. Release a new edition first.")
        )
    released.is_public = True
    released.save(update_fields=["is_public"])
    drafts = Report.objects.filter(
        evaluation__work=released.work_id, kind=released.kind, language=released.language
    )
    drafts.filter(state__in=OUT).update(state=ReportState.PUBLISHED)
    record(by=by, what="report.published", about=released)
    return released


@transaction.atomic
def begin_new_edition(report: Report, *, by: Person) -> Report:
    """Open a report that has gone out, to be changed and approved anew. What went out stays.

    Raises PermissionDenied.
    """
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    require(by, Permission.RELEASE, report)
    if report.state in OUT:
        report.state, report.version = ReportState.DRAFT, report.version + 1
        report.save(update_fields=["state", "version"])
        record(by=by, what="report.taken_up", about=report)
    return report


def has_gone_out(finding: Finding) -> bool:
    """Whether the service has been given this finding; then it stays."""
    return FindingMatter.objects.filter(finding=finding).exists()


_BECOMES = {
    LeaderSays.YES: Status.PLANNED,
    LeaderSays.NO: Status.REJECTED,
    LeaderSays.MUST_LOOK: Status.NEEDS_DECISION,
}


@transaction.atomic
def hand_over_measures(evaluation: Evaluation, *, by: Person) -> list[Measure]:
    """What both sides agreed on in the room becomes measures of the service's, each once.

    Only from meetings whose minutes both sides have approved. Returns the new measures.
    Raises PermissionDenied, or ValidationError if a finding has not been put to the service yet.
    """
    evaluation = Evaluation.objects.select_for_update(of=("self",)).get(pk=evaluation.pk)
    require(by, Permission.RELEASE, evaluation)
    matters = {
        row.finding_id: row.matter
        for row in FindingMatter.objects.filter(finding__evaluation=evaluation).select_related(
            "matter"
        )
    }
    waiting = list(agreed_proposals(evaluation).filter(became__isnull=True))
    made = [_hand_over(proposal, matters, by) for proposal in waiting]
    if made:
        record(by=by, what="measures.handed_over", about=evaluation, count=len(made))
    return made


def _hand_over(proposal: Proposal, matters: dict[uuid.UUID, Matter], by: Person) -> Measure:
    findings = [finding.pk for finding in proposal.findings.all()]
    if not findings or not set(findings) <= set(matters):
        raise ValidationError(
            _("A measure belongs to a finding that the service has not been given. Release first.")
        )
    told = {name: proposal.read(name) for name in ("title", "owner", "notice", "reason")}
    measure = add_measure(
        proposal.work,
        [matters[pk] for pk in findings],
        title=told["title"],
        owner=told["owner"],
        notice=told["notice"],
        reason=told["reason"],
        kind=MeasureKind(proposal.kind),
        deadline=proposal.deadline,
        from_dialogue=True,
        status=_status(proposal, told),
        by=by,
    )
    proposal.became = measure.pk
    proposal.save(update_fields=["became"])
    return measure


def _status(proposal: Proposal, told: dict[str, str]) -> Status:
    """What was said yes to is planned once it is whole, and what needs a reason has one; until
    then it is a proposal, and is seen to lack something."""
    status = _BECOMES[LeaderSays(proposal.says)]
    missing = lacks(told["owner"], proposal.deadline, told["notice"])
    lacking = (must_tell_all(None, status) and missing) or (
        step_needs_reason(status) and not told["reason"]
    )
    return Status.PROPOSED if lacking else status
