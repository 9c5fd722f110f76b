"""What one text of a meeting gives away, looked for in all of them.

A name found once is found everywhere: with a genitive, in small letters, one key wrong. Kari and
Kåre stay two people: what is itself a name or an ordinary word is no slip of the key.
"""

from collections.abc import Iterable, Iterator, Mapping

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import fold
from brukerstemmen.masking.reading import WORD, Reading, Word
from brukerstemmen.masking.rules import local
from brukerstemmen.masking.rules.local import Found
from brukerstemmen.masking.rules.person import acts_like_somebody, has_an_age, is_listed
from brukerstemmen.masking.spans import Label, Span, Why

FOLLOWED = frozenset({Label.PERSON, Label.PLACE, Label.ORG})
UNSURE = frozenset({Why.CAPITAL_LETTER, Why.READ_BY_MODEL, Why.INITIALS})
BELIEVED = 0.5  # a name believed less is asked about, and tells nothing about other texts
SAME, AS_SUBJECT, NEARLY = 0.9, 0.6, 0.6
MISSPELT_FROM = 5  # letters


def told(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, Found]]:
    """The words of names and places in a text, and how they are looked for elsewhere.

    What only a capital gave away is looked for with its capital; the rest in any case.
    """
    for span in spans:
        if span.label not in FOLLOWED or span.score < BELIEVED:
            continue
        sure = span.why not in UNSURE
        for match in WORD.finditer(fold(text[span.start : span.end]).text):
            token = lexicon.base_forms(match.group().lower())[-1]
            if len(token) > 1 and _tells(token, span.label):
                yield token, Found(span.label, sure and not lexicon.is_common(token))


def _tells(token: str, label: Label) -> bool:
    """Whether a word of a name says something alone: "Åsen" of "Åsen skole", not "skole"."""
    if token in lexicon.nobodys():
        return False
    return label is not Label.ORG or token in lexicon.places() or not lexicon.is_word(token)


def merged(words: Iterable[tuple[str, Found]]) -> dict[str, Found]:
    """One entry for each word; people before places and services, any case before one."""
    found: dict[str, Found] = {}
    for token, how in words:
        before = found.get(token)
        if before is None or how.any_case > before.any_case:
            found[token] = how
    return found


def find(reading: Reading, found: Mapping[str, Found]) -> Iterator[Span]:
    """What the texts of the meeting gave away, as it stands in this one."""
    for index, word in enumerate(reading.words):
        if label := local.known_as(word, found):
            if not _begins_a_sentence_as_itself(reading, index):
                yield _span(word, label, SAME)
        elif label := _known_as_subject(reading, index, found):
            yield _span(word, label, AS_SUBJECT)
    yield from _misspelt(reading, found)


def _span(word: Word, label: Label, score: float) -> Span:
    return Span(word.start, word.end, label, score, local.SOURCE, Why.FOUND_ELSEWHERE)


def _begins_a_sentence_as_itself(reading: Reading, index: int) -> bool:
    """ "Even om", "Per dag": small words with a capital, though Even and Per are in the group."""
    word = reading.words[index]
    small_word = word.opens and word.lower in lexicon.function_words()
    return small_word and not acts_like_somebody(reading, index)


def _known_as_subject(reading: Reading, index: int, found: Mapping[str, Found]) -> Label | None:
    """An ordinary word in small letters that does what people do: "rotta ringte"."""
    word = reading.words[index]
    known = found.get(word.lower)
    if known is None or known.label is not Label.PERSON or word.lower in lexicon.function_words():
        return None
    acts = acts_like_somebody(reading, index) or has_an_age(reading, index)
    return Label.PERSON if acts else None


def _misspelt(reading: Reading, found: Mapping[str, Found]) -> Iterator[Span]:
    names = frozenset(
        token
        for token, how in found.items()
        if how.label is Label.PERSON and how.any_case and len(token) >= MISSPELT_FROM
    )
    if not names:
        return
    for word in reading.words:
        if word.lower in found or not _may_be_a_slip(reading, word):
            continue
        if local.is_nearly(word, names):
            yield _span(word, Label.PERSON, NEARLY)


def _may_be_a_slip(reading: Reading, word: Word) -> bool:
    return lexicon.is_unknown(word.lower, reading.lang) and not is_listed(word)
