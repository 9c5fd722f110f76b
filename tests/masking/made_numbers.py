"""Makers of numbers that belong to nobody, each in the forms people write, mistype or say it."""

from collections.abc import Sequence
from random import Random

from tests.masking.made_words import PEOPLE
from tests.masking.saying import grouped, said

PLATE_LETTERS = "ABCDEFHJKLNPRSTUVXYZ"
FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def _digits(count: int, random: Random) -> str:
    return "".join(random.choice("0123456789") for _at in range(count))


def _check(digits: str, weights: Sequence[int]) -> int:
    rest = sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11
    return (11 - rest) % 11


def _one_wrong(digits: str, random: Random) -> str:
    """One digit typed wrong, never among the first six."""
    at = random.randrange(6, len(digits))
    return digits[:at] + str((int(digits[at]) + random.randint(1, 9)) % 10) + digits[at + 1 :]


def national_number(random: Random) -> str:
    """Eleven digits that add up, of a made-up person; some are D or H numbers."""
    while True:
        day, month = random.randint(1, 28), random.randint(1, 12)
        day += random.choice((0, 0, 40))
        month += random.choice((80, 80, 65, 40))
        digits = f"{day:02}{month:02}{random.randint(0, 99):02}{random.randint(0, 999):03}"
        first = _check(digits, FIRST_WEIGHTS)
        if first < 10:
            digits += str(first)
            second = _check(digits, SECOND_WEIGHTS)
            if second < 10:
                return digits + str(second)


def national(form: str, lang: str, random: Random) -> str:
    digits = national_number(random)
    if form == "standard":
        return random.choice((digits, f"{digits[:6]} {digits[6:]}"))
    if form == "spaced":
        sizes = random.choice(((2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2), (6, 5), (1,) * 11))
        separator = " " if len(sizes) == 11 else random.choice(" .-")
        return separator.join(grouped(digits, sizes))
    if form == "mistyped":
        return random.choice(("{}{}", "{}  {}", "{} - {}", "{}/{}")).format(
            digits[:6], _one_wrong(digits, random)[6:]
        )
    sizes = random.choice(
        ((2, 2, 2, 1, 1, 1, 1, 1), (2, 2, 2, 3, 2), (1,) * 11, (2, 2, 2, 1, 2, 2))
    )
    return said(digits, sizes, lang, random)


def birth_day_run(form: str, lang: str, random: Random) -> str | None:
    day, month, two = random.randint(1, 28), random.randint(1, 12), random.randint(30, 99)
    digits = f"{day:02}{month:02}{two:02}"
    if form == "standard":
        return digits
    if form == "spaced":
        return random.choice(" .-/").join(grouped(digits, (2, 2, 2)))
    return said(digits, (2, 2, 2), lang, random) if form == "spoken" else None


def papers(form: str, lang: str, random: Random) -> str | None:
    number = random.choice(
        (
            _digits(7, random),
            f"20{random.randint(10, 25)}/{random.randint(100, 99999)}",
            "".join(random.choice("ABCDEFGHJKLN") for _letter in range(3)) + _digits(6, random),
            _digits(6, random),
        )
    )
    return number if form == "standard" else None


def phone(form: str, lang: str, random: Random) -> str:
    digits = "20" + _digits(6, random)
    pairs, triple = (2, 2, 2, 2), (3, 2, 3)
    if form == "standard":
        plain = (
            digits,
            " ".join(grouped(digits, pairs)),
            " ".join(grouped(digits, triple)),
        )
        return random.choice(("", "", "+47 ", "+47", "0047 ", "(+47) ")) + random.choice(plain)
    if form == "spaced":
        sizes = random.choice((pairs, triple, (4, 4), (3, 3, 2), (2, 3, 3), (5, 3), (1,) * 8))
        return random.choice((" ", ".", "-", " - ", "  ")).join(grouped(digits, sizes))
    if form == "mistyped":
        return random.choice(
            ("{}{}{}{}", "{} {}{} {}", "{}{} {}{}", "{} {} {}{}", "{}.{} {} {}")
        ).format(*grouped(digits, pairs))
    sizes = random.choice((pairs, pairs, triple, (1,) * 8, (2, 2, 1, 1, 1, 1), (2, 3, 3)))
    country = "" if lang == "en" else random.choice(("", "", "", "pluss førtisju "))
    return country + said(digits, sizes, lang, random)


def foreign_phone(form: str, lang: str, random: Random) -> str | None:
    digits = _digits(9, random)
    start = random.choice(("+46 ", "+48 ", "0046 ", "+252 ", "+44 ", "+380 "))
    if form == "standard":
        return start + digits
    return start + " ".join(grouped(digits, (2, 3, 2, 2))) if form == "spaced" else None


def short_phone(form: str, lang: str, random: Random) -> str | None:
    digits = "0" + _digits(4, random)
    if form == "standard":
        return digits
    return (
        said(digits, random.choice(((1, 2, 2), (1,) * 5)), lang, random)
        if form == "spoken"
        else None
    )


def account(form: str, lang: str, random: Random) -> str:
    while True:
        digits = str(random.randint(1, 9)) + _digits(9, random)
        last = _check(digits, SECOND_WEIGHTS)
        if last < 10:
            digits += str(last)
            break
    if form == "standard":
        return random.choice(
            (digits, ".".join(grouped(digits, (4, 2, 5))), " ".join(grouped(digits, (4, 2, 5))))
        )
    if form == "spaced":
        sizes = random.choice(((4, 2, 5), (4, 2, 3, 2), (4, 3, 4), (4, 2, 2, 3)))
        return random.choice(" .-").join(grouped(digits, sizes))
    if form == "mistyped":
        return random.choice(("{}.{}{}", "{} {}.{}", "{}-{} {}")).format(
            *grouped(_one_wrong(digits, random), (4, 2, 5))
        )
    return said(
        digits, random.choice(((2, 2, 2, 1, 2, 2), (1,) * 11, (2, 2, 2, 2, 3))), lang, random
    )


def iban(form: str, lang: str, random: Random) -> str | None:
    bban = _digits(11, random)
    check = 98 - int(bban + "2324" + "00") % 97
    whole = f"NO{check:02}{bban}"
    if form == "standard":
        return random.choice((whole, " ".join(grouped(whole, (4, 4, 4, 3)))))
    return whole.lower() if form == "mistyped" else None


def card(form: str, lang: str, random: Random) -> str | None:
    digits = "400000" + _digits(9, random)
    doubled = (int(d) * (2 - at % 2) for at, d in enumerate(digits))
    digits += str(-sum(value // 10 + value % 10 for value in doubled) % 10)
    if form == "standard":
        return random.choice((digits, " ".join(grouped(digits, (4, 4, 4, 4)))))
    if form == "spaced":
        return "-".join(grouped(digits, (4, 4, 4, 4)))
    return said(digits, (2,) * 8, lang, random) if form == "spoken" else None


def plate(form: str, lang: str, random: Random) -> str:
    letters = "".join(random.choice(PLATE_LETTERS) for _letter in range(2))
    digits = str(random.randint(1, 9)) + _digits(4, random)
    if form == "standard":
        return f"{letters} {digits}"
    if form == "spaced":
        return random.choice(("{}{}", "{}-{}", "{}  {}")).format(letters, digits)
    if form == "mistyped":
        return f"{letters.lower()}{random.choice(('', ' '))}{digits}"
    number = said(digits, random.choice(((2, 3), (2, 1, 1, 1), (1,) * 5, (2, 2, 1))), lang, random)
    return " ".join(letters.lower()) + " " + number.replace(",", "")


def personal_plate(form: str, lang: str, random: Random) -> str | None:
    name = random.choice(PEOPLE)[:6].upper() + random.choice(("", "1"))
    return name if form == "standard" else None
