"""One project that applies the method to one service, filled in as things become known."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.steps import Step
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import (
    FocusArea,
    Person,
    SealedField,
    SealedModel,
    SealingKey,
    Work,
)
from brukerstemmen.privacy.zones import Zone


class InvolvementDegree(models.TextChoices):
    """The five degrees. Degrees, not steps to climb."""

    INFORM = "inform", _("Inform")
    CONSULT = "consult", _("Consult")
    INVOLVE = "involve", _("Involve")
    COLLABORATE = "collaborate", _("Collaborate")
    EMPOWER = "empower", _("Empower")


class LegalBasis(models.TextChoices):
    CONSENT = "consent", _("Explicit consent to the centre")
    RESEARCH = "research", _("Research with its own approval")


class Evaluation(SealedModel):
    """The commission. Its name stands on `work`; what is written about it is sealed.

    `key` is the evaluation's masked key; `raw_key` seals raw words without a speaker;
    `identity_key` wraps the keys of the link from code to person.
    """

    zone = Zone.Z2_MASKED

    work = models.OneToOneField(Work, models.PROTECT, related_name="evaluation")
    raw_key = models.ForeignKey(SealingKey, models.PROTECT, related_name="+")
    identity_key = models.ForeignKey(SealingKey, models.PROTECT, related_name="+")
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    focus_area = models.ForeignKey(FocusArea, models.PROTECT, null=True, blank=True)
    degree = models.CharField(
        _("degree of involvement"), max_length=12, choices=InvolvementDegree, blank=True
    )
    legal_basis = models.CharField(
        _("legal basis"), max_length=10, choices=LegalBasis, default=LegalBasis.CONSENT
    )
    started_on = models.DateField(_("started on"))
    dialogue_on = models.DateField(_("day of the dialogue meeting"), null=True, blank=True)
    people_wanted = models.PositiveSmallIntegerField(_("people wanted"), default=15)
    stopped_on = models.DateField(_("stopped on"), null=True, blank=True)
    scope = SealedField()
    promise = SealedField()
    not_reached = SealedField()
    stop_reason = SealedField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["-started_on", "pk"]

    def __str__(self) -> str:
        return str(self.work_id)

    @property
    def is_stopped(self) -> bool:
        return self.stopped_on is not None


class Agreement(BelongsToWork, models.Model):
    """The signed agreement with the client."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.OneToOneField(
        Evaluation, models.CASCADE, primary_key=True, related_name="agreement"
    )
    signed_on = models.DateField(_("signed on"))
    report_is_shared = models.BooleanField(
        _("the report will be available to the participants"), default=True
    )

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.signed_on)


class Anchor(models.TextChoices):
    """What must be in place in the service for the findings to be used."""

    LEADER = "leader", _("A leader has said yes to the evaluation")
    STAFF_TOLD = "staff_told", _("The staff know what will happen and why")
    WORKING_GROUP = "working_group", _("There is a working group")
    TIME_FOR_DIALOGUE = "time_for_dialogue", _("Time is set aside for the dialogue meeting")
    TIME_FOR_FOLLOW_UP = "time_for_follow_up", _("Time is set aside for follow-up")


class AnchoringPoint(BelongsToWork, models.Model):
    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="anchoring")
    point = models.CharField(max_length=20, choices=Anchor)
    done_on = models.DateField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "point"], name="an_anchor_holds_once")
        ]

    def __str__(self) -> str:
        return self.point


class DoneElsewhere(BelongsToWork, models.Model):
    """A step that was taken before the centre began to use this software."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="done_elsewhere")
    step = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Step])
    on = models.DateField(_("on"))

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "step"], name="done_elsewhere_once"),
            models.CheckConstraint(
                condition=Q(step__in=[s.value for s in Step]), name="elsewhere_is_a_step"
            ),
        ]

    def __str__(self) -> str:
        return self.step


class PassedNeed(BelongsToWork, SealedModel):
    """Something missing that the lead went on without, with one sentence why."""

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="passed_needs")
    need = models.CharField(max_length=30)
    why = SealedField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "need"], name="a_need_is_passed_once")
        ]

    def __str__(self) -> str:
        return self.need
