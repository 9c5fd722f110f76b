"""Number plates: two letters and five digits, and what somebody has paid to have there instead."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.vehicle"
_LETTER = "[A-HJ-LNPR-VX-Z]"  # no Norwegian plate has I, M, O, Q or W
_DIGITS = r"\d(?: ?\d){4}(?! ?\d|[.,/-]\d)"
_NO_AMOUNT = r"(?! ?(?:kr|kroner|mg|ml|km|NOK|%|stk|gang|gong)\b)"
PLATE = re.compile(rf"(?<![\w+-])(?P<letters>{_LETTER}{{2}})(?: {{0,2}}|-){_DIGITS}{_NO_AMOUNT}")
SMALL = re.compile(
    rf"(?<![\w+-])(?P<letters>{_LETTER}{{2}})(?: {{0,2}}|-){_DIGITS}{_NO_AMOUNT}", re.IGNORECASE
)
# Letters no plate has here: somebody else's country, or a slip of the key.
FOREIGN = re.compile(
    rf"(?<![\w+-])(?P<letters>[A-ZÆØÅ]{{2}}) {{0,2}}{_DIGITS}{_NO_AMOUNT}(?! ?(?:Oslo|Bergen)\b)"
)
SPELLED = re.compile(
    rf"(?<![\w+-]){_LETTER}[ .-]{{1,2}}{_LETTER}[ ,-]{{1,2}}{_DIGITS}{_NO_AMOUNT}", re.IGNORECASE
)
_PLATE_WORD = (
    r"(?:(?:bil)?skilt(?:et|a|ene)?|(?:registrerings|skilt|bil)nummer(?:et)?"
    r"|reg\.? ?(?:nr|nummer)|(?:number|licen[cs]e) plate)"
)
_OWNER = r"(?: (?:på|min|mi|mitt|til|om|on|my|the|hans|hennes)(?: [a-zæøå]{1,12})?){0,2}"
_IS = r"(?: (?:er|var|med|sier|is|was|says|står|har)(?: nummer)?)?[:,]? ?[«\"“]?"
# After a word for plate or car also in small letters, and with four digits: a trailer.
AFTER_WORD = re.compile(
    rf"\b(?:{_PLATE_WORD}|bil(?:en)?|hengeren|car){_OWNER}{_IS}"
    r"(?P<plate>[a-zæøå]{2}(?: {0,2}|-)\d(?: ?\d){3,4})(?! ?\d|\w)" + _NO_AMOUNT,
    re.IGNORECASE,
)
# What somebody has paid to have on the plate is known by that word alone.
CHOSEN = re.compile(
    rf"\b(?i:{_PLATE_WORD}{_OWNER}{_IS})(?P<plate>(?=[A-ZÆØÅ\d]{{0,6}}[A-ZÆØÅ])[A-ZÆØÅ\d]{{2,7}})"
    r"(?!\w)"
)
# The sign on a door says things in capitals too.
ON_A_CAR = re.compile(r"bil|kjør|køyr|registrering|plate|\bcar\b", re.IGNORECASE)
AROUND = 30  # characters
# Two letters before five digits that are no plate: "ca 12000", "nr 10500".
AMOUNTS = frozenset({"ca", "kr", "nr", "pr", "tv", "pc", "eu"})


def find(reading: Reading) -> Iterator[Span]:
    """In capitals always; in small letters where the two are no word."""
    for pattern, score in ((PLATE, 0.95), (SPELLED, 0.8), (SMALL, 0.7), (FOREIGN, 0.5)):
        for match in pattern.finditer(reading.text):
            if pattern is SPELLED or _may_be_letters(match["letters"]):
                yield _plate(match.span(), score)
    for match in AFTER_WORD.finditer(reading.text):
        yield _plate(match.span("plate"), 0.8)
    for match in CHOSEN.finditer(reading.text):
        around = reading.text[max(0, match.start() - AROUND) : match.end() + AROUND]
        if ON_A_CAR.search(around):
            yield _plate(match.span("plate"), 0.8)


def _may_be_letters(letters: str) -> bool:
    if letters.lower() in AMOUNTS:
        return False
    return letters.isupper() or letters.lower() not in lexicon.function_words()


def _plate(span: tuple[int, int], score: float) -> Span:
    return Span(*span, Label.VEHICLE, score, SOURCE, Why.LOOKS_LIKE_NUMBER_PLATE)
