"""Names in small letters, by the words around them and by what no dictionary has."""

import re

from brukerstemmen.masking import lexicon, words
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.rules.person import (
    acts_like_somebody,
    begins_a_clause,
    has_an_age,
    is_ordinary,
)
from brukerstemmen.masking.spans import Why

Hint = tuple[Why | None, float]
NOTHING: Hint = (None, 0)
LIKELY, EVEN, POSSIBLE, SELDOM, HARDLY = 0.6, 0.5, 0.4, 0.3, 0.1
LOOK_BACK, LOOK_ON = 48, 16  # characters
_OWNER = r"(?:min|mi|mitt|mine|vår|vårt|våre|hans|hennes|hennar|deres|deira|din|di|sin|si|til meg)"
# What may stand between "psykologen" or "broren" and the name.
BETWEEN = re.compile(rf"\.? (?:{_OWNER}(?:, | ))?|, |: ?| {_OWNER}, ")
OWNED = re.compile(rf" {_OWNER},? ")
PRONOUNS = frozenset({"han", "hun", "ho", "hu", "hann", "hainn"})
SPOKEN = PRONOUNS | {"a", "n"}  # "a tone": in English, and in haste, too much else follows them
# After these stands somebody, even where the word is an ordinary one: "snakket med stein".
SURELY_MET = re.compile(
    r"\b(?:hos|hilsen|helsing|(?:snakk|prat|snakt)\w* (?:med|me|mæ)"
    r"|(?:takk|si|sa|sei) (?:til|te|åt)|(?:bor|bur|bodde|budde) (?:med|me)|gift med"
    r"|(?:hils|hels)\w* på"
    r"|(?:talk|spoke|speak)\w* (?:to|with)|thanks to|live with|married to)"
    r"(?: (?:ho|hun|hu|han))? $"
)
# After these mostly.
MET = re.compile(
    r"\b(?:sammen med|saman med|stol\w* på|vent\w* på|uten|utan|møt\w*|traff|treff\w*|kjenn\w*"
    r"|ring|ringte|ringde|ringe|spør|spurte|spurde|spørre|savn\w*|besøk\w*|elsk\w*|kjent med"
    r"|takk|hent\w*|få|fikk|fekk|hjalp|hjelp\w*|likar|liker|likte|mist\w*|beholde|behalde|til|te|åt"
    r"|frå|fra|av|enn|gikk|gjekk|kom|kjem|kommer|sa|seier|sier|var|va|er|har|hadde|satt|sat|sto|stod"
    r"|ville|vil|kan|kunne|skal|skulle|sku|må|måtte|ba|bad|tok|ga|gav|slutta|sluttet|dro|for|på"
    r"|jeg og|eg og|æ og|me og|vi og|bare|berre|som|at|med|då|da|når|hvis|viss|om|ikke|ikkje)"
    r"(?: (?:ho|hun|hu|han))? $"
)
# "spør dag om", "ring liv hvis": somebody is asked, whatever else the word may mean.
ASKED = re.compile(r"\b(?:spør|spurte|spurde|ring|ringte|ringde|be|ba|bad|ask|asked) $")
ASKED_ABOUT = re.compile(r" (?:om|hva|kva|ka|hvor|kor|hvis|viss|når|først|fyrst|if|to|about)\b")
OWNS = re.compile(r" (?:sin|si|sitt|sine|og (?:jeg|eg|æ|vi|me|meg|mæ)|(?:and|or) (?:i|me|my|we))\b")
MET_IN_ENGLISH = re.compile(
    r"\b(?:to|with|from|by|for|of|about|and|or|but|than|only|just|like|that|when|if|because|until"
    r"|after|before|without|ask|asked|tell|told|met|meet|meeting|saw|see|know|knew|thank|miss|love"
    r"|trust|call|called|was|is|it's|visit|visited|helped|said|says|then|so|where|why|did|does|has"
    r"|had|can|will|would|should|let|gave|give|hi|hello|dear|help|helping|named) $"
)


def hint(reading: Reading, index: int, word: Word) -> Hint:
    """Why a word in small letters may be somebody, and how likely that is."""
    if _is_first_of_two(reading, index, word):
        return Why.NAME_IN_LIST, EVEN
    if any(base in reading.harmless for base in lexicon.base_forms(word.lower)):
        return NOTHING
    by_word = _ordinary_name if is_first_name(word) else _strange_word
    return by_word(reading, index, word)


def _is_first_of_two(reading: Reading, index: int, word: Word) -> bool:
    """ "inga hætta", "odd geir riise": what is a word by itself, before what can only be a name."""
    if word.lower not in lexicon.words("names_norwegian_first"):
        return False
    if index + 1 == len(reading.words) or reading.gap_before(index + 1) != " ":
        return False
    following = reading.words[index + 1].lower
    known = lexicon.is_common(following) or following in reading.harmless
    return following in lexicon.names() and not known and not words.is_english(following)


def is_first_name(word: Word) -> bool:
    """Whether it is an ordinary word that people are called: "stein", "liv"."""
    return word.lower in lexicon.words("names_norwegian_first") and is_ordinary(word)


def _ordinary_name(reading: Reading, index: int, word: Word) -> Hint:
    if why := relation(reading, index):
        return why, LIKELY
    if _follows_pronoun(reading, index, SPOKEN) and not _is_a_verb_of_nynorsk(reading, word):
        return Why.RELATION_BEFORE_NAME, LIKELY
    before, after = _before(reading, word), _after(reading, word)
    asked = ASKED.search(before) and ASKED_ABOUT.match(after)
    owns = OWNS.match(after) and not before.endswith(" å ")
    met = asked or SURELY_MET.search(before) or owns
    return (Why.NAME_IN_LIST, LIKELY) if met else NOTHING


def _is_a_verb_of_nynorsk(reading: Reading, word: Word) -> bool:
    """ "han finn": there most of the words that people are called, too, are verbs."""
    return reading.lang == "nn" and word.lower in lexicon.words("ambiguous_nn")


def _strange_word(reading: Reading, index: int, word: Word) -> Hint:
    if not is_strange(reading, word):
        if reading.lang == "en" and lexicon.is_borrowed(word.lower):
            met = MET_IN_ENGLISH.search(_before(reading, word))
            return (Why.UNKNOWN_WORD, SELDOM) if met else NOTHING
        return _unknown_word(reading, index, word)
    if relation(reading, index) or _follows_pronoun(reading, index, PRONOUNS):
        return Why.UNKNOWN_WORD, LIKELY
    if lexicon.is_shaped_as_name(word.lower) or strange_beside(reading, index):
        return Why.UNKNOWN_WORD, LIKELY
    if reading.lang == "en":
        return _in_english(reading, index, word)
    return _among_people(reading, index, word)


def _unknown_word(reading: Reading, index: int, word: Word) -> Hint:
    """What could be put together of words: only beside what surely points out a name."""
    why = relation(reading, index)
    known = word.lower in lexicon.function_words()  # of any language: "told psykologen about it"
    if not why or known or not lexicon.is_unknown(word.lower, reading.lang):
        return NOTHING
    owned = index and OWNED.search(_before(reading, word))
    return why, LIKELY if owned else POSSIBLE


def _among_people(reading: Reading, index: int, word: Word) -> Hint:
    before, after = _before(reading, word), _after(reading, word)
    slip = lexicon.is_slip(word.lower)
    if SURELY_MET.search(before) or OWNS.match(after):
        return Why.UNKNOWN_WORD, SELDOM if slip else LIKELY
    acts = acts_like_somebody(reading, index) or has_an_age(reading, index)
    if acts and begins_a_clause(reading, index):
        return Why.UNKNOWN_WORD, SELDOM if slip else LIKELY
    if MET.search(before):
        return Why.UNKNOWN_WORD, HARDLY if slip else EVEN
    return NOTHING


def _in_english(reading: Reading, index: int, word: Word) -> Hint:
    """In English no model reads along: whatever no dictionary has is at least shown."""
    met = word.opens or acts_like_somebody(reading, index) or OWNS.match(_after(reading, word))
    met = met or MET_IN_ENGLISH.search(_before(reading, word))
    if lexicon.is_slip(word.lower):
        return Why.UNKNOWN_WORD, SELDOM if met else HARDLY
    return Why.UNKNOWN_WORD, LIKELY if met else SELDOM


def is_strange(reading: Reading, word: Word) -> bool:
    """Whether no dictionary has it, and no list says that it is harmless."""
    if any(base in reading.harmless for base in lexicon.base_forms(word.lower)):
        return False
    return lexicon.is_strange(word.lower, reading.lang) and not lexicon.is_people(word.lower)


def strange_beside(reading: Reading, index: int) -> bool:
    """ "mariia savchenko": two words beside each other that no dictionary has."""
    following = index + 1
    if following >= len(reading.words) or reading.gap_before(following) != " ":
        return False
    pair = reading.words[index], reading.words[following]
    return all(is_strange(reading, one) and not lexicon.is_slip(one.lower) for one in pair)


def _before(reading: Reading, word: Word) -> str:
    return reading.text[max(0, word.start - LOOK_BACK) : word.start].lower()


def _after(reading: Reading, word: Word) -> str:
    return reading.text[word.end : word.end + LOOK_ON].lower()


def _follows_pronoun(reading: Reading, index: int, pronouns: frozenset[str]) -> bool:
    """The "ho" of "ho Kari": in speech a name has its pronoun before it."""
    if not index or reading.gap_before(index) != " ":
        return False
    return reading.words[index - 1].lower in pronouns


def relation(reading: Reading, index: int) -> Why | None:
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
