"""Ethics first: guidelines, who has accepted them, pledges, and declarations of ties."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.privacy.zones import Zone

from .organisations import Organisation
from .person import Person
from .work import Work


class EthicalGuideline(models.Model):
    """One version of a centre's ethical guidelines."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"

    centre = models.ForeignKey(Organisation, models.PROTECT, related_name="guidelines")
    version = models.PositiveSmallIntegerField(_("version"))
    text = models.TextField(_("text"))
    adopted_on = models.DateField(_("adopted on"))

    class Meta:
        ordering: ClassVar = ["centre", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["centre", "version"], name="a_guideline_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.centre} {self.version}"


class GuidelineAcceptance(models.Model):
    zone = Zone.Z5_OPERATION
    in_every_zone = "read"

    person = models.ForeignKey(Person, models.CASCADE, related_name="guideline_acceptances")
    guideline = models.ForeignKey(EthicalGuideline, models.PROTECT, related_name="acceptances")
    on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "guideline"], name="accepted_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.guideline}"


class ConfidentialityPledge(models.Model):
    """A signed promise of confidentiality for one piece of work."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"

    person = models.ForeignKey(Person, models.CASCADE, related_name="pledges")
    work = models.ForeignKey(Work, models.CASCADE, related_name="pledges")
    on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "work"], name="pledged_once_per_work")
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.work}"


class Tie(models.TextChoices):
    NO = "no", _("No")
    MANAGEABLE = "manageable", _("Yes, it can be handled")
    YES = "yes", _("Yes")


class ConflictDeclaration(models.Model):
    """What a person says of other ties to the service. It never asks why.

    Having used the service is no tie in this sense.
    """

    zone = Zone.Z5_OPERATION

    person = models.ForeignKey(Person, models.CASCADE, related_name="declarations")
    work = models.ForeignKey(Work, models.CASCADE, related_name="declarations")
    tie = models.CharField(_("ties"), max_length=10, choices=Tie)
    on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "work"], name="declared_once_per_work")
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.work}"
