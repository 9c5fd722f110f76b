"""What is put to a service, its answers, and its measures. Everything here is released: plain
text in Z1, without ids, days or order from what it was made of."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, Work
from brukerstemmen.privacy.zones import Zone


class Turn(models.TextChoices):
    """What a finding asks of a service. What works is a finding of equal rank."""

    KEEP = "keep", _("keep")
    IMPROVE = "improve", _("improve")
    STOP = "stop", _("stop")


class Standing(models.TextChoices):
    """What became of a finding when users and staff talked about it."""

    PRELIMINARY = "preliminary", _("not yet talked about")
    CONFIRMED = "confirmed", _("confirmed in the dialogue")
    NUANCED = "nuanced", _("nuanced in the dialogue")
    DISPUTED = "disputed", _("divided opinions")


class Matter(BelongsToWork, models.Model):
    """A released copy of a finding, put to the service. `quarter`: when, never finer."""

    zone = Zone.Z1_RELEASED
    for_the_service = "read, lock"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    work = models.ForeignKey(Work, models.PROTECT, related_name="matters")
    # As it stands in the report: 1, 2, 3 … Given by editors, anew at each release.
    number = models.PositiveSmallIntegerField()
    turn = models.CharField(max_length=10, choices=Turn, default=Turn.IMPROVE)
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.PRELIMINARY)
    title = models.TextField()
    good = models.TextField(blank=True)
    not_good = models.TextField(blank=True)
    better = models.TextField(blank=True)
    question = models.TextField(blank=True)
    # What the dialogue added; for a disputed one both views.
    nuance = models.TextField(blank=True)
    minority = models.TextField(blank=True)
    quarter = models.CharField(max_length=7)  # such as 2025-1

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "number"], name="one_matter_in_each_place")
        ]

    def __str__(self) -> str:
        return str(self.number)


class Asking(BelongsToWork, models.Model):
    """The service has been asked to answer, by a day."""

    zone = Zone.Z1_RELEASED

    work = models.OneToOneField(Work, models.PROTECT, primary_key=True, related_name="asking")
    asked_on = models.DateField()
    answer_by = models.DateField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.answer_by)


class Answer(BelongsToWork, models.Model):
    """What the service says, to one matter or to several. The newest to a matter holds."""

    zone = Zone.Z1_RELEASED
    for_the_service = "read, append"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    work = models.ForeignKey(Work, models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()  # in the order they were given
    matters: "models.ManyToManyField[Matter, AnsweredMatter]" = models.ManyToManyField(
        Matter, through="AnsweredMatter", related_name="answers"
    )
    says = models.CharField(max_length=16, choices=[(s.value, s.value) for s in Says])
    reason = models.TextField(blank=True)
    # A function, never a name.
    given_by = models.CharField(_("given by"), max_length=120)
    clarified_by = models.CharField(max_length=120, blank=True)
    clarified_on = models.DateField(null=True, blank=True)
    registered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    # The centre's lead wrote it down for them.
    on_behalf = models.BooleanField(default=False)
    on = models.DateField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "number"], name="answers_come_in_order")
        ]

    def __str__(self) -> str:
        return self.says


class AnsweredMatter(BelongsToWork, models.Model):
    zone = Zone.Z1_RELEASED
    for_the_service = "read, append"
    path_to_work = "answer__work"

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="answered")
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="answered")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["answer", "matter"], name="a_matter_is_answered_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MeasureKind(models.TextChoices):
    QUICK = "quick", _("at once")
    ROUTINE = "routine", _("routine")
    TRIAL = "trial", _("trial")
    LEARNING = "learning", _("learning")
    CO_CREATION = "co_creation", _("made together with users")
    DECISION = "decision", _("needs a decision")
    PROTECT = "protect", _("protect what works")


class Measure(BelongsToWork, models.Model):
    """What is to be done, by which function, by when, and how a user will notice."""

    zone = Zone.Z1_RELEASED
    for_the_service = "renew"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    work = models.ForeignKey(Work, models.PROTECT, related_name="measures")
    number = models.PositiveSmallIntegerField()
    matters: "models.ManyToManyField[Matter, MeasureFor]" = models.ManyToManyField(
        Matter, through="MeasureFor", related_name="measures"
    )
    kind = models.CharField(max_length=12, choices=MeasureKind, default=MeasureKind.ROUTINE)
    status = models.CharField(
        max_length=16, choices=[(s.value, s.value) for s in Status], default=Status.PROPOSED
    )
    title = models.CharField(max_length=200)
    owner = models.CharField(_("owner"), max_length=120, blank=True)  # a function, never a name
    deadline = models.DateField(null=True, blank=True)
    notice = models.TextField(_("how a user will notice"), blank=True)
    from_dialogue = models.BooleanField(default=False)  # agreed on in the room

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "number"], name="one_measure_in_each_place")
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def status_now(self) -> Status:
        return Status(self.status)


class MeasureFor(BelongsToWork, models.Model):
    """A measure answers a matter: one may serve several, and one matter have several."""

    zone = Zone.Z1_RELEASED
    for_the_service = "write"
    path_to_work = "measure__work"

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="serves")
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="served_by")
    fully = models.BooleanField(default=True)  # else partly

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "matter"], name="a_measure_serves_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MeasureStep(BelongsToWork, models.Model):
    """One step of a measure: what was said about it, why, by which function. Never changed."""

    zone = Zone.Z1_RELEASED
    for_the_service = "read, append"
    path_to_work = "measure__work"

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=16, choices=[(s.value, s.value) for s in Status])
    reason = models.TextField(blank=True)
    said_by = models.CharField(max_length=120)
    registered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on_behalf = models.BooleanField(default=False)
    on = models.DateField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["measure", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "number"], name="steps_come_in_order")
        ]

    def __str__(self) -> str:
        return self.status
