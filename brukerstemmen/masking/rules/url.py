"""Web addresses, also mistyped ones."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.url"
# Everybody may have read these; they point at nobody.
PUBLIC = frozenset(
    {
        *("helsenorge.no", "nav.no", "lovdata.no", "udir.no", "helsedirektoratet.no", "fhi.no"),
        *("regjeringen.no", "altinn.no", "skatteetaten.no", "ung.no", "mentalhelse.no"),
        *("google.com", "wikipedia.org"),
    }
)
_REST = r"[^\s<>\"«»“”]"
FULL = re.compile(rf"\b(?:[a-z]{{2,8}}://|www?w?[.,]){_REST}*[\w/]", re.IGNORECASE)
BARE = re.compile(
    rf"(?<![\w@.-])(?:[\w-]{{1,63}}\.){{1,4}}"
    rf"(?:no|com|org|net|info|io|eu|dk|uk|app|site|blog|edu|example)(?![\w-])"
    rf"(?:/{_REST}*[\w/])?"
)
_PREFIX = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Span]:
    """Addresses with or without scheme, but not the front doors everybody knows."""
    for pattern, score in ((FULL, 0.9), (BARE, 0.8)):
        for span in reading.spans(pattern, Label.URL, score, SOURCE, Why.LOOKS_LIKE_URL):
            if not _is_public(reading.text[span.start : span.end]):
                yield span


def _is_public(written: str) -> bool:
    return _PREFIX.sub("", written, count=1).lower().rstrip("/") in PUBLIC
