"""Days that can be looked up: written dates, months with a year, years of birth."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.date"
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_NAME = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|january|february|march|may|june|july|october|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|des|dec)\b\.?"
)
_ORDINAL = (
    r"(?:(?:tjue|tretti)?(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|syvende"
    r"|sjuande|åttende|åttande|niende|niande)|tiende|tiande|ellevte|tolvte|trettende|trettande"
    r"|fjortende|fjortande|femtende|femtande|sekstende|sekstande|syttende|syttande|attende"
    r"|attande|nittende|nittande|tjuende|tjuande|trettiende|trettiande)"
)

NUMBERS = re.compile(rf"(?<![\d.,]){_DAY}(?P<gap> ?[./-] ?| ){_MONTH}(?P=gap){_YEAR}(?!\d)")
SHORT_YEAR = re.compile(rf"(?<![\d.,]){_DAY}[./-]{_MONTH}[./-]\d\d(?!\d)")
DAY_AND_MONTH = re.compile(
    rf"(?<![\d.,])(?:{_DAY}\.{_MONTH}\.(?!\d)|(?<=\bden ){_DAY}[./]{_MONTH})"
)
YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)")
RUN = re.compile(
    rf"(?<![\d.,])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:{_YEAR}|\d\d)(?![\d])(?! ?kr)"
)
NAMED = re.compile(
    rf"(?<![\d.,])(?:{_DAY}(?:\. ?|st |nd |rd |th | )(?:of )?{_NAME}(?:,? {_YEAR})?"
    rf"|\b{_NAME} {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\d)|\b{_NAME},? {_YEAR}(?!\d)"
    rf"|\b{_ORDINAL} {_NAME}(?: {_YEAR})?)",
    re.IGNORECASE,
)
BIRTH = re.compile(
    rf"\b(?:født|fødd|born)(?: (?:i|in|på|den|året))? '?(?P<year>{_YEAR}|\d\d)(?!\d|[./]\d)",
    re.IGNORECASE,
)
HOLIDAY = re.compile(
    r"(?:17\. ?mai|1\. ?mai|2[3-6]\. ?desember|31\. ?desember|1\. ?januar|8\. ?mars)", re.IGNORECASE
)

FORMS = (
    (NUMBERS, 1.0),
    (SHORT_YEAR, 0.9),
    (DAY_AND_MONTH, 0.7),
    (YEAR_FIRST, 1.0),
    (RUN, 0.85),
)


def find(reading: Reading) -> Iterator[Span]:
    """Dates in every usual form. A public holiday without a year is everybody's."""
    for pattern, score in FORMS:
        yield from reading.spans(pattern, Label.DATE, score, SOURCE, Why.LOOKS_LIKE_DATE)
    for span in reading.spans(NAMED, Label.DATE, 0.8, SOURCE, Why.LOOKS_LIKE_DATE):
        if not HOLIDAY.fullmatch(reading.text[span.start : span.end]):
            yield span
    yield from reading.spans(BIRTH, Label.DATE, 0.8, SOURCE, Why.YEAR_OF_BIRTH, "year")
