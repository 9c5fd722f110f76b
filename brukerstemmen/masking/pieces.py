"""What a text tells of somebody without a name: pieces for the mosaic warning.

Every piece is called by a word of ours, however the text says it: "lærlingen" and "som lærling"
are one role, "54 år" and "i 50-årene" one age band. So what two texts tell can be put together,
and a list of pieces holds no name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.folding import Folded, fold
from brukerstemmen.masking.mosaic import Attribute, Combination, Piece
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.rules import age, houses, indirect, spoken
from brukerstemmen.masking.spans import LONGEST_TEXT, Span, TextTooLong, Why

# Beside the decades; a page may say these in other languages.
CHILD, TEENS, YOUNG, OLD, VERY_OLD = "under 10 år", "tenårene", "ung", "eldre", "over 100 år"
KNOWN_EVENT = "noe andre har hørt om"
_TENS = ("tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti")
_TENS_EN = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_DECADE = re.compile(
    rf"(?<!\w)(?P<nb>[2-9]0|{'|'.join(_TENS)})[ -]?år(?:ene|a|åra|åre)\b"
    rf"|\b(?:my|his|her|their|the) (?:early |mid[ -]|late )?(?P<en>{'|'.join(_TENS_EN)})ies\b",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"(?:mann|menn|kvinner?|gutt(?:er)?|gut(?:ar)?|jenter?|damer?|kar(?:er)?|person(?:er|ar)?"
    r"|bruk[ae]re?|pasient(?:er|ar)?|deltak[ae]re?|voksne?|vaksne?|m[ae]n|wom[ae]n|people|persons?"
    r"|patients?|users?)"
)
_AGE_WORDS = (
    (TEENS, re.compile(r"\b(?:tenåring|tenåra|tenårene|teenage|ungdomss[ku]*leelev)\w*", re.I)),
    (YOUNG, re.compile(rf"\b(?:unge?|yngre|young(?:er)?) {_SOMEBODY}\b", re.I)),
    (OLD, re.compile(rf"\b(?:gammel|gammal|gamle|eldre|old|elderly) {_SOMEBODY}\b", re.I)),
)
_EVENTS = (
    ("selvmord", r"livet (?:av|sitt)|s[ej][lø]+v?mord|hengte|hengde|own life"),
    ("ulykke", r"ulykk|ulukk|accident|crash|drukn"),
    ("brann", r"brann|brant|brent|brend|strøk med|tok fyr|\bfire\b"),
    ("ras, flom eller forlis", r"ras(?:et)?\b|skred|flom|flaum|forlis|skjelv|tsunami|leire|flood"),
    ("sak i retten eller fengsel", r"sak(?:en|a|er)?\b|varetekt|dømt|dømd|domfelt|sikt|tiltal"),
    ("sak i retten eller fengsel", r"\bson|fengsel|inne for|court|trial|prison|jail|convicted"),
    ("vold, drap eller terror", r"drap|drep|myrd|murder|stab|kniv|skutt|skoten|skjøt|skaut"),
    ("vold, drap eller terror", r"kidnapp|bortført|gissel|terror|utøya|22\. juli|shooting"),
    ("omtalt i media", r"avis|\btv|fjernsyn|nyhe|radio|nrk|forsid|dagsrevy|\bvg\b|media|dagblad"),
    ("omtalt i media", r"ukeblad|intervju|dokumentar|reportasje|oppslag|newspaper|front page"),
    ("død i nær familie", r"mist|lost|dødf|daudf|død|daud|omkom|gikk bort|gjekk bort|died|born"),
)
_TOLD_OF_ONE = (
    r"(?:(?:jeg|eg|æ|e|je|i) ?(?:er|e|æ|var|va|am|was|'m)"
    r"(?: (?:en|ei|ein|a|an|selv|sjølv|sjøl|jo|også|òg))*"
    r"|som|as|en|ein|ei|a|an) "
)
_INFLECTED = r"(?:en|a|et|ene|ane|er|ar|e|t|s|ens|enes|n|ne)?"
_DAY_AND_NIGHT = re.compile(r"\b(?:på|fra|frå) (?P<unit>døgn)\b", re.IGNORECASE)
_ENDINGS = (
    *("erane", "ianer", "anske", "ansk", "aner", "anar", "iske", "erne", "isk", "ish", "ian"),
    *("ier", "iar", "ene", "ane", "ere", "sk", "er", "ar", "en", "an", "a", "e", "i"),
)
_CALLED_OTHERWISE = {"polakk": "polsk", "teiknspråk": "tegnspråk"}
SHORTEST_STEM = 3  # letters
_ROLES, _PEOPLE = {Why.RARE_WORK, Why.SINGLE_ROLE}, {Why.SPOKEN_LANGUAGE, Why.TELLS_ORIGIN}


@dataclass(frozen=True, order=True)
class Found:
    """A piece and where it is told: character positions in the text as given, end not included."""

    start: int
    end: int
    piece: Piece


def pieces_of(text: str, lang: str) -> Combination:
    """What the text tells of somebody: role, age band, unit, event and language.

    lang: "nb", "nn" or "en"; anything else is read as bokmål.
    A piece may be told of the speaker or of another; only a person can tell which.

    >>> sorted(piece.value for piece in pieces_of("Som lærling på døgn, i 50-årene.", "nb"))
    ['50-årene', 'døgn', 'lærling']

    Raises TextTooLong above LONGEST_TEXT characters.
    """
    return frozenset(found.piece for found in find_pieces(text, lang))


def find_pieces(text: str, lang: str) -> list[Found]:
    """The same, with where each piece stands, in reading order, once for each place."""
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(f"more than {LONGEST_TEXT:,} characters")
    folded = fold(text)
    told = _told(Reading(folded.text, lang))
    return sorted({_in_place(folded, *stretch) for stretch in told})


Stretch = tuple[int, int, Piece]


def _in_place(folded: Folded, start: int, end: int, piece: Piece) -> Found:
    return Found(*folded.origin(start, end), piece)


def _told(reading: Reading) -> Iterator[Stretch]:
    yield from _ages(reading)
    yield from _units(reading)
    yield from _life_roles(reading)
    for span in indirect.told(reading):
        words = reading.text[span.start : span.end]
        if piece := _clue(span, words):
            yield span.start, span.end, piece


def _clue(span: Span, words: str) -> Piece | None:
    """What an indirect clue tells, if it is one of the attributes."""
    if span.why is Why.KNOWN_EVENT:
        return Piece(Attribute.EVENT, _event(words.lower()))
    if span.why in _ROLES and (role := _role(words.lower())):
        return Piece(Attribute.ROLE, role)
    if span.why in _PEOPLE and (language := _language(words.lower())):
        return Piece(Attribute.LANGUAGE, language)
    return None


def _ages(reading: Reading) -> Iterator[Stretch]:
    for match in _DECADE.finditer(reading.text):
        yield *match.span(), Piece(Attribute.AGE_BAND, _decade(match))
    for band, said in _AGE_WORDS:
        for match in said.finditer(reading.text):
            yield *match.span(), Piece(Attribute.AGE_BAND, band)
    for span in (*age.find(reading), *spoken.find(reading)):
        if span.why is Why.TELLS_AGE:
            words = reading.text[span.start : span.end].lower()
            if (years := _years(words)) is not None:
                yield span.start, span.end, Piece(Attribute.AGE_BAND, band_of(years))


def _decade(match: re.Match[str]) -> str:
    nb, en = match["nb"], match["en"]
    if en:
        return band_of(20 + 10 * _TENS_EN.index(en.lower()))
    return band_of(int(nb) if nb.isdecimal() else 20 + 10 * _TENS.index(nb.lower()))


def _years(words: str) -> int | None:
    """How old that is, to the ten years; None where no figure or tens are told."""
    if re.search(r"måned|månad|mnd|uke|veke|dag(?:er|ar)|month|week", words):
        return 0
    if figure := re.search(r"\d+", words):
        return int(figure.group())
    for at, (nb, en) in enumerate(zip(_TENS, _TENS_EN, strict=True)):
        if nb in words or f"{en}y" in words or f"{en}ie" in words:
            return 20 + 10 * at
    return 15 if re.search(r"t[eo]n\b|t[eo]n[ -]?år|teen|elleve|tolv", words) else None


def band_of(years: int) -> str:
    """What an age is called, to the ten years.

    >>> band_of(6), band_of(17), band_of(54)
    ('under 10 år', 'tenårene', '50-årene')
    """
    if years < 10:
        return CHILD
    if years < 20:
        return TEENS
    return VERY_OLD if years >= 100 else f"{years // 10}0-årene"


def _units(reading: Reading) -> Iterator[Stretch]:
    for match in _unit_words().finditer(reading.text):
        yield *match.span(), Piece(Attribute.UNIT, _unit_called(match.group().lower()))
    for match in _DAY_AND_NIGHT.finditer(reading.text):
        yield *match.span("unit"), Piece(Attribute.UNIT, "døgn")
    for match in houses.UNIT.finditer(reading.text):
        yield *match.span(), Piece(Attribute.UNIT, " ".join(match.group().lower().split()))


@cache
def _units_listed() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What each unit is called here, and how texts call it."""
    lines = (line.split(", ") for line in lexicon.entries("units"))
    return tuple((name, re.compile(lexicon.any_of(said))) for name, *said in lines)


@cache
def _unit_words() -> re.Pattern[str]:
    said = (word for line in lexicon.entries("units") for word in line.split(", ")[1:])
    return re.compile(rf"\b{lexicon.any_of(said)}(?!\w)", re.IGNORECASE)


def _unit_called(words: str) -> str:
    return next(name for name, said in _units_listed() if said.fullmatch(words))


def _life_roles(reading: Reading) -> Iterator[Stretch]:
    for match in _life_role_words().finditer(reading.text):
        kind = match.lastgroup or ""
        role = _role(match[kind].lower())
        if role:
            yield *match.span(kind), Piece(Attribute.ROLE, role)


@cache
def _life_role_words() -> re.Pattern[str]:
    """Roles that few have, in any form; and roles of many where they are told of one."""
    entries = lexicon.entries("life_roles")
    few = "|".join(re.escape(entry[:-1]) for entry in entries if entry.endswith("*"))
    many = "|".join(re.escape(entry) for entry in entries if not entry.endswith("*"))
    return re.compile(
        rf"\b(?P<few>(?:{few}){_INFLECTED})\b|\b{_TOLD_OF_ONE}(?P<many>{many})\b", re.IGNORECASE
    )


@cache
def _role_words() -> re.Pattern[str]:
    lists = ("single_roles", "rare_work", "work", "life_roles")
    found = {entry.lower() for name in lists for entry in lexicon.entries(name)}
    return re.compile(rf"(?<!\w){lexicon.any_of(found)}(?!\w)")


@cache
def _roles() -> dict[str, bool]:
    """Every listed role, and whether it is the beginning of a word."""
    lists = ("single_roles", "rare_work", "work", "life_roles")
    listed = (entry.lower() for name in lists for entry in lexicon.entries(name))
    return {entry.rstrip("*"): entry.endswith("*") for entry in listed}


def _role(words: str) -> str:
    """What the role in these words is called here; nothing if no listed one is in them."""
    match = _role_words().search(words)
    if match is None:
        return ""
    said, listed = match.group(), _roles()
    beginnings = [role for role, begins in listed.items() if begins and said.startswith(role)]
    return _in_bokmaal(max(beginnings, key=len, default=_uninflected(said)))


def _uninflected(said: str) -> str:
    for ending in ("ene", "ane", "en", "et", "er", "ar", "a", "n"):
        if said.endswith(ending) and said.removesuffix(ending) in _roles():
            return said.removesuffix(ending)
    return said


def _in_bokmaal(role: str) -> str:
    """The same word where only the ending is another: "lærar", "forelder"."""
    for theirs, ours in (("leiar", "leder"), ("ar", "er"), ("ande", "ende")):
        other = role.removesuffix(theirs) + ours
        if role.endswith(theirs) and other in _roles():
            return other
    return role


def _language(words: str) -> str:
    """What the language or people in these words is called here."""
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words):
        listed = [entry for entry in _people() if word.startswith(entry)]
        if listed:
            entry = max(listed, key=len)
            return _CALLED_OTHERWISE.get(entry) or _languages().get(_stem(entry), entry)
    return ""


@cache
def _people() -> frozenset[str]:
    entries = (*lexicon.entries("languages"), *lexicon.entries("origins"))
    return frozenset(entry.lower().rstrip("*") for entry in entries if " " not in entry)


@cache
def _languages() -> dict[str, str]:
    """The adjective of each people, by what its other words begin with too."""
    return {_stem(entry): entry for entry in sorted(_people()) if entry.endswith("sk")}


def _stem(entry: str) -> str:
    for ending in _ENDINGS:
        if entry.endswith(ending) and len(entry) >= len(ending) + SHORTEST_STEM:
            return entry.removesuffix(ending)
    return entry


def _event(words: str) -> str:
    return next((kind for kind, said in _EVENTS if re.search(said, words)), KNOWN_EVENT)
