"""Telephone numbers: eight Norwegian digits however they are grouped, and foreign ones."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.phone"
NORWEGIAN = re.compile(
    r"(?<![\d.,+])(?P<country>(?:\(?\+|00)47\)?[ .-]?)?\d(?:[ .-]?\d){7}(?!\d)(?! ?(?:kr|NOK)\b)"
)
FOREIGN = re.compile(r"(?<!\d)(?:\+|00)[1-9]\d{0,2}(?:[ .()-]{0,2}\d){6,12}(?!\d)")
TWO_YEARS = re.compile(r"(?:19|20)\d\d[ -](?:19|20)\d\d")


def find(reading: Reading) -> Iterator[Span]:
    """Two years side by side are no number to call."""
    for match in NORWEGIAN.finditer(reading.text):
        if not TWO_YEARS.fullmatch(match.group()):
            score = 1.0 if match.group("country") else 0.8
            yield Span(*match.span(), Label.PHONE, score, SOURCE, Why.LOOKS_LIKE_PHONE)
    yield from reading.spans(FOREIGN, Label.PHONE, 0.9, SOURCE, Why.LOOKS_LIKE_PHONE)
