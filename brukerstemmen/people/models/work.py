"""Work and grants: who may do what, in which piece of work, until when."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people import clock
from brukerstemmen.people.access import SIDES, Role, Side
from brukerstemmen.privacy.zones import Zone

from .organisations import Organisation
from .person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable


class WorkKind(models.TextChoices):
    CENTRE = "centre", _("The centre itself")
    EVALUATION = "evaluation", _("Evaluation")


class WorkQuerySet(models.QuerySet["Work"]):
    def known_to(self, person: Person) -> "WorkQuerySet":
        """The work this person knows of today: any role in force."""
        return self.filter(pk__in=Grant.objects.of(person).in_force().values("work"))


class Work(models.Model):
    """The one row behind every evaluation, panel, course and placement: who does it for whom."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"
    for_visitors = "read"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=WorkKind)
    slug = models.SlugField(unique=True)
    title = models.CharField(_("title"), max_length=160)
    centre = models.ForeignKey(Organisation, models.PROTECT, related_name="work")
    parties: "models.ManyToManyField[Organisation, WorkParty]" = models.ManyToManyField(
        Organisation, through="WorkParty", related_name="party_to"
    )
    ends_on = models.DateField(_("last day"), help_text=_("No role holds longer than this day."))
    # The link to people is destroyed. What needs it can be done no more (`access.ENDS_AT_CLOSING`).
    closed_on = models.DateField(null=True, blank=True, editable=False)

    objects = WorkQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def work(self) -> "Work":
        return self

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def roles_of(self, person: Person) -> set[Role]:
        """The roles this person holds here today."""
        grants = Grant.objects.of(person).in_force().filter(work=self)
        return {Role(role) for role in grants.values_list("role", flat=True)}


class Part(models.TextChoices):
    SERVICE = "service", _("The evaluated service")
    CLIENT = "client", _("The client")


class WorkParty(models.Model):
    """An organisation that the work is about, or that ordered it."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"
    for_visitors = "read"

    work = models.ForeignKey(Work, models.CASCADE, related_name="party_rows")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="party_rows")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["work", "organisation", "part"], name="a_party_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.part}"


class GrantQuerySet(models.QuerySet["Grant"]):
    def of(self, person: Person) -> "GrantQuerySet":
        return self.filter(person_id=person.pk, person__is_active=True)

    def in_force(self) -> "GrantQuerySet":
        """Not yet ended, by the clock, nor the work it belongs to."""
        today = clock.today()
        return self.filter(since__lte=today, until__gte=today, work__ends_on__gte=today)

    def with_roles(self, roles: "Iterable[Role]") -> "GrantQuerySet":
        return self.filter(role__in=list(roles))


class Grant(models.Model):
    """A role for one person in one piece of work, with an end.

    A database trigger refuses one person on both sides of the same service.
    """

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"

    person = models.ForeignKey(Person, models.CASCADE, related_name="grants")
    role = models.CharField(_("role"), max_length=20, choices=[(r.value, r.value) for r in Role])
    side = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Side])
    work = models.ForeignKey(Work, models.CASCADE, related_name="grants")
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), help_text=_("The last day it holds."))

    objects = GrantQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "role", "work"], name="a_role_is_given_once_per_work"
            ),
            models.CheckConstraint(
                condition=Q(
                    side=Side.SERVICE, role__in=[r for r, s in SIDES.items() if s is Side.SERVICE]
                )
                | Q(side=Side.INSIDE, role__in=[r for r, s in SIDES.items() if s is Side.INSIDE]),
                name="the_side_follows_from_the_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.role} · {self.work}"

    def holds_today(self) -> bool:
        return self.since <= clock.today() <= min(self.until, self.work.ends_on)
