"""Giving people their words back: a round with a deadline, and what each has been offered."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone

from .participants import Participant


class OfferedBy(models.TextChoices):
    """How somebody gets their words to look at."""

    CODE = "code", _("with their own code")
    PHONE = "phone", _("by telephone")
    POST = "post", _("by post")
    ROOM = "room", _("when we meet")


class Texting(models.TextChoices):
    """How far a short text to somebody's telephone or e-mail has come. Never sent twice."""

    NONE = "", _("no text")
    WAITING = "waiting", _("a text waits to be sent")
    # Begun and not finished: nobody knows whether it arrived, so it is not sent again.
    SENDING = "sending", _("a text may have been sent")
    SENT = "sent", _("a text was sent")
    FAILED = "failed", _("a text could not be sent")


class ValidationRound(BelongsToWork, models.Model):
    """The words go back to those who said them. One for each evaluation; what comes later joins."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.OneToOneField(Evaluation, models.CASCADE, related_name="validation_round")
    opened_on = models.DateField()
    deadline = models.DateField()
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    # Set the day after the deadline: what nobody has answered counts, and is not quoted.
    closed_on = models.DateField(null=True, blank=True)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.deadline)


class Offer(BelongsToWork, models.Model):
    """What one participant has been offered, and whether they have answered."""

    zone = Zone.Z2_MASKED
    path_to_work = "round__evaluation__work"

    round = models.ForeignKey(ValidationRound, models.CASCADE, related_name="offers")
    participant = models.OneToOneField(Participant, models.CASCADE, related_name="offer")
    by_way_of = models.CharField(max_length=5, choices=OfferedBy, default=OfferedBy.CODE)
    offered_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    text_state = models.CharField(max_length=7, choices=Texting, default=Texting.NONE, blank=True)
    texted_on = models.DateField(null=True, blank=True)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["participant__number"]

    def __str__(self) -> str:
        return str(self.participant_id)
