"""What somebody who takes part is paid: sums from rates, and numbers that are not asked for.

Sums are whole øre, time is whole half hours. Nothing here knows who is paid, or for what.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from brukerstemmen.masking.rules import national_id

# An hour is paid also when a meeting in the same room was shorter: somebody has travelled to it.
SHORTEST_IN_PERSON = 2  # half hours
ORE = 100  # in a krone
LARGEST = 100_000 * ORE  # more than this is a slip of the hand
_AMOUNT = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?")
_GAPS = re.compile(r"[\s\u00a0\u202f]")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w]+(?=\d)")
_ACCOUNT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_AS_ACCOUNT = re.compile(r"\d{4}[. ]\d{2}[. ]\d{5}")


class Unit(StrEnum):
    """What a rate is counted in."""

    HOUR = "hour"
    MEETING = "meeting"
    KILOMETRE = "kilometre"


@dataclass(frozen=True)
class FromDay:
    """A rate as it holds from a day, in øre for each unit."""

    from_day: date
    ore: int
    unit: Unit


def in_force(rates: Sequence[FromDay], *, on: date) -> FromDay | None:
    """The rate of the day: the newest that has begun. Of two from one day, the later written.

    rates: of one kind, in the order they were written down.

    >>> old = FromDay(date(2025, 5, 6), 35500, Unit.HOUR)
    >>> new = FromDay(date(2026, 1, 1), 36500, Unit.HOUR)
    >>> in_force([new, old], on=date(2025, 12, 31)) == old, in_force([old], on=date(2025, 5, 5))
    (True, None)
    """
    begun = [rate for rate in reversed(rates) if rate.from_day <= on]
    return max(begun, key=lambda rate: rate.from_day, default=None)


def half_hours_paid(half_hours: int, *, in_person: bool) -> int:
    """Actual time to the half hour, at least one hour when people met in the same room.

    half_hours: more than none. Nobody is paid for a meeting they did not come to.
    Raises ValueError for none or less.

    >>> half_hours_paid(1, in_person=True), half_hours_paid(1, in_person=False)
    (2, 1)
    """
    if half_hours <= 0:
        raise ValueError("time is paid for, absence is not")
    return max(half_hours, SHORTEST_IN_PERSON) if in_person else half_hours


def honorarium(rate: FromDay, *, half_hours: int, in_person: bool) -> int:
    """The honorarium in whole øre, half an øre upwards. Raises ValueError for no time, or for a
    rate that is not for time or meetings."""
    if rate.unit is Unit.KILOMETRE:
        raise ValueError("a way is no meeting")
    paid = half_hours_paid(half_hours, in_person=in_person)
    return rate.ore if rate.unit is Unit.MEETING else (rate.ore * paid + 1) // 2


def travel(rate: FromDay, *, kilometres: int) -> int:
    """What driving one's own car is paid, in whole øre. Raises ValueError for no way at all, or
    for a rate that is not for it."""
    if rate.unit is not Unit.KILOMETRE or kilometres <= 0:
        raise ValueError("this is paid for each kilometre driven")
    return rate.ore * kilometres


def ore_of(text: str) -> int:
    """Kroner as people write them, as øre: with comma or point, and gaps where they like.

    Raises ValueError for anything else, for nothing, and for more than 100 000 kroner.

    >>> ore_of("1 420,50"), ore_of("355")
    (142050, 35500)
    """
    plain = _GAPS.sub("", text)
    if not _AMOUNT.fullmatch(plain):
        raise ValueError("kroner, and øre after a comma")
    ore = int((Decimal(plain.replace(",", ".")) * ORE).to_integral_value(ROUND_HALF_UP))
    if not 0 < ore <= LARGEST:
        raise ValueError("more than nothing, and at most 100 000 kroner")
    return ore


def kroner(ore: int) -> str:
    """Øre as kroner, the Norwegian way. Øre that are none are not written.

    >>> kroner(142050), kroner(35500), kroner(5)
    ('1\\xa0420,50', '355', '0,05')
    """
    whole, rest = divmod(ore, ORE)
    grouped = f"{whole:,}".replace(",", "\u00a0")
    return f"{grouped},{rest:02}" if rest else grouped


def holds_eleven_digits(text: str) -> bool:
    """Whether eleven digits in a row stand here, as in a national identity number, however they
    are divided. The register never takes one.

    >>> holds_eleven_digits("Kari 018101 12345"), holds_eleven_digits("Kari, 20 12 34 56")
    (True, False)
    """
    joined = _BETWEEN_DIGITS.sub("", text)
    return bool(national_id.ELEVEN.search(text) or re.search(r"(?<!\d)\d{11}(?!\d)", joined))


def account_of(text: str) -> str:
    """An account number as eleven digits.

    Both account numbers and national identity numbers have eleven digits. Where the digits might
    be both, it is an account number only if it is written like one: 1234.56.78903.
    Raises ValueError if it does not add up, and NotAnAccount if it looks like a person's number.

    >>> account_of("1234 56 78903")
    '12345678903'
    """
    digits = re.sub(r"[\s.\-]", "", text)
    if not (digits.isascii() and digits.isdecimal() and len(digits) == len(_ACCOUNT_WEIGHTS)):
        raise ValueError("eleven digits")
    if sum(w * int(d) for w, d in zip(_ACCOUNT_WEIGHTS, digits, strict=True)) % 11:
        raise ValueError("does not add up")
    written_so = _AS_ACCOUNT.fullmatch(_GAPS.sub(" ", text.strip()))
    if not written_so and _may_be_somebody(digits):
        raise NotAnAccount("this may be a national identity number")
    return digits


class NotAnAccount(ValueError):
    """Eleven digits that may be somebody's national identity number."""


def _may_be_somebody(digits: str) -> bool:
    return national_id.adds_up(digits) and national_id.begins_with_a_day(digits)


def shown_account(digits: str) -> str:
    """An account number as it is written on paper. Anything else stands as it is.

    >>> shown_account("12345678903")
    '1234.56.78903'
    """
    return f"{digits[:4]}.{digits[4:6]}.{digits[6:]}" if len(digits) == 11 else digits
