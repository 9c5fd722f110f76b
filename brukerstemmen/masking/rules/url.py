"""Web addresses and user names."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.url"
# Everybody may have read these; they point at nobody.
PUBLIC = frozenset({"helsenorge.no", "nav.no", "lovdata.no", "udir.no", "helsedirektoratet.no"})
_REST = r"[^\s<>\"«»“”]"
FULL = re.compile(rf"\b(?:https?://|www\.){_REST}*[\w/]", re.IGNORECASE)
BARE = re.compile(
    rf"(?<![\w@.-])(?:[\w-]{{1,63}}\.){{1,4}}"
    rf"(?:no|com|org|net|info|io|eu|dk|uk|app|site|blog|edu)(?![\w-])(?:/{_REST}*[\w/])?"
)
USER_NAME = re.compile(r"(?<![\w.@])@[\w.]{2,}\w")


def find(reading: Reading) -> Iterator[Span]:
    """Addresses with or without scheme, and names after an at sign."""
    yield from reading.spans(FULL, Label.URL, 0.9, SOURCE, Why.LOOKS_LIKE_URL)
    for span in reading.spans(BARE, Label.URL, 0.8, SOURCE, Why.LOOKS_LIKE_URL):
        if reading.text[span.start : span.end].lower() not in PUBLIC:
            yield span
    yield from reading.spans(USER_NAME, Label.URL, 0.7, SOURCE, Why.LOOKS_LIKE_USER_NAME)
