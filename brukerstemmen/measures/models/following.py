"""What is agreed on about following up, who answers for a measure, and what users are told and
have told back. All of it released: words of the centre and the service, never a participant's."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brukerstemmen.measures.felt import DEFAULT_LINE, DEFAULT_MONTHS, Verdict
from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, Work
from brukerstemmen.privacy.zones import Zone

from .matters import Measure

MONTHS = ",".join(map(str, DEFAULT_MONTHS))


class FollowUpTerms(BelongsToWork, models.Model):
    """How measures are followed, as the centre and the client have agreed. One for each work."""

    zone = Zone.Z1_RELEASED

    work = models.OneToOneField(
        Work, models.PROTECT, primary_key=True, related_name="follow_up_terms"
    )
    # Months after the final report, "3,6,12".
    months = models.CharField(_("months"), max_length=40, default=MONTHS)
    # Per cent of those who answered, who must notice a measure that is said to be done.
    felt_line = models.PositiveSmallIntegerField(
        default=DEFAULT_LINE, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    remind_before = models.PositiveSmallIntegerField(default=14)  # days before a deadline
    escalate_after = models.PositiveSmallIntegerField(default=14)  # days after it
    # The leader who is told when nobody answers for a measure, or nothing happens.
    escalate_to = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.months


class MeasureHolder(BelongsToWork, models.Model):
    """Who in the service answers for a measure, and from when. Those before stay on the list, so
    that a change of leader loses nothing. Shown to the service and the team only."""

    zone = Zone.Z1_RELEASED
    for_the_service = "renew"
    path_to_work = "measure__work"

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="holders")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    registered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["measure", "since", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["measure"],
                condition=Q(until__isnull=True),
                name="one_answers_for_a_measure",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class FollowUpTold(BelongsToWork, models.Model):
    """A follow-up round as it was told to the service and to everybody who took part.

    replies: how many answered; None where they are too few for a number.
    """

    zone = Zone.Z1_RELEASED

    work = models.ForeignKey(Work, models.PROTECT, related_name="follow_ups_told")
    number = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=7)  # such as 2025-3, never finer
    replies = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)  # how it went, in the team's words

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "number"], name="a_follow_up_is_told_once"),
            models.CheckConstraint(
                condition=Q(replies__isnull=True) | Q(replies__gte=6),
                name="no_small_number_of_replies",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class FeltTold(BelongsToWork, models.Model):
    """What users together said of a measure in one round: a word, never a number.

    claimed: what the service said of it when they were asked.
    """

    zone = Zone.Z1_RELEASED
    path_to_work = "follow_up__work"

    follow_up = models.ForeignKey(FollowUpTold, models.CASCADE, related_name="felt")
    measure = models.ForeignKey(Measure, models.CASCADE, related_name="felt")
    verdict = models.CharField(max_length=10, choices=[(v.value, v.value) for v in Verdict])
    claimed = models.CharField(max_length=16)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["follow_up", "measure__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["follow_up", "measure"], name="one_verdict_in_each_round"
            )
        ]

    def __str__(self) -> str:
        return self.verdict


class FeedbackLine(BelongsToWork, models.Model):
    """One sentence to those who spoke: what became of this measure. The newest holds."""

    zone = Zone.Z1_RELEASED
    path_to_work = "measure__work"

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="feedback_lines")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["measure", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["measure", "number"], name="feedback_lines_come_in_order"
            )
        ]

    def __str__(self) -> str:
        return str(self.number)
