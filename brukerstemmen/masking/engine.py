"""The one question asked of the engine: what in this text may point at somebody?

An error in a detector is raised, never swallowed: a text that was not read through must not
look like a text in which nothing was found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brukerstemmen.masking import among, repeated
from brukerstemmen.masking.folding import Folded, fold
from brukerstemmen.masking.overlap import settle
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.replace import PLACEHOLDER
from brukerstemmen.masking.rules import (
    account,
    address,
    age,
    bare_age,
    capital,
    date,
    email,
    handle,
    indirect,
    introduced,
    local,
    national_id,
    organisation,
    person,
    phone,
    place,
    spoken,
    url,
    vehicle,
)
from brukerstemmen.masking.rules.local import Found
from brukerstemmen.masking.spans import LONGEST_TEXT, Context, Label, Span, TextTooLong

NOTHING_KNOWN = Context()
RULES = (
    email,
    url,
    handle,
    national_id,
    phone,
    account,
    vehicle,
    date,
    age,
    bare_age,
    address,
    spoken,
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
    ['PERSON', 'ADDRESS']

    Raises TextTooLong above LONGEST_TEXT characters.
    """
    return propagate([text], lang, context)[0]


def propagate(
    texts: Sequence[str], lang: str | Sequence[str], context: Context = NOTHING_KNOWN
) -> list[list[Span]]:
    """What may point at somebody in each text of one meeting.

    lang: one for all, or one for each text.
    A name that any of the texts gives away is found in all of them, also inflected ("Karis") and
    in small letters, unless it is an ordinary word too: then only with its capital.
    """
    langs = [lang] * len(texts) if isinstance(lang, str) else lang
    reads = [_read(text, own, context) for text, own in zip(texts, langs, strict=True)]
    given = [(read.text, read.spans) for read in reads]
    told = (pair for text, spans in given for pair in among.told(text, spans))
    found = among.merged((*told, *repeated.told(given)))
    return [_with_found(read, found) for read in reads]


def _read(text: str, lang: str, context: Context) -> _Read:
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(f"more than {LONGEST_TEXT:,} characters")
    folded = fold(text)
    reading = Reading(folded.text, lang, context)
    hits = hits_of(reading)
    if context.tagger:
        hits = _fused(reading, hits)
    spans = settle(text, _in_place(folded, hits), taboo=_placeholders(text))
    return _Read(text, folded, reading, spans)


def hits_of(reading: Reading) -> list[Span]:
    """What the rules find, overlaps and all, in the folded text."""
    return [hit for rule in RULES for hit in rule.find(reading)]


def _fused(reading: Reading, hits: list[Span]) -> list[Span]:
    # Imported here: who asks for rules alone never loads the models or what reads them.
    from brukerstemmen.masking import fusing

    return fusing.fuse(reading, hits)


def _in_place(folded: Folded, hits: Iterable[Span]) -> Iterator[Span]:
    """Hits in the folded text, moved to the text as it was given."""
    for hit in hits:
        start, end = folded.origin(hit.start, hit.end)
        yield replace(hit, start=start, end=end)


def _placeholders(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in PLACEHOLDER.finditer(text)]


def _with_found(read: _Read, found: Mapping[str, Found]) -> list[Span]:
    """What a text gives away by itself keeps its reason; what others gave away is added."""
    if not found:
        return read.spans
    hits = among.find(read.reading, found)
    doubtful = [span for span in read.spans if _is_doubtful(read, span)]
    rest = [span for span in read.spans if not _is_doubtful(read, span)]
    direct = [(span.start, span.end) for span in rest if span.label is not Label.QUASI]
    taboo = [*_placeholders(read.text), *direct]
    added = settle(read.text, _in_place(read.folded, hits), taboo=taboo)
    # What another text makes certain is no longer in doubt, nor stretched by a doubt around it.
    certain = [(span.start, span.end) for span in added]
    doubtful = settle(read.text, doubtful, taboo=[*taboo, *certain])
    return settle(read.text, [*rest, *added, *doubtful])


def _is_doubtful(read: _Read, span: Span) -> bool:
    """Whether rules and models together hardly believe in a name."""
    weighed = read.reading.context.tagger and span.label in among.FOLLOWED
    return weighed and span.score < among.BELIEVED
