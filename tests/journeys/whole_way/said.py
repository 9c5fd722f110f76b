"""What is said in the one meeting, by whom, and under which theme it comes to lie. Invented."""

from typing import Final, NamedTuple

SLIP, BY_PHONE = 1, 2  # the numbers of those who got a code before the meeting
ON_PAPER = (3, 4, 5, 6, 7)
PEOPLE = (SLIP, BY_PHONE, *ON_PAPER)
LEAVES = 7  # the number of the one who withdraws
STAY = tuple(number for number in PEOPLE if number != LEAVES)


class Said(NamedTuple):
    """speaker: a number, 0 for the group. goes_on: where that is not what was said."""

    speaker: int
    kind: str
    words: str
    theme: str
    goes_on: str = ""

    @property
    def masked(self) -> str:
        return self.goes_on or self.words


MET, WAITING = "Å bli møtt", "Å vente"
THEMES = (MET, WAITING)
NAME = "Marit Hauglie"
ALL: Final = (
    Said(1, "good", "De husket hva jeg hadde fortalt sist.", MET),
    Said(
        2,
        "good",
        f"{NAME} smilte hver gang jeg kom.",
        MET,
        "[navn] smilte hver gang jeg kom.",
    ),
    Said(1, "not_good", "Jeg ventet uten å vite hvor lenge.", WAITING),
    Said(2, "not_good", "Ingen ringte mens jeg sto i kø.", WAITING),
    Said(3, "not_good", "Det var stille fra dem mens jeg ventet.", WAITING),
    Said(4, "not_good", "Jeg trodde de hadde glemt meg.", WAITING),
    Said(5, "not_good", "Jeg måtte mase for å få et svar.", WAITING),
    Said(6, "proposal", "Send en melding mens vi venter.", WAITING),
    Said(7, "not_good", "Jeg ga nesten opp før jeg kom inn.", WAITING),
    Said(3, "not_good", "Timen var byttet da jeg kom, og ingen hadde sagt fra.", MET),
    Said(7, "proposal", "La oss få velge hvem vi snakker med.", MET),
    Said(0, "proposal", "Heng opp bilder av dem som jobber her.", MET),
)
NAMED = ALL[1]
LEFT_OUT = tuple(one for one in ALL if one.speaker == LEAVES)
SINGLE = ALL[9]
QUOTED = ALL[2]  # the words that are printed, with a yes


def of(number: int) -> list[Said]:
    """What one person has said."""
    return [one for one in ALL if one.speaker == number]
