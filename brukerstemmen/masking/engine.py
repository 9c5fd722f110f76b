"""The one question asked of the engine: what in this text may point at somebody?

An error in a detector is raised, never swallowed: a text that was not read through must not
look like a text in which nothing was found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import Folded, fold
from brukerstemmen.masking.overlap import settle
from brukerstemmen.masking.reading import WORD, Reading
from brukerstemmen.masking.replace import PLACEHOLDER
from brukerstemmen.masking.rules import (
    address,
    age,
    capital,
    date,
    email,
    indirect,
    introduced,
    local,
    national_id,
    organisation,
    person,
    phone,
    place,
    url,
)
from brukerstemmen.masking.rules.local import Found
from brukerstemmen.masking.spans import Context, Label, Span, Why

NOTHING_KNOWN = Context()
RULES = (
    email,
    url,
    national_id,
    phone,
    date,
    age,
    address,
    person,
    introduced,
    place,
    organisation,
    local,
    capital,
    indirect,
)


@dataclass(frozen=True)
class _Read:
    """One text, read once: what it gives away by itself."""

    text: str
    folded: Folded
    reading: Reading
    spans: list[Span]


def find(text: str, lang: str, context: Context = NOTHING_KNOWN) -> list[Span]:
    """What in the text may point at somebody: in reading order, without overlaps.

    lang: "nb", "nn" or "en"; anything else is read as bokmål.
    context: what is known around the text. A name found once is found everywhere in the text.

    >>> [span.label.value for span in find("Hun heter Kari og bor i Storgata 14.", "nb")]
    ['person', 'address']
    """
    return propagate([text], lang, context)[0]


def propagate(
    texts: Sequence[str], lang: str, context: Context = NOTHING_KNOWN
) -> list[list[Span]]:
    """What may point at somebody in each text of one meeting.

    A name that any of the texts gives away is found in all of them, also inflected ("Karis") and
    in small letters, unless it is an ordinary word too: then only with its capital.
    """
    reads = [_read(text, lang, context) for text in texts]
    found: dict[str, Found] = {}
    for read in reads:
        for token, how in _found_in(read):
            if token not in found or how.any_case > found[token].any_case:
                found[token] = how
    return [_with_found(read, found) for read in reads]


def _read(text: str, lang: str, context: Context) -> _Read:
    folded = fold(text)
    reading = Reading(folded.text, lang, context)
    hits = (hit for rule in RULES for hit in rule.find(reading))
    spans = settle(text, _in_place(folded, hits), taboo=_placeholders(text))
    return _Read(text, folded, reading, spans)


def _in_place(folded: Folded, hits: Iterable[Span]) -> Iterator[Span]:
    """Hits in the folded text, moved to the text as it was given."""
    for hit in hits:
        start, end = folded.origin(hit.start, hit.end)
        yield replace(hit, start=start, end=end)


def _placeholders(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in PLACEHOLDER.finditer(text)]


def _found_in(read: _Read) -> Iterator[tuple[str, Found]]:
    """The words of names and places in a text, and how they are looked for elsewhere.

    What only a capital gave away is looked for with its capital; the rest in any case.
    """
    for span in read.spans:
        if span.label not in (Label.PERSON, Label.PLACE):
            continue
        sure = span.why is not Why.CAPITAL_LETTER
        for match in WORD.finditer(fold(read.text[span.start : span.end]).text):
            token = lexicon.base_forms(match.group().lower())[-1]
            if token not in lexicon.nobodys() and len(token) > 1:
                yield token, Found(span.label, sure and not lexicon.is_common(token))


def _with_found(read: _Read, found: Mapping[str, Found]) -> list[Span]:
    """What a text gives away by itself keeps its reason; what others gave away is added."""
    if not found:
        return read.spans
    hits = local.find_words(read.reading, found, 0.9, Why.FOUND_ELSEWHERE)
    direct = [(span.start, span.end) for span in read.spans if span.label is not Label.INDIRECT]
    taboo = [*_placeholders(read.text), *direct]
    added = settle(read.text, _in_place(read.folded, hits), taboo=taboo)
    return settle(read.text, [*read.spans, *added])
