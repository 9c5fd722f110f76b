"""Names that other words point out: "heter X", "dr. X", "broren min X", "X sa"."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.rules.person import is_listed, last_of_name
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.introduced"
_OWNER = r"(?:min|mi|mitt|mine|vår|vårt|våre|hans|hennes|hennar|deres|deira|din|di|sin|si|til meg)"
# What may stand between "psykologen" or "broren" and the name.
BETWEEN = re.compile(rf"\.? (?:{_OWNER}(?:, | ))?|, |: ?| {_OWNER}, ")
SAYS_A_NAME = re.compile(
    r"\b(?:(?:jeg|eg|hun|ho|han|hen|som) (?:heter|heiter|hette|heitte|het)|kalles|kalla"
    r"|navnet (?:mitt|hans|hennes) er|namnet (?:mitt|hans|hennar) er|(?:my|his|her) name is"
    r"|called|named|hilsen|helsing)(?: (?:for|da|jo))? $",
    re.IGNORECASE,
)
# After these even a word in small letters is a name: "eg heiter zebedeus", "dr. østmo".
SURE_IN_SMALL_LETTERS = re.compile(
    r"\b(?:(?:jeg|eg|hun|ho|han) (?:heter|heiter|hette)|(?:my|his|her) name is"
    r"|navnet mitt er|namnet mitt er|\bdr\.?) $",
    re.IGNORECASE,
)
# "Avdelingen ringte": what a Norwegian noun ends with when it is known which one.
DEFINITE = re.compile(r".+(?:[^aeiouyæøå]en|et|ene|ane|inga|gruppa|vakta|dama)")
LOOK_BACK = 40  # characters, longer than anything above


def find(reading: Reading) -> Iterator[Span]:
    """Words in the place of a name, whether any list knows them or not."""
    for index, word in enumerate(reading.words):
        why, score = _introduction(reading, index, word)
        if why:
            last = last_of_name(reading, index)
            span = word.start, reading.words[last].end
            yield Span(*span, Label.PERSON, score, SOURCE, why)


def _introduction(reading: Reading, index: int, word: Word) -> tuple[Why | None, float]:
    before = reading.text[max(0, word.start - LOOK_BACK) : word.start]
    if word.is_titled and _may_be_told(reading, word) and SAYS_A_NAME.search(before):
        return Why.SAYS_A_NAME, 0.9
    if not word.has_capital and SURE_IN_SMALL_LETTERS.search(before):
        is_word = word.lower in reading.harmless or len(word.text) == 1
        return (None, 0) if is_word else (Why.SAYS_A_NAME, 0.6)
    if not reading.may_be_a_name(word):
        return None, 0
    if why := _relation(reading, index):
        return why, 0.9
    return (Why.NAME_WHO_SAYS, 0.4) if _says_something(reading, index) else (None, 0)


def _may_be_told(reading: Reading, word: Word) -> bool:
    return reading.may_be_a_name(word) or is_listed(word)


def _says_something(reading: Reading, index: int) -> bool:
    """Whether a word nobody knows begins the sentence and does what only people do."""
    word, following = reading.words[index], index + 1
    if not word.opens or following >= len(reading.words) or DEFINITE.fullmatch(word.lower):
        return False
    verb = reading.words[following].lower
    return reading.gap_before(following) == " " and verb in lexicon.words("saying_verbs")


def _relation(reading: Reading, index: int) -> Why | None:
    """Which kind of word stands before the name, an owner and a comma left out."""
    for back in range(1, 4):
        if index < back:
            return None
        earlier = reading.words[index - back]
        between = reading.text[earlier.end : reading.words[index].start]
        if not BETWEEN.fullmatch(between):
            continue
        if earlier.lower in lexicon.words("roles"):
            return Why.TITLE_BEFORE_NAME
        if earlier.lower in lexicon.words("kin"):
            return Why.RELATION_BEFORE_NAME
    return None
