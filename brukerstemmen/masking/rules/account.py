"""Where somebody's money is: bank accounts, IBAN, cards."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.rules.national_id import SECOND, begins_with_a_day
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.account"
_ANYHOW = r"\d(?:(?: ?[ .-] ?)?\d){10}(?! ?\d)"
GROUPED = re.compile(
    r"(?<!\d)(?<!\d[.,])\d{4}([ .-])\d{2}\1?\d{5}(?!\d)|(?<!\d)\d{4}[ .-]\d{2}[ .-]?\d{5}(?!\d)"
)
PLAIN = re.compile(r"(?<!\d)\d{11}(?!\d)")
AFTER_WORD = re.compile(
    rf"\b(?:konto|bankkonto|lønnskonto|sparekonto|account)\w{{0,8}}\b[^\d\n]{{0,30}}"
    rf"(?P<number>{_ANYHOW})",
    re.IGNORECASE,
)
_FOUR = r"(?:[ -]?\d{4})"
CARD = re.compile(rf"(?<!\d)(?:\d{{4}}{_FOUR}{{3}}|\d(?: ?\d){{15}})(?! ?\d)")
NORWEGIAN_IBAN = re.compile(r"(?<!\w)NO ?\d\d ?\d{4} ?\d{4} ?\d{3}(?!\d)", re.IGNORECASE)
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?!\w)")


def find(reading: Reading) -> Iterator[Span]:
    """Accounts as they are written or announced. Check digits only make it surer."""
    for match in AFTER_WORD.finditer(reading.text):
        yield _account(match.span("number"), 1.0)
    for match in GROUPED.finditer(reading.text):
        yield _account(match.span(), 0.97 if adds_up(match.group()) else 0.92)
    for match in PLAIN.finditer(reading.text):
        if adds_up(match.group()) and not begins_with_a_day(match.group()):
            yield _account(match.span(), 0.8)
    for match in CARD.finditer(reading.text):
        yield _account(match.span(), 1.0 if fits_card(match.group()) else 0.7)
    yield from _ibans(reading)


def _ibans(reading: Reading) -> Iterator[Span]:
    for match in NORWEGIAN_IBAN.finditer(reading.text):
        yield _account(match.span(), 1.0)
    for match in IBAN.finditer(reading.text):
        if fits_iban(match.group()):
            yield _account(match.span(), 1.0)


def _account(span: tuple[int, int], score: float) -> Span:
    return Span(*span, Label.ACCOUNT, score, SOURCE, Why.LOOKS_LIKE_ACCOUNT)


def adds_up(written: str) -> bool:
    """Whether the last of eleven digits is the right check digit of an account.

    >>> adds_up("1234.56.78903"), adds_up("1234.56.78904")
    (True, False)
    """
    digits = [int(digit) for digit in written if digit.isdigit()]
    return sum(w * d for w, d in zip(SECOND, digits, strict=True)) % 11 == 0


def fits_card(written: str) -> bool:
    """Whether the digits of a card add up.

    >>> fits_card("4000 0000 0000 0002"), fits_card("4000 0000 0000 0003")
    (True, False)
    """
    digits = [int(digit) for digit in reversed(written) if digit.isdigit()]
    doubled = (d * (1 + at % 2) for at, d in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def fits_iban(written: str) -> bool:
    """Whether an international account number adds up.

    >>> fits_iban("NO93 8601 1117 947"), fits_iban("NO94 8601 1117 947")
    (True, False)
    """
    plain = written.replace(" ", "").upper()
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1
