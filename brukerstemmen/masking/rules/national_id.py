"""National identity numbers, and other numbers of one person: passports, journals, cases."""

import re
from collections.abc import Iterator

from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.national_id"
_GAP = r" ?[ .\-/]? ?"
# 311299 12345, 31 12 99 12345, 31 12 99 123 45, 311299 123 45, and the 4-2-5 of bank accounts.
GROUPS = ((6, 5), (2, 2, 2, 5), (2, 2, 2, 3, 2), (6, 3, 2), (4, 2, 5))
ELEVEN = re.compile(
    r"(?<!\d)(?:"
    + "|".join([r"\d{11}", *(_GAP.join(rf"\d{{{size}}}" for size in sizes) for sizes in GROUPS)])
    + r")(?!\d)"
)
# Read out or written with a blank anywhere: 14 89 77 3 1 2 3 2.
ANYHOW = re.compile(r"(?<!\d)(?<!\d[ ,.])\d(?: ?\d){10}(?! ?\d)(?! ?(?:kr|kroner|NOK)\b)")
LONG = re.compile(r"(?<!\d)(?<!\d[,.])\d{7,}(?!\d)(?! ?(?:kr|kroner|NOK)\b)")

_KINDS = (
    r"(?:pass|journal|pasient|saks?|kunde|klient|bruker|brukar|referanse|vedtaks?|polise|ansatt"
    r"|tilsett|førerkort|DUF|NPR|henvisnings?|tilvisings?|medlems?|personal|id|ID|resept)"
)
_ENGLISH = r"(?:passport|case|patient|journal|client|reference|customer|member|licen[cs]e|file)"
# "saksnummer 2019/4711", "passnr. ABC123456": only after a word that says whose it is.
PAPERS = re.compile(
    rf"\b(?:{_KINDS}[- ]?(?:nummer\w{{0,4}}|nr)\b\.?|{_ENGLISH}(?: (?:number|no\b\.?|id))"
    r"|(?:sak|journal|pass|ref) (?:nr|nummer)\b\.?|ref\.|id-?kode\w{0,2})"
    r"(?: (?:mitt|min|sitt|hans|hennes|vårt|mi))?(?: (?:er|var|is|was|på))?:? ?"
    r"(?P<number>(?=[A-Za-z/-]{0,6}\d)[A-Za-z]{0,4}(?:[ /-]?\d){3,12}[A-Za-z]?)(?![\w/-]*\d)",
    re.IGNORECASE,
)

# Also with a digit too many or too few, and the last five alone, after a word that says it.
ANNOUNCED = re.compile(
    r"\b(?:fødsels|person|fødsel|d-?|h-?)(?:-og-person)?-?nummer\w{0,4}\b[^\d\n.!?]{0,30}"
    r"(?P<number>(?<!\d)\d(?: ?[ .\-/]? ?\d){4,12})(?! ?\d)"
    r"|\b(?:national|social security|insurance|id) number\b[^\d\n.!?]{0,30}"
    r"(?P<english>(?<!\d)\d(?: ?[ .\-/]? ?\d){4,12})(?! ?\d)",
    re.IGNORECASE,
)
# Any other number of a case, a letter, a customer: "vedtaksnummer 4711-22".
NUMBERED = re.compile(
    r"\b(?!(?:telefon|tlf|mobil|konto|kort|rom|hus|side|post|skilt|registrerings|bil|sko|linje"
    r"|buss|kanal|avdelings|etasje|gate|parti|organisasjons|paragraf|kapittel))"
    r"[a-zæøå]{2,20}-?(?:nummer(?:et)?|nr\.?|id)(?: (?:mitt|hans|hennes))?(?: (?:er|var))?:? "
    r"(?P<number>(?=[a-z/-]{0,5}\d)[a-z]{0,4}(?:[ /-]?\d){4,12})(?![\w/-]*\d)"
    r"|\bsak(?:en)?(?: min| vår)? (?P<case>\d{2,4}/\d{2,6})(?!\d)",
    re.IGNORECASE,
)

# How a number is led up to: "journalnummeret mitt på saken er visst".
_WHOSE = r"mitt|min|mi|sitt|hans|hennes|hennar|vårt|deira|deres|til \w{1,20}|my|her|his|their"
_LED_UP = (
    rf"(?:,? (?:{_WHOSE}|på (?:saken|saka|meg|vedtaket|klagen)|i systemet|hos \w{{1,20}}|der"
    rf"|står|lyder"
    r"|var|er|e|va|is|was|has|har|fikk|fekk|ble|blei|vart|nå|altså|jo|visst|bare|jeg fikk|med"
    r"|number"
    r"|nummer|nr|no|id|som)){0,5}[:,.]? ?[«\"(#]?"
)
# A code: digits with signs and blanks between them, capitals before or after.
_CODE = (
    r"(?:(?-i:[A-ZÆØÅ]{1,5}) ?-?|[a-zæøå]{1,5}-?)?\d(?:[ ./-]?\d){2,14}"
    r"(?:[-/]?(?-i:[A-Z]{1,4}(?:-[A-Z]{2,5})?)|[a-z])?(?!\w|[.,/-]\d)"
)
_NO_COUNT = (
    r"(?! ?(?:kr|kroner|mg|ml|mikrogram|timer|timar|dager|dagar|minutt|ganger|gonger|år|sider|stk"
    r"|stykk|prosent|%|meter|kilo|people|days|hours|times|pages)\b)"
)
_OF_SOMEBODY = (
    r"(?:saks?|journal|pasient|bruk[ea]r|klient|ansatt|tilsett|vedtaks?|referanse|rekvisisjons?"
    r"|søknads?"
    r"|henvisnings?|tilvisings?|kunde|medlems?|polise|skade|forsikrings?|anmeldelses?|meldings?"
    r"|klage"
    r"|pass|førerkort|personal|delt[ea]k[ea]r|beboer|bebuar|fange|innsatt|elev|student|låne(?:r"
    r"|kort)"
    r"|prøve|ordre|avtale|resept|duf|npr|nødnett|billett|mappe|dokument|arkiv|kort|rettssaks?)"
)
ANY_WAY = re.compile(
    rf"\b(?:{_OF_SOMEBODY}[- ]?(?:nummer\w{{0,4}}|nr\b\.?|id(?:en)?\b|ref\b\.?|kode\w{{0,2}})"
    rf"|(?:{_ENGLISH}|staff|employee|social security|booking|resident)"
    r"(?: (?:number|no\b\.?|id|ref\b\.?|code))"
    rf"|(?:DUF|NPR|ref|referanse(?:n|nummeret)?|reference)\b\.?){_LED_UP}(?P<number>{_CODE}){_NO_COUNT}",
    re.IGNORECASE,
)
# "saken min er 19/442": after the thing itself only what looks like the number of a case.
_PAPER = (
    r"(?:sak(?:en|a)?|vedtak(?:et)?|klag[ea]n?|rekvisisjon(?:en)?|dom(?:men)?|anmeldelse[n]?"
    r"|søknad(?:en)?"
    r"|henvisning(?:en)?|tilvising[a]?|journal(?:en)?|refusjon\w*|krav(?:et)?|faktura(?:en)?"
    r"|mappa|mappen"
    r"|skade(?:n|saken)?|forsikring(?:s?saken|en)|armbånd(?:et)?(?: mitt)?|case|file|complaint"
    r"|decision)"
)
OF_A_CASE = re.compile(
    rf"\b{_PAPER},?{_LED_UP}(?P<number>(?!(?:19|20)\d\d[-/](?:19|20)\d\d(?!\d))"
    r"(?:(?-i:[A-ZÆØÅ]{1,4})[ -]?|[a-z]{1,3}-)?(?:\d{2,4}[/-]\d{3,8}(?:-\d{1,3})?|\d{2,5}/(?:19"
    r"|20)\d\d"
    rf"|\d{{5,12}}))(?![\w/])(?![.,]\d){_NO_COUNT}",
    re.IGNORECASE,
)
# How public bodies and courts number their cases; codes of a few capitals and digits.
BY_ITS_FORM = (
    (re.compile(r"(?<![\d/-])20\d\d/(?!20\d\d(?!\d))\d{3,7}(?:-\d{1,3})?(?![\d/])"), 0.8),
    (re.compile(r"(?<!\w)\d\d-\d{5,6}[A-Z]{3}-[A-Z]{4}(?:/\d\d)?(?!\w)"), 0.9),
    (re.compile(r"(?<![\w-])[A-ZÆØÅ]{1,4}-(?:\d{2,4}-)?\d{4,9}(?:-\d{1,3})?(?![\w-])"), 0.7),
    (re.compile(r"(?<![\w/-])(?:[01]\d|2\d)/\d{4,6}(?:-\d{1,3})?(?![\d/])"), 0.6),
)
# "de kaller meg bruker 7714", "jeg er bare nummer 440812".
NUMBER_NOT_NAME = re.compile(
    r"\b(?:pasient|klient|fange|beboer|bebuar|innsatt|patient|client|resident|inmate"
    r"|(?<!jeg )(?<!eg )(?<!vi )(?<!de )(?<!dei )(?<!han )(?<!hun )(?<!ho )(?<!som )(?<!man"
    r" )bruker)"
    rf"(?: (?:nr\.?|nummer|no\.?|number|id))? (?P<number>\d{{3,12}})(?!\w|[.,]\d){_NO_COUNT}"
    rf"|\b(?:nummer|nr\.?|number) (?P<bare>\d{{5,12}})(?!\w|[.,]\d){_NO_COUNT}"
    r"|\b(?:har|med|has|with|min|mitt|my) id:? (?P<id>(?=[a-z-]{0,5}\d)[a-z]{0,4}-?\d{3,12})(?!\w)",
    re.IGNORECASE,
)

# Weights of the two check digits (Skatteetaten, fødselsnummer).
FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


_NUMBERED = (
    (NUMBERED, "number"),
    (NUMBERED, "case"),
    (ANY_WAY, "number"),
    (OF_A_CASE, "number"),
)
_INSTEAD = ("number", "bare", "id")


def find(reading: Reading) -> Iterator[Span]:
    """Eleven digits whatever they add up to; that they add up only makes it surer."""
    for pattern in (ELEVEN, ANYHOW):
        for match in pattern.finditer(reading.text):
            digits = re.sub(r"\D", "", match.group())
            score = 1.0 if adds_up(digits) else 0.9 if begins_with_a_day(digits) else 0.7
            yield Span(*match.span(), Label.ID_NUMBER, score, SOURCE, Why.LOOKS_LIKE_NATIONAL_ID)
    yield from reading.spans(PAPERS, Label.ID_NUMBER, 0.95, SOURCE, Why.LONG_NUMBER, "number")
    for pattern, group in ((ANNOUNCED, "number"), (ANNOUNCED, "english"), *_NUMBERED):
        yield from reading.spans(pattern, Label.ID_NUMBER, 0.9, SOURCE, Why.LONG_NUMBER, group)
    for pattern, score in BY_ITS_FORM:
        yield from reading.spans(pattern, Label.ID_NUMBER, score, SOURCE, Why.LONG_NUMBER)
    for group in _INSTEAD:
        found = reading.spans(NUMBER_NOT_NAME, Label.ID_NUMBER, 0.7, SOURCE, Why.LONG_NUMBER, group)
        yield from found
    yield from reading.spans(LONG, Label.ID_NUMBER, 0.5, SOURCE, Why.LONG_NUMBER)


def adds_up(digits: str) -> bool:
    """Whether eleven digits carry the right two check digits.

    >>> adds_up("01810112345")
    False
    """
    values = [int(digit) for digit in digits]
    return all(
        sum(weight * value for weight, value in zip(weights, values, strict=False)) % 11 == 0
        for weights in (FIRST, SECOND)
    )


def begins_with_a_day(digits: str) -> bool:
    """Whether the first six digits may be a day of birth.

    Day + 40 is a D number, month + 40 an H number; + 65 or + 80 a made-up person for testing.

    >>> begins_with_a_day("018101")
    True
    """
    day, month = int(digits[:2]) % 40, int(digits[2:4])
    return 1 <= day <= 31 and any(1 <= month - extra <= 12 for extra in (0, 40, 65, 80))
