"""Making and destroying keys."""

from brukerstemmen.people import opening
from brukerstemmen.people.models import SealingKey
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
