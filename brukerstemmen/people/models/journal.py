"""The journal: what was done and by whom, never with which words. It can only grow."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from brukerstemmen.privacy.zones import Zone

from .person import Person
from .work import Work


class JournalEntry(models.Model):
    """One act, read or refusal. Database triggers refuse every change and deletion."""

    zone = Zone.Z5_OPERATION
    in_every_zone = "append"
    # Who has looked at what is theirs stands in it.
    for_visitors = "read, append"

    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=60)
    work = models.ForeignKey(Work, models.PROTECT, null=True, related_name="journal")
    about = models.CharField(max_length=100, blank=True)
    count = models.PositiveIntegerField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["work", "-at"], name="journal_of_work")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.what}"


class JournalLink(models.Model):
    """The worker's chain over committed entries: each link carries the hash of all before it."""

    zone = Zone.Z5_OPERATION

    entry = models.OneToOneField(
        JournalEntry, models.PROTECT, primary_key=True, related_name="link"
    )
    digest = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["entry"]

    def __str__(self) -> str:
        return str(self.entry_id)
