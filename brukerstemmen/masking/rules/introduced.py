"""Names that other words point out: "heter X", "dr. X", "broren min X", "X sa", "X: ..."."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.rules import small, told
from brukerstemmen.masking.rules.person import acts_like_somebody, is_listed, last_of_name
from brukerstemmen.masking.rules.small import NOTHING, Hint, relation
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.introduced"
_HE = r"(?:jeg|eg|æ|e|hun|ho|hu|han|hen|som|de|dei|denne|ein|en|i)"
_NAMED = r"(?:heter|heiter|hette|heitte|het|hete|hetar|heite|hetter)"
_CALLS = (
    r"(?:kaller|kallar|kalla|kalte|kalles|kallast|kallas|ble kalt|blei kalla|blir kalt|går under"
    r" navnet|gikk under navnet|går for|døpt|calls?|called|nicknamed)"
)
_THEM = r"(?: (?:jo|bare|berre|alltid|nå|meg|henne|hun|ho|ham|han|hen|den|me|him|her|for|alle|us))*"
NAMED = re.compile(
    rf"\b(?:{_HE} {_NAMED}|navnet (?:mitt|hans|hennes) er|namnet (?:mitt|hans|hennar) er"
    rf"|{_NAMED} (?:noe|noko|nåkka) med|(?:my|his|her) name is|named|hilsen|helsing|mvh\.?|alias)"
    r"(?: (?:for|da|jo|visst"
    r"|bare|nå|noe med|noko med|noe sånt som))*"
    r",? $",
    re.IGNORECASE,
)
CALLED = re.compile(rf"\b{_CALLS}{_THEM} $", re.IGNORECASE)
# After these even a word in small letters is a name: "eg heiter zebedeus", "dr. østmo".
SURE_IN_SMALL_LETTERS = re.compile(
    rf"\b(?:(?:jeg|eg|æ|hun|ho|hu|han|hen) {_NAMED}(?: (?:da|jo|visst|bare))?"
    r"|(?:my|his|her) name is|navnet mitt er"
    r"|namnet mitt er|\bdr\.?) $",
    re.IGNORECASE,
)
# "Avdelingen ringte": what a Norwegian noun ends with when it is known which one.
DEFINITE = re.compile(r".+(?:[^aeiouyæøå]en|et|ene|ane|inga|gruppa|vakta|dama)")
LOOK_BACK = 48  # characters, longer than anything above
SURE, LIKELY, POSSIBLE, SELDOM = 0.9, 0.6, 0.4, 0.3
LONGEST_UNKNOWN = 11  # letters; longer words that no dictionary has are mostly compounds


def find(reading: Reading) -> Iterator[Span]:
    """Words in the place of a name, whether any list knows them or not."""
    yield from told.find(reading)
    for index, word in enumerate(reading.words):
        why, score = _introduction(reading, index, word)
        if why:
            last = last_of_name(reading, index)
            span = word.start, reading.words[last].end
            yield Span(*span, Label.PERSON, score, SOURCE, why)


def _introduction(reading: Reading, index: int, word: Word) -> Hint:
    told = _told(reading, word)
    if told[0]:
        return told
    if not word.has_capital:
        return small.hint(reading, index, word)
    if not reading.may_be_a_name(word):
        return NOTHING
    if why := relation(reading, index):
        return why, SURE
    return _at_the_start(reading, index, word) if word.opens else NOTHING


def _told(reading: Reading, word: Word) -> Hint:
    """What somebody is said to be called."""
    before = reading.text[max(0, word.start - LOOK_BACK) : word.start]
    could_be = word.is_titled and (reading.may_be_a_name(word) or is_listed(word))
    if could_be and (NAMED.search(before) or CALLED.search(before)):
        return Why.SAYS_A_NAME, SURE
    if word.has_capital or word.lower in reading.harmless or len(word.text) == 1:
        return NOTHING
    if SURE_IN_SMALL_LETTERS.search(before):
        return Why.SAYS_A_NAME, LIKELY
    likely = is_listed(word) or lexicon.is_unknown(word.lower, reading.lang)
    likely = likely or lexicon.is_strange(word.lower, reading.lang)
    if CALLED.search(before):
        return Why.SAYS_A_NAME, LIKELY if likely else SELDOM
    return (Why.SAYS_A_NAME, LIKELY) if likely and NAMED.search(before) else NOTHING


def _at_the_start(reading: Reading, index: int, word: Word) -> Hint:
    """A capital that says nothing: whether what follows makes a name of it."""
    unknown = lexicon.is_unknown(word.lower, reading.lang)
    if reading.text[word.end : word.end + 1] == ":" and _begins_a_line(reading, index):
        if is_listed(word) and not unknown:
            return Why.NAME_WHO_SAYS, LIKELY
        # "Brukerlesere: …" is a heading, and no dictionary holds all that can be put together.
        return (Why.NAME_WHO_SAYS, LIKELY) if _is_strange(reading, word) else NOTHING
    if DEFINITE.fullmatch(word.lower) and (not unknown or lexicon.is_built(word.lower)):
        return NOTHING
    if acts_like_somebody(reading, index) and not lexicon.is_word(word.lower):
        return Why.NAME_WHO_SAYS, LIKELY if _is_strange(reading, word) else POSSIBLE
    strange = unknown or reading.lang == "en"
    if strange and _another_follows(reading, index):
        return Why.CAPITAL_LETTER, LIKELY
    return (Why.CAPITAL_LETTER, SELDOM) if _is_strange(reading, word) else NOTHING


def _begins_a_line(reading: Reading, index: int) -> bool:
    gap = reading.gap_before(index)
    return (not index or "\n" in gap) and not gap.rpartition("\n")[2].strip()


def _is_strange(reading: Reading, word: Word) -> bool:
    """Whether no dictionary has it, nor the words it could be made of."""
    if not lexicon.is_unknown(word.lower, reading.lang) or len(word.text) > LONGEST_UNKNOWN:
        return False
    return not lexicon.is_built(word.lower)


def _another_follows(reading: Reading, index: int) -> bool:
    following = index + 1
    if following >= len(reading.words) or reading.gap_before(following) != " ":
        return False
    word = reading.words[following]
    return not word.opens and reading.may_be_a_name(word)
