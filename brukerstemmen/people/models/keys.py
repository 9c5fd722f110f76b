"""Sealed content: keys, and the base of every model that holds words.

key outside the database → centre → evaluation (raw, masked) → participant (raw, masked)
"""

import uuid
from typing import Any, ClassVar

from django.db import models

from brukerstemmen.people import opening
from brukerstemmen.privacy import sealing
from brukerstemmen.privacy.zones import Zone


class SealingKey(models.Model):
    """A key, wrapped by another. Destroying it is how words are erased."""

    zone = Zone.Z5_OPERATION
    for_visitors = "renew"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    content_zone = models.PositiveSmallIntegerField(choices=[(z.value, z.name) for z in Zone])
    outer = models.ForeignKey("self", models.PROTECT, null=True, related_name="inner")
    wrapped = models.BinaryField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)

    def plain(self) -> bytes:
        """The key itself. Raises `opening.NotAllowed` without a capability for its zone,
        `sealing.Tampered` if it was altered, `opening.Destroyed` if its content is erased."""
        return opening.demand_key(self)


class SealedField(models.BinaryField):
    """A column that only ever holds ciphertext."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", b"")
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)


class SealedModel(models.Model):
    """A row whose words are sealed under one key and bound to table, column, row and key."""

    zone: ClassVar[Zone]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.ForeignKey(SealingKey, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def seal(self, **words: str) -> None:
        """Put words into sealed columns, before saving. `key` must be set."""
        plain = self.key.plain()
        for column, text in words.items():
            blob = sealing.seal(
                text.encode(), key=plain, key_id=str(self.key_id), place=self._place(column)
            )
            setattr(self, column, blob if text else b"")

    def read(self, column: str) -> str:
        """The words of a sealed column; "" where there are none, or where they are erased."""
        blob = bytes(getattr(self, column) or b"")
        if not blob:
            return ""
        opening.demand(self.zone)
        try:
            plain = self.key.plain()
        except opening.Destroyed:
            return ""
        return sealing.unseal(blob, key=plain, place=self._place(column)).decode()

    def _place(self, column: str) -> sealing.Place:
        return sealing.Place(table=self._meta.db_table, column=column, row=str(self.pk))

    @classmethod
    def sealed_columns(cls) -> list[str]:
        """The names of the columns that hold words."""
        return [field.name for field in cls._meta.fields if isinstance(field, SealedField)]


class ErasedKey(models.Model):
    """The ledger of erasure inside the database: what is gone, and when. Random numbers only.

    It only grows. The same list lies in a file outside, so that a database that comes back from
    a backup is known to be older than what has been erased since (`people.ledger`).
    """

    zone = Zone.Z5_OPERATION
    in_every_zone = "append"
    for_visitors = "append"

    class Kind(models.TextChoices):
        KEY = "key"
        PARTICIPANT = "participant"
        STATEMENT = "statement"

    kind = models.CharField(max_length=12, choices=Kind)
    what = models.UUIDField()
    on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "what"], name="erased_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"
