"""Closing an evaluation, and the deletion log that proves itself."""

from typing import ClassVar

from django.db import models

from brukerstemmen.closing.states import Kind
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel, Work
from brukerstemmen.privacy.zones import Zone


class Closing(BelongsToWork, SealedModel):
    """The end of an evaluation: prepared, then done. `key` is the evaluation's masked key."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.OneToOneField(Evaluation, models.CASCADE, related_name="closing")
    planned_on = models.DateField(null=True, blank=True)
    print_offered_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # Why somebody who wanted to hear is not told.
    without_feedback = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.closed_on)


class Deletion(BelongsToWork, models.Model):
    """One line of the deletion log. It only grows, and each line holds the mark of the one before.

    rows: how many were deleted. keys: ids of the keys that were destroyed, in order, joined by
    spaces; random numbers that lead to nobody, and stand in the ledger of erasure too.
    """

    zone = Zone.Z5_OPERATION
    in_every_zone = "append"

    work = models.ForeignKey(Work, models.PROTECT, related_name="deletions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=15, choices=[(kind.value, kind.value) for kind in Kind])
    due_on = models.DateField()
    done_on = models.DateField()
    # None: the house itself, on the day it was due.
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    rows = models.PositiveIntegerField()
    keys = models.TextField(blank=True)
    mark = models.CharField(max_length=64)

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "number"], name="deletions_come_in_order")
        ]

    def __str__(self) -> str:
        return self.kind
