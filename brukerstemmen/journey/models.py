"""How far a work has come, as the service has been told; and the calendar of its days."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

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


class DayKind(models.TextChoices):
    """What a day in the calendar is, for anybody who sees it: nothing about what was said."""

    ANSWERS = "answers", _("Answers from the service by")
    WORDS = "words", _("Words given back: answers by")
    DIALOGUE = "dialogue", _("Dialogue meeting")
    MEASURE = "measure", _("Deadline of a measure")
    FOLLOW_UP = "follow_up", _("Ask users whether they notice a difference")
    FOLLOW_UP_ENDS = "follow_up_ends", _("Answers from users by")
    CLOSING = "closing", _("Closing planned")
    RETENTION = "retention", _("Last day of the masked words")


class CalendarDay(BelongsToWork, models.Model):
    """A day to remember in a work: which kind, and nothing more. Several alike are one row.

    Kept apart from what it was made of, so that whoever holds the address of a calendar comes
    near nothing else: gathered by the house once a day, and when somebody asks for their address.
    """

    zone = Zone.Z5_OPERATION

    work = models.ForeignKey(Work, models.CASCADE, related_name="calendar_days")
    kind = models.CharField(max_length=14, choices=DayKind)
    on = models.DateField()
    noted_on = models.DateField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["on", "work", "kind"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "kind", "on"], name="a_day_of_a_kind_once")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"


class CalendarAddress(models.Model):
    """The secret address of one person's calendar, as a mark: nobody can read it back."""

    zone = Zone.Z5_OPERATION

    person = models.OneToOneField(
        Person, models.CASCADE, primary_key=True, related_name="calendar_address"
    )
    mark = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.made_on)
