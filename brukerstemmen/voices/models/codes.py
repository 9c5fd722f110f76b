"""The two steps in: slips that the service hands out, and codes that only the centre gives.

A slip opens information and a reply. Only a personal code opens words, and the service never has
one. Codes are kept as marks (`people.marks`).
"""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.gates import BelongsToWork, VisibleQuerySet, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone

from .meetings import UserMeeting
from .participants import Language, Participant


class Invitation(BelongsToWork, models.Model):
    """What an evaluation asks of those it invites, and whom they can call. One for each."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.OneToOneField(
        Evaluation, models.CASCADE, primary_key=True, related_name="invitation"
    )
    # Named on the slip: somebody at the centre, never in the service.
    contact = models.ForeignKey(Person, models.PROTECT, related_name="+")
    telephone = models.CharField(_("telephone"), max_length=30)
    # The last day masked words may be there, as the text names it; None as long as none is set.
    words_until = models.DateField(_("the words are kept until"), null=True, blank=True)
    asks_recording = models.BooleanField(_("asks for sound recording"), default=False)
    asks_research = models.BooleanField(_("asks for use in research"), default=False)
    for_young = models.BooleanField(_("people under 16 are invited too"), default=False)
    # Only how many: who has replied lies nearer to people than requests for masked words reach.
    replies_waiting = models.PositiveSmallIntegerField(default=0)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class _Entries(VisibleQuerySet):  # type: ignore[type-arg]
    """What lets somebody in, as long as it holds."""

    def holding(self, day: date) -> "_Entries":
        return self.filter(revoked_on__isnull=True, until__gte=day)


class _SlipSheets(_Entries):
    path_to_work = "evaluation__work"


class SlipSheet(BelongsToWork, SealedModel):
    """A sheet of slips, all alike, so that nobody can tell which slip a reply came from."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="slip_sheets")
    number = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2, choices=Language, default=Language.NB)
    mark = models.CharField(max_length=64, unique=True)
    link_mark = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    until = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    # The code and the end of the address, so that the same sheet can be printed again.
    code = SealedField()
    token = SealedField()
    where = SealedField()  # where it is handed out, for the team

    objects = _SlipSheets.as_manager()

    class Meta:
        ordering: ClassVar = ["evaluation", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="a_slip_sheet_once")
        ]

    def __str__(self) -> str:
        return str(self.number)


class _PersonalCodes(_Entries):
    path_to_work = "participant__evaluation__work"


class PersonalCode(BelongsToWork, models.Model):
    """What opens a participant's own words. Shown once, when it is given; kept as marks only."""

    zone = Zone.Z2_MASKED
    path_to_work = "participant__evaluation__work"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="codes")
    mark = models.CharField(max_length=64, unique=True)
    link_mark = models.CharField(max_length=64, unique=True)
    issued_on = models.DateField()
    until = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)
    # None: given on the wall's page in the meeting room, by nobody's hand.
    issued_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    objects = _PersonalCodes.as_manager()

    class Meta:
        ordering: ClassVar = ["participant", "issued_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(revoked_on__isnull=True),
                name="one_code_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class WallCode(BelongsToWork, SealedModel):
    """The picture on the wall of a meeting room: consent on one's own phone, that day only."""

    zone = Zone.Z2_MASKED
    path_to_work = "user_meeting__evaluation__work"

    user_meeting = models.OneToOneField(UserMeeting, models.CASCADE, related_name="wall_code")
    mark = models.CharField(max_length=64, unique=True)
    link_mark = models.CharField(max_length=64, unique=True)
    on = models.DateField()
    is_open = models.BooleanField(default=True)
    most = models.PositiveSmallIntegerField()
    entered = models.PositiveSmallIntegerField(default=0)
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    code = SealedField()
    token = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(entered__lte=models.F("most")), name="no_more_than_were_expected"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
