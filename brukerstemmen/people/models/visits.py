"""What is kept of visits without account: acts by day, and wrong guesses as marks. No addresses."""

import uuid
from typing import ClassVar

from django.db import models

from brukerstemmen.privacy.zones import Zone

from .work import Work


class DayEntry(models.Model):
    """An act without account that waits for the journal: which day, never which hour.

    It goes into the journal the day after, in no order: between entries that have an hour, its
    place would tell the hour.
    """

    zone = Zone.Z5_OPERATION
    for_visitors = "append"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    on = models.DateField()
    what = models.CharField(max_length=60)
    work = models.ForeignKey(Work, models.CASCADE, null=True, related_name="+")
    count = models.PositiveIntegerField(null=True)

    class Meta:
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.what}"


class WrongGuesses(models.Model):
    """How many wrong codes came from one address in ten minutes, or from all in an hour.

    The mark is a keyed hash of the address and the minutes; neither can be read from it.
    """

    zone = Zone.Z2_MASKED

    mark = models.CharField(max_length=64, primary_key=True)
    on = models.DateField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.number)
