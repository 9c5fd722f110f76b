"""The user meeting: where users talk about their experience. Each carries its own state."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.meetings.models import Meeting
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.states import MeetingState

from .participants import Participant


class Kind(models.TextChoices):
    GROUP = "group", _("Group interview")
    INDIVIDUAL = "individual", _("Individual interview")


class UserMeeting(BelongsToWork, models.Model):
    """Only `actions` changes the state."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    meeting = models.OneToOneField(
        Meeting, models.PROTECT, primary_key=True, related_name="user_meeting"
    )
    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="user_meetings")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.GROUP)
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=[(s.value, s.value) for s in MeetingState],
        default=MeetingState.PLANNED,
    )
    held_on = models.DateField(_("held on"), null=True, blank=True)
    # "Nobody from the service is in the room": ticked by the interviewer, for each meeting.
    nobody_from_service = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    read_aloud_on = models.DateField(_("read aloud on"), null=True, blank=True)
    read_aloud_elsewhere = models.BooleanField(default=False)
    masked_on = models.DateField(_("masked on"), null=True, blank=True)
    # How often a second reader let something stand, and asked to look again: no words, no names.
    second_stood = models.PositiveSmallIntegerField(default=0)
    second_back = models.PositiveSmallIntegerField(default=0)
    pauses = models.PositiveSmallIntegerField(_("pauses"), default=0)
    debriefed_on = models.DateField(_("debriefed on"), null=True, blank=True)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "meeting__number"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=MeetingState.PLANNED)
                | Q(held_on__isnull=False, nobody_from_service__isnull=False),
                name="a_held_meeting_has_a_day_and_nobody_from_the_service",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def number(self) -> int:
        return self.meeting.number

    @property
    def state_now(self) -> MeetingState:
        return MeetingState(self.state)


class Presence(BelongsToWork, models.Model):
    """A participant was there. One person may come twice: attendances are counted apart."""

    zone = Zone.Z2_MASKED
    path_to_work = "user_meeting__evaluation__work"

    user_meeting = models.ForeignKey(UserMeeting, models.CASCADE, related_name="presences")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="presences")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["user_meeting", "participant__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user_meeting", "participant"], name="present_once_in_a_meeting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}"
