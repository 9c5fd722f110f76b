"""A person with an account. Participants have none: they are codes in `voices`."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.privacy.zones import Zone

if TYPE_CHECKING:
    from django.db.models import QuerySet


class PersonManager(BaseUserManager["Person"]):
    """No superusers: nobody stands above the rules."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)

    def cast(self) -> "QuerySet[Person]":
        """The people a demo offers to be, in the order of the story."""
        return self.filter(is_active=True).order_by("cast_order", "name")


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in: at the centre, or in a service.

    Groups and permissions are the public site's alone (`library`); what somebody may do here is
    told by grants. The column for a superuser is the package's, and the database keeps it empty.
    """

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"
    # Whoever they can call is named to them; never with an address.
    visitors_read = ("id", "name")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=2, default="nb")
    is_active = models.BooleanField(_("may sign in"), default=True)
    board_keys = models.BooleanField(_("keyboard shortcuts on the board"), default=True)
    # Only demo people have a place in the cast, and one line about who they are.
    cast_order = models.PositiveSmallIntegerField(null=True, blank=True)
    cast_line = models.CharField(max_length=160, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = PersonManager()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(is_superuser=False), name="nobody_stands_above_the_rules"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """What the editors' pages call somebody; their menu asks for a first name."""
        return self.name

    @property
    def first_name(self) -> str:
        return self.name
