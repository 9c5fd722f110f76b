"""A bare number about somebody: "68, enslig", "jeg var bare fem, men", "at seventeen you are".

How old somebody is can be said in any number of ways, what a number counts in few. So every number
up to about a hundred that stands near somebody is shown, unless it plainly counts something else:
a noun follows that is counted, or it is a time, a room, a sum, a share or a length of time.
"""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.rules.age import is_of_a_thing
from brukerstemmen.masking.rules.age_words import THINGS, begins
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.bare_age"
LOOK_BACK, LOOK_ON, CLOSE = 60, 30, 40  # characters
OF_A_BEING, ALONE, NEAR_SOMEBODY = 0.3, 0.2, 0.1
OLDEST = 109
_YEAR = r"(?: ?år\b| years?\b)?"
_OR = r"(?: ?[-\u2013] ?| eller | or | enn | than |,? (?:kanskje|maybe) )"
_HALF = r"(?: (?:og|å) (?:et|en|eit|ein|1) halvt?| and a half|[.,]5)?"
NUMBER = re.compile(
    rf"(?<![\w.,/:§#+%°])(?<!\d )(?<!\d - )\d{{1,3}}(?!\d|[.,:/]\d|[%°]|\. [a-zæøå])"
    rf"(?:(?<=\d0) (?:å|og) [1-9](?!\d)|{_OR}\d{{1,2}}(?![.,:/]\d|\d))?"
    rf"{_HALF}(?: og (?:noe|noko|litt))?{_YEAR}(?! ?\d|\w|-)"
)
# "jeg er i åttiåra": the decade somebody is in.
DECADE = re.compile(
    r"\b(?:i|inn i|ut i|mot) (?P<age>[2-9]0[ -]?år(?:a|ene|åra|åre|ane))\b", re.IGNORECASE
)
_IS = (
    r"(?:er|var|blir|ble|blei|bli|blitt|vart|vert|vorte|e|va|vært|vore|am|is|was|were|been|'m|'s|im"
    r"|turned|turn|turning|fylt|fylte|fyller|fyllar|bikka|bikket|runda|rundet|passert|nærmer seg)"
)
# What may stand between: "er jo snart", "var jeg bare", "blir hun vel".
_ONE = r"(?:jeg|eg|æ|jæ|je|han|hun|ho|hu|hen|hainn|i|he|she|you|du)"
_SOME = (
    r"(?:jo|vel|bare|berre|nå|no|da|då|snart|nesten|over|rundt|godt|langt|nærmere|omtrent|cirka|ca"
    r"|knapt|akkurat|nettopp|kanskje|sånn|just|only|almost|nearly|about|around|over|pushing|still"
    r"|en|ein|allerede|alt|fortsatt|framleis|ikke mer enn|bortimot|kring|like)"
)
BEING = re.compile(
    rf"(?:(?:\b|(?<=')){_IS}(?: {_ONE})?(?: {_SOME}){{0,4}}"
    rf"|\b(?:når|da|då|at|som|når|kring|rundt)(?: {_SOME}){{0,2}}"
    rf"|\b(?:en|ei|ein|sønn|datter|dotter|barnebarn) på(?: {_SOME}){{0,2}}),? $",
    re.IGNORECASE,
)
# Before a number that is no age: what it is the number of, or where it stands on a scale.
NO_AGE_BEFORE = re.compile(
    r"(?:\b(?:klokk[ae]n?|kl|rom(?:met)?|nr|no|nummer|number|linj?e|buss(?:en)?|bus|trikk(?:en)?"
    r"|banen?|kapittel|kap|paragraf(?:en)?|artikkel|section|chapter|article|uke|veke|week|side[nr]?"
    r"|page|spørsmål|punkt|pkt|fase|skjema|trinn|etasje|post|avdeling|avd|room|line|floor|halv"
    r"|kvart (?:på|over)|half past|pakke|nivå|grad|level|grade|score|skår|bmi|audit|phq|gaf"
    r"|promille|pris\w*|versjon|skap(?:et)?|kølapp|lapp|dose\w*|puls\w*|vekt\w*|temp\w*|skritt|press|tast"
    r"|kode\w*|celle|modul|time|gruppe|skala\w*|gang|bare de|de(?:i)? (?:første|siste|fyrste)"
    r"|(?:mellom|fra|frå|between|from) \d{1,3} (?:og|til|and|to)|\d{1,3} (?:til|to)|til|to|av|of"
    r"|fra|frå|from|om|etter|after|in|i|the|mellom|between|minst|alle|all|hver|kvar|every|each"
    r"|per|pr|for|minus|pluss|ganger|times|med|with|dag|day|x|under|(?:\d{1,2} )(?:over|på)"
    r"|\w+'s|de|dei|den|vi|hadde|(?:audit|bmi|score|skår|gaf|sju|\d|tatt|inn) på"
    # So many of something in so long a time.
    r"|\d{1,3} \w+ (?:på|i|in|over)|(?:gang|ganger|gong|gonger|times) (?:på|i|in|over))\.?:?"
    rf"(?: {_SOME}){{0,2}}|\d ?(?:mg|milligram|ml|kr|kroner|prosent|kilo|poeng)\b[^\d]{{0,12}}"
    r"|[-–+*=/<>§#]|\d[.,] ?) ?$",
    re.IGNORECASE,
)
# Verbs of what is had, done and counted: "fikk 17", "vi var elleve", "det blir to".
NO_AGE_CLAUSE = re.compile(
    r"\b(?:vi|me|de|dei|dere|we|they|det|dette|d|it|this|there|that|tallet|summen|klokka|prisen"
    r"|hund\w*|katt\w*|hest\w*|bil\w*|bygg\w*|hus(?:et)?|sofa\w*|plan\w*|dog|cat|car|building)"
    r" (?:som )?(?:er|var|blir|ble|blei|bli|vart|e|va|is|was|were|are|became)(?: \w+)?(?: \w+)? $"
    r"|\b(?:fikk|fekk|får|ga|gav|gir|tar|tok|score[dt]?|skåre[rt]?|drakk|drikker|betalte|koster"
    r"|kosta|kostet|veide|veier|tell(?:er|te)|talte|counted|got|gave|paid|cost)(?: \w+)? $",
    re.IGNORECASE,
)
# Words that go on after an age, beside function words: what somebody of that age does or is.
GOES_ON = frozenset(
    {"gift", "enslig", "einsleg", "skilt", "ufør", "ung", "gammel", "gamal", "bor", "single"}
)
# Function words after which what was counted follows, or which say that it was counted.
COUNTED = frozenset(
    {
        "av",
        "of",
        "til",
        "to",
        "på",
        "on",
        "i",
        "in",
        "om",
        "per",
        "pr",
        "for",
        "hver",
        "kvar",
        "every",
        "each",
        "andre",
        "other",
        "med",
        "with",
        "gang",
        "ganger",
        "the",
        "den",
        "det",
        "de",
        "dei",
        "ved",
        "hos",
        "mot",
        "from",
        "fra",
        "frå",
        "siden",
        "sidan",
        "igjen",
        "ago",
        "mellom",
    }
)
AFTER_BEING = COUNTED - {"den", "det", "de", "dei", "på", "on", "i", "in", "for", "hos", "the"}
LATER = re.compile(r" (?:siden|sidan|sia|sida|igjen|ago|eldre|yngre|older|younger)\b")
FOLLOWING = re.compile(r" ?(?P<sign>[^\w\s])|\s+(?P<word>[^\W\d_]+)|(?P<end>\s*$)")
THING_COUNTED = re.compile(rf"(?!{THINGS})", re.IGNORECASE)
WHOLE = re.compile(r"\d+")
# What only an age is the object of, and a clause without a subject.
AGEING = re.compile(
    rf"\b(?:fyl(?:te|ler|t|ar)|bikk(?:a|er|et)|rund(?:a|er|et)|turn(?:ed|ing)?) "
    rf"(?:{_SOME} ){{0,2}}$",
    re.IGNORECASE,
)
STARTS = re.compile(rf"\s*(?:er|e|var|va|ble|blei|vart|am|was) (?:{_SOME} ){{0,3}}", re.IGNORECASE)
ANOTHER = re.compile(r"(?:\b(?:og|å|and|siste|sist|så|then|or|eller|nei|no),?|,) $", re.IGNORECASE)
CLAUSE = re.compile(r"[.!?;:\n]")
_PEOPLE = (
    r"(?:(?:mor|far|bror|søster|syster|sønn|dotter|datter|unge|gutt|gut|jente|mann|kvinne|dame"
    r"|sjef|kontakt|pasient|bruker|kompis|venninne|kjæreste|samboer|baby|guten|sonen|systera|kid"
    r"|son|daughter|mother|father|brother|sister|man|woman|boy|girl|male|female|wife|husband)"
    r"(?:a|en|n|et|ene|ane|s)?|mamma|pappa|kona|kone|tanta|tante|onkel|barnet|barna|twins|kids"
    r"|informant|deltaker|deltakar|innlegg\w*|born|eldste|yngste|minste)"
)
_SUBJECT = _ONE.replace("|i|", r"|i(?= (?:a?m|was|ha[ds]|have|will|got|left|\w+ed)\b)|")
PERSON = re.compile(
    rf"{_PEOPLE}\b|\b(?:{_SUBJECT}|meg|mæ|mæi|me|my|min|mi|mitt|hans|hennes|hennar|his|him|henne|ham)\b",
    re.IGNORECASE,
)
HER = re.compile(r"\bher\b", re.IGNORECASE)  # in Norwegian it is no person but a place
SOMEBODY_RIGHT_BEFORE = re.compile(rf"{_PEOPLE},? $", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Span]:
    """Numbers that may be somebody's age, for whoever reads them to decide."""
    last = -LOOK_BACK
    for match in NUMBER.finditer(reading.text):
        score = _score(reading, match)
        if not score and match.start() - last < LOOK_BACK and _goes_on(reading.text, match):
            score = NEAR_SOMEBODY
        if score:
            last = match.end()
            start = begins(reading.text, match.start())
            yield Span(start, last, Label.AGE, score, SOURCE, Why.TELLS_AGE)
    for match in DECADE.finditer(reading.text):
        if _tells_of_somebody(_clause_before(reading.text, match.start()), reading.lang):
            yield Span(*match.span("age"), Label.AGE, OF_A_BEING, SOURCE, Why.TELLS_AGE)


def _score(reading: Reading, match: re.Match[str]) -> float:
    text, (start, end) = reading.text, match.span()
    before = _clause_before(text, start)
    after = CLAUSE.split(text[end : end + LOOK_ON])[0]
    close = before[-CLOSE:]
    somebody = _tells_of_somebody(before, reading.lang) or _tells_of_somebody(after, reading.lang)
    opens = not before.strip() and text[end : end + 1] == ","
    ageing = AGEING.search(close) or STARTS.fullmatch(before)
    if not (somebody or opens or ageing):
        return 0
    being = bool(ageing or BEING.search(close))
    if _counts_something(text, match, before, being=being):
        return 0
    if SOMEBODY_RIGHT_BEFORE.search(close):
        return NEAR_SOMEBODY
    if not _nothing_is_counted(text, end, before_more=AFTER_BEING if being else COUNTED):
        return 0
    if opens:
        return ALONE
    return OF_A_BEING if being else NEAR_SOMEBODY


def _tells_of_somebody(words: str, lang: str) -> bool:
    return bool(PERSON.search(words) or (lang == "en" and HER.search(words)))


def _counts_something(text: str, match: re.Match[str], before: str, *, being: bool) -> bool:
    """Whether what stands before the number, or right after it, makes it no age."""
    whole = WHOLE.match(match.group())
    if whole is None or not 0 < int(whole.group()) <= OLDEST:
        return True
    if THING_COUNTED.match(text, match.end()) or is_of_a_thing(text, match.start()):
        return True
    close = before[-CLOSE:]
    if NO_AGE_CLAUSE.search(close):
        return True
    return not being and NO_AGE_BEFORE.search(close) is not None


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """ "nitten i varetekt og tjue på avrusning": another age after one."""
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    linked = ANOTHER.search(before)
    return bool(linked) and _nothing_is_counted(text, match.end(), before_more=AFTER_BEING)


def _clause_before(text: str, start: int) -> str:
    before = text[max(0, start - LOOK_BACK) : start]
    cuts = [cut.end() for cut in CLAUSE.finditer(before)]
    return before[cuts[-1] :] if cuts else before


def _nothing_is_counted(text: str, end: int, *, before_more: frozenset[str]) -> bool:
    """Whether the clause ends after the number, or goes on with another thought.

    before_more: the small words after which it is not plain that it does.
    """
    if THING_COUNTED.match(text, end) or LATER.match(text, end):
        return False
    following = FOLLOWING.match(text, end)
    if following is None:
        return False
    if following["sign"]:
        return following["sign"] in ',.!?;:)»"\u201d\u2026'
    word = (following["word"] or "").lower()
    if not word:
        return True
    if word in before_more:
        return False
    verbs = ("saying_verbs", "acting_verbs", "human_verbs")
    return word in lexicon.function_words() | GOES_ON or word in lexicon.words(*verbs)
