"""A find as it is written down when a person keeps it. Plain values, no framework."""

import json
from dataclasses import asdict

from brukerstemmen.masking.serving import span_of
from brukerstemmen.masking.spans import Span
from brukerstemmen.masking.wire import BadAnswer


def told(span: Span) -> str:
    """The find in words of ours: no word of what was said."""
    return json.dumps(asdict(span))


def span_in(found: str, words: str) -> Span | None:
    """The find that was told of in these words; None where none was, or it does not fit them.

    >>> from brukerstemmen.masking.spans import Label, Why
    >>> span = Span(4, 10, Label.QUASI, 0.7, "rules", Why.TELLS_ORIGIN)
    >>> span_in(told(span), "Hun samisk.") == span, span_in("", "Hun samisk.")
    (True, None)
    """
    try:
        return span_of(json.loads(found), len(words))
    except (ValueError, BadAnswer):
        return None
