"""Making, renewing and destroying keys."""

import uuid
from collections.abc import Iterable

from django.apps import apps

from brukerstemmen.people import ledger, opening
from brukerstemmen.people.models import ErasedKey, SealedModel, SealingKey
from brukerstemmen.privacy import sealing
from brukerstemmen.privacy.zones import Zone


def make_key(*, content: Zone, outer: SealingKey | None) -> SealingKey:
    """A new key for content of a zone, wrapped by another key, or by the one outside."""
    key = SealingKey(content_zone=content, outer=outer)
    around, around_id = (
        (opening.key_of(outer), str(outer.pk)) if outer is not None else opening.outermost()
    )
    inner = sealing.new_key()
    key.wrapped = sealing.wrap(inner, outer=around, outer_id=around_id, inner_id=str(key.pk))
    key.save(force_insert=True)
    opening.remember(key.pk, inner)
    return key


def destroy(keys: Iterable[uuid.UUID]) -> int:
    """Destroy keys for good: what they sealed is erased, in every table and every copy.

    Opens nothing. Within a transaction; the ledger outside the database follows its commit.
    Returns how many were there to destroy.
    """
    there = SealingKey.objects.filter(pk__in=list(keys), wrapped__isnull=False)
    going = list(there.values_list("pk", flat=True))
    SealingKey.objects.filter(pk__in=going).update(wrapped=None)
    ledger.enter(ErasedKey.Kind.KEY, going)
    return len(going)


def renew(key: SealingKey) -> SealingKey:
    """Another key in the place of this one: what still stands is sealed anew, and the old key is
    destroyed. What was sealed under it and is gone can then be read from no copy.

    Needs a capability for the content. The caller points its own foreign keys at the new one.
    """
    new = make_key(content=Zone(key.content_zone), outer=key.outer)
    for model in apps.get_models():
        if issubclass(model, SealedModel) and model.zone == key.content_zone:
            for row in model._default_manager.filter(key=key):
                _seal_under(new, row)
    destroy([key.pk])
    return new


def _seal_under(new: SealingKey, row: SealedModel) -> None:
    words = {column: row.read(column) for column in row.sealed_columns()}
    row.key = new
    row.seal(**words)
    row.save(update_fields=["key", *words])
