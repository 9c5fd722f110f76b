"""Telephone numbers: eight Norwegian digits however they are grouped, and foreign ones."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.phone"
_BETWEEN = r"(?: ?[ .-] ?)?"
_NO_MONEY = r"(?! ?(?:kr|kroner|NOK)\b)"
NORWEGIAN = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?<!\+)(?P<country>(?:\(?\+|00 ?)47\)?{_BETWEEN})?"
    rf"\d(?:{_BETWEEN}\d){{7}}(?!\d){_NO_MONEY}"
)
FOREIGN = re.compile(r"(?<!\d)(?:\+|00)[1-9]\d{0,2}(?:[ .()-]{0,2}\d){6,12}(?!\d)")
# Five digits are a number to call only after a word that says so.
SHORT = re.compile(
    r"\b(?:ring|ringe|ringer|ringte|telefon\w{0,8}|tlf|mobil\w{0,8}|call|phone|telephone|nummeret"
    r"|sentralbord\w{0,2})\b\.?[^\d\n.!?]{0,25}(?P<number>(?<!\d)\d(?: ?\d){4})(?! ?\d|[.,]\d)"
    r"(?! ?(?:gang|gong|kr|times|timer|NOK))",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"\b(?:tlf|telefon\w{0,8}|mobil\w{0,8}|ring\w{0,3}|nummer\w{0,3}|sms|phone|call|number)\b"
    r"[^\d\n]{0,20}$",
    re.IGNORECASE,
)
LOOK_BACK = 40  # characters
YEARS = re.compile(r"((?:19|20)\d\d) ?- ?((?:19|20)\d\d)")
HOURS = re.compile(r"[012]\d\.[0-5]\d ?- ?[012]\d\.[0-5]\d")


def find(reading: Reading) -> Iterator[Span]:
    """Two years, two hours or counting aloud are no number to call."""
    for match in NORWEGIAN.finditer(reading.text):
        before = reading.text[max(0, match.start() - LOOK_BACK) : match.start()]
        if match["country"] or ANNOUNCED.search(before):
            yield Span(*match.span(), Label.PHONE, 1.0, SOURCE, Why.LOOKS_LIKE_PHONE)
        elif not _is_something_else(match.group()):
            yield Span(*match.span(), Label.PHONE, 0.8, SOURCE, Why.LOOKS_LIKE_PHONE)
    yield from reading.spans(FOREIGN, Label.PHONE, 0.9, SOURCE, Why.LOOKS_LIKE_PHONE)
    yield from reading.spans(SHORT, Label.PHONE, 0.8, SOURCE, Why.LOOKS_LIKE_PHONE, "number")


def _is_something_else(written: str) -> bool:
    years = YEARS.fullmatch(written)
    if years:
        return "1930" <= years[1] <= years[2] < "2050"
    return bool(HOURS.fullmatch(written)) or written.startswith("1 2 3 4")
