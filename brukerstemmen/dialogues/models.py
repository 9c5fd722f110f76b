"""Dialogue meetings: who is in the room by side, what was said to each finding, what was agreed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.sides import ReplyType, Side, Voice
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import MeasureKind, Standing
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import UserMeeting


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in kind]  # type: ignore[attr-defined]


class DialogueKind(models.TextChoices):
    CONFERENCE = "conference", _("Dialogue conference")
    MEETING = "meeting", _("Dialogue meeting")


class DialogueState(models.TextChoices):
    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    MINUTES = "minutes", _("minutes are out")
    APPROVED = "approved", _("minutes approved by both sides")


class Dialogue(BelongsToWork, SealedModel):
    """One dialogue meeting of an evaluation. An evaluation may have several."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="dialogues")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=DialogueKind, default=DialogueKind.CONFERENCE)
    state = models.CharField(max_length=10, choices=DialogueState, default=DialogueState.PLANNED)
    on = models.DateField(_("day"), null=True, blank=True)
    begins = models.TimeField(_("begins"), null=True, blank=True)
    ends = models.TimeField(_("ends"), null=True, blank=True)
    # The participants have been told who will be in the room.
    told_on = models.DateField(_("users were told who will be there"), null=True, blank=True)
    prepared_users_on = models.DateField(null=True, blank=True)
    prepared_service_on = models.DateField(null=True, blank=True)
    place = SealedField()
    programme = SealedField()  # one point a line
    ground_rules = SealedField()  # one rule a line
    minutes = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="a_dialogue_has_a_number")
        ]

    def __str__(self) -> str:
        return str(self.number)


class Seats(BelongsToWork, SealedModel):
    """How many of one kind are in the room. Numbers only, never who."""

    zone = Zone.Z2_MASKED
    path_to_work = "dialogue__evaluation__work"

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="seats")
    side = models.CharField(max_length=12, choices=_choices(Side))
    invited = models.PositiveSmallIntegerField(default=0)
    came = models.PositiveSmallIntegerField(null=True, blank=True)
    where = SealedField()  # such as the user council, or a unit

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["dialogue", "pk"]

    def __str__(self) -> str:
        return self.side


class DialogueReply(BelongsToWork, SealedModel):
    """Something said about a finding in the room, by side and type. Who said it is not kept.

    voice: a user's words are kept as words only when they may be used; else they are a note to
    the team, and stay out of minutes and report.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "dialogue__evaluation__work"

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="replies")
    number = models.PositiveSmallIntegerField()
    finding = models.ForeignKey(Finding, models.CASCADE, related_name="replies")
    side = models.CharField(max_length=12, choices=_choices(Side))
    type = models.CharField(max_length=12, choices=_choices(ReplyType))
    voice = models.CharField(max_length=12, choices=_choices(Voice), default=Voice.MAY_BE_USED)
    open_hits = models.PositiveSmallIntegerField(default=0)
    function = SealedField()  # such as "doctor" or "peer worker", never a name
    words = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["dialogue", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="replies_have_numbers")
        ]

    def __str__(self) -> str:
        return str(self.number)


class NewVoices(BelongsToWork, models.Model):
    """The user meeting in which new voices from the room are written down, with consent, reading
    aloud and masking like all others. What is said there is data of the third stage."""

    zone = Zone.Z2_MASKED
    path_to_work = "dialogue__evaluation__work"

    dialogue = models.OneToOneField(Dialogue, models.CASCADE, related_name="new_voices")
    user_meeting = models.OneToOneField(UserMeeting, models.PROTECT, related_name="from_dialogue")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class Outcome(BelongsToWork, SealedModel):
    """What became of a finding in the room. What users and staff recognise is kept apart."""

    zone = Zone.Z2_MASKED
    path_to_work = "dialogue__evaluation__work"

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="outcomes")
    finding = models.ForeignKey(Finding, models.CASCADE, related_name="outcomes")
    standing = models.CharField(max_length=12, choices=Standing)
    # None: nobody has said.
    users_recognise = models.BooleanField(null=True, blank=True)
    service_recognises = models.BooleanField(null=True, blank=True)
    nuance = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["dialogue", "finding__position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "finding"], name="one_outcome_in_a_room")
        ]

    def __str__(self) -> str:
        return self.standing


class LeaderSays(models.TextChoices):
    YES = "yes", _("yes")
    NO = "no", _("no")
    MUST_LOOK = "must_look", _("must be looked into")


class Proposal(BelongsToWork, SealedModel):
    """A measure that was proposed in the room, read aloud, and answered by the leader there."""

    zone = Zone.Z2_MASKED
    path_to_work = "dialogue__evaluation__work"

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="proposals")
    number = models.PositiveSmallIntegerField()
    findings: "models.ManyToManyField[Finding, ProposalFor]" = models.ManyToManyField(
        Finding, through="ProposalFor", related_name="proposals"
    )
    kind = models.CharField(max_length=12, choices=MeasureKind, default=MeasureKind.ROUTINE)
    says = models.CharField(max_length=10, choices=LeaderSays, blank=True)
    deadline = models.DateField(null=True, blank=True)
    read_aloud = models.BooleanField(default=False)
    users_agree = models.BooleanField(default=False)
    service_agrees = models.BooleanField(default=False)
    # The measure it became (Z1), once the minutes are approved.
    became = models.UUIDField(null=True, blank=True)
    title = SealedField()
    owner = SealedField()  # a function, never a name
    notice = SealedField()
    reason = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["dialogue", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="proposals_have_numbers")
        ]

    def __str__(self) -> str:
        return str(self.number)


class ProposalFor(BelongsToWork, models.Model):
    zone = Zone.Z2_MASKED
    path_to_work = "proposal__dialogue__evaluation__work"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="serves")
    finding = models.ForeignKey(Finding, models.CASCADE, related_name="+")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "finding"], name="a_proposal_serves_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MinutesApproval(BelongsToWork, SealedModel):
    """One side has said yes to the minutes. Both must, before anything in them counts."""

    zone = Zone.Z2_MASKED
    path_to_work = "dialogue__evaluation__work"

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="approvals")
    of_users = models.BooleanField()  # else of the service
    on = models.DateField()
    registered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    said_by = SealedField()  # as a function: "two of the participants", "the leader"

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["dialogue", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "of_users"], name="each_side_approves_once")
        ]

    def __str__(self) -> str:
        return str(self.on)
