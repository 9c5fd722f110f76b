"""Houses and units with a name: "Åsen skole", "Solgård bo- og omsorgssenter", "avdeling 3B".

The name stands before the house, or after it: "Sykehuset Namsos", "Villa Furuly". What is no
name stays alone: "kristen skole", "det nye sykehuset".
"""

import re
from collections.abc import Iterator
from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.houses"
LONGEST_NAME, LONGEST_HOUSE = 3, 4  # words
UNIT = re.compile(
    r"\b(?:[Aa]vdeling|AVDELING|[Aa]vd\.?|[Ss]engepost|[Pp]ost|[Ss]eksjon|[Ee]nhet|[Ee]ining"
    r"|[Dd]øgnenhet|[Dd]øgnpost|[Aa]kuttpost|[Tt]eam|[Ww]ard|[Uu]nit)"
    r" (?:[A-HJ-ZÆØÅ]{1,2}-?\d{0,3}|[A-HJ-ZÆØÅ]{1,2}|\d{1,3} ?[A-ZÆØÅ]?|\d[a-f])(?![\w%]|[.,:]\d)"
    r"(?! (?:prosent|kroner|personer|ganger|stykker|ansatte|uker|år)\b)"
)
# "Avdeling Vår", "Team East": whatever stands there with a capital.
NAMED_UNIT = re.compile(
    r"\b(?:avdeling|avd\.?|post|sengepost|seksjon|enhet|eining) [a-h]-?\d{1,2}\b"
    r"|\b(?:[Aa]vdeling|[Aa]vd\.|[Ee]nhet|[Ee]ining|[Tt]eam|[Ss]eksjon|[Pp]ost|[Ww]ard|[Uu]nit)"
    r" [A-ZÆØÅ][a-zæøå]+\b"
)
WITH_PLACE = re.compile(
    r"(?:\b[A-ZÆØÅ][a-zæøå]+ )?\b\w*(?:kontoret|teamet|team|senteret|sykehuset|sjukehuset|klinikken"
    r"|fengselet|heimen|hjemmet|DPS|BUP|NAV|FACT|ACT|legevakta|legevakten|mottaket)"
    r" (?:i|på) (?P<place>[A-ZÆØÅ][a-zæøå]{2,})\b"
)
# "Lokalt sykehus" is not called so: how adjectives end.
ADJECTIVE = re.compile(
    r".+(?:t|ig|sk|al|iv|ende|ell|ert|ere|este|ast|ære|isk|om|te|de|er|ar|ne|ens|nes"
    r"|ske|leg|lege|ope|slags|hundre|tusen)"
)
DIRECTIONS = frozenset({"nord", "sør", "øst", "vest", "aust", "midt"})
SURE, BY_THE_HOUSE, SMALL_LISTED, SMALL_UNKNOWN, ANY_WORD = 0.9, 0.6, 0.7, 0.5, 0.15


def find(reading: Reading) -> Iterator[Span]:
    """Houses with the name before them or after them, and units with a number or a letter."""
    yield from _with_a_place(reading)
    yield from reading.spans(UNIT, Label.ORG, 0.6, SOURCE, Why.INSTITUTION_NAME)
    yield from reading.spans(NAMED_UNIT, Label.ORG, 0.3, SOURCE, Why.INSTITUTION_NAME)
    words = reading.words
    for index, word in enumerate(words):
        if is_house(word):
            first, score = _named_before(reading, index)
            if score:
                yield _span(reading, first, index, score)
        last, score = _named_after(reading, index)
        if score:
            yield _span(reading, index, last, score)


def _with_a_place(reading: Reading) -> Iterator[Span]:
    """ "ruskontoret i Namsos", "Psykiatrisk ungdomsteam i Namsos": a service by where it is."""
    for match in WITH_PLACE.finditer(reading.text):
        place = match.group("place").lower()
        if place in lexicon.places() or lexicon.is_unknown(place, reading.lang):
            yield Span(*match.span(), Label.ORG, 0.6, SOURCE, Why.INSTITUTION_NAME)


def _span(reading: Reading, first: int, last: int, score: float) -> Span:
    words = reading.words
    kinds = lexicon.words("place_words")
    meets = not kinds.isdisjoint(lexicon.base_forms(words[last].lower))
    label = Label.PLACE if meets else Label.ORG
    return Span(words[first].start, words[last].end, label, score, SOURCE, Why.INSTITUTION_NAME)


def is_house(word: Word) -> bool:
    """Whether a word names a kind of house or service: "skole", "omsorgssenter", "BUP"."""
    if word.text.isupper() and len(word.text) <= 4:
        return word.text in lexicon.entries("institution_words")
    return any(is_kind(base) for base in lexicon.base_forms(word.lower))


def is_kind(lower: str) -> bool:
    """Whether a lower-case word, without an ending, names a kind of house."""
    return lower in _kinds() or bool(_endings().fullmatch(lower))


@cache
def _kinds() -> frozenset[str]:
    listed = (*lexicon.entries("institution_words"), *lexicon.entries("place_words"))
    kinds = frozenset(entry for entry in listed if not entry.isupper())
    return kinds | lexicon.words("abbreviated_houses")


@cache
def _endings() -> re.Pattern[str]:
    endings = "|".join(re.escape(ending) for ending in lexicon.entries("house_endings"))
    return re.compile(rf"[^\W\d_]{{3,}}(?:{endings})")


def _named_before(reading: Reading, index: int) -> tuple[int, float]:
    """Where "Åsen videregående skole" begins, and how sure it is that this is its name."""
    house = index
    while house and index - house < LONGEST_HOUSE and _belongs_to_house(reading, house - 1):
        house -= 1
    first, score = house, 0.0
    while first and house - first < LONGEST_NAME and reading.gap_before(first) in (" ", ". "):
        how_sure = _name_score(reading, reading.words[first - 1], before=reading.words[index])
        if not how_sure:
            break
        first, score = first - 1, max(score, how_sure)
    return first, score


def _belongs_to_house(reading: Reading, index: int) -> bool:
    """Whether a word is part of the kind of house: "bo- og", "videregående"."""
    word = reading.words[index]
    if reading.gap_before(index + 1) not in (" ", "- ", " - "):
        return False
    return word.lower in lexicon.words("words_of_houses") or reading.gap_before(index + 1) == "- "


def _name_score(reading: Reading, word: Word, *, before: Word) -> float:
    if not word.has_capital:
        return _small_score(word, reading.lang)
    if not reading.may_be_a_name(word):
        return 0
    if not word.opens or {*lexicon.base_forms(word.lower)} & lexicon.places():
        return SURE
    if not lexicon.is_word(word.lower):
        return SURE
    # "Elvesund kommune" can only be a name, "Gammel skole" need not be one.
    named = before.lower not in lexicon.words("bare_houses")
    if ADJECTIVE.fullmatch(word.lower) or word.lower in lexicon.function_words():
        return 0
    return BY_THE_HOUSE if named else ANY_WORD


def _small_score(word: Word, lang: str) -> float:
    if word.lower in lexicon.words("words_before_places"):
        return SMALL_UNKNOWN  # "indre sunnfjord dps"
    if lexicon.is_common(word.lower) or word.lower in lexicon.nobodys():
        return 0
    if word.lower in lexicon.places():
        return SMALL_LISTED
    if _is_strange(word.lower, lang) and not lexicon.is_people(word.lower):
        return SMALL_UNKNOWN
    # "blåveisen barnehage": any word may be what a house is called, but hardly an adjective.
    return 0 if lang == "en" or ADJECTIVE.fullmatch(word.lower) else ANY_WORD


def _is_strange(lower: str, lang: str) -> bool:
    return lexicon.is_strange(lower, lang) if lang == "en" else lexicon.is_unknown(lower, lang)


def _named_after(reading: Reading, index: int) -> tuple[int, float]:
    """Where "Sykehuset Namsos" ends, and how sure it is that this is its name."""
    word = reading.words[index]
    if word.lower not in lexicon.words("houses_before_names"):
        return index, 0
    is_short = word.lower in lexicon.words("services_before_places")
    last, score = index, 0.0
    while last + 1 < len(reading.words) and last - index < LONGEST_NAME - 1:
        following = reading.words[last + 1]
        if reading.gap_before(last + 1) != " ":
            break
        how_sure = _after_score(reading, following, small=is_short)
        if is_short and _is_side(reading.words[last]):
            how_sure = how_sure or SMALL_UNKNOWN  # "lar ytre kyst"
        if not how_sure:
            break
        last, score = last + 1, max(score, how_sure)
    return last, score


def _is_side(word: Word) -> bool:
    return word.lower in lexicon.words("words_before_places")


def _after_score(reading: Reading, word: Word, *, small: bool) -> float:
    listed = bool({*lexicon.base_forms(word.lower)} & lexicon.places())
    if word.has_capital:
        if word.opens or not (reading.may_be_a_name(word) or word.lower in DIRECTIONS):
            return 0
        first_name = word.lower in lexicon.words("names_norwegian_first")
        return SURE if listed or not first_name else ANY_WORD
    if small and _is_side(word):
        return SMALL_UNKNOWN
    if not small or lexicon.is_common(word.lower) or word.lower in reading.harmless:
        return 0
    strange = _is_strange(word.lower, reading.lang)
    return SMALL_LISTED if listed else SMALL_UNKNOWN * strange
