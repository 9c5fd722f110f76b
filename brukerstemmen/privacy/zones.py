"""Zones: how close to a person data lies, and what a request in one zone may reach.

Every table belongs to one zone and every request runs in exactly one. The law here is asked by
the guard on the database connection and by the one door to decryption; nothing else may decide.

Three things a lawyer should know when reading the tables below:

- The service that is evaluated only ever runs in Z0 and Z1. Its requests cannot read masked or
  raw words or names, whatever a programmer gets wrong, because the database itself refuses.
- Writing downwards is allowed, since masking (Z3 to Z2) and release (Z2 to Z1) are exactly that.
  Each has its own hard stops. Writing upwards never is: nobody can place what they cannot see.
- To erase is to destroy a key. That is right in every zone and opens nothing, so erasure is not
  narrowed by these tables. Nor are the rows that every zone needs (accounts, grants, sessions,
  the journal's end, wrapped keys): the guard names them one by one.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType


class Zone(IntEnum):
    """From what everyone may read to what names a person; Z5 stands beside, not above."""

    Z0_PUBLIC = 0  # the public site
    Z1_RELEASED = 1  # frozen copies made for a named audience, such as the service
    Z2_MASKED = 2  # words without what points at somebody; still personal data
    Z3_RAW = 3  # words as they were said, and recordings
    Z4_IDENTITY = 4  # who a participant is: consent, contact, the link from code to person
    Z5_OPERATION = 5  # keys, accounts, logs: running the house without reading what is in it


def _zones(*numbers: int) -> frozenset[Zone]:
    return frozenset(Zone(number) for number in numbers)


# What tables a request in that zone may read.
READS: Mapping[Zone, frozenset[Zone]] = MappingProxyType(
    {
        Zone.Z0_PUBLIC: _zones(0, 1),
        Zone.Z1_RELEASED: _zones(0, 1),
        Zone.Z2_MASKED: _zones(0, 1, 2),
        Zone.Z3_RAW: _zones(0, 1, 2, 3),
        Zone.Z4_IDENTITY: _zones(0, 1, 2, 3, 4),
        Zone.Z5_OPERATION: _zones(0, 5),
    }
)

# What tables a request in that zone may change: its own and those below, never above.
WRITES: Mapping[Zone, frozenset[Zone]] = MappingProxyType(
    {
        Zone.Z0_PUBLIC: _zones(0),
        Zone.Z1_RELEASED: _zones(0, 1),
        Zone.Z2_MASKED: _zones(0, 1, 2),
        Zone.Z3_RAW: _zones(0, 1, 2, 3),
        Zone.Z4_IDENTITY: _zones(0, 1, 2, 3, 4),
        Zone.Z5_OPERATION: _zones(0, 5),
    }
)

OPENING: frozenset[Zone] = _zones(2, 3, 4)  # the only zones in which anything is decrypted


def may_open(capability: Zone, content: Zone) -> bool:
    """Whether one who is let into the zone `capability` may decrypt content of zone `content`.

    Only work in Z2 to Z4 decrypts, and only what lies in its own zone or lower. Those who run
    the machine (Z5) decrypt nothing, and keys themselves (Z5) are never content.

    >>> may_open(Zone.Z3_RAW, Zone.Z2_MASKED), may_open(Zone.Z2_MASKED, Zone.Z3_RAW)
    (True, False)
    >>> may_open(Zone.Z5_OPERATION, Zone.Z4_IDENTITY)
    False
    """
    return capability in OPENING and content <= capability
