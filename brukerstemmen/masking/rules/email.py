"""E-mail addresses, also as people say them aloud."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.email"
_RUN = r"[^\s@<>()\[\],;:\"«»“”]"
WRITTEN = re.compile(rf"(?<!{_RUN}){_RUN}+(?:@| @ ){_RUN}*[^\W_]")
SPOKEN = re.compile(
    r"(?<![\w.+-])[\w.+-]+ ?(?:\(at\)|\[at\]|krøllalfa|alfakrøll) ?"
    r"[\w-]+(?:(?:\.| punktum | dot | prikk )[\w-]+)*",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Span]:
    """Stretches around an at sign, or around the words people say for it."""
    yield from reading.spans(WRITTEN, Label.EMAIL, 1.0, SOURCE, Why.LOOKS_LIKE_EMAIL)
    yield from reading.spans(SPOKEN, Label.EMAIL, 0.8, SOURCE, Why.LOOKS_LIKE_EMAIL)
