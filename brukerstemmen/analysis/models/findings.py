"""Findings: what statements amount to, with the evidence both ways, in versions."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Participant, Statement

from .themes import Theme


class Finding(BelongsToWork, SealedModel):
    """Something several people have told, or one alone and marked so."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="findings")
    position = models.PositiveSmallIntegerField()
    theme = models.ForeignKey(
        Theme, models.SET_NULL, null=True, blank=True, related_name="findings"
    )
    turn = models.CharField(_("asks the service to"), max_length=10, choices=Turn)
    is_single = models.BooleanField(_("a single experience"), default=False)
    looked = models.CharField(
        _("contrary voices"),
        max_length=12,
        choices=[(one.value, one.value) for one in Looked],
        default=Looked.NOT_YET,
    )
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.PRELIMINARY)
    version = models.PositiveSmallIntegerField(default=1)
    # Something it rests on was taken away; empty once somebody has looked.
    affected_on = models.DateField(_("affected on"), null=True, blank=True)
    title = SealedField()
    good = SealedField()
    not_good = SealedField()
    better = SealedField()
    question = SealedField()
    # What the dialogue added; for a disputed one both views.
    nuance = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evaluation", "position"], name="one_finding_in_each_place"
            )
        ]

    def __str__(self) -> str:
        return str(self.position)


class Evidence(BelongsToWork, models.Model):
    """A statement that a finding rests on, or that says something else."""

    zone = Zone.Z2_MASKED
    path_to_work = "finding__evaluation__work"

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="evidence")
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="evidence")
    stance = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Stance], default=Stance.SUPPORTS
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["finding", "statement"], name="evidence_once")
        ]

    def __str__(self) -> str:
        return self.stance


class Because(models.TextChoices):
    """What changed a finding."""

    WRITTEN = "written", _("written by the team")
    DIALOGUE = "dialogue", _("what was said in the dialogue")
    COMMENT = "comment", _("a comment on facts")
    WITHDRAWAL = "withdrawal", _("somebody withdrew")


class FindingVersion(BelongsToWork, SealedModel):
    """How a finding read until it was changed, and what changed it into this."""

    zone = Zone.Z2_MASKED
    path_to_work = "finding__evaluation__work"

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    because = models.CharField(max_length=12, choices=Because, default=Because.WRITTEN)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    title = SealedField()
    good = SealedField()
    not_good = SealedField()
    better = SealedField()
    question = SealedField()
    nuance = SealedField()
    # In one sentence, such as which reply it was.
    what = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["finding", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["finding", "number"], name="a_finding_version_once")
        ]

    def __str__(self) -> str:
        return str(self.number)


class MinorityView(BelongsToWork, SealedModel):
    """A view that not all share, kept in the final text. Only its holder takes it away.

    Under the holder's masked key where a participant holds it, so that withdrawal reaches it.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "finding__evaluation__work"

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="minority_views")
    holder = models.ForeignKey(
        Participant, models.CASCADE, null=True, blank=True, related_name="minority_views"
    )
    # Somebody on the team, where no participant holds it.
    kept_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    words = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["finding", "on", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
