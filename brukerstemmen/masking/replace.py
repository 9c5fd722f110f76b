"""A first proposal for other words. The interviewer writes the last one."""

import re
from collections.abc import Iterable, Sequence

from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.lexicon import base_forms
from brukerstemmen.masking.reading import WORD
from brukerstemmen.masking.spans import DIRECT, Label, Span

WORDING: dict[str, dict[Label, str]] = {
    "nb": {
        Label.PERSON: "navn",
        Label.PLACE: "sted",
        Label.ADDRESS: "adresse",
        Label.PHONE: "telefonnummer",
        Label.EMAIL: "e-postadresse",
        Label.URL: "nettadresse",
        Label.DATE: "dato",
        Label.AGE: "alder",
        Label.NATIONAL_ID: "fødselsnummer",
        Label.ORGANISATION: "virksomhet",
    },
    "nn": {
        Label.PERSON: "namn",
        Label.PLACE: "stad",
        Label.ADDRESS: "adresse",
        Label.PHONE: "telefonnummer",
        Label.EMAIL: "e-postadresse",
        Label.URL: "nettadresse",
        Label.DATE: "dato",
        Label.AGE: "alder",
        Label.NATIONAL_ID: "fødselsnummer",
        Label.ORGANISATION: "verksemd",
    },
    "en": {
        Label.PERSON: "name",
        Label.PLACE: "place",
        Label.ADDRESS: "address",
        Label.PHONE: "phone number",
        Label.EMAIL: "e-mail address",
        Label.URL: "web address",
        Label.DATE: "date",
        Label.AGE: "age",
        Label.NATIONAL_ID: "identity number",
        Label.ORGANISATION: "organisation",
    },
}
_EVERY = sorted({word for words in WORDING.values() for word in words.values()}, key=len)
# What suggest() writes, so that nothing in it is ever taken for a find.
PLACEHOLDER = re.compile(rf"\[(?:{'|'.join(map(re.escape, reversed(_EVERY)))})(?: \d+)?\]")


def suggest(text: str, spans: Iterable[Span], lang: str) -> str:
    """The text with a neutral expression for everything that points straight at somebody.

    spans: without overlaps, as `find` gives them. Indirect clues stay: they need a person.
    lang: "nb", "nn" or "en"; anything else gets bokmål.
    Different people get different numbers; somebody called by part of a name keeps the number.

    Raises ValueError if spans overlap.

    >>> from brukerstemmen.masking.spans import Why
    >>> name = Span(0, 4, Label.PERSON, 1.0, "somebody", Why.NAME_IN_LIST)
    >>> suggest("Kari ringte.", [name], "nb")
    '[navn] ringte.'
    """
    direct = sorted((span for span in spans if span.label in DIRECT), key=lambda span: span.start)
    wording = WORDING.get(lang, WORDING["nb"])
    numbers = _numbers(text, direct)
    parts, before = [], 0
    for span, number in zip(direct, numbers, strict=True):
        if span.start < before:
            raise ValueError("spans must not overlap")
        name = wording[span.label]
        parts += [text[before : span.start], f"[{name} {number}]" if number else f"[{name}]"]
        before = span.end
    return "".join([*parts, text[before:]])


def _numbers(text: str, spans: Sequence[Span]) -> list[int]:
    """A number for each span; 0 where the text has only one thing of that kind."""
    things: dict[Label, list[frozenset[str]]] = {}
    chosen: list[int] = []
    for span in sorted(spans, key=lambda span: span.start - span.end):  # whole names first
        words = _words(text[span.start : span.end])
        same_kind = things.setdefault(span.label, [])
        if not any(words <= thing for thing in same_kind):
            same_kind.append(words)
    order: dict[tuple[Label, int], int] = {}
    for span in spans:
        words = _words(text[span.start : span.end])
        thing = next(at for at, known in enumerate(things[span.label]) if words <= known)
        used = sum(label is span.label for label, _thing in order)
        chosen.append(order.setdefault((span.label, thing), used + 1))
    return [
        number if len(things[span.label]) > 1 else 0
        for span, number in zip(spans, chosen, strict=True)
    ]


def _words(name: str) -> frozenset[str]:
    """What tells one thing from another: its words without possessive, or its digits."""
    folded = fold(name).text.lower()
    words = {base_forms(match.group())[-1] for match in WORD.finditer(folded)}
    return frozenset(words | set(re.findall(r"\d+", folded)))
