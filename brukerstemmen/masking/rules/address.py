"""Where somebody lives: streets and house numbers, postcodes, boxes."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading, Word
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.address"
LONGEST = 3  # words before "gate"
_STREET = (
    r"(?:gata|gaten|gate|gt|veien|vegen|vei|veg|vn|alleen|alléen|allé|plassen|plass|bakken|bakkan"
    r"|svingen|stien|smauet|smuget|kroken|tunet|ringen|terrasse|torget|torg|brygga|brygge|kaia|lia"
    r"|haugen|åsen|løkka|jordet|faret|flata|stranda|toppen|grenda|hagen|sletta|dalen|moen|høgda"
    r"|høyden|lunden|marka|myra|enga|berget|vollen|stubben|kleiva|kleven|neset|odden|stredet|brynet"
    r"|bråten|rabben|tangen|holtet|kollen|teigen|åkeren|engen|ekra|geilen|veita|slippen"
    r"|allmenningen|almenningen|bukta|skrenten|rinden|leitet)"
)
_SURE_STREET = r"(?:gata|gaten|veien|vegen|gate)"
_NUMBER = (
    r"(?:(?:nr\.?|nummer|number|no\.?) )?\d{1,3}(?:[a-zA-Z]\b| [A-H]\b)?(?![\d:]|[.,]\d)"
    r"(?:,? \d{1,2}\. ?et(?:asje|g)\b"
    r"|,? (?:ground|first|second|third|fourth|fifth|\d(?:st|nd|rd|th)) floor\b)?"
    r"(?:, \d{4} [^\W\d_]{2,}\b)?"
)
# "I Steinbakken 8 dager" counts days and "Sunnmørsposten 19. august" is a day: no house.
_NO_AMOUNT = (
    r"(?!\.? ?(?:år|dag|døgn|uk|vek|måned|månad|tim|min|sekund|gang|gong|prosent|%|kr|km|kilo|mil"
    r"|meter|m\b|stk|stykk|januar|februar|mars|april|mai|juni|juli|august|september|oktober"
    r"|november|desember|jan\b|feb\b|aug\b|sept?\b|okt\b|nov\b|de[sc]\b"
    r"|person|menneske|folk|beboer|bebuar|av\b|year|day|week|month|hour|time))"
)
_WHICH = r"(?:øvre|nedre|øvste|gamle|nye|vestre|østre|nordre|søndre|store|lille|indre|ytre)"
_SURE_ALONE = rf"[^\W\d_a-zæøå][^\W\d_]{{2,}}{_SURE_STREET}"

NUMBERED = re.compile(
    rf"\b(?:{_WHICH} )?[^\W\d_]{{2,}}{_STREET}\.?,? {{1,2}}{_NUMBER}{_NO_AMOUNT}", re.IGNORECASE
)
AFTER_NAME = re.compile(rf" {{1,2}}{_NUMBER}{_NO_AMOUNT}")
TWO_WORDS = re.compile(
    rf"(?:'?s)? (?:{_STREET})\b\.?(?: {{1,2}}{_NUMBER}{_NO_AMOUNT})?", re.IGNORECASE
)
ALONE = re.compile(rf"\b{_SURE_ALONE}\b")
# "bor i kirkegata": a street in small letters and without a number.
LIVES_IN = re.compile(
    r"\b(?:bor|bur|bodde|budde|bodd|budd|leilighet|leiligheten|live|lived|hjemme|heime)"
    r" (?:\w{1,12} )?(?:i|på|in|on) (?!hoved|motor|riks|skogs|blind|europa|fylkes|grus|gang)"
    rf"(?P<street>(?:{_WHICH} )?[^\W\d_]{{3,30}}{_SURE_STREET})\b",
    re.IGNORECASE,
)
# "hybelen i storgata", "huset vårt i Åsvegen": what stands in a street.
_HOME = (
    r"(?:hybel\w*|leilighet\w*|leilegh?eit\w*|leilegheit\w*|hus(?:et)?|blokka|blokken|rommet"
    r"|kontoret"
    r"|bolig\w*|bustad\w*|flat|apartment|house|room|nabo\w*|flytt\w*|adress\w*|kjelleren"
    r"|bofelles\w*"
    r"|bufelles\w*|gruppebolig\w*|butikken|legekontoret|kafeen|gården|oppgang\w*|hybelhuset"
    r"|natt(?:a|en)?"
    r"|senteret|treffstedet|losji\w*|krypinn|rekkehus\w*|vokste opp|vaks opp|moved|grew up|adr)"
)
STANDS_IN = re.compile(
    rf"\b{_HOME}(?: (?:min|mi|vår|vårt|mitt|hans|hennes|til \w{{2,15}}|inn|deres|opp|ned|bort))?"
    r"(?: som ligger)? (?:i|på|til|ved|oppi|nedi|in|on|to) (?!hoved|motor|riks|skogs|blind"
    r"|europa|fylkes"
    rf"|grus|gang)(?P<street>(?:{_WHICH} )?[^\W\d_]{{3,30}}(?:{_SURE_STREET}|svingen|stien"
    rf"|smauet|allé"
    r"|alleen|kroken|tunet|faret|gt\b))\b",
    re.IGNORECASE,
)
# A street alone in small letters, where no dictionary has it as a word.
SMALL_ALONE = re.compile(
    r"\b(?:i|på|til|ved|oppi|nedi|borti|fra|frå) (?P<street>[a-zæøå]{3,30}(?:gata|gaten"
    r"|veien|vegen))\b"
)
# "ved kiellandplassen": a square or a park, where the rest is in no dictionary either.
SMALL_SQUARE = re.compile(
    r"\b(?:i|på|til|ved|rundt|bak|fra|frå) (?P<street>[a-zæøå]{5,25}(?:plassen|torget|parken|brua"
    r"|bruen|løkka|kvartalet))\b"
)
NO_STREET = re.compile(
    r"(?:hoved|motor|riks|skogs|blind|europa|fylkes|grus|gang|gå|sid[ea]|bak|tverr|hjem|heim"
    r"|til ?bake"
    r"|om|ut|inn|mellom|middel|luft|urin|snar|skole|skule|arbeids|livs|sykkel|bil|bygde|kjerre|jern"
    r"|av|opp|ned|fram|under|over|handle|valg|dør|kyst|ring|vinter|start|for|hals|tilreise)"
    r"(?:gata|gaten|veien|vegen)"
)
ENGLISH_ORDER = re.compile(
    rf"\b(?:at|in|number) (?P<street>\d{{1,3}}[a-zA-Z]? [A-ZÆØÅ][^\W\d_]{{2,30}}{_STREET})\b"
)
POSTCODE = re.compile(r"(?<![\d.,])(?<!\d )(?!(?:19|20) ?\d\d\b)(?:\d ?){4} $")
OTHER = re.compile(
    r"\b(?:[HULK]0\d{3}|(?:postboks|pb\.?|boks) \d{1,5}(?:,? \d{4}(?: [^\W\d_]+)?)?"
    r"|(?:leilighet|leilegheit|leil\.?|lgh\.?|hybel|apartment|flat|celle)(?:en|a)?"
    r" (?:nr\.? ?|nummer |number |no\.? ?)?\d{1,4}(?: ?[a-h]\b)?)(?!\w)(?! (?:kr|kvadrat|år|mnd))"
    r"|\b(?:oppgang|inngang|entrance|blokk|block)(?:en|a)? (?:[a-h]|\d{1,3}(?: ?[a-h])?)(?!\w)"
    r"(?! (?:kr|etasje|år))"
    r"|\b\d{1,4} [a-z]+ (?:street|road|avenue|lane|drive|square)\b",
    re.IGNORECASE,
)
# "9990 båtsfjord", and a house of the land register.
SMALL_POST = re.compile(r"(?<![\d.,])(?<!\d )(?!(?:19|20)\d\d\b)\d{4} (?P<town>[a-zæøå]{2,})\b")
REGISTER = re.compile(
    r"\b(?:gnr|gårdsnr|bnr|g\.nr)\.? ?\d{1,4}[ ,/]{0,3}(?:(?:og )?bnr\.? ?)?\d{0,4}", re.IGNORECASE
)
# "bor på solvang 12": what has a number and is lived in.
LIVES_AT = re.compile(
    rf"\b(?:bor|bur|bodde|budde|flytta?|flyttet) (?:nå |no )?(?:i|på|til|oppi|nedi|borti) "
    rf"(?P<house>[^\W\d_]{{4,25}} {_NUMBER}){_NO_AMOUNT}",
    re.IGNORECASE,
)
NO_HOUSE = re.compile(
    r"(?:rom|over|under|cirka|omtrent|minst|rundt|nummer|avdeling|etasje|leilighet|uke|veke)",
    re.IGNORECASE,
)
# Which house or room, where the street goes without saying: worth a look.
WHICH_ONE = re.compile(
    r"\b(?:i|naboen i|huset|hus) (?P<which>(?:nr\.?|nummer) ?\d{1,3} ?[a-h]?)(?![\w%]"
    r"|[.,]\d)(?! (?:i|av|på) )"
    r"|\b(?P<room>(?:rom|room)(?: nr\.?| nummer| number)? \d{3,4})(?!\w)",
    re.IGNORECASE,
)


# "nummer 9 i Fagerbakken", "block 12 on Trollveien".
NUMBER_FIRST = re.compile(
    r"\b(?:nr\.?|nummer|number|blokk|block|hus|house|oppgang) ?(?:nr\.? ?)?(?:\d{1,3}"
    r" ?[a-h]?|[a-h])"
    rf" (?:i|på|in|on|at) [^\W\d_]{{3,25}}{_STREET}\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Span]:
    """A street with its number whatever the case; a street alone if its capital says it is one."""
    for pattern, score in ((NUMBERED, 0.9), (NUMBER_FIRST, 0.8), (OTHER, 0.8), (REGISTER, 0.7)):
        yield from reading.spans(pattern, Label.ADDRESS, score, SOURCE, Why.LOOKS_LIKE_ADDRESS)
    for pattern in (LIVES_IN, STANDS_IN, ENGLISH_ORDER):
        spans = reading.spans(pattern, Label.ADDRESS, 0.8, SOURCE, Why.LOOKS_LIKE_ADDRESS, "street")
        yield from spans
    yield from _in_small_letters(reading)
    yield from _squares(reading)
    for group in ("which", "room"):
        yield from reading.spans(
            WHICH_ONE, Label.ADDRESS, 0.3, SOURCE, Why.LOOKS_LIKE_ADDRESS, group
        )
    for index, word in enumerate(reading.words):
        if _names_a_place(reading, word):
            for start, end, score in _around(reading, index):
                yield Span(start, end, Label.ADDRESS, score, SOURCE, Why.LOOKS_LIKE_ADDRESS)


def _in_small_letters(reading: Reading) -> Iterator[Span]:
    """What a list or the dictionaries have to say yes to."""
    for match in SMALL_POST.finditer(reading.text):
        if match["town"] in lexicon.places():
            yield _span(match.span(), 0.6)
    for match in LIVES_AT.finditer(reading.text):
        if not NO_HOUSE.match(match["house"]):
            yield _span(match.span("house"), 0.5)
    for match in SMALL_ALONE.finditer(reading.text):
        street = match["street"]
        if not (NO_STREET.fullmatch(street) or lexicon.is_word(street)):
            yield _span(match.span("street"), 0.5)


def _squares(reading: Reading) -> Iterator[Span]:
    for match in SMALL_SQUARE.finditer(reading.text):
        square = match["street"]
        if not (lexicon.is_word(square) or lexicon.is_built(square)):
            yield _span(match.span("street"), 0.4)


def _span(span: tuple[int, int], score: float) -> Span:
    return Span(*span, Label.ADDRESS, score, SOURCE, Why.LOOKS_LIKE_ADDRESS)


def _names_a_place(reading: Reading, word: Word) -> bool:
    """A capital that means something, or a place everybody knows."""
    if not reading.may_be_a_name(word):
        return False
    return not word.opens or word.lower in lexicon.places() - lexicon.words("ambiguous")


def _around(reading: Reading, index: int) -> Iterator[tuple[int, int, float]]:
    text, word = reading.text, reading.words[index]
    start = _first_of_street(reading, index)
    if ALONE.fullmatch(word.text):
        yield start, word.end, 0.7
    for pattern, score in ((AFTER_NAME, 0.7), (TWO_WORDS, 0.8)):
        if after := pattern.match(text, word.end):
            yield start, after.end(), score
    if before := POSTCODE.search(text[max(0, word.start - 9) : word.start]):
        yield word.start - len(before.group()), word.end, 0.8


def _first_of_street(reading: Reading, index: int) -> int:
    """Where "Karl Johans gate" begins: with the first of the capitals in a row."""
    first = index
    while first and index - first < LONGEST and reading.gap_before(first) == " ":
        if not _names_a_place(reading, reading.words[first - 1]):
            break
        first -= 1
    return reading.words[first].start
