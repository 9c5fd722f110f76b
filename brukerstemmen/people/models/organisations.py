"""Organisations, who works where, and what a centre has chosen for itself."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.privacy.zones import Zone

from .person import Person


class OrganisationKind(models.TextChoices):
    CENTRE = "centre", _("Centre")
    SERVICE = "service", _("Service")
    MUNICIPALITY = "municipality", _("Municipality")
    TRUST = "trust", _("Health trust")
    USER_ORGANISATION = "user_organisation", _("User organisation")
    PARTNER = "partner", _("Partner")


class Organisation(models.Model):
    zone = Zone.Z5_OPERATION
    in_every_zone = "read"
    for_visitors = "read"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    # The centre that keeps this organisation in its register; a centre keeps itself.
    kept_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="register"
    )

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class CentreProfile(models.Model):
    """The centre's own name, logo, texts and Word template: settings, never code."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"
    for_visitors = "read"

    centre = models.OneToOneField(
        Organisation, models.CASCADE, primary_key=True, related_name="profile"
    )
    logo = models.BinaryField(_("logo"), blank=True, default=b"")
    logo_type = models.CharField(max_length=20, blank=True)
    word_template = models.BinaryField(_("Word template"), blank=True, default=b"")
    telephone = models.CharField(_("telephone"), max_length=30, blank=True)
    post_address = models.CharField(_("address for post"), max_length=200, blank=True)
    support_contact = models.CharField(_("support contact in meetings"), max_length=160, blank=True)
    smallest_group = models.PositiveSmallIntegerField(_("smallest group shown"), default=6)
    key = models.ForeignKey("people.SealingKey", models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(smallest_group__gte=6), name="a_centre_never_lowers_the_floor"
            )
        ]

    def __str__(self) -> str:
        return self.centre.name


class Employment(models.Model):
    """Somebody works somewhere. Who works in the evaluated service sees no material."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"

    person = models.ForeignKey(Person, models.CASCADE, related_name="employments")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="employments")
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.person} · {self.organisation}"


class FocusArea(models.Model):
    """One of the centre's fields of work."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "read"

    key = models.SlugField(primary_key=True)
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        ordering: ClassVar = ["key"]

    def __str__(self) -> str:
        return self.name
