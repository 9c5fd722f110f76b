"""A meeting, whichever strand it belongs to, and who from the team takes part in it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel, Work
from brukerstemmen.privacy.zones import Zone


class Form(models.TextChoices):
    IN_PERSON = "in_person", _("In the same room")
    TELEPHONE = "telephone", _("By telephone")
    VIDEO = "video", _("By video")


class Meeting(SealedModel):
    """Where and when people meet. Name and place are sealed: they can point at a small group."""

    zone = Zone.Z2_MASKED

    work = models.ForeignKey(Work, models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField(_("number"))
    form = models.CharField(_("form"), max_length=10, choices=Form, default=Form.IN_PERSON)
    planned_on = models.DateField(_("day"), null=True, blank=True)
    name = SealedField()
    place = SealedField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "number"], name="a_meeting_has_its_number")
        ]

    def __str__(self) -> str:
        return str(self.number)


class Task(models.TextChoices):
    LEADS = "leads", _("Leads the conversation")
    WRITES = "writes", _("Writes")


class Attendance(BelongsToWork, models.Model):
    """Somebody from the team is in a meeting. Participants are counted by code in `voices`."""

    zone = Zone.Z2_MASKED
    path_to_work = "meeting__work"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="attendances")
    task = models.CharField(_("task"), max_length=10, choices=Task)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["meeting", "task", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_task_in_a_meeting")
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.task}"
