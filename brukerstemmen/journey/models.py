"""How far a work has come, as the service has been told."""

from typing import ClassVar

from django.db import models

from brukerstemmen.evaluations.steps import Step
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, Work
from brukerstemmen.privacy.zones import Zone


class Progress(BelongsToWork, models.Model):
    """The service has been told where the work stands. The newest holds; none is changed.

    Told by somebody, never worked out while the page is made: what the service sees must not
    move with things that are not released to it.
    """

    zone = Zone.Z1_RELEASED

    work = models.ForeignKey(Work, models.PROTECT, related_name="progress")
    number = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=12, choices=[(step.value, step.value) for step in Step])
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "number"], name="progress_comes_in_order")
        ]

    def __str__(self) -> str:
        return self.step
