"""Participants are codes with two keys. Their consent is an append-only list of decisions.

There is no field for a diagnosis, an identity number or a background here, and none may come.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.gates import BelongsToWork, VisibleQuerySet, seen_through
from brukerstemmen.people.models import Organisation, Person, SealingKey
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.zones import Zone


class ParticipantQuerySet(VisibleQuerySet["Participant"]):
    path_to_work = "evaluation__work"

    def taking_part(self) -> "ParticipantQuerySet":
        """Those who have not withdrawn."""
        return self.filter(withdrawn_on__isnull=True)

    def who_said_yes(self) -> "ParticipantQuerySet":
        """Those who have said yes to taking part. Who only has a code may still say no."""
        yes = ConsentDecision.objects.filter(
            participant=models.OuterRef("pk"),
            purpose=consent.Purpose.TAKE_PART,
            act=consent.Act.GIVE,
        )
        return self.filter(models.Exists(yes))


class Participant(BelongsToWork, models.Model):
    """Somebody who takes part, known in the material only by a code."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="participants")
    number = models.PositiveSmallIntegerField(_("number"))
    raw_key = models.ForeignKey(SealingKey, models.PROTECT, related_name="+")
    masked_key = models.ForeignKey(SealingKey, models.PROTECT, related_name="+")
    # Under 16: a text of their own, and those who care for them are told before the meeting.
    is_young = models.BooleanField(default=False)
    guardian_told_on = models.DateField(null=True, blank=True)
    # Would like to stand forth by name. Honoured outside the report only: it could expose others.
    wants_to_be_named = models.BooleanField(default=False)
    # The row that is left is the mark: a number that is never given again, and nothing more.
    withdrawn_on = models.DateField(null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["evaluation", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="a_code_is_one_person")
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None

    @property
    def code(self) -> str:
        return f"D{self.number:02d}"


class Language(models.TextChoices):
    NB = "nb", _("Bokmål")
    NN = "nn", _("Nynorsk")
    EN = "en", _("English")


class Audience(models.TextChoices):
    EVERYONE = "everyone", _("Everyone")
    UNDER_16 = "under_16", _("Those under 16")
    GUARDIAN = "guardian", _("Those who care for somebody under 16")


class ConsentText(models.Model):
    """The words a person is shown or read before a yes. A version never changes."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"
    for_visitors = "read"

    centre = models.ForeignKey(Organisation, models.CASCADE, related_name="consent_texts")
    version = models.CharField(max_length=20)
    audience = models.CharField(max_length=8, choices=Audience, default=Audience.EVERYONE)
    language = models.CharField(max_length=2, choices=Language)
    text = models.TextField()  # what happens
    limits = models.TextField()  # what cannot be promised; shown before the yes
    from_day = models.DateField()

    class Meta:
        ordering: ClassVar = ["version", "audience", "language"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["centre", "version", "audience", "language"],
                name="a_consent_text_once_per_language",
            )
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.language}"


def _choices(names: type) -> list[tuple[str, str]]:
    return [(name.value, name.value) for name in names]  # type: ignore[attr-defined]


class ConsentDecision(BelongsToWork, models.Model):
    """One decision for one purpose, dated, with the version of the text that was shown.

    About a code, never a name: the name lies elsewhere, under another key.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "participant__evaluation__work"

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="decisions")
    purpose = models.CharField(max_length=15, choices=_choices(consent.Purpose))
    act = models.CharField(max_length=10, choices=_choices(consent.Act))
    on = models.DateField()
    until = models.DateField(null=True)
    text_version = models.CharField(max_length=20)
    channel = models.CharField(max_length=10, choices=_choices(consent.Channel))
    # Who wrote it down, when it was done on behalf.
    registered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.purpose} {self.act}"

    def as_decision(self) -> consent.Decision:
        return consent.Decision(
            purpose=consent.Purpose(self.purpose),
            act=consent.Act(self.act),
            on=self.on,
            text_version=self.text_version,
            channel=consent.Channel(self.channel),
            until=self.until,
        )
