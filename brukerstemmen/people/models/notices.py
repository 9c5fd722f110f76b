"""Letters to staff and to the service's people about what waits: one for each reason, ever."""

import uuid
from typing import ClassVar

from django.db import models

from brukerstemmen.privacy.zones import Zone

from .person import Person
from .work import Work


class Notice(models.Model):
    """A letter that is to be sent. `told`: numbers, days and functions for its sentence; never
    words of anybody, nor who takes part. `key` says the reason; a second one is no letter."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "append"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=200, unique=True)
    to = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    about = models.ForeignKey(Work, models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    told = models.JSONField(default=dict)
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.kind


class Sending(models.Model):
    """How far a letter has come. Beside the letter, since who may ask for one may not change it."""

    zone = Zone.Z5_OPERATION

    class State(models.TextChoices):
        BEGUN = "begun"
        SENT = "sent"
        FAILED = "failed"
        DROPPED = "dropped"  # they have no role there any more

    notice = models.OneToOneField(Notice, models.CASCADE, primary_key=True, related_name="sending")
    state = models.CharField(max_length=8, choices=State, default=State.BEGUN)
    tries = models.PositiveSmallIntegerField(default=1)
    begun_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.state
