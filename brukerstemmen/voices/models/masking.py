"""What a meeting's masking needs beside the words: choices for names, and how the work went."""

import uuid
from typing import ClassVar

from django.db import models

from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone

from .meetings import UserMeeting
from .statements import Statement


class NameChoice(BelongsToWork, SealedModel):
    """What somebody chose for a name everywhere in a meeting: other words, or to keep it.

    It holds the name as it was said, so it lies with the raw words, under a key of its own: when
    words are taken away from the meeting, nobody knows whose name it was, and it goes too.
    """

    zone = Zone.Z3_RAW
    path_to_work = "user_meeting__evaluation__work"

    user_meeting = models.ForeignKey(UserMeeting, models.CASCADE, related_name="name_choices")
    name = SealedField()
    instead = SealedField()
    why = SealedField()  # only where it is kept

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class ReadingFigures(BelongsToWork, models.Model):
    """How one reading of a statement went, in numbers: no words, no statement and no reader.

    Meant for judging the finder and the page, so it must not be possible to judge a reader by it.
    As no statement is known, a reading that is undone stays: what is read again counts twice.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "user_meeting__evaluation__work"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)  # hides the order
    user_meeting = models.ForeignKey(UserMeeting, models.CASCADE, related_name="reading_figures")
    # Seconds in which something was done on the page. None: the page could not count.
    seconds = models.PositiveSmallIntegerField(null=True)
    proposed = models.PositiveSmallIntegerField()
    accepted = models.PositiveSmallIntegerField()
    changed = models.PositiveSmallIntegerField()
    kept = models.PositiveSmallIntegerField()
    added = models.PositiveSmallIntegerField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class SecondReading(BelongsToWork, SealedModel):
    """What somebody besides the one who masked said of a statement in which many clues are left.

    It lies under the same key as the masked words: `why` may repeat what stands in them.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "statement__user_meeting__evaluation__work"

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="second_readings")
    number = models.PositiveSmallIntegerField()  # the masked version that was read
    reader = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    stands = models.BooleanField()
    why = SealedField()  # what to look at again, where it may not stand

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["statement", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["statement", "number"], name="a_version_is_read_a_second_time_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
