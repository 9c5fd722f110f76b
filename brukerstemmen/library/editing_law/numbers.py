"""Numbers in a text, so that the same page tells the same in every language."""

import re

# 1 200, 1.200 and 1,200 are the same; so are 3,5 and 3.5. A space within is a narrow or hard one,
# or a plain one before exactly three digits.
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[ \u00a0\u202f.,]\d{3}(?!\d))*(?:[.,]\d+)?(?![\w])")
_THOUSANDS = re.compile(r"[ \u00a0\u202f.,](?=\d{3}(?!\d))")


def numbers(text: str) -> set[str]:
    """The numbers of a text, each written in one way.

    >>> sorted(numbers("1 200 kroner, 3,5 timer, 12. mars 2024"))
    ['12', '1200', '2024', '3.5']
    """
    return {_as_one(found) for found in _NUMBER.findall(text)}


def _as_one(written: str) -> str:
    return _THOUSANDS.sub("", written).replace(",", ".")


def differing(one: str, other: str) -> tuple[list[str], list[str]]:
    """The numbers that stand only in the one text, and only in the other.

    >>> differing("165 møter i 2012", "157 meetings in 2012")
    (['165'], ['157'])
    """
    first, second = numbers(one), numbers(other)
    return _in_order(first - second), _in_order(second - first)


def _in_order(found: set[str]) -> list[str]:
    return sorted(found, key=lambda number: (float(number), number))
