"""Sealing: words are stored so that only the right key, in the right place, opens them.

A sealed value is bound to the table, column and row it was written for. Whoever copies it to
another row, changes a single bit or uses another key gets `Tampered`, never wrong words. To
destroy a key is to erase everything sealed under it, in every version and every copy.

The cipher is AES-256-GCM (NIST SP 800-38D). Nonces are 96 random bits, so one key may seal at
most 2**32 values; a participant's key seals some hundreds.
"""

import secrets
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = 1  # The first byte of every sealed value; a new layout takes the next number.
KEY_BYTES = 32
_KEY_ID_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
_NONCE_AT = 1 + _KEY_ID_BYTES
_WORDS_AT = _NONCE_AT + _NONCE_BYTES
OVERHEAD_BYTES = _WORDS_AT + _TAG_BYTES  # how much longer a sealed value is than its words


class Tampered(Exception):
    """The value does not open: wrong key, another place, a changed bit or an unknown format."""


@dataclass(frozen=True)
class Place:
    """Where a sealed value belongs. `row` is the primary key as text.

    Raises ValueError if a part is empty: a value bound to no row could be moved to any.
    """

    table: str
    column: str
    row: str

    def __post_init__(self) -> None:
        if not (self.table and self.column and self.row):
            raise ValueError("a sealed value needs a table, a column and a row")


def new_key() -> bytes:
    """32 bytes from the operating system's source of randomness."""
    return secrets.token_bytes(KEY_BYTES)


def seal(plain: bytes, *, key: bytes, key_id: str, place: Place) -> bytes:
    """Seal the words for one place.

    key: 32 bytes. key_id: a UUID as text, naming the key; it is readable in the result.
    Layout: format (1 byte), key id (16), nonce (12), ciphertext and tag (16 more than the words).
    Raises ValueError if the key is not 32 bytes or the key id is no UUID.

    >>> key, place = new_key(), Place("voices_statementversion", "words", "7")
    >>> sealed = seal(b"Nobody asked me.", key=key, key_id=str(UUID(int=1)), place=place)
    >>> unseal(sealed, key=key, place=place)
    b'Nobody asked me.'
    >>> len(sealed) - len(b"Nobody asked me.") == OVERHEAD_BYTES
    True
    """
    head = bytes([FORMAT]) + UUID(key_id).bytes
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return head + nonce + _cipher(key).encrypt(nonce, plain, _bound_to(head, place))


def key_id_of(blob: bytes) -> str:
    """The id, a UUID as text, of the key that sealed this. Says nothing of whether it opens.

    Raises Tampered if the value is too short or of an unknown format.
    """
    return str(UUID(bytes=_head(blob)[1:]))


def unseal(blob: bytes, *, key: bytes, place: Place) -> bytes:
    """The words, if this key sealed them for this place and nothing is changed since.

    Raises Tampered otherwise, without telling which; ValueError if the key is not 32 bytes.
    """
    head = _head(blob)
    try:
        return _cipher(key).decrypt(
            blob[_NONCE_AT:_WORDS_AT], blob[_WORDS_AT:], _bound_to(head, place)
        )
    except InvalidTag:
        raise Tampered("the value does not open with this key in this place") from None


def wrap(inner: bytes, *, outer: bytes, outer_id: str, inner_id: str) -> bytes:
    """Seal one key under another, so that the inner opens only with the outer.

    inner, outer: 32 bytes each. outer_id, inner_id: UUIDs as text.
    Raises ValueError if a key is not 32 bytes or an id is no UUID.
    """
    _require_key(inner)
    return seal(inner, key=outer, key_id=outer_id, place=_place_of_key(inner_id))


def unwrap(blob: bytes, *, outer: bytes, inner_id: str) -> bytes:
    """The inner key. Raises Tampered if this is not that key wrapped under this outer one."""
    return unseal(blob, key=outer, place=_place_of_key(inner_id))


def _place_of_key(inner_id: str) -> Place:
    # No column of the database has this name, so words can never be taken for a key.
    return Place("(key)", "(wrapped)", str(UUID(inner_id)))


def _head(blob: bytes) -> bytes:
    if len(blob) < OVERHEAD_BYTES or blob[0] != FORMAT:
        raise Tampered("the value is cut short or of an unknown format")
    return blob[:_NONCE_AT]


def _bound_to(head: bytes, place: Place) -> bytes:
    """Format, key id and place as bytes; lengths in front, so that ab+c is not a+bc."""
    parts = (part.encode() for part in (place.table, place.column, place.row))
    return head + b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _cipher(key: bytes) -> AESGCM:
    _require_key(key)
    return AESGCM(key)


def _require_key(key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key is {KEY_BYTES} bytes")
