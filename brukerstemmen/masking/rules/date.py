"""Days that can be looked up: written dates, months with a year, years of birth.

Words for days and years are read as digits, see `spoken`: "trettende i femte" is "13. i 5.".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.date"
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_NAME = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|january|february|march|may|june|july|october|december"
    r"|janaur|januarr|februrar|febuar|feburar|apirl|agust|augst|setember|spetember|novemer|desmber"
    r"|septembar|oktobar|novembar|desembar|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|des"
    r"|dec)\b\.?"
)
_START = r"(?<!\d)(?<!\d[.,/:])"
_NO_AMOUNT = (
    r"(?! ?(?:kr|kroner|mennesk|personar|personer|timer|timar|dager|dagar|uker|veker|ganger|gonger"
    r"|stykk|%|prosent|år\b|av\b))"
)
_GAP = r"(?: ?[./,-] ?| )"
_ORDINAL_MONTH = r"(?:0?[1-9]|1[0-2])\."
_WEEKDAY = (
    r"(?:mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday)"
)

NUMBERS = re.compile(rf"{_START}{_DAY}{_GAP}{_MONTH}{_GAP}?{_YEAR}(?!\d)")
SHORT_YEAR = re.compile(rf"{_START}{_DAY} ?[./-] ?{_MONTH} ?[./-] ?\d\d(?!\d)")
DAY_AND_MONTH = re.compile(
    rf"{_START}(?:(?<!\d og )(?<!punkt ){_DAY}\.{_MONTH}\.(?!\d)"
    rf"|(?<=\bden ){_DAY}[./]{_MONTH}(?!\d)"
    rf"|(?!24/7)(?:1[3-9]|2\d|3[01])/{_MONTH}(?![\d/])(?! ?%))"
)
ON_WEEKDAY = re.compile(
    rf"\b{_WEEKDAY}(?:en)?,? (?:den )?(?P<day>{_DAY}[./]{_MONTH}\b\.?)(?!\d)", re.IGNORECASE
)
# "den 13. i 5.", but not "den 2. i 3. etasje".
DAY_IN_MONTH = re.compile(
    rf"(?:\b[Dd]en )?{_START}{_DAY}\. ?i {_ORDINAL_MONTH}(?:,? (?:{_YEAR}|\d\d)(?!\d))?"
    r"(?! ?(?:etasje|etg|klasse|omgang|rekke|år|gang|gong|time|runde|avdeling|trinn|kvartal|uke))"
)
DAY_MONTH_YEAR = re.compile(rf"{_START}{_DAY}\. {_ORDINAL_MONTH} (?:{_YEAR}|\d\d)(?!\d)")
YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}[-./](?:0\d|1[0-2])[-./](?:[0-2]\d|3[01])(?!\d)")
RUN = re.compile(
    rf"{_START}(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:{_YEAR}|\d\d)(?![\d])(?![.,]\d)"
    rf"{_NO_AMOUNT}"
)
NAMED = re.compile(
    rf"{_START}(?:{_DAY}(?:\. ?|st |nd |rd |th | )(?:of )?{_NAME}(?:,? {_YEAR}|,? [-']\d\d\b)?"
    rf"|\b{_NAME} {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\d)|\b{_NAME},? {_YEAR}(?!\d)"
    rf"|\b{_NAME} the {_DAY}(?:\.|st|nd|rd|th)(?:,? {_YEAR})?)",
    re.IGNORECASE,
)
_BORN = r"(?:født|fødd|født den|fødd den|fødselsdato\w{0,2}|born|date of birth|birthday|dob)"
BIRTH = re.compile(
    rf"\b(?:født|fødd|born|f\.|årgang)(?: (?:i|in|på|den|året|back in))? ?"
    rf"(?P<year>[-']?(?:{_YEAR}|(?<=[ '-])\d\d)(?:-?tallet)?)"
    r"(?!\d|[./]\d| \d|[./-] ?(?:0?[1-9]|1[0-2])\b)(?!:)"
    r"(?! ?(?:uke|veke|måned|månad|dag|week|month|day|%|km))",
    re.IGNORECASE,
)
BORN_TOO = re.compile(
    rf"\b(?:født|fødd|born|årgang)(?: i| in)? {_YEAR}(?:, {_YEAR})*,? (?:og|and)"
    rf" (?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
# "fødde i -73 og -75", "født i 73".
BORN_SHORT = re.compile(
    rf"\b(?:fødde?|født|born) (?:i |in )?(?P<year>[-'](?:{_YEAR}|\d\d))(?!\d)"
    rf"(?:,? (?:og|and) (?P<other>[-']?(?:{_YEAR}|\d\d))(?!\d))?",
    re.IGNORECASE,
)
# "time 4/5", where both numbers are small: a day or a share.
SMALL_DAY = re.compile(
    rf"(?<![\d/.,+-])(?P<day>(?!1/|24/7|2/3|3/4)0?[1-9]/{_MONTH})(?![\d/])"
    r"(?! ?(?:%|av\b|del|tim|stilling|år|liter|kopp|pille|tablett|mg|kg|prosent|of\b))"
)
# "3.2 ingen svar, 10.2 ingen svar": what is noted day by day.
DIARY = re.compile(
    rf"(?<![\d.,/:])(?P<day>{_DAY}\.{_MONTH})(?![\d%]|[.,/]\d)"
    r"(?! ?(?:%|prosent|mg|ml|kg|km|mill|kr|promille|timer|timar|år|til|i snitt))"
)
NUMBERED_TEXT = re.compile(
    r"\b(?:punkt|pkt|kap|kapittel|avsnitt|tabell|figur|versjon|vers|ledd|§|section|chapter|table)\b",
    re.IGNORECASE,
)
BORN_AFTER = re.compile(
    rf"\b(?:i|in) (?P<year>{_YEAR}) (?:ble|blei|vart|er|was|were)"
    rf" (?:\w{{1,12}} )?(?:født|fødd|born)",
    re.IGNORECASE,
)
FROM_YEAR = re.compile(
    rf"\b(?:(?:jeg|eg|han|hun|hu|ho|æ|jæ|je|i) (?:er|e|var|am) (?:fra|frå|from)"
    rf"|fødselsår(?:et)?(?: mitt| hans| hennes)?(?: er| e|:)?) (?P<year>{_YEAR}|'?\d\d)(?!\d"
    rf"|[.,:]\d)"
    rf"(?! ?(?:uke|dag|time|kr|%|prosent|min|mot|til\b|land|kilo|meter|km|personer|stykk))",
    re.IGNORECASE,
)
# "født på 70-tallet, nærmere bestemt 1974"
MORE_EXACTLY = re.compile(
    rf"\b{_BORN}\b[^.!?\n]{{1,50}}\b(?:bestemt|altså|nøyaktig|exactly) (?:i |in"
    rf" )?(?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
BORN_IN_MONTH = re.compile(rf"\b{_BORN}(?: i| in)? (?P<day>{_NAME} '?\d\d)(?!\d)", re.IGNORECASE)
# After what happens on a day also two small numbers: "innlagt 3/4", "rusfri siden 5.6".
ON_A_DAY = re.compile(
    rf"\b(?:innlagt|innlagd|utskrevet|utskriven|utskrive|skrevet ut|skriven ut|døde|døydde"
    rf"|time(?:n)?|møte(?:t)?"
    rf"|siden|sidan|frist(?:en)?|operert|flyttet|flytta|bursdag\w*|dato(?:en)?|rusfri|tørr"
    rf"|nykter|admitted"
    rf"|discharged|died|sober|clean|since|appointment|birthday)(?: (?:er|var|den|på|d\.|fra"
    rf"|siden|sidan|min"
    rf"|mi|mitt|the|on|was|is|since|to)){{0,3}} (?P<day>{_DAY}[./]{_MONTH}\.?)(?![\d/])(?!"
    rf" ?(?:%|av|timer|dager))",
    re.IGNORECASE,
)
MODEL = re.compile(
    r"\b(?P<year>(?:19)?\d\d[- ]?model\w{0,4}|(?:årgang|årsmodell|årsmodel) '?(?:19|20)?\d\d(?!\d)"
    r"|(?:(?:19|20)\d\d|\b\d\d)-årgang\w*)|(?P<kid>'\d\d)(?= (?:baby|kid|child|model|modell)\b)",
    re.IGNORECASE,
)
# After a word for birth digits in any groups are a day: "født 18 05 63".
BIRTH_DAY = re.compile(
    rf"\b{_BORN}\b[^\d\n]{{0,20}}(?P<day>(?:0 ?[1-9]|[12]\d|3[01]|[1-9])[ ./-]{{1,3}}"
    rf"(?:0 ?[1-9]|1[0-2]|[1-9])[ ./-]{{1,3}}(?:{_YEAR}|\d ?\d))(?! ?\d)",
    re.IGNORECASE,
)
HOLIDAY = re.compile(
    r"(?:17\. ?mai|1\. ?mai|2[3-6]\. ?desember|31\. ?desember|1\. ?januar|8\. ?mars)", re.IGNORECASE
)
OF_A_YEAR = re.compile(r" i (?:år|fjor|forfjor)\b| (?:this|last) year\b", re.IGNORECASE)
# A feast of a certain year, a week of one; the night before a day.
FEAST = re.compile(
    r"\b(?:(?:\d\. ?|første |andre |tredje |fyrste )?(?:jule|påske|pinse|nyttårs)dag|juleaften"
    r"|julaften"
    r"|julekvelden|nyttårsaften|nyttårskvelden|skjærtorsdag|langfredag|palmesøndag"
    r"|sankthans(?:aften)?"
    r"|jonsok(?:aften)?|luciadagen|morsdagen?|valentinsdagen|halloween|kristi himmelfartsdag"
    r"|christmas (?:eve|day)|new year'?s (?:eve|day)|good friday|easter (?:sunday|monday)"
    r"|boxing day)"
    rf",? (?:i )?{_YEAR}(?!\d)",
    re.IGNORECASE,
)
WEEK = re.compile(
    rf"\b(?:uke|veke|week) (?:[1-9]|[1-4]\d|5[0-3])(?:,? (?:i |of |in )?{_YEAR})(?!\d)",
    re.IGNORECASE,
)
WEEK_ALONE = re.compile(
    r"\b(?:i|til|fra|frå|før|etter) (?P<week>(?:uke|veke) (?:[1-9]|[1-4]\d|5[0-3]))(?![\d-])(?!"
    r" (?:av|etter|på)\b)",
    re.IGNORECASE,
)
DAY_ALONE = re.compile(
    rf"\b(?:(?:natt|natta|kvelden|morgenen) til|(?:natt|natta) mot) (?:den"
    rf" )?(?P<day>{_DAY}\.)(?! ?\d)"
    r"(?! (?:gang|etasje|klasse|runde|dag\b))"
    rf"|\bden (?P<other>{_DAY}\.)(?= (?:var|vart|ble|blei|er|kom|skjedde|gikk|skal|skulle|fikk"
    rf"|denne måned"
    r"|i (?:denne|forrige|neste) måned|(?:forrige|neste) måned)\b)",
    re.IGNORECASE,
)
# What belongs to a day and stands before it.
ARTICLE = re.compile(rf"\b(?:{_WEEKDAY}(?:en)?,? )?(?:den |the )?$", re.IGNORECASE)

FORMS = (
    (NUMBERS, 1.0),
    (SHORT_YEAR, 0.9),
    (DAY_AND_MONTH, 0.7),
    (DAY_IN_MONTH, 0.8),
    (DAY_MONTH_YEAR, 0.9),
    (YEAR_FIRST, 1.0),
    (RUN, 0.85),
    (FEAST, 0.7),
    (WEEK, 0.6),
)
ALONE = (
    (ON_A_DAY, "day", 0.6),
    (WEEK_ALONE, "week", 0.3),
    (SMALL_DAY, "day", 0.15),
    (DAY_ALONE, "day", 0.5),
    (DAY_ALONE, "other", 0.5),
)
LOOK_BACK = 20  # characters
OF_BIRTH = (
    (BIRTH, "year"),
    (BORN_AFTER, "year"),
    (BORN_TOO, "year"),
    (FROM_YEAR, "year"),
    (MODEL, "year"),
    (MODEL, "kid"),
    (BORN_SHORT, "year"),
    (BORN_SHORT, "other"),
    (BIRTH_DAY, "day"),
    (MORE_EXACTLY, "year"),
    (BORN_IN_MONTH, "day"),
)


def find(reading: Reading) -> Iterator[Span]:
    """Dates in every usual form. A public holiday without a year is everybody's."""
    for span in _days(reading):
        yield _with_article(reading.text, span)
    for pattern, group in OF_BIRTH:
        yield from reading.spans(pattern, Label.DATE, 0.8, SOURCE, Why.YEAR_OF_BIRTH, group)


def _days(reading: Reading) -> Iterator[Span]:
    for pattern, score in FORMS:
        yield from reading.spans(pattern, Label.DATE, score, SOURCE, Why.LOOKS_LIKE_DATE)
    for pattern, group, score in ALONE:
        yield from reading.spans(pattern, Label.DATE, score, SOURCE, Why.LOOKS_LIKE_DATE, group)
    yield from reading.spans(ON_WEEKDAY, Label.DATE, 0.8, SOURCE, Why.LOOKS_LIKE_DATE, "day")
    several = list(reading.spans(DIARY, Label.DATE, 0.4, SOURCE, Why.LOOKS_LIKE_DATE, "day"))
    if len(several) > 1 and not NUMBERED_TEXT.search(reading.text):
        yield from several
    for span in reading.spans(NAMED, Label.DATE, 0.8, SOURCE, Why.LOOKS_LIKE_DATE):
        if not (_is_holiday(reading.text, span) or _may_be_a_verb(reading.text, span)):
            yield span


def _with_article(text: str, span: Span) -> Span:
    """ "den 4. april": the article and the weekday belong to the day."""
    before = ARTICLE.search(text, max(0, span.start - LOOK_BACK), span.start)
    return replace(span, start=before.start()) if before else span


def _may_be_a_verb(text: str, span: Span) -> bool:
    """*I may 2 times* is no day in May."""
    return re.fullmatch(r"may \d\d?", text[span.start : span.end]) is not None


def _is_holiday(text: str, span: Span) -> bool:
    """*17. mai* is a feast; *den 17. mai* is a day something happened."""
    before = text[max(0, span.start - 4) : span.start].lower()
    if OF_A_YEAR.match(text, span.end):
        return False
    return bool(HOLIDAY.fullmatch(text[span.start : span.end])) and before != "den "
