"""Other words for days and ages: how long ago, and which ten years of a life."""

import re
from functools import cache

from brukerstemmen.masking.replace.around import Around, Offer, Words
from brukerstemmen.masking.replace.placeholders import bracketed
from brukerstemmen.masking.spans import Label

CHILD, YOUNG, OLD = 13, 20, 90  # from these ages on
CENTURY = 2000
_TENS = {
    20: ("tjue", "twenty"), 30: ("tretti", "tredve", "thirty"), 40: ("førti", "forty"),
    50: ("femti", "fifty"), 60: ("seksti", "sixty"), 70: ("sytti", "seventy"),
    80: ("åtti", "eighty"), 90: ("nitti", "ninety"),
}  # fmt: skip
_TEENS = {
    10: ("ti", "ten"), 11: ("elleve", "eleven"), 12: ("tolv", "twelve"),
    13: ("tretten", "thirteen"), 14: ("fjorten", "fourteen"), 15: ("femten", "fifteen"),
    16: ("seksten", "sixteen"), 17: ("sytten", "seventeen"), 18: ("atten", "eighteen"),
    19: ("nitten", "nineteen"),
}  # fmt: skip
_ONES = {
    1: ("ett", "one"), 2: ("to", "two"), 3: ("tre", "three"), 4: ("fire", "four"),
    5: ("fem", "five"), 6: ("seks", "six"), 7: ("sju", "syv", "seven"), 8: ("åtte", "eight"),
    9: ("ni", "nine"),
}  # fmt: skip
AGES: dict[str, Words] = {
    "child": {
        "nb": ("i barneårene", "et barn"),
        "nn": ("i barneåra", "eit barn"),
        "en": ("in childhood", "a child"),
    },
    "young": {
        "nb": ("i tenårene", "ung", "ungdom"),
        "nn": ("i tenåra", "ung", "ungdom"),
        "en": ("in the teens", "young"),
    },
    "grown": {
        "nb": ("i {band}-årene", "en voksen mann", "en voksen kvinne", "voksen"),
        "nn": ("i {band}-åra", "ein vaksen mann", "ei vaksen kvinne", "vaksen"),
        "en": ("in the {band}s", "a grown man", "a grown woman", "grown up"),
    },
    "unknown": {
        "nb": ("voksen", "i en viss alder"),
        "nn": ("vaksen", "i ein viss alder"),
        "en": ("grown up", "of a certain age"),
    },
}
VERY_OLD: Words = {"nb": ("i høy alder",), "nn": ("i høg alder",), "en": ("very old",)}
LATELY: Words = {
    "nb": ("etter tusenårsskiftet",),
    "nn": ("etter tusenårsskiftet",),
    "en": ("after the turn of the century",),
}
TURNED: Words = {
    "nb": ("hadde bursdag", "ble et år eldre"),
    "nn": ("hadde bursdag", "vart eit år eldre"),
    "en": ("had a birthday", "grew a year older"),
}
PAST: Words = {
    "nb": ("for noen år siden", "en dag", "en gang"),
    "nn": ("for nokre år sidan", "ein dag", "ein gong"),
    "en": ("some years ago", "one day", "once"),
}
DAY: Words = {
    "nb": ("en dag", "en gang", "for en tid siden"),
    "nn": ("ein dag", "ein gong", "for ei tid sidan"),
    "en": ("one day", "once", "some time ago"),
}
# In letters: a birth with any year in digits is found again.
DECADE: Words = {
    "nb": ("på {band}tallet",),
    "nn": ("på {band}talet",),
    "en": ("in the {band}",),
}
ENGLISH_DECADES = {
    10: "tens",
    20: "twenties",
    30: "thirties",
    40: "forties",
    50: "fifties",
    60: "sixties",
    70: "seventies",
    80: "eighties",
    90: "nineties",
}
TURNS = re.compile(r"\b(?:fyl\w+|turn\w*) $", re.IGNORECASE)
BORN = re.compile(r"(?P<comma>, ?)?\b(?P<born>født|fødd|born)(?: (?:den|i|in|on|på|året))? $", re.I)
ON_A_DAY = re.compile(r"\b(?:den|i|in|on|på|fra|frå|from) $", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")
WEEKDAY = re.compile(
    r"(?:man|måndag|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun|mon|tues|wednes|thurs|fri|satur)"
    r"d(?:ag|ay)(?:en|ane|ene)?",
    re.IGNORECASE,
)


def offer_age(around: Around) -> Offer:
    """The ten years an age lies in, or simply grown up, young, a child."""
    number = years_in(around.written)
    if turns := around.preceded(TURNS):
        return around.offer([*around.say(TURNED), _bracket(around, Label.AGE)], len(turns.group()))
    words = [word.format(band=(number or 0) // 10 * 10) for word in around.say(_life(number))]
    if number and number >= OLD:
        words[0] = around.say(VERY_OLD)[0]
    back = 3 if re.search(r"\b(?:på|en|of) $", around.before) else 0
    return around.offer([*words, _bracket(around, Label.AGE)], back)


def offer_date(around: Around) -> Offer:
    """How long ago, rather than which day."""
    if born := around.preceded(BORN):
        return _birth(around, born)
    has_year = YEAR.search(around.written)
    words = [*around.say(PAST if has_year else DAY), _bracket(around, Label.DATE)]
    before = around.preceded(ON_A_DAY)
    return around.offer(words, len(before.group()) if before else 0)


def offer_weekdays(around: Around) -> Offer | None:
    """Which day of the week it was seldom matters; that it was the day after may."""
    days = list(WEEKDAY.finditer(around.written))
    if not days:
        return None
    if len(days) > 1:
        after: Words = {
            "nb": ("en dag. Dagen etter", ", og dagen etter"),
            "nn": ("ein dag. Dagen etter", ", og dagen etter"),
            "en": ("one day. The day after", ", and the day after"),
        }
        return around.offer(around.say(after), sets_capital=False)
    return around.offer(around.say(DAY))


def years_in(written: str) -> int | None:
    """The first number in an age, in digits or words.

    >>> years_in("61 år"), years_in("åttifire"), years_in("seksten år"), years_in("gammel")
    (61, 84, 16, None)
    """
    if digits := re.search(r"\d{1,3}", written):
        return int(digits.group())
    match = _numbers().search(written.lower())
    if not match:
        return None
    values = {
        word: number
        for table in (_TENS, _TEENS, _ONES)
        for number, words in table.items()
        for word in words
    }
    return sum(values.get(part or "", 0) for part in match.groups()) or None


@cache
def _numbers() -> re.Pattern[str]:
    tens, teens, ones = (
        "|".join(word for words in table.values() for word in sorted(words, key=len, reverse=True))
        for table in (_TENS, _TEENS, _ONES)
    )
    return re.compile(
        rf"(?<!\w)(?:({teens})(?!\w*tj)|({tens})(?:[ -]?og[ -]?|[ -])?({ones})?|({ones}))"
    )


def _life(number: int | None) -> Words:
    if number is None:
        return AGES["unknown"]
    if number < CHILD:
        return AGES["child"]
    return AGES["young"] if number < YOUNG else AGES["grown"]


def _birth(around: Around, born: re.Match[str]) -> Offer:
    """Only between commas can the birth be left out altogether."""
    year = YEAR.search(around.written)
    said = f"{born.group('comma') or ''}{born.group('born')}"
    born_in = int(year.group()) if year else 0
    band = _decade(born_in, around.lang)
    words = LATELY if born_in >= CENTURY else DECADE if band else {"nb": ()}
    decades = [f"{said} {word.format(band=band)}" for word in around.say(words)]
    placeholder = f"{born.group()}{_bracket(around, Label.DATE)}"
    unsaid = [""] if born.group("comma") else [f"{said} {word}" for word in around.say(PAST)[:1]]
    return around.offer([*unsaid, *decades, placeholder], len(born.group()))


def _decade(year: int, lang: str) -> str:
    """The ten years a year lies in, in letters: "åtti" for 1984."""
    tens = year % 100 // 10 * 10
    return ENGLISH_DECADES.get(tens, "") if lang == "en" else _TENS.get(tens, ("",))[0]


def _bracket(around: Around, label: Label) -> str:
    return bracketed(label, around.lang)
