"""The link from code to person, and what somebody has answered on a slip: under a key of its own.

One row for each person, one key for each row: to forget a person is to destroy that key.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone

from .participants import Language, Participant


class Wish(models.TextChoices):
    """What somebody wants who has answered on a slip."""

    TAKE_PART = "take_part", _("I would like to take part")
    BE_CALLED = "be_called", _("I would like to hear more first")
    ALONE = "alone", _("I would rather talk alone than in a group")


class Need(models.TextChoices):
    """What must be in place for it to be possible to come. Fixed choices, no free text."""

    INTERPRETER = "interpreter", _("An interpreter")
    COMPANION = "companion", _("Somebody I choose to have with me")
    STEP_FREE = "step_free", _("A place without stairs")
    TRANSPORT = "transport", _("Help to get there")
    QUIET = "quiet", _("A quiet room, and many pauses")


class Contact(BelongsToWork, SealedModel):
    """Who somebody is and how to reach them, in as far as they wanted to say.

    Without a participant: somebody who has answered on a slip and has no code yet.
    """

    zone = Zone.Z4_IDENTITY
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="contacts")
    participant = models.OneToOneField(
        Participant, models.CASCADE, null=True, blank=True, related_name="contact"
    )
    language = models.CharField(max_length=2, choices=Language, default=Language.NB)
    wish = models.CharField(max_length=10, choices=Wish, default=Wish.TAKE_PART)
    # Of Need, with commas between.
    needs = models.CharField(max_length=80, blank=True)
    is_young = models.BooleanField(default=False)
    came_on = models.DateField()
    # Who at the centre has been in touch with somebody who answered on a slip, and when.
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    name = SealedField()
    telephone = SealedField()
    email = SealedField()
    address = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["came_on", "pk"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def needs_told(self) -> list[Need]:
        return [Need(need) for need in self.needs.split(",") if need]


class CompanionRole(models.TextChoices):
    INTERPRETER = "interpreter", _("interpreter")
    COMPANION = "companion", _("companion")


class Companion(BelongsToWork, SealedModel):
    """An interpreter or companion of the participant's choice, who has signed the pledge."""

    zone = Zone.Z4_IDENTITY
    path_to_work = "participant__evaluation__work"

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="companions")
    role = models.CharField(max_length=12, choices=CompanionRole)
    signed_on = models.DateField()
    name = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["signed_on", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
