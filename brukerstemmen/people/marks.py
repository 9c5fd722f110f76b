"""Marks of codes: what is kept instead of the code, so that a copy of the database opens no door.

A typed code has 60 bits, so its mark is Argon2id over an HMAC with a secret from outside the
database: with the secret each guess costs as much as here, without it none can be made. The
address in a QR picture has 128 bits; SHA-256 is enough for those.
"""

import hashlib
import hmac
import secrets
from threading import BoundedSemaphore

from argon2.low_level import Type, hash_secret_raw

from brukerstemmen.people import opening

# About 60 ms on one core (2026), and not more memory than two at a time can take.
MEMORY_KIB = 46 * 1024
ROUNDS = 2
_AT_ONCE = BoundedSemaphore(2)


def mark_of_code(code: str) -> str:
    """The mark of a typed code, 64 signs. Right or wrong, each takes the same time."""
    secret = _derived("codes")
    with _AT_ONCE:
        return hash_secret_raw(
            secret=hmac.digest(secret, code.encode(), "sha256"),
            salt=_derived("salt")[:16],
            time_cost=ROUNDS,
            memory_cost=MEMORY_KIB,
            parallelism=1,
            hash_len=32,
            type=Type.ID,
        ).hex()


def mark_of_token(token: str) -> str:
    """The mark of the random end of an address, 64 signs."""
    return hashlib.sha256(token.encode()).hexdigest()


def mark_of_window(name: str) -> str:
    """The mark of an address or an hour in which guesses are counted. Nobody can read it back."""
    return hmac.digest(_derived("windows"), name.encode(), "sha256").hex()


def visit_key() -> bytes:
    """The key that seals the cookie of a visit."""
    return _derived("visits")


def no_mark() -> str:
    """A mark that no code has, for rows whose code is taken away."""
    return secrets.token_hex(32)


def _derived(purpose: str) -> bytes:
    key, _key_id = opening.outermost()
    return hmac.digest(key, f"brukerstemmen {purpose}".encode(), "sha256")
