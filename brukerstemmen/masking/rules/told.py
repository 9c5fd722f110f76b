"""Initials instead of a name: "B.H. var der", "jeg møtte K. i går"."""

import re
from collections.abc import Iterator

from brukerstemmen.masking import lexicon
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.spans import Label, Span, Why

SOURCE = "rules.told"
SEVERAL = re.compile(
    r"(?<![\w.])(?!(?:A\.S|U\.S|P\.S|N\.B|D\.v|E\.U)\.)[A-ZÆØÅ]\.(?: ?[A-ZÆØÅ]\.){1,2}(?!\w)"
)
# Not "vitamin B.", "plan A." or "8 B."; and a small letter goes on, so that no sentence ended.
ONE = re.compile(
    r"(?<!\w)(?<!vitamin )(?<!plan )(?<!hepatitt )(?<!avdeling )(?<!post )(?<!klasse )(?<!\d )"
    r"(?<!type )(?<!gruppe )(?<!blokk )(?<!oppgang )[A-HJ-ZÆØÅ]\.(?= [a-zæøå])"
)
# "Dr. Okonjewski", "mrs. rasmussen-lie": whatever stands after a title that is nothing else.
TITLED = re.compile(
    r"\b(?:[Dd]r|[Mm]rs?|[Mm]s|[Ff]ru|[Hh]err|[Ff]røken|[Pp]rof)\.? "
    r"(?P<name>[^\W\d_]{3,}(?:-[^\W\d_]+)*)"
)
# "tante bibbi": hardly anything but a name stands between an aunt and what she does.
AUNT = re.compile(r"\b(?:[Tt]ante|[Oo]nkel|[Uu]ncle|[Aa]unt(?:ie)?) (?P<name>[^\W\d_]{3,15})\b")
ALONE = re.compile(
    r"(?i:\b(?:med|til|av|hos|fra|frå|og|at|ringte|møtte|spurte|traff|kjente) )"
    r"(?P<letter>[A-HJ-ZÆØÅ])(?= (?:sa|som|og|i går|var|er|har|ringte|på|fra|om|hadde)\b)"
)
# "Sløyfa, som vi kaller henne", "«Skomakaren» kalla vi han".
_CALL = r"kall(?:er|ar|te|a)"
_WHOM = r"(?:henne|han|ham|ho|hun|meg|hverandre)"
CALLED = tuple(
    re.compile(form)
    for form in (
        r"(?P<name>[A-ZÆØÅ][\w-]{1,20}(?: [A-ZÆØÅ][\w-]{1,20})?)[»\"”]?,? som (?:vi|dei|de"
        r"|alle|folk|eg|jeg)"
        rf" (?:berre |bare |alltid )?{_CALL} {_WHOM}\b",
        rf"[«\"“](?P<name>[^»\"”\n]{{2,25}})[»\"”],? {_CALL} (?:vi|dei|de|jeg|eg|alle) {_WHOM}\b",
        rf"\b{_CALL} (?:vi|dei|de|jeg|eg|alle) {_WHOM} (?:bare |berre"
        rf" )?[«\"“](?P<name>[^»\"”\n]{{2,25}})",
    )
)
# "det var dag som kjørte meg": also a word is somebody's name where somebody is thanked.
THANKED = re.compile(
    r"\b(?:det|de) (?:var|er|va|e) (?:bare |berre |jo |hun |ho |han"
    r" )?(?P<name>[a-zæøå]{2,15}) (?:som|så)"
    r" (?:fant|fann|kjørte|køyrde|hjalp|redda|reddet|sa|spurte|ringte|hentet|henta|passet|så|møtte"
    r"|trodde|trudde|forsto|visste|brydde|hørte|høyrde|lytta|lyttet|tålte|mente"
    r"|tok|satt|sat|lærte|ga|gav|gitt|kom|fikk|fekk|ordna|trøsta|holdt|heldt|åpna|sto|stod)\b"
)


def find(reading: Reading) -> Iterator[Span]:
    """One to three initials, with full stops or standing where a name stands."""
    yield from reading.spans(SEVERAL, Label.PERSON, 0.6, SOURCE, Why.INITIALS)
    yield from reading.spans(ONE, Label.PERSON, 0.5, SOURCE, Why.INITIALS)
    for pattern in (TITLED, AUNT):
        for match in pattern.finditer(reading.text):
            if _may_be_somebody(reading, match["name"].lower()):
                span = match.span("name")
                yield Span(*span, Label.PERSON, 0.3, SOURCE, Why.TITLE_BEFORE_NAME)
    if reading.lang != "en":
        for pattern in CALLED:
            yield from reading.spans(pattern, Label.PERSON, 0.6, SOURCE, Why.SAYS_A_NAME, "name")
        for match in THANKED.finditer(reading.text):
            if match["name"] in lexicon.names() - lexicon.function_words():
                span = match.span("name")
                yield Span(*span, Label.PERSON, 0.3, SOURCE, Why.NAME_IN_LIST)
        yield from reading.spans(ALONE, Label.PERSON, 0.4, SOURCE, Why.INITIALS, "letter")


def _may_be_somebody(reading: Reading, lower: str) -> bool:
    verbs = lexicon.words("saying_verbs", "acting_verbs", "human_verbs", "words_of_being")
    return lower not in reading.harmless and lower not in verbs
