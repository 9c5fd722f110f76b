"""E-mail addresses, also mistyped ones. What is said aloud is read as typed, see `spoken`."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.email"
_RUN = r"[^\s@<>()\[\],;:\"«»“”]"
WRITTEN = re.compile(
    rf"(?<!{_RUN}){_RUN}+(?:@{{1,2}}| @ (?={_RUN}*\.)){_RUN}*[^\W_](?:, ?(?:com|no|net|org)\b)?"
)


def find(reading: Reading) -> Iterator[Span]:
    """Stretches around an at sign."""
    yield from reading.spans(WRITTEN, Label.EMAIL, 1.0, SOURCE, Why.LOOKS_LIKE_EMAIL)
