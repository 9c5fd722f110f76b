"""The question guide: themes with open questions in three turns, in versions."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone

from .evaluation import Evaluation


class Turn(models.TextChoices):
    """The three turns of every theme, and what is asked besides."""

    GOOD = "good", _("What is good?")
    NOT_GOOD = "not_good", _("What is not good?")
    BETTER = "better", _("How could it be better?")
    FURTHER = "further", _("To go on")


class RaisedBy(models.TextChoices):
    INTERVIEWERS = "interviewers", _("The interviewers")
    CENTRE = "centre", _("The centre")
    USERS = "users", _("Users and user organisations")
    SERVICE = "service", _("The service")
    CLIENT = "client", _("The client")


class QuestionGuide(BelongsToWork, models.Model):
    """One version. It is locked when an interviewer with own experience has approved it."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="guides")
    version = models.PositiveSmallIntegerField(_("version"))
    locked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    locked_on = models.DateField(null=True)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "version"], name="a_guide_version_once"),
            models.CheckConstraint(
                condition=Q(locked_on__isnull=True, locked_by__isnull=True)
                | Q(locked_on__isnull=False, locked_by__isnull=False),
                name="a_locked_guide_has_an_approver",
            ),
        ]

    def __str__(self) -> str:
        return str(self.version)

    @property
    def is_locked(self) -> bool:
        return self.locked_on is not None


class GuideTheme(BelongsToWork, SealedModel):
    zone = Zone.Z2_MASKED
    path_to_work = "guide__evaluation__work"

    guide = models.ForeignKey(QuestionGuide, models.CASCADE, related_name="themes")
    position = models.PositiveSmallIntegerField()
    title = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["guide", "position"]

    def __str__(self) -> str:
        return str(self.position)


class Question(BelongsToWork, SealedModel):
    zone = Zone.Z2_MASKED
    path_to_work = "theme__guide__evaluation__work"

    theme = models.ForeignKey(GuideTheme, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    turn = models.CharField(_("turn"), max_length=10, choices=Turn)
    raised_by = models.CharField(
        _("raised by"), max_length=15, choices=RaisedBy, default=RaisedBy.INTERVIEWERS
    )
    text = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["theme", "position"]

    def __str__(self) -> str:
        return str(self.position)
