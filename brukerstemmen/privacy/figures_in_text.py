"""Small counts of people in what somebody writes: "tre deltakere", "two of the users".

A table is counted by the product and hides what is small. A sentence is written by a person, who
may not think of it as a figure. What is found is shown to the writer. Counts of other things, and
"en bruker" where "en" only is an article, are left alone. It finds what is usually written; it
does not promise to find everything.
"""

import re
from collections.abc import Iterator

_SPOKEN = {"nb": ("no",), "nn": ("no",), "en": ("en",)}
_NUMBERS = {
    "no": "én|éin|ein|ei|en|ett|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten"
    "|fjorten|femten|seksten|sytten|atten|nitten|tjue",
    "en": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty",
}
_VALUES = {
    "no": [1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 7, *range(8, 21)],
    "en": list(range(1, 21)),
}
# Before a person they may just as well be an article.
_ARTICLES = frozenset({"en", "ein", "ei"})
_PEOPLE = {
    "no": r"\w*(?:bruker(?:e|ne)?|brukar(?:ar|ane)?|deltaker(?:e|ne)?|deltakar(?:ar|ane)?"
    r"|(?:person|pasient|klient|informant|respondent)(?:er|ene|ar|ane)?|menneske[rt]?|menneska"
    r"|menneskene|pårørende|pårørande|kvinner?|kvinnene|kvinnene|mann|menn|mennene|gutt(?:er|ene)?"
    r"|gut(?:ar|ane)|jenter?|jentene|ungdom(?:mer|mene|mar|mane|ar|ane)?|foreldre|mødre|fedre"
    r"|beboer(?:e|ne)?|bebuar(?:ar|ane)?|innsatte?|innlagte|voksne|vaksne|barn|barna)"
    r"|unge|eldre",
    "en": r"(?:(?:service|interview|co)[- ]?)?(?:users?|participants?|persons?|people|patients?"
    r"|clients?|residents?|informants?|respondents?|interviewees?|relatives?|carers?|wom[ae]n|m[ae]n"
    r"|girls?|boys?|adolescents?|youths?|adults?|child(?:ren)?|parents?|mothers?|fathers?)",
}
_ADJECTIVES = {
    # In Norwegian, many of something have an adjective in -e.
    "no": r"(?:(?:\w+e|ung|ny|anna|annen|gammel|eldre|vaksen|voksen|kvinnelig|mannlig|enkelt)\s+)",
    "en": r"(?:(?:young(?:er)?|old(?:er)?|new|other|different|individual|single|adult|male|female"
    r"|former|current|more)\s+)",
}
_OF = {
    "no": r"av\s+(?:(?:alle|de|dei|disse|desse|våre|sine|i\s+alt)\s+)*",
    "en": r"(?:out\s+)?of\s+(?:(?:all|the|these|those|our|their)\s+)*",
}
_THOSE_WHO = {"no": r"(?:av\s+(?:dem|de|dei)\s+som)", "en": r"(?:of\s+(?:those|them)\s+who)"}
_ONLY = {"no": "bare|berre|kun|unntatt|bortsett fra", "en": "only|just|except|but"}
_SAY = {
    "no": "sa|sier|seier|mente|meinte|mener|meiner|fortalte|forteller|fortalde|fortel|svarte"
    "|svarer|svarar|opplevde|opplever|ønsket|ønsker|ønskjer|ønskte|nevnte|nevner|nemnde|nemner"
    "|deltok|trakk",
    "en": "said|say|says|told|tell|answered|answer|felt|feel|mentioned|mention|wanted|want"
    "|experienced|took part|withdrew",
}
_BOTH = {
    "no": r"begge\s+(?:de\s+)?|et\s+par\s+|eit\s+par\s+",
    "en": r"both\s+(?:the\s+)?|a\s+couple\s+of\s+",
}
_AFTER_ONLY = {"no": r"som\b|har\b|hadde\b", "en": r"who\b|has\b|had\b|have\b"}
_ANY_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d)|\d+"


def small_counts(text: str, language: str = "nb", k: int = 6) -> list[str]:
    """The phrases that tell of fewer than k people, or of all but so few, as they stand in it.

    language: nb and nn are read as one; what is neither nb, nn nor en is read as all three.
    A share in per cent of people is found whatever it is: it may be turned into a count.

    >>> small_counts("Tre deltakere og 2 av brukerne sa ja. En bruker sier at to møter er nok.")
    ['Tre deltakere', '2 av brukerne']
    >>> small_counts("Seventeen of 20 participants agreed.", "en"), small_counts("Bare én.", "nn")
    (['Seventeen of 20 participants'], ['Bare én'])
    """
    spoken = _SPOKEN.get(language, ("no", "en"))
    found = {place for one in spoken for place in _places(text, one, k)}
    return [text[start:end] for start, end in _without_parts(sorted(found))]


def _without_parts(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What does not lie inside another."""
    reach = -1
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if end > reach:
            yield start, end
            reach = end


def _places(text: str, language: str, k: int) -> Iterator[tuple[int, int]]:
    for match in _PHRASES[language].finditer(text):
        if _is_small(match, language, k):
            yield match.span()


def _is_small(match: re.Match[str], language: str, k: int) -> bool:
    if match["count"] is None:  # both, a couple, a share in per cent
        return True
    if match["count"].lower() in _ARTICLES and not (match["of"] or match["only"] or match["sole"]):
        return False
    count = _value(match["count"], language)
    if 0 < count < k:
        return True
    return bool(match["whole"]) and 0 <= _value(match["whole"], language) - count < k


def _value(number: str, language: str) -> int:
    digits = re.sub(r"\D", "", number)
    return int(digits) if digits else _WORTH[language][number.lower()]


_WORTH = {
    language: dict(zip(words.split("|"), _VALUES[language], strict=True))
    for language, words in _NUMBERS.items()
}


def _phrases(language: str) -> re.Pattern[str]:
    number = rf"{_ANY_NUMBER}|(?:{_NUMBERS[language]})\b"
    people = rf"{_ADJECTIVES[language]}{{0,2}}(?:{_PEOPLE[language]})\b"
    of_people = (
        rf"(?P<of>{_OF[language]}(?:(?P<whole>{number})\s+)?{people}|{_THOSE_WHO[language]}\b)"
    )
    sole = r"(?P<sole>(?:eneste|einaste|enkelt|single)\b\s*)?"
    ends = rf"(?=\s*[.!?;:)]|\s*$|\s+(?:{_AFTER_ONLY[language]}|(?:{_SAY[language]})\b))"
    return re.compile(
        rf"(?<!\w)(?<!\d[.,])(?:"
        rf"(?:(?P<only>{_ONLY[language]})\s+)?(?P<count>{number})\s*"
        rf"(?:{of_people}|{sole}{people}|(?:{_SAY[language]})\b|(?(only){ends}|(?!)))"
        rf"|(?:{_BOTH[language]}){people}"
        rf"|\d+(?:[.,]\d+)?\s*(?:%|prosent|per ?cent)\s*{_OF[language]}{people})",
        re.IGNORECASE,
    )


_PHRASES = {language: _phrases(language) for language in _NUMBERS}
