"""National identity numbers, and other numbers too long to be about nobody."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.national_id"
_GAP = r" ?[ .\-/]? ?"
# 311299 12345, 31 12 99 12345, 31 12 99 123 45, 311299 123 45, and the 4-2-5 of bank accounts.
GROUPS = ((6, 5), (2, 2, 2, 5), (2, 2, 2, 3, 2), (6, 3, 2), (4, 2, 5))
ELEVEN = re.compile(
    r"(?<!\d)(?:"
    + "|".join([r"\d{11}", *(_GAP.join(rf"\d{{{size}}}" for size in sizes) for sizes in GROUPS)])
    + r")(?!\d)"
)
LONG = re.compile(r"(?<![\d,.])\d{7,}(?!\d)(?! ?(?:kr|NOK)\b)")

# Weights of the two check digits (Skatteetaten, fødselsnummer).
FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def find(reading: Reading) -> Iterator[Span]:
    """Eleven digits whatever they add up to; that they add up only makes it surer."""
    for match in ELEVEN.finditer(reading.text):
        digits = re.sub(r"\D", "", match.group())
        score = 1.0 if adds_up(digits) else 0.9 if begins_with_a_day(digits) else 0.7
        yield Span(*match.span(), Label.NATIONAL_ID, score, SOURCE, Why.LOOKS_LIKE_NATIONAL_ID)
    yield from reading.spans(LONG, Label.NATIONAL_ID, 0.5, SOURCE, Why.LONG_NUMBER)


def adds_up(digits: str) -> bool:
    """Whether eleven digits carry the right two check digits.

    >>> adds_up("01810112345")
    False
    """
    values = [int(digit) for digit in digits]
    return all(
        sum(weight * value for weight, value in zip(weights, values, strict=False)) % 11 == 0
        for weights in (FIRST, SECOND)
    )


def begins_with_a_day(digits: str) -> bool:
    """Whether the first six digits may be a day of birth.

    Day + 40 is a D number; month + 40, + 65 or + 80 a made-up person for testing.

    >>> begins_with_a_day("018101")
    True
    """
    day, month = int(digits[:2]) % 40, int(digits[2:4])
    return 1 <= day <= 31 and any(1 <= month - extra <= 12 for extra in (0, 40, 65, 80))
