"""Notes on their way in: a sealed row, never a session or a temporary file."""

from typing import ClassVar

from django.db import models

from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person, SealedField, SealedModel
from brukerstemmen.privacy.zones import Zone

from .meetings import UserMeeting


class ImportPreview(BelongsToWork, SealedModel):
    """What was read from a file or a paste, before anything is saved. Gone after a day."""

    zone = Zone.Z3_RAW
    path_to_work = "user_meeting__evaluation__work"

    user_meeting = models.ForeignKey(UserMeeting, models.CASCADE, related_name="previews")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    made_on = models.DateField()
    taken_in = models.PositiveIntegerField(null=True)
    # The file itself (so that columns can be mapped anew) and its name.
    source = SealedField()
    source_name = SealedField()

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["made_on", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
