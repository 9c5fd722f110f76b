"""Initials instead of a name: "B.H. var der", "jeg møtte K. i går"."""

import re
from collections.abc import Iterator

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
ALONE = re.compile(
    r"(?i:\b(?:med|til|av|hos|fra|frå|og|at|ringte|møtte|spurte|traff|kjente) )"
    r"(?P<letter>[A-HJ-ZÆØÅ])(?= (?:sa|som|og|i går|var|er|har|ringte|på|fra|om|hadde)\b)"
)


def find(reading: Reading) -> Iterator[Span]:
    """One to three initials, with full stops or standing where a name stands."""
    yield from reading.spans(SEVERAL, Label.PERSON, 0.6, SOURCE, Why.INITIALS)
    yield from reading.spans(ONE, Label.PERSON, 0.5, SOURCE, Why.INITIALS)
    if reading.lang != "en":
        yield from reading.spans(ALONE, Label.PERSON, 0.4, SOURCE, Why.INITIALS, "letter")
