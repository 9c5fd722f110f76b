"""Codes that people carry on paper: short enough to type, long enough not to be guessed.

A code is twelve signs from 32 that cannot be taken for each other (60 bits), and a thirteenth
that is worked out from the twelve. It shows a slip of the finger before anything is asked of the
database, so that a typing error is not counted as a guess.
"""

import secrets

# Without I, L, O and U: not to be mistaken for 1 and 0, nor to make words. After Crockford, 2002.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS = 12
BITS = SIGNS * 5
TOKEN_BYTES = 16  # of the address in a QR picture: 128 bits, never typed

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": "", "\u00a0": ""})
_PRIME = 31  # below the size of the alphabet, so that every remainder has a sign
_WEIGHTS = tuple(range(2, SIGNS + 2))


class NotACode(ValueError):
    """What was typed cannot be a code: a sign is wrong, missing or one too many."""


def new_code() -> str:
    """Thirteen signs from the operating system's source of randomness.

    >>> code = new_code()
    >>> len(code), normalised(written(code)) == code
    (13, True)
    """
    signs = "".join(secrets.choice(ALPHABET) for _place in range(SIGNS))
    return signs + check_sign(signs)


def new_token() -> str:
    """The random end of an address: 22 signs that may stand in one."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def check_sign(signs: str) -> str:
    """The sign that belongs after these twelve.

    Each place has its own weight, so that two neighbours that changed places give another sign.
    Two signs that differ by 31 in the alphabet (0 and Z) are the one pair it cannot tell apart.

    >>> check_sign("000000000001") == check_sign("000000000010")
    False
    """
    total = sum(weight * ALPHABET.index(sign) for weight, sign in zip(_WEIGHTS, signs, strict=True))
    return ALPHABET[total % _PRIME]


def normalised(typed: str) -> str:
    """The code as it is kept in mind: capitals, no gaps, o read as 0, i and l read as 1.

    Raises NotACode if it is of another length, holds another sign, or the check does not fit.

    >>> normalised(" 0000-oooo-0000-0 ")
    '0000000000000'
    """
    signs = typed.upper().translate(_READ_AS)
    if len(signs) != SIGNS + 1 or set(signs) - set(ALPHABET):
        raise NotACode("a code is thirteen signs")
    if check_sign(signs[:SIGNS]) != signs[SIGNS]:
        raise NotACode("the last sign does not fit the others")
    return signs


def written(code: str) -> str:
    """The code in groups of four, as it is shown and read aloud.

    >>> written("ABCDEFGH2345K")
    'ABCD-EFGH-2345-K'
    """
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
