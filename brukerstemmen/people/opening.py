"""The capability to open sealed content.

Only the middleware, the task wrapper and commands hand it out (a house test keeps it so):
without it a bug can show ciphertext at most.
"""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from brukerstemmen.privacy import sealing
from brukerstemmen.privacy.zones import Zone, may_open

if TYPE_CHECKING:
    from brukerstemmen.people.models import SealingKey


class NotAllowed(Exception):
    """Sealed content was asked for where this request may not open it."""


class Destroyed(Exception):
    """The key is gone, and with it the words."""


@dataclass
class Capability:
    zone: Zone
    by: str
    reason: str
    keys: dict[uuid.UUID, bytes] = field(default_factory=dict)
    # For a visitor without account: the only keys that open anything. None: all of the zone.
    only: frozenset[uuid.UUID] | None = None


_capability: ContextVar[Capability | None] = ContextVar("capability", default=None)


@contextmanager
def opened(
    zone: Zone, *, by: str, reason: str, only: frozenset[uuid.UUID] | None = None
) -> Iterator[Capability]:
    """Let the code inside open content of this zone and those it may read.

    only: the keys that may be used to read, for a visitor who owns no more than that.
    """
    token = _capability.set(Capability(zone=zone, by=by, reason=reason, only=only))
    try:
        yield _capability.get()  # type: ignore[misc]
    finally:
        _capability.reset(token)


@contextmanager
def shut() -> Iterator[None]:
    """Let the code inside open nothing, whatever is open around it."""
    token = _capability.set(None)
    try:
        yield
    finally:
        _capability.reset(token)


def demand(content: Zone) -> Capability:
    """The capability, if it covers content of this zone; raises NotAllowed if not."""
    held = _capability.get()
    if held is None or not may_open(held.zone, content):
        raise NotAllowed(f"content of zone {content.name} may not be opened here")
    return held


def let_in(keys: Iterable[uuid.UUID]) -> None:
    """The visitor has shown whose they are: these keys may be used from here on."""
    held = _capability.get()
    if held is not None and held.only is not None:
        held.only |= frozenset(keys)


def demand_key(key: "SealingKey") -> bytes:
    """A key to read or seal words with; a visitor has only their own.

    Raises NotAllowed for another's, and as `key_of` does.
    """
    held = _capability.get()
    if held is not None and held.only is not None and key.pk not in held.only:
        raise NotAllowed("this key belongs to somebody else")
    return key_of(key)


def remember(key_id: uuid.UUID, plain: bytes) -> None:
    """Keep a key that was just made, for the rest of the request, whose maker may use it."""
    if held := _capability.get():
        held.keys[key_id] = plain
        let_in([key_id])


def key_of(key: "SealingKey") -> bytes:
    """Unwrap a key, and those around it, from the outside in. Kept for the request only."""
    content = Zone(key.content_zone)
    held = _capability.get() if content is Zone.Z5_OPERATION else demand(content)
    if held is None:
        raise NotAllowed("no key may be opened here")
    if key.wrapped is None:
        held.keys.pop(key.pk, None)
        raise Destroyed(str(key.pk))
    if key.pk not in held.keys:
        outer, _outer_id = (
            (key_of(key.outer), str(key.outer_id)) if key.outer is not None else outermost()
        )
        held.keys[key.pk] = sealing.unwrap(bytes(key.wrapped), outer=outer, inner_id=str(key.pk))
    return held.keys[key.pk]


def outermost() -> tuple[bytes, str]:
    """The key outside the database, with its id."""
    return _read_outer(Path(settings.OUTER_KEY_FILE))


@cache
def _read_outer(file: Path) -> tuple[bytes, str]:
    key_id, _, key = file.read_text(encoding="ascii").strip().partition(":")
    return bytes.fromhex(key), key_id


def write_outer(file: Path) -> bool:
    """Make the outermost key, readable by its owner only. False if there is one already."""
    if file.exists():
        return False
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Written beside and moved in one step: half a key must never lie there.
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(f"{uuid.uuid4()}:{sealing.new_key().hex()}\n", encoding="ascii")
    draft.rename(file)
    return True
