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

# Weights of the two check digits (Skatteetaten, fødselsnummer).
FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


_NUMBERED = ((NUMBERED, "number"), (NUMBERED, "case"))


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
