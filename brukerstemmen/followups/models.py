"""Follow-up rounds, what users answer, and telling people what it led to.

What somebody answers is raw words like any others: sealed under keys of their own, masked by a
person before the team uses it, and gone when they take it back.
"""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.states import Reached, RoundState, Way, round_state
from brukerstemmen.measures.models import Measure
from brukerstemmen.people.gates import BelongsToWork, VisibleQuerySet, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel, SealingKey, Work
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Participant
from brukerstemmen.voices.models.participants import Language


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in kind]  # type: ignore[attr-defined]


class FollowUp(BelongsToWork, SealedModel):
    """One round: users are asked whether they feel the change, and it is told what they said.

    `key` is the evaluation's masked key. People who came to a meeting about it are counted here
    for the team; nobody is listed.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="follow_ups")
    number = models.PositiveSmallIntegerField()
    due_on = models.DateField(_("planned for"))
    opened_on = models.DateField(null=True, blank=True)
    answer_by = models.DateField(_("answers until"), null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    met_on = models.DateField(_("meeting held"), null=True, blank=True)
    minutes_long = models.PositiveSmallIntegerField(null=True, blank=True)
    users_came = models.PositiveSmallIntegerField(null=True, blank=True)
    staff_came = models.PositiveSmallIntegerField(null=True, blank=True)
    # The measures people are asked about, as they stood when the round opened.
    measures: "models.ManyToManyField[Measure, AskedAbout]" = models.ManyToManyField(
        Measure, through="AskedAbout", related_name="+"
    )
    note = SealedField()  # how it went, before it is told

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evaluation", "number"], name="follow_ups_come_in_order"
            )
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def state(self) -> RoundState:
        return round_state(opened_on=self.opened_on, closed_on=self.closed_on, told_on=self.told_on)


class AskedAbout(BelongsToWork, models.Model):
    """A measure that people are asked about, as it was called that day, and what the service said
    of it. title: "" in rounds from before it was kept."""

    zone = Zone.Z2_MASKED
    path_to_work = "follow_up__evaluation__work"

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="asked")
    measure = models.ForeignKey(Measure, models.CASCADE, related_name="+")
    claimed = models.CharField(max_length=16)
    title = models.CharField(max_length=200, blank=True)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["follow_up", "measure__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["follow_up", "measure"], name="asked_about_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def name(self) -> str:
        """What people are asked about, whatever it is called today."""
        return self.title or self.measure.title


class FeltSlipsQuerySet(VisibleQuerySet["FeltSlips"]):
    path_to_work = "follow_up__evaluation__work"

    def holding(self, day: date) -> "FeltSlipsQuerySet":
        """Those that let somebody in, as long as their round is open."""
        return self.filter(revoked_on__isnull=True, until__gte=day)


class FeltSlips(BelongsToWork, SealedModel):
    """A sheet of open slips, all alike, that the service hands out to those who use it now.

    most: how many answers it takes, as many as there are slips; more were not handed out.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "follow_up__evaluation__work"

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="slips")
    number = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2, choices=Language, default=Language.NB)
    mark = models.CharField(max_length=64, unique=True)
    link_mark = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    until = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)
    most = models.PositiveSmallIntegerField()
    used = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    code = SealedField()
    token = SealedField()

    objects = FeltSlipsQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["follow_up", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["follow_up", "number"], name="felt_slips_once"),
            models.CheckConstraint(
                condition=Q(used__lte=F("most")), name="no_more_answers_than_slips"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class ReplyQuerySet(VisibleQuerySet["Reply"]):
    path_to_work = "follow_up__evaluation__work"

    def of_participants(self) -> "ReplyQuerySet":
        return self.filter(participant__isnull=False)

    def of_new_users(self) -> "ReplyQuerySet":
        """Those who use the service now, and took no part. The two are never mixed unseen."""
        return self.filter(participant__isnull=True)

    def unread(self) -> "ReplyQuerySet":
        """With words that nobody has read and masked yet, as they are now. Masked rows only."""
        is_read = Q(masked__isnull=False, masked__version=F("version"))
        return self.filter(~is_read, has_words=True)


class Reply(BelongsToWork, SealedModel):
    """What one person answers in a round. `felt`: {measure id: Felt} as JSON.

    `key` is a masked key: the participant's, or for others one of its own. `raw_key` likewise.
    Without participant: somebody who uses the service now. receipt_mark: of the code they were
    shown once, with which they can see it and take it away; "" where they got none.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "follow_up__evaluation__work"

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="replies")
    participant = models.ForeignKey(
        Participant, models.CASCADE, null=True, blank=True, related_name="follow_up_replies"
    )
    raw_key = models.ForeignKey(SealingKey, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=_choices(consent.Channel))
    registered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=2, choices=Language, default=Language.NB)
    # Counts up when it is changed: what was masked was another version.
    version = models.PositiveSmallIntegerField(default=1)
    receipt_mark = models.CharField(max_length=64, blank=True)
    # False where somebody has only chosen: then there is nothing to read. Whoever writes the
    # reply says so, since those who work with masked words cannot see the raw row.
    has_words = models.BooleanField(default=True)
    felt = SealedField()

    objects = ReplyQuerySet.as_manager()

    class Meta:
        # Their random ids are the order: when somebody answered is nowhere.
        ordering: ClassVar = ["follow_up", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["follow_up", "participant"], name="one_reply_in_each_round"
            ),
            models.UniqueConstraint(
                fields=["receipt_mark"],
                condition=~Q(receipt_mark=""),
                name="a_receipt_is_of_one_reply",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ReplyWords(BelongsToWork, SealedModel):
    """The words of a reply as they were written, under the raw key."""

    zone = Zone.Z3_RAW
    path_to_work = "reply__follow_up__evaluation__work"

    reply = models.OneToOneField(Reply, models.CASCADE, related_name="words")
    notices = SealedField()  # what do you notice?
    missing = SealedField()  # what is missing?

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class MaskedReply(BelongsToWork, SealedModel):
    """The words without what may point at somebody, read by a person, nothing unresolved."""

    zone = Zone.Z2_MASKED
    path_to_work = "reply__follow_up__evaluation__work"

    reply = models.OneToOneField(Reply, models.CASCADE, related_name="masked")
    version = models.PositiveSmallIntegerField()  # of the reply
    read_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    notices = SealedField()
    missing = SealedField()
    kept = SealedField()  # what was found and stays, and why: {words: reason} as JSON

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class ParticipantFeedback(BelongsToWork, SealedModel):
    """Telling those who took part what it led to: one letter, in as many ways as they need.

    `key` is the evaluation's masked key. The page behind the code is made of released rows; the
    letter holds only what the team says besides.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="feedback")
    number = models.PositiveSmallIntegerField()
    follow_up = models.ForeignKey(
        FollowUp, models.SET_NULL, null=True, blank=True, related_name="feedback"
    )
    opened_on = models.DateField()
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    words = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["evaluation", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "number"], name="feedback_comes_in_order")
        ]

    def __str__(self) -> str:
        return str(self.number)


class FeedbackTo(BelongsToWork, models.Model):
    """Feedback to one participant who wanted it: how, and whether it has reached them."""

    zone = Zone.Z2_MASKED
    path_to_work = "feedback__evaluation__work"

    feedback = models.ForeignKey(ParticipantFeedback, models.CASCADE, related_name="to")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="feedback_rows")
    by_way_of = models.CharField(max_length=5, choices=_choices(Way), default=Way.CODE)
    reached = models.CharField(max_length=12, choices=_choices(Reached), default=Reached.NOT_YET)
    told_on = models.DateField(null=True, blank=True)
    registered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["participant__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["feedback", "participant"], name="feedback_reaches_each_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class WhatHappened(BelongsToWork, models.Model):
    """The public story of an evaluation, as it went out, for good: what was said, what was done,
    what became a no. It outlives codes and keys. `content`: see `followups.story`."""

    zone = Zone.Z1_RELEASED

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    work = models.ForeignKey(Work, models.PROTECT, related_name="what_happened")
    edition = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=7)
    language = models.CharField(max_length=2, choices=Language, default=Language.NB)
    content = models.JSONField()

    objects = seen_through("work")

    class Meta:
        ordering: ClassVar = ["work", "language", "-edition"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["work", "language", "edition"], name="an_edition_of_the_story_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.edition)
