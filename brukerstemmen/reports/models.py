"""Reports: what the centre writes, who has read it, and (Z1) the frozen copies that go out."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brukerstemmen.analysis.models import Finding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Matter
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel, Work
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports.states import Recognised, ReportKind, ReportState, Section
from brukerstemmen.voices.models import Statement
from brukerstemmen.voices.models.participants import Language


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in kind]  # type: ignore[attr-defined]


class Report(BelongsToWork, models.Model):
    """A report in the making, in one language. A translation follows the one it is made from."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=10, choices=_choices(ReportKind))
    language = models.CharField(max_length=2, choices=Language, default=Language.NB)
    state = models.CharField(
        max_length=16, choices=_choices(ReportState), default=ReportState.DRAFT
    )
    # Counts up whenever a section is changed; a yes is to one version.
    version = models.PositiveIntegerField(default=1)
    translated_from = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="translations"
    )
    # The version of the other that this one says the same as: lower, and it is out of date.
    follows_version = models.PositiveIntegerField(default=0)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "kind", "language"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evaluation", "kind", "language"], name="one_report_of_a_kind_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.language}"

    @property
    def is_outdated(self) -> bool:
        """A translation of something that has been changed since."""
        return (
            self.translated_from is not None and self.follows_version < self.translated_from.version
        )


class ReportSection(BelongsToWork, SealedModel):
    zone = Zone.Z2_MASKED
    path_to_work = "report__evaluation__work"

    report = models.ForeignKey(Report, models.CASCADE, related_name="sections")
    section = models.CharField(max_length=16, choices=_choices(Section))
    # The version of the report in which it was changed last.
    version = models.PositiveIntegerField(default=0)
    text = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["report", "section"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "section"], name="a_section_stands_once")
        ]

    def __str__(self) -> str:
        return self.section


class ReportApproval(BelongsToWork, models.Model):
    """Somebody on the team has read one version of a report, and says yes to it.

    reading: a mark of everything in it that people have written (see `assembling.reading_of`).
    """

    zone = Zone.Z2_MASKED
    path_to_work = "report__evaluation__work"

    report = models.ForeignKey(Report, models.CASCADE, related_name="approvals")
    version = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    reading = models.CharField(max_length=64, default="")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "version", "by"], name="one_yes_to_a_version")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class QuoteClearance(BelongsToWork, SealedModel):
    """A statement is on its way into print under a finding: what was asked, and who has read it.

    Holds for one masked version. Sealed under the speaker's masked key where there is one.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "finding__evaluation__work"

    statement = models.OneToOneField(Statement, models.CASCADE, related_name="clearance")
    finding = models.ForeignKey(Finding, models.CASCADE, related_name="clearances")
    masked_number = models.PositiveSmallIntegerField()
    checked = models.JSONField(default=list)  # of `Check`
    first_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    first_on = models.DateField(null=True)
    second_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    second_on = models.DateField(null=True)
    refused_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # Why it stays out, or why it goes in although it is like words that are not released.
    why = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | ~Q(second_by=models.F("first_by")),
                name="two_different_people_clear_a_quote",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RecognitionTest(BelongsToWork, SealedModel):
    """Somebody who knows the service has tried to name those who speak in the report."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="recognition_tests")
    on = models.DateField()
    registered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    result = models.CharField(max_length=10, choices=_choices(Recognised))
    tester = SealedField()  # as a function
    note = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "on", "pk"]

    def __str__(self) -> str:
        return self.result


class GroupSize(BelongsToWork, SealedModel):
    """How many people some pieces fit, as far as the team knows. It is about a group: a figure, and
    never anybody by name. Only `actions.recognising` writes it."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="group_sizes")
    pieces = SealedField()  # see `recognised.as_text`
    size = models.PositiveSmallIntegerField(null=True)  # None: more than enough
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    # A lead lets it stand although few fit; why says what for.
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)
    why = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_on__isnull=True)
                | Q(decided_by__isnull=False, decided_on__isnull=False, size__isnull=False),
                name="only_a_known_size_is_decided_on",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ReleasedReport(BelongsToWork, models.Model):
    """A report as it went out, for good. `content`: the whole document (see `document`)."""

    zone = Zone.Z1_RELEASED

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    work = models.ForeignKey(Work, models.PROTECT, related_name="released_reports")
    kind = models.CharField(max_length=10, choices=_choices(ReportKind))
    language = models.CharField(max_length=2, choices=Language)
    edition = models.PositiveSmallIntegerField(default=1)
    quarter = models.CharField(max_length=7)  # such as 2025-1, never finer
    is_public = models.BooleanField(default=False)
    outdated = models.BooleanField(default=False)  # what it is translated from has a new edition
    content = models.JSONField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "kind", "language", "edition"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["work", "kind", "language", "edition"], name="an_edition_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def has_newer(self) -> bool:
        """Whether a later edition in the same language has gone out."""
        same = ReleasedReport.objects.filter(
            work=self.work_id, kind=self.kind, language=self.language
        )
        return same.filter(edition__gt=self.edition).exists()


class ReleasedQuote(BelongsToWork, models.Model):
    """One quote that has gone out. Its id is random and its own; nothing leads back from here."""

    zone = Zone.Z1_RELEASED
    path_to_work = "report__work"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(ReleasedReport, models.PROTECT, related_name="quotes")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="quotes")
    language = models.CharField(max_length=2, choices=Language)
    words = models.TextField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class ReleasedCounts(BelongsToWork, models.Model):
    """The counts of people of an evaluation, published once and never counted anew."""

    zone = Zone.Z1_RELEASED

    work = models.OneToOneField(
        Work, models.PROTECT, primary_key=True, related_name="released_counts"
    )
    quarter = models.CharField(max_length=7)
    content = models.JSONField()  # see `counts`

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class CommentRound(BelongsToWork, models.Model):
    """The service may comment on facts in a report until a day. Silence stops nothing."""

    zone = Zone.Z1_RELEASED
    for_the_service = "read, lock"
    path_to_work = "report__work"

    report = models.OneToOneField(
        ReleasedReport, models.PROTECT, primary_key=True, related_name="comment_round"
    )
    until = models.DateField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.until)


class CommentOutcome(models.TextChoices):
    WAITING = "waiting", _("waits for the centre")
    CHANGED = "changed", _("the report is changed")
    KEPT = "kept", _("the report stands as it is")


class FactComment(BelongsToWork, models.Model):
    """What the service says about facts in a report, and what the centre answers. Both stay."""

    zone = Zone.Z1_RELEASED
    for_the_service = "read, append"
    path_to_work = "report__work"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(ReleasedReport, models.PROTECT, related_name="comments")
    matter = models.ForeignKey(
        Matter, models.PROTECT, null=True, blank=True, related_name="comments"
    )
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    outcome = models.CharField(
        max_length=10, choices=CommentOutcome, default=CommentOutcome.WAITING
    )
    reply = models.TextField(blank=True)
    replied_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    replied_on = models.DateField(null=True)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["report", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "number"], name="comments_come_in_order")
        ]

    def __str__(self) -> str:
        return str(self.number)


class FindingMatter(BelongsToWork, models.Model):
    """The way back from a released matter to its finding. Inside the team only (Z2)."""

    zone = Zone.Z2_MASKED
    path_to_work = "finding__evaluation__work"

    finding = models.OneToOneField(Finding, models.PROTECT, related_name="matter_row")
    matter = models.OneToOneField(Matter, models.PROTECT, related_name="+")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class QuoteSource(BelongsToWork, models.Model):
    """The way back from a released quote to its statement. Goes when the statement goes."""

    zone = Zone.Z2_MASKED
    path_to_work = "statement__user_meeting__evaluation__work"

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="released_as")
    quote = models.OneToOneField(ReleasedQuote, models.PROTECT, related_name="+")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)
