"""One of its kind, told by where it is: "slakteriet på Holme", "DPS-en på Brenna", "nav i vika".

Any word that ends as a kind of house does, with a word for a place after it: a listed one, one with
a capital, one that no dictionary has, or in small letters a spot such as "kaia" and "svingen".
"""

import re
from collections.abc import Iterator
from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.numbers import number_of
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.by_place"
AT = frozenset({"på", "i", "ved", "in", "at", "on", "oppi", "nedi", "borti", "oppå", "nedpå", "te"})
WITH_CAPITAL, UNKNOWN, BESIDE, A_SPOT, A_WORD = 0.3, 0.3, 0.3, 0.12, 0.1
SHORTEST = 3  # letters of a place
LONGEST_PLACE = 3  # words
HARMLESS = ("roles", "kin", "medicines", "harmless_capitals", "harmless_capitals_en")
ENDINGS = ("ene", "ane", "en", "et", "a", "n", "e", "s", "")
SERVICES = frozenset({"dps", "bup", "dph", "vop", "nav", "fact", "act", "lar", "ppt", "aat", "aa"})
# Where nobody's own house is, in small letters: parts of any house, and anywhere at all.
ANYWHERE = frozenset(
    {
        *("byen", "bygda", "landet", "verden", "stua", "stova", "gangen", "kjøkkenet", "rommet"),
        *("døra", "telefonen", "nettet", "starten", "tida", "tiden", "fred", "ro", "praksis"),
        *("natta", "helga", "ferien", "sommer", "jula", "påska", "dag", "veka", "uka", "fjor"),
    }
)
# What somebody can be at, on or in that is no house with a name.
NO_HOUSE = ANYWHERE | frozenset(
    {
        *("kurs", "ferie", "kveldstid", "jobb", "tur", "besøk", "perm", "permisjon", "veg", "vei"),
        *("skole", "skule", "kino", "møte", "vakt", "vakta", "gata", "gulvet", "trappa", "sofaen"),
        *("nytt", "grunn", "papiret", "plass", "venteliste", "telefon", "vent", "bussen", "toget"),
        *("etasje", "kommunen", "kjelleren", "kjellaren", "lageret", "skranken", "høyden"),
        *("fjellet", "stranda", "hytta", "treninga", "trening", "butikken", "senga", "siden"),
    }
)

# What ends as a kind of house does, and is none: "personen", "forslaget", "rusbruken", "banket".
NO_KIND = re.compile(
    r"[^\W\d_]*(?:person(?:en|ene|ane|e|a|s)?|treffe|(?<!s)bank(?:e|et|a)"
    r"|(?:slag|grunnlag|underlag|overlag|nederlag|bilag|samlag|opplag|anlag)(?:et|ene|a|s)?"
    r"|(?<!sag)(?<!gårds)(?<!gards)(?<!små)bruk(?:en|s)?"
    r"|(?:giv|lid|far|sjeld|vis|bund)enhet(?:en|er|ar|a|s)?)"
)

# "inne på kollen", "de på tårnet": where people are when they are in a house.
AT_A_HOUSE = re.compile(
    r"\b(?:inne på|inn(?:lagt|lagd) (?:på|ved|i)|utskre(?:vet|ven|ve) (?:fra|frå)"
    r"|skre(?:vet|ven|ve|ves) ut (?:av|fra|frå)|(?:plass|opphold|opphald|seng|døgn|rom) på"
    r"|(?:de|dei|dem|dæm|dom|han|hun|ho|hu|hainn|folk\w*|ansatte|personal\w*|terapeut\w*|\w+vakt\w*"
    r"|\w+terapeut\w*|\w+pleier\w*|vært|vore|va|var) (?:på|ved)|overfør\w* (?:til|fra|frå))"
    r" (?P<house>[a-zæøå]{4,20})\b(?! (?:min|mi|mitt|sin|si|sitt|vår|vårt|hans|hennes)\b)"
)


def find(reading: Reading) -> Iterator[Span]:
    """A kind of house with a place or a name after it, and what somebody is in or at."""
    words = reading.words
    for at in range(len(words) - 1):
        if is_kind(words[at].lower):
            yield from _told_by_place(reading, at)
            yield from _called(reading, at)
    for match in AT_A_HOUSE.finditer(reading.text):
        if score := _house_score(reading, match["house"]):
            yield _span(*match.span("house"), score)


def _told_by_place(reading: Reading, at: int) -> Iterator[Span]:
    """ "slakteriet på Holme"."""
    words = reading.words
    if at + 2 >= len(words) or words[at + 1].lower not in AT:
        return
    if reading.gap_before(at + 1) not in (" ", ", ") or reading.gap_before(at + 2) != " ":
        return
    score = _place_score(reading, words[at + 2])
    if score > A_WORD or (score and not _is_bare(reading, at)):
        yield _span(words[_first(reading, at)].start, words[_last(reading, at + 2)].end, score)


def _called(reading: Reading, at: int) -> Iterator[Span]:
    """ "Bydelshuset Nyland", "ungdomslaget, Von": a capital beside the house it may name."""
    word, gap = reading.words[at + 1], reading.gap_before(at + 1)
    if gap not in (" ", ", ") or word.opens or not word.is_titled or _is_bare(reading, at):
        return
    if word.lower in lexicon.words(*HARMLESS) or lexicon.is_people(word.lower):
        return
    if gap == ", " and word.lower in lexicon.names():
        return
    start = reading.words[at].start if gap == " " else word.start
    yield _span(start, reading.words[_last(reading, at + 1)].end, BESIDE)


def _is_bare(reading: Reading, at: int) -> bool:
    """Whether it does not say which house: "hus", "på skole"."""
    return not reading.words[at].lower.endswith(("en", "et", "a", "n", *SERVICES))


def _house_score(reading: Reading, house: str) -> float:
    """How sure it is that a word in small letters is what a house is called."""
    lower = house.lower()
    if lower in reading.harmless or lower in NO_HOUSE or is_kind(lower):
        return 0
    if lower in lexicon.places():
        return 0
    if lexicon.is_people(lower) or number_of(lower, reading.lang) or lower in _small():
        return 0
    if lexicon.is_unknown(lower, reading.lang) and not lexicon.is_built(lower):
        return UNKNOWN
    return A_SPOT if lower.endswith(_nature()) else A_WORD


def _small() -> frozenset[str]:
    return lexicon.function_words() | lexicon.words("kin", "roles")


def _span(start: int, end: int, score: float) -> Span:
    return Span(start, end, Label.ORG, score, SOURCE, Why.INSTITUTION_NAME)


def is_kind(lower: str) -> bool:
    """Whether a lower-case word ends as a kind of house, with its endings or without."""
    return not NO_KIND.fullmatch(lower) and any(_is_stem(stem) for stem in _stems(lower))


def _stems(lower: str) -> Iterator[str]:
    for ending in ENDINGS:
        stem = lower.removesuffix(ending).rstrip("-'")
        if stem and (not ending or stem != lower):
            yield stem
            yield stem + "e"


def _is_stem(stem: str) -> bool:
    return stem in SERVICES or stem in _chains() or stem.endswith(_ends())


@cache
def _ends() -> tuple[str, ...]:
    return tuple(entry.lower() for entry in lexicon.entries("known_by_place"))


@cache
def _chains() -> frozenset[str]:
    return lexicon.words("chains")


def _place_score(reading: Reading, word: Word) -> float:
    """How sure it is that a word after "på" or "i" says which one it is."""
    lower = word.lower
    if len(lower) < SHORTEST or lexicon.is_people(lower) or lower in lexicon.function_words():
        return 0
    if word.is_titled:
        return 0 if lower in lexicon.words(*HARMLESS) else WITH_CAPITAL
    if lower in reading.harmless or lower in ANYWHERE or not word.text.islower():
        return 0
    if lower in lexicon.places() and not lexicon.is_common(lower):
        return UNKNOWN
    if lower in lexicon.words("words_before_places"):
        return A_SPOT
    strange = lexicon.is_strange if reading.lang == "en" else lexicon.is_unknown
    if strange(lower, reading.lang) and (lower.endswith(_nature()) or not lexicon.is_built(lower)):
        return UNKNOWN
    if reading.lang == "en":
        return 0
    return A_SPOT if lower.endswith(_nature()) else A_WORD


@cache
def _nature() -> tuple[str, ...]:
    """How places in a town or village end: "svingen", "kaia", "broa"."""
    longer = (one for one in lexicon.words("place_endings") if len(one) >= SHORTEST)
    return (*longer, "svingen", "broa", "bua", "krysset", "hjørnet", "ro", "li", "glytt", "gløtt")


def _first(reading: Reading, index: int) -> int:
    """Where the kind of house begins: "rus- og psykisk helsetjeneste", "blue house"."""
    first = index
    while first:
        gap, before = reading.gap_before(first), reading.words[first - 1]
        goes_before = before.lower in lexicon.words("words_of_houses") and (
            before.lower not in lexicon.words("and_words") or reading.gap_before(first - 1) == "- "
        )
        in_english = reading.lang == "en" and _describes(before.lower)
        if gap == "- " or (gap == " " and (goes_before or in_english)):
            first -= 1
        else:
            break
    return first


def _describes(lower: str) -> bool:
    return lower not in lexicon.function_words() and not lexicon.is_people(lower)


def _last(reading: Reading, index: int) -> int:
    """Where the place ends: "Nordre Sund kommune", "ytre kyst"."""
    last = index
    while last + 1 < len(reading.words) and last - index < LONGEST_PLACE - 1:
        if reading.gap_before(last + 1) != " ":
            break
        word, before = reading.words[last + 1], reading.words[last]
        goes_on = word.is_titled and before.is_titled and not word.opens
        if (
            goes_on
            or before.lower in lexicon.words("words_before_places")
            or word.lower
            in (
                "kommune",
                "bydel",
            )
        ):
            last += 1
        else:
            break
    return last
