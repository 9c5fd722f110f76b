"""Telling whether a text was changed by somebody else while one was writing. Pure."""

import hashlib


def fingerprint(text: str) -> str:
    """A short mark of a text as it was shown.

    >>> fingerprint("a") == fingerprint("a"), fingerprint("a") == fingerprint("b")
    (True, False)
    """
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def was_changed(now: str, *, seen: str, wanted: str) -> bool:
    """Whether saving `wanted` would wipe out something its writer has not seen.

    seen: the fingerprint of what was shown, "" where the writer was shown nothing.
    """
    return bool(seen) and fingerprint(now) != seen and now.strip() != wanted.strip()
