"""The chain over the journal: each row carries a fingerprint of itself and all before it.

Whoever changes, removes, inserts or moves a row breaks the chain from there, and it is seen.
What a chain alone cannot show is that the newest rows are gone, or that somebody with full
control has made the whole chain anew; against that, the newest fingerprint is kept outside the
database and given as `last`. The hash is SHA-256.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

START = bytes(32)  # What stands before the first row.


@dataclass(frozen=True)
class Link:
    """A row as stored. fields: names and values as text. digest: 32 bytes."""

    fields: Mapping[str, str]
    digest: bytes


def digest(previous: bytes, fields: Mapping[str, str]) -> bytes:
    """The 32-byte fingerprint of a row after `previous`, the one before it (`START` if none).

    The order of the fields does not matter; names and values may hold any text.
    Raises ValueError if `previous` is not 32 bytes.
    """
    if len(previous) != len(START):
        raise ValueError(f"a fingerprint is {len(START)} bytes")
    row = hashlib.sha256(previous)
    for text in (part for field in sorted(fields.items()) for part in field):
        encoded = text.encode()
        # The length first, so that no text can move from one field to the next unseen.
        row.update(len(encoded).to_bytes(8, "big") + encoded)
    return row.digest()


def verify(rows: Sequence[Link], *, start: bytes = START, last: bytes | None = None) -> list[int]:
    """The positions, from 0, where the chain is broken; empty if it is whole.

    rows: in the order they were written. start: the fingerprint before the first of them.
    last: the newest fingerprint as known from elsewhere, None if not known. If the rows do not
        end with it, the position after the last row is broken: rows are missing there, or all
        was made anew.

    >>> first = digest(START, {"what": "statement.read"})
    >>> verify([Link({"what": "statement.read"}, first)], last=first)
    []
    >>> verify([Link({"what": "statement.struck"}, first)])
    [0]
    """
    before = [start, *(row.digest for row in rows)]
    broken = [position for position, row in enumerate(rows) if not _follows(row, before[position])]
    if last is not None and before[-1] != last:
        broken.append(len(rows))
    return broken


def _follows(row: Link, previous: bytes) -> bool:
    # A fingerprint of the wrong size was never made here.
    return len(previous) == len(START) and digest(previous, row.fields) == row.digest
