"""A first proposal for other words. The interviewer writes the last one."""

from collections.abc import Iterable, Sequence

from brukerstemmen.masking.replace.naming import Naming
from brukerstemmen.masking.replace.placeholders import bracketed
from brukerstemmen.masking.spans import DIRECT, Span


def suggest(text: str, spans: Iterable[Span], lang: str) -> str:
    """The text with a neutral expression for everything that points straight at somebody.

    spans: without overlaps, as `find` gives them. Indirect clues stay: they need a person.
    lang: "nb", "nn" or "en"; anything else gets bokmål.
    Different people get different numbers; somebody called by part of a name keeps the number.

    Raises ValueError if spans overlap.

    >>> from brukerstemmen.masking.spans import Label, Why
    >>> name = Span(0, 4, Label.PERSON, 1.0, "somebody", Why.NAME_IN_LIST)
    >>> suggest("Kari ringte.", [name], "nb")
    '[navn] ringte.'
    """
    direct = sorted((span for span in spans if span.label in DIRECT), key=lambda span: span.start)
    numbers = _numbers(text, direct)
    parts, before = [], 0
    for span, number in zip(direct, numbers, strict=True):
        if span.start < before:
            raise ValueError("spans must not overlap")
        parts += [text[before : span.start], bracketed(span.label, lang, number)]
        before = span.end
    return "".join([*parts, text[before:]])


def _numbers(text: str, spans: Sequence[Span]) -> list[int]:
    """A number for each span; 0 where the text has only one thing of that kind."""
    naming = Naming()
    naming.learn(text, spans)
    return [
        naming.number(span.label, text[span.start : span.end])
        if len(naming.things[span.label]) > 1
        else 0
        for span in spans
    ]
