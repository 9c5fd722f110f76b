"""Each public site of the installation: its name, its owners and its look."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Site

from brukerstemmen.people.access import Permission, roles_with
from brukerstemmen.people.models import Grant, Organisation, Person
from brukerstemmen.privacy.zones import Zone

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.models import Page


class Accent(models.TextChoices):
    """Colours within the theme, each tried against its background."""

    TEAL = "teal", _("Teal")
    RUST = "rust", _("Rust")
    PLUM = "plum", _("Plum")


class SiteProfile(BaseSiteSetting):
    """One site may belong to one centre, or to several together."""

    zone = Zone.Z0_PUBLIC

    name = models.CharField(_("name"), max_length=80)
    line = models.CharField(_("one line about it"), max_length=120, blank=True)
    accent = models.CharField(
        _("colour"), max_length=8, choices=Accent.choices, default=Accent.TEAL
    )
    owners = models.ManyToManyField(Organisation, verbose_name=_("owners"), related_name="+")
    reply_to = models.EmailField(_("address of the editors"), blank=True)

    # Not the owners: who owns the site says who edits it.
    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("line"),
        FieldPanel("accent"),
        FieldPanel("reply_to"),
    ]

    class Meta:
        verbose_name = _("site")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, page: "Page") -> "SiteProfile | None":
        """The site a page stands on; a translation of its front page begins the same site."""
        site = page.get_site()
        return cls.objects.filter(site=site).first() if isinstance(site, Site) else None

    def grants(self, permission: Permission) -> "QuerySet[Grant]":
        """The grants in force that give a permission on this site."""
        grants = Grant.objects.in_force().with_roles(roles_with(permission))
        return grants.filter(work__centre__in=self.owners.all(), person__is_active=True)

    def lets(self, person: Person, permission: Permission) -> bool:
        return self.grants(permission).filter(person_id=person.pk).exists()
