"""What a person who masks should know about a hit besides why it was found. Warnings, no stops."""

import re
from enum import StrEnum

from brukerstemmen.masking.replace import people
from brukerstemmen.masking.replace.around import Around
from brukerstemmen.masking.replace.naming import Naming
from brukerstemmen.masking.spans import Label, Span, Why


class Note(StrEnum):
    """A fixed set, so that the pages can say each in every language."""

    # A name in praise points at its absence in criticism, so it goes too.
    PRAISED_AT_WORK = "praised_at_work"
    # A wish to be named is honoured outside the report only: it could expose others.
    OWN_NAME = "own_name"
    # May matter to the speaker ("samisk"): it may be kept, knowingly.
    MAY_MATTER_TO_SPEAKER = "may_matter_to_speaker"


PRAISE = re.compile(
    r"\b(?:flink\w*|snill\w*|god|gode|beste|fantastisk\w*|flott\w*|herlig\w*|nydelig\w*"
    r"|takk\w*|redd[ea]\w*|hjalp|hjelper|hjelpte|hjelpt|hjelper|lytt\w*|trygg\w*|varm\w*|ros\w*"
    r"|dyktig\w*|spør|spurte|spurde|forst[oå]\w*|så meg|sett meg|bryr seg|brydde seg"
    r"|kind|great|wonderful|best|good|helped|listen\w*|saved|thank\w*|cared)\b",
    re.IGNORECASE,
)
DENIAL = re.compile(r"\b(?:ikke|ikkje|aldri|ingen|not|never|no|didn't|doesn't)\b", re.IGNORECASE)
MATTERS = frozenset({Why.SPOKEN_LANGUAGE, Why.TELLS_ORIGIN, Why.SPECIAL_CATEGORY})


def notes(text: str, span: Span, lang: str) -> tuple[Note, ...]:
    """What to know about a hit; mostly nothing.

    >>> name = Span(16, 21, Label.PERSON, 1.0, "somebody", Why.NAME_IN_LIST)
    >>> [note.value for note in notes("Psykologen min, Marit, var flink.", name, "nb")]
    ['praised_at_work']
    """
    around = Around(text, span, lang, Naming())
    if span.label is Label.QUASI:
        return (Note.MAY_MATTER_TO_SPEAKER,) if span.why in MATTERS else ()
    if span.label is not Label.PERSON:
        return ()
    if around.preceded(people.SAYS_OWN_NAME):
        return (Note.OWN_NAME,)
    return (Note.PRAISED_AT_WORK,) if _at_work(around) and _praised(around) else ()


def _at_work(around: Around) -> bool:
    """Whether the words before the name say that meeting people is this person's work."""
    match = (
        around.preceded(people.RELATION)
        or around.preceded(people.APPOSITION)
        or around.preceded(people.TITLE)
    )
    kind = people.kind_of(match.group("who")) if match else None
    return kind is not None and kind.at_work


def _praised(around: Around) -> bool:
    """Whether the sentence praises, as far as single words tell."""
    before = re.split(r"[.!?\n](?= [A-ZÆØÅ])", around.before)[-1]
    after = re.split(r"[.!?\n]", around.after)[0]
    sentence = f"{before} {after}"
    return bool(PRAISE.search(sentence)) and not DENIAL.search(sentence)
