"""What a role in an evaluation means beyond the grant itself."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people.gates import BelongsToWork, seen_through
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone

from .evaluation import Evaluation


class TeamMember(BelongsToWork, models.Model):
    """Somebody on the team. Own experience is told by the person, and seen by the team only.

    It lies in Z2 and not with the grant, which every zone reads: it reveals own health history.
    """

    zone = Zone.Z2_MASKED
    path_to_work = "evaluation__work"

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="team")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    own_experience = models.BooleanField(_("has own experience as a user"), default=False)

    objects = seen_through(path_to_work)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluation", "person"], name="on_the_team_once")
        ]

    def __str__(self) -> str:
        return str(self.person)
