"""What has a fixed form and was said rather than typed: the same rules on what it would be."""

from collections.abc import Iterator
from dataclasses import replace

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.rules import (
    account,
    address,
    age,
    bare_age,
    date,
    email,
    handle,
    national_id,
    phone,
    url,
    vehicle,
)
from brukerstemmen.masking.spans import Span
from brukerstemmen.masking.spoken import as_typed

RULES = (email, url, handle, national_id, phone, account, vehicle, date, age, bare_age, address)
LESS_SURE = 0.9  # a word may be misheard, a row of numbers be two


def find(reading: Reading) -> Iterator[Span]:
    """Hits in the text as typed, moved back, unless they hold only what was typed anyway."""
    typed = as_typed(reading.text, reading.lang)
    if typed is None:
        return
    parallel = Reading(typed.text, reading.lang, reading.context)
    for rule in RULES:
        for hit in rule.find(parallel):
            start, end = typed.origin(hit.start, hit.end)
            if reading.text[start:end] != typed.text[hit.start : hit.end]:
                yield replace(hit, start=start, end=end, score=hit.score * LESS_SURE)
