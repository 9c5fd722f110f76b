"""Statements: what people said. Words are never overwritten; each wording is a new version.

Raw words (Z3) and masked words (Z2) lie in different tables under different keys, so that a
request for masked words cannot read raw ones, and so that the raw ones can be destroyed first.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import Question
from brukerstemmen.people.gates import BelongsToWork, VisibleQuerySet, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices import states
from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.states import Second, StatementState

from .meetings import UserMeeting
from .participants import Language, Participant


class StatementKind(models.TextChoices):
    GOOD = Kind.GOOD.value, _("good")
    NOT_GOOD = Kind.NOT_GOOD.value, _("not good")
    PROPOSAL = Kind.PROPOSAL.value, _("proposal")
    OTHER = Kind.OTHER.value, _("other important")


# Read by a person, nothing unresolved, and still about the words as they stand.
READ_THROUGH = Q(masked_number__gt=0, open_hits=0, masked_from=F("raw_number"))
# Many clues are left: somebody besides the one who masked is to read it.
FOR_SECOND = READ_THROUGH & Q(second_reading=Second.WANTED)
GIVEN_BACK = READ_THROUGH & Q(second_reading=Second.BACK)
# Fit to go on from masking.
READY = READ_THROUGH & Q(second_reading__in=[Second.NOT_ASKED, Second.STANDS])
# The speaker has said yes to the masked words as they stand. Cleared for print is another fact.
QUOTABLE = READY & Q(
    state__in=[state.value for state in states.QUOTABLE], answered_number=F("masked_number")
)


class StatementQuerySet(VisibleQuerySet["Statement"]):
    path_to_work = "user_meeting__evaluation__work"

    def ready(self) -> "StatementQuerySet":
        """Fit to go on from masking."""
        return self.filter(READY)

    def quotable(self) -> "StatementQuerySet":
        """Those whose speaker has said yes to the words as they stand."""
        return self.filter(QUOTABLE)

    def waiting(self) -> "StatementQuerySet":
        """Not yet fit to go on from masking, and it is the first reader's turn."""
        return self.exclude(READY | FOR_SECOND)

    def for_second_reader(self) -> "StatementQuerySet":
        """Those that somebody besides the one who masked is to read."""
        return self.filter(FOR_SECOND)

    def read_first_by(self, person: Person) -> "StatementQuerySet":
        """Those this person has masked as they stand now: somebody else reads them as second."""
        return self.filter(Exists(_read_first_by(person)))

    def not_read_first_by(self, person: Person) -> "StatementQuerySet":
        """The others: where a second reader is wanted, this person may be it."""
        return self.exclude(Exists(_read_first_by(person)))

    def given_back(self) -> "StatementQuerySet":
        """Those a second reader has asked to look at again."""
        return self.filter(GIVEN_BACK)

    def with_unresolved_hits(self) -> "StatementQuerySet":
        return self.filter(masked_number__gt=0, open_hits__gt=0, masked_from=F("raw_number"))

    def not_read_by_a_person(self) -> "StatementQuerySet":
        return self.exclude(masked_number__gt=0, masked_from=F("raw_number"))


class Statement(BelongsToWork, models.Model):
    """Something said in a user meeting. Points at a code, never at a person; holds no moment."""

    zone = Zone.Z2_MASKED
    path_to_work = "user_meeting__evaluation__work"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user_meeting = models.ForeignKey(UserMeeting, models.PROTECT, related_name="statements")
    # The place in the notes: for reading aloud, inside the team. Never released.
    position = models.PositiveIntegerField()
    # None: said by the group, or nobody knows. It counts as a statement, never as a person.
    speaker = models.ForeignKey(
        Participant, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    # Who noted it: does not clear it for print. None: not known any more.
    noted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    kind = models.CharField(_("kind"), max_length=10, choices=StatementKind, blank=True)
    question = models.ForeignKey(
        Question, models.SET_NULL, null=True, blank=True, related_name="statements"
    )
    language = models.CharField(max_length=2, choices=Language, default=Language.NB)
    state = models.CharField(
        max_length=15,
        choices=[(s.value, s.value) for s in StatementState],
        default=StatementState.NOTED,
    )
    # Not all agree: the other view stands beside this one, as a statement of its own.
    other_view_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="other_views"
    )
    raw_number = models.PositiveSmallIntegerField(default=0)
    masked_number = models.PositiveSmallIntegerField(default=0)
    masked_from = models.PositiveSmallIntegerField(default=0)
    open_hits = models.PositiveSmallIntegerField(default=0)
    second_reading = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in Second], default="", blank=True
    )
    # The masked version the speaker has answered about. Another wording is asked about anew.
    answered_number = models.PositiveSmallIntegerField(default=0)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["user_meeting", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user_meeting", "position"], name="one_statement_in_each_place"
            ),
            models.CheckConstraint(
                condition=Q(masked_from__lte=F("raw_number")), name="masked_from_words_that_are"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["speaker"], name="statements_of_a_speaker")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_ready(self) -> bool:
        """Fit to go on: read by a person, nothing unresolved, about the words as they stand, and
        by a second one where that is wanted."""
        return self.is_read_through and self.second_now in {Second.NOT_ASKED, Second.STANDS}

    @property
    def is_read_through(self) -> bool:
        """A person has read the words as they stand, and nothing is unresolved."""
        return self.is_read and self.open_hits == 0

    @property
    def is_for_second(self) -> bool:
        return self.is_read_through and self.second_now is Second.WANTED

    @property
    def is_given_back(self) -> bool:
        return self.is_read_through and self.second_now is Second.BACK

    @property
    def second_now(self) -> Second:
        return Second(self.second_reading)

    @property
    def is_quotable(self) -> bool:
        """The speaker has said yes to the masked words as they stand."""
        answered = self.answered_number == self.masked_number
        return self.is_ready and answered and self.state_now in states.QUOTABLE

    @property
    def state_now(self) -> StatementState:
        return StatementState(self.state)

    @property
    def is_read(self) -> bool:
        return self.masked_number > 0 and self.masked_from == self.raw_number


class Reason(models.TextChoices):
    """Why there is a new wording."""

    NOTED = "noted", _("written down")
    IMPORTED = "imported", _("taken in from notes")
    CORRECTED = "corrected", _("corrected by the writer")
    READ_ALOUD = "read_aloud", _("changed when it was read aloud")
    RIVAL = "rival", _("written at the same time by somebody else")
    MASKED = "masked", _("what may point at somebody is taken away")
    EVERYWHERE = "everywhere", _("a choice for the whole meeting")
    OWN = "own", _("changed by the one who said it")


class Wording(SealedModel):
    """One version of a statement's words, with author and reason."""

    number = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=12, choices=Reason)
    # None: the participant, at their own door.
    author = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    words = SealedField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.number)


class RawWording(BelongsToWork, Wording):
    """Words as they were said."""

    zone = Zone.Z3_RAW
    path_to_work = "statement__user_meeting__evaluation__work"

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="raw_wordings")
    # Set on a version written while somebody else wrote another: both are kept until one is chosen.
    rival_of = models.PositiveSmallIntegerField(null=True)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["statement", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "number"], name="a_raw_version_once")
        ]


class MaskedWording(BelongsToWork, Wording):
    """Words without what may point at somebody."""

    zone = Zone.Z2_MASKED
    path_to_work = "statement__user_meeting__evaluation__work"

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="masked_wordings")
    rival_of = models.PositiveSmallIntegerField(null=True)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["statement", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "number"], name="a_masked_version_once")
        ]


def first_readings() -> "QuerySet[MaskedWording]":
    """The wordings in which somebody has masked a statement as it stands now: the latest reading,
    and what was written at the same time. A choice for the whole meeting is no reading, so whoever
    made it is not meant, but whoever read it before that."""
    so_far = MaskedWording.objects.filter(number__lte=F("statement__masked_number"))
    read = so_far.exclude(reason=Reason.EVERYWHERE)
    latest = read.filter(
        ~Q(reason=Reason.RIVAL) | Q(number=F("statement__masked_number")),
        statement=OuterRef("statement"),
    ).order_by("-number")
    return read.filter(number__gte=latest.values("number")[:1])


def _read_first_by(person: Person) -> "QuerySet[MaskedWording]":
    return first_readings().filter(statement=OuterRef("pk"), author=person)


class KeptHit(BelongsToWork, SealedModel):
    """Something found in the masked words that a person kept, with the reason.

    What kind of find it was is kept beside the words: who looks later may see other things in them.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "wording__statement__user_meeting__evaluation__work"

    wording = models.ForeignKey(MaskedWording, models.CASCADE, related_name="kept_hits")
    text = SealedField()
    why = SealedField()
    found = SealedField()  # where, as what, how sure and why (`voices.kept`)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)
