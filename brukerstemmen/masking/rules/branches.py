"""One of many: a shop, a service or a ward told apart by where it is, or by what it is called.

"rema på torget", "Seksjon for rus på Levanger", "akutt 2", "treffstedet heter Lykta".
"""

import re
from collections.abc import Iterator
from functools import cache

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.rules import houses
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.branches"
_AT = r"(?:på|i|ved|at|in|on)"
_TITLED = r"[A-ZÆØÅÁ][\w'-]+"
_WHERE = r"(?P<place>[^\W\d_]{3,}(?:-[^\W\d_]+)?)"
# Where in a town, in small letters: hardly anything else stands after the name of a shop.
CORNERS = frozenset(
    {"torget", "brygga", "kaia", "stasjonen", "senteret", "løkka", "moa", "øra", "neset", "odden"}
)
_SPECIAL = (
    r"(?:psykiatrisk|distriktspsykiatrisk|ambulant|rask psykisk|medisinsk|kommunal|barnepsykiatrisk"
    r"|ungdomspsykiatrisk|alderspsykiatrisk|akuttpsykiatrisk|barne- og ungdomspsykiatrisk|lokalt?)"
)
_KIND = (
    r"(?:team|poliklinikk|senter|klinikk|avdeling|seksjon|helsehjelp|post|enhet|eining|tjeneste"
    r"|teneste|ungdomsteam|akutteam|rusteam|oppfølgingsteam|døgnenhet|dagtilbud|lavterskeltilbud)"
)
# "Ambulant team Follo", "Rask psykisk helsehjelp i Modum".
SPECIAL_UNIT = re.compile(
    rf"\b{_SPECIAL} (?:\w{{3,15}} )?{_KIND},? (?:{_AT} )?{_WHERE}", re.IGNORECASE
)
# "seksjon for spiseforstyrrelser på Levanger".
UNIT_FOR = re.compile(
    rf"\b{_KIND}(?:en|a|et)? for \w{{3,30}}(?: og \w{{3,30}})?(?:,? {_AT}|,) {_WHERE}",
    re.IGNORECASE,
)
# Services that a town has one of: the word before the place belongs to it.
ONE_IN_TOWN = re.compile(
    r"\b(?P<kind>(?:hjemme|heime|bolig|bustad|rus|psykisk|bar?ne|ungdoms|kultur|voksen|flyktning"
    r"|krise|uteseksjon|feltpleie|frisklivs|frivillig|tildelings|service|lege|tann|dag|aktivitets"
    r"|bo|sjuke|syke|alders|ung|folke|grunn|barne|vidaregåande|videregående|høg|høy)?-?"
    r"(?:tjenesten|tenesta|sykepleien|sjukepleia|kontoret|konsulenten|vernet|skolen|skulen|hagen"
    r"|kirka|kirken|kyrkja|moskeen|menigheten|fengselet|heimen|hjemmet|senteret|sentralen|teamet"
    r"|seksjonen|kontakten|opplæringa|stasjonen|klubben|apoteket|biblioteket|hotellet|fabrikken"
    r"|verftet|kollektivet|fellesskapet|mottaket|politiet|tingretten|sykehuset|sjukehuset))"
    rf" {_AT} {_WHERE}",
    re.IGNORECASE,
)
# "Gatekoret i Sandnes", "sparbutikken på dale", "Helsetunet i Vik": the one of its kind there.
ONE_OF_ITS_KIND = re.compile(
    r"\b(?P<kind>[\w-]{0,25}(?:huset|senteret|sentret|teamet|koret|laget|tunet|hjemmet|heimen|butikken"
    r"|klinikken|kafeen|kaféen|klubben|verkstedet|verkstaden|hospitset|brakka|poliklinikken"
    r"|gjengen|bruket|losjen|kollektivet|boligen|bustaden|kirken|kyrkja|forsamlinga|menigheten"
    rf"|matstasjonen|stasjonen|salen|skolen|skulen|avisa|bladet)) {_AT} {_WHERE}"
    r"(?: gate| gata| vei| veg)?",
    re.IGNORECASE,
)
# "Post 2 på Lihaug", "avdeling Nord på Sætersbekken".
WARD_AT = re.compile(
    r"\b(?:post|avd|avdeling|seksjon|fløy|bygg|hus|etasje|gruppe|blokk)\w{0,3}\.?"
    rf" (?:\d{{1,2}}[a-f]?|[A-F]\d?|nord|sør|øst|vest|aust) {_AT} {_WHERE}",
    re.IGNORECASE,
)
# "Tiltak Sør", "bydelsteam vest": a part of a town, told by where it lies.
COMPASS = re.compile(
    r"\b(?P<kind>[^\W\d_]{4,25}) (?:nord|sør|øst|aust|vest|midt|sentrum|Nord|Sør|Øst|Aust|Vest|Midt"
    r"|Sentrum)\b(?! (?:for|i|på|om)\b)"
)
# Local papers: "Lokalposten for Nordfjella", "bygdebladet vårt Øyværingen".
PAPER = re.compile(
    r"\b[A-ZÆØÅ][a-zæøå]{3,20}(?:posten|bladet|avisa|tidende|tidend) for (?P<place>[A-ZÆØÅ]\w+)\b"
)
OUR_PAPER = re.compile(
    r"\b(?:[a-zæøå]{0,15}(?:avisa|avisen|bladet|kanalen|radioen)|[Ll]okalradio) (?:vår|vårt|her)"
    rf" [«\"“]?(?P<name>{_TITLED})"
)
# "fra 4B til 4C", "K2": how wards are written on doors.
DOOR = re.compile(r"(?<!itamin )(?<![\w.,/-])(?:[1-9][A-F]|[B-HK][1-9])(?![\w%]|[.,:]\d)")
# "på tiller-posten": the place inside the word.
WITH_PLACE_INSIDE = re.compile(
    r"\b(?P<kind>(?P<place>[^\W\d_]{3,25})-(?:posten|avdelinga|avdelingen|teamet|huset|senteret|klinikken|laget"
    r"|gjengen|kontoret|skolen|heimen|hjemmet|banken|bruket|kollektivet))\b"
)
# Wards by a number or a letter: "akutt 2", "bygg 7", "ligger på 3B".
_NO_COUNT = (
    r"(?! ?(?:gang|gong|timer|timar|dager|dagar|uker|veker|år|kr|prosent|%|mg|stk|stykk|person"
    r"|måned|månad|klasse|etasje|eller|av|og \d)\b)"
)
NUMBERED_UNIT = re.compile(
    r"\b(?:akutt|rus|allmenn|psykose|affektiv|sikkerhet|lukket|åpen|post|bygg|fløy|døgn|langtid"
    rf"|korttid|rehab|ward|unit|building) (?:\d{{1,2}}[a-f]?|(?-i:[A-F]\d?))"
    rf"(?![\w%]|[.,:]\d){_NO_COUNT}",
    re.IGNORECASE,
)
LYING_ON = re.compile(
    r"\b(?:ligger|ligg|lå|låg|innlagt|innlagd|flyttet|flytta|er|var|jobber|tilbake|ned|opp|over)"
    rf" (?:nå )?(?:på|til|i) (?P<name>[1-9][A-Fa-f]|[A-F][1-9]\d?)(?![\w%]){_NO_COUNT}"
)
_THE_HOUSE = (
    r"(?:avdelinga|avdelingen|posten|treffstedet|treffstaden|værestedet|verestaden|plassen|stedet"
    r"|staden|huset|boligen|bustaden|kafeen|kaféen|skolen|skulen|gruppa|gruppen|tilbudet|tilbodet"
    r"|natthjemmet|firmaet|bedriften|bedrifta|koret|laget|klubben|bandet|arbeidsplassen"
    r"|barnehagen|senteret|fabrikken|kollektivet|menigheten|foreningen|organisasjonen|butikken"
    r"|restauranten|hotellet|bofellesskapet|bufellesskapet|kirka|kirken|sykehjemmet|teamet"
    r"|verkstedet|puben|prosjektet|internatet|institusjonen|hybelhuset|gården|garden|stiftelsen"
    r"|krisesenteret|rusinstitusjonen|behandlingsstedet|dagsenteret|botilbudet|ward|school|shelter"
    r"|company|clinic|centre|center|nursery|unit|hostel|choir|club)"
)
NAMED = re.compile(
    rf"\b(?i:{_THE_HOUSE})(?i: (?:vår|min|mi|mitt|hans|hennes|vårt|som))?"
    r"(?i:,? (?:heter|heiter|het|hette|heitte|kalles|kallast|is called|was called|called),?)"
    rf" [«\"“]?(?P<name>{_TITLED}(?: {_TITLED}){{0,3}}|[a-zæøå]{{3,}})"
)
BESIDE = re.compile(
    rf"\b(?i:{_THE_HOUSE}),? [«\"“]?(?P<name>{_TITLED}(?: {_TITLED}){{0,2}})"
    r"\b(?! (?:sa|spurte)\b)"
)
WORKS_AT = re.compile(
    r"\b(?i:jobb(?:er|a|et|ar)?|arbei(?:der|dar|da|det|der)|vask(?:er|ar|et)|ansatt|tilsett|praksis"
    r"|lærling|vikar|sommerjobb|sjefen|sjefen min|kollegaene|work(?:s|ed|ing)?|employed)"
    rf" (?:\w{{1,8}} )?(?:på|hos|for|ved|at) "
    rf"(?P<name>{_TITLED}(?: {_TITLED}){{0,3}}|[a-zæøå]{{4,}})\b"
)
# Firms: "Hansen og sønner", "brødrene kvist rør".
FIRM = re.compile(
    r"\b[^\W\d_]{3,20} (?:og|&|and) (?:sønn(?:er)?|søn|brødre|sons?|co|partnere|partners)\b\.?"
    r"|\bbrødrene [^\W\d_]{3,20}(?: (?:rør|bygg|elektro|bil|transport|as|maskin|entreprenør))?\b",
    re.IGNORECASE,
)
# Sámi words for kinds of house.
SAMI = re.compile(
    r"\b[A-ZÁČĐŊŠŦŽ]\w+(?: \w+)? (?:doaimmahat|guovddáš|allaskuvla|skuvla|searvi|mánáidgárdi|girku"
    r"|fitnodat|buohcciviessu|siida|giellaguovddáš)\b"
)
TROOP = re.compile(r"\b\d\. (?=[A-ZÆØÅ]\w+ (?:speid|KFUM))")
# "på tyttebærtunet": hardly any word but a name ends so, if dictionaries do not have it.
SMALL_NAME = re.compile(
    r"\b(?:på|ved|hos|til|fra|frå) (?P<name>[a-zæøå]{4,}(?:tunet|gården|garden|borg"
    r"|haugen|bakken|toppen|lunden|kollen|løkka))\b"
)


def find(reading: Reading) -> Iterator[Span]:
    """Branches by their place, wards by their number, houses by what is said of their name."""
    yield from _at_a_place(reading)
    yield from _by_the_compass(reading)
    yield from _called(reading)
    for pattern, score in (
        (PAPER, 0.6),
        (OUR_PAPER, 0.6),
        (DOOR, 0.2),
        (FIRM, 0.2),
        (SAMI, 0.8),
        (TROOP, 0.6),
        (NUMBERED_UNIT, 0.5),
    ):
        yield from reading.spans(pattern, Label.ORG, score, SOURCE, Why.INSTITUTION_NAME)
    yield from reading.spans(LYING_ON, Label.ORG, 0.5, SOURCE, Why.INSTITUTION_NAME, "name")
    for match in SMALL_NAME.finditer(reading.text):
        if not lexicon.is_word(match["name"]):
            yield _span(*match.span("name"), 0.4)


def _at_a_place(reading: Reading) -> Iterator[Span]:
    for pattern in (_chain(), SPECIAL_UNIT, UNIT_FOR, WARD_AT):
        for match in pattern.finditer(reading.text):
            start = match.start("chain") if "chain" in pattern.groupindex else match.start()
            place = match["place"].lower()
            is_sure = pattern in (_chain(), WARD_AT)  # hardly anything else stands after these
            if (is_sure and _is_near(place, reading.lang)) or is_place(reading, match["place"]):
                yield _span(start, match.end(), 0.7)
    for pattern, score in ((ONE_IN_TOWN, 0.6), (ONE_OF_ITS_KIND, 0.4), (WITH_PLACE_INSIDE, 0.5)):
        for match in pattern.finditer(reading.text):
            if is_place(reading, match["place"]):
                yield _span(match.start("kind"), match.end(), score)


def _by_the_compass(reading: Reading) -> Iterator[Span]:
    for match in COMPASS.finditer(reading.text):
        kind = match["kind"].lower()
        if lexicon.is_unknown(kind, reading.lang) or houses.is_kind(kind):
            yield _span(*match.span(), 0.4)


def _is_near(place: str, lang: str) -> bool:
    """What may stand after the name of a shop: also a place that is a word, or made of words."""
    return place in CORNERS or place in lexicon.places() or lexicon.is_unknown(place, lang)


@cache
def _chain() -> re.Pattern[str]:
    """With "på" before it any chain; without, one that is no word with a capital in front."""
    known = lexicon.any_of(lexicon.entries("chains"))
    return re.compile(
        rf"(?:\b(?:på|hos|for|ved|til|fra|frå|i|innom|at|from) |(?<!\w))(?P<chain>{known})"
        rf"(?: \d{{3,4}})?,? {_AT} {_WHERE}",
        re.IGNORECASE,
    )


def is_place(reading: Reading, word: str) -> bool:
    """A listed place, a capital that is no word's, or in small letters what no dictionary has."""
    lower = word.lower()
    if lower in reading.harmless or lexicon.is_people(lower):
        return False
    if lower in lexicon.places():
        return word[0].isupper() or not lexicon.is_common(lower)
    if word[0].isupper():
        return not lower.isupper()
    return lexicon.is_unknown(lower, reading.lang) and not lexicon.is_built(lower)


def _called(reading: Reading) -> Iterator[Span]:
    for pattern, score in ((NAMED, 0.7), (BESIDE, 0.6), (WORKS_AT, 0.6)):
        for match in pattern.finditer(reading.text):
            if sure := _name_score(reading, match["name"], score, said=pattern is NAMED):
                # "Bufellesskapet Fagertun": what stands beside its kind has it in the name.
                start = match.start() if pattern is BESIDE else match.start("name")
                yield _span(start, match.end("name"), sure)


def _name_score(reading: Reading, name: str, score: float, *, said: bool) -> float:
    """What is said to be the name may be any word, elsewhere only one that is unknown."""
    first = name.split()[0].lower()
    if first in reading.harmless or lexicon.is_people(first):
        return 0
    if name[0].isupper():
        return score
    strange = lexicon.is_unknown(first, reading.lang) and not lexicon.is_built(first)
    return 0.4 if strange or said else 0


def _span(start: int, end: int, score: float) -> Span:
    return Span(start, end, Label.ORG, score, SOURCE, Why.INSTITUTION_NAME)
