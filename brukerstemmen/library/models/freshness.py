"""One number for the whole public site: it grows when anything a reader can see has changed.

A page kept ready for readers carries the number it was made under, so that one act of an editor
makes every process forget what is old (see `library.keeping`).
"""

from django.db import models
from django.db.models import F

from brukerstemmen.privacy.zones import Zone


class Freshness(models.Model):
    """The only row there is."""

    zone = Zone.Z0_PUBLIC

    number = models.PositiveBigIntegerField(default=1)

    @classmethod
    def now(cls) -> int:
        """The number of today. One query."""
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def grow(cls) -> None:
        """Something a reader can see has changed."""
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.get_or_create(pk=1)
