"""Themes, and the statements gathered under them."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Statement


class GoodMark(models.TextChoices):
    """Ten marks of a good service, from a synthesis of 15 evaluations with 417 users (2013)."""

    RESPECT = "respect", _("Respect")
    SKILLED_STAFF = "skilled_staff", _("Skilled staff")
    PREDICTABILITY = "predictability", _("Predictability")
    FLEXIBILITY = "flexibility", _("Flexibility")
    INFORMATION = "information", _("Information")
    COOPERATION = "cooperation", _("Cooperation")
    SHARED_DECISIONS = "shared_decisions", _("Shared decisions")
    SOCIAL_CONTACT = "social_contact", _("Social contact")
    CHANCES = "chances", _("Chances to develop")
    RELIEF = "relief", _("Being relieved of responsibility when needed")


class Theme(BelongsToWork, SealedModel):
    """A heading under which statements are gathered."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="themes")
    position = models.PositiveSmallIntegerField()
    mark = models.CharField(
        _("mark of a good service"), max_length=20, choices=GoodMark, blank=True
    )
    # Something under it was taken away by the one who said it; empty once somebody has looked.
    affected_on = models.DateField(_("affected on"), null=True, blank=True)
    name = SealedField()
    definition = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evaluation", "position"], name="one_theme_in_each_place"
            )
        ]

    def __str__(self) -> str:
        return str(self.position)


class Coding(BelongsToWork, models.Model):
    """A statement lies under a theme."""

    zone = Zone.Z2_MASKED
    path_to_work = "theme__evaluation__work"

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="codings")
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="codings")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["theme", "statement"], name="under_a_theme_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class CodingStep(BelongsToWork, models.Model):
    """What one person did on the board, so that it can be undone in the order it was done."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField()
    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="coding_steps")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="+")
    # The themes before and after: lists of ids, as text.
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    undone = models.BooleanField(default=False)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="one_step_at_a_time")
        ]

    def __str__(self) -> str:
        return str(self.number)


class Memo(BelongsToWork, SealedModel):
    """A note to a statement, by somebody on the team."""

    zone = Zone.Z2_MASKED
    path_to_work = "statement__user_meeting__evaluation__work"

    statement = models.OneToOneField(Statement, models.CASCADE, related_name="memo")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)
