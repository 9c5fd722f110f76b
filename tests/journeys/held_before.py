"""Invented notes from a meeting that was held before the product came to the centre.

Each line, and the theme it is sorted under. Some lines name somebody, as notes do.
"""

import re
from typing import NamedTuple

_BEFORE_THE_WORDS = re.compile(r"^(D\d\d )?[+−→○] ")


class Note(NamedTuple):
    """masked: what may go on, where that is not what was said."""

    line: str
    theme: str
    masked: str = ""

    @property
    def goes_on(self) -> str:
        return self.masked or _BEFORE_THE_WORDS.sub("", self.line)


MET, TOLD, ONWARDS = "Å bli møtt", "Å få vite", "Å komme videre"
THEMES = (MET, TOLD, ONWARDS)
PEOPLE = 6  # D01 to D06
NEVER_TOLD = ("Hauglie", "Torbjørn", "Grethe", "91 77 30 12", "Bjørkeveien", "prest")
NOTES = (
    Note(
        "D01 + Marit Hauglie i luka sier alltid hei når jeg kommer.",
        MET,
        "[navn] i luka sier alltid hei når jeg kommer.",
    ),
    Note("D02 − Jeg måtte fortelle alt på nytt fire ganger den våren.", MET),
    Note("D03 + De spør hvordan jeg vil ha det, ikke bare hvordan det går.", MET),
    Note("D04 − Jeg er visst den eneste på min alder her.", MET),
    Note(
        "D05 + Torbjørn satte seg ned og ventet til jeg var klar.",
        MET,
        "[navn] satte seg ned og ventet til jeg var klar.",
    ),
    Note("D06 − Døra var låst, og ingen åpnet før det hadde gått ti minutter.", MET),
    Note("→ La oss få velge hvem vi snakker med.", MET),
    Note("D01 ○ Jeg har gått der i sju år nå.", MET),
    Note("D02 + Kaffen er varm, og noen sitter der uten å spørre om noe.", MET),
    Note("D03 → Si fra på forhånd når noen slutter.", MET),
    Note("D04 − Jeg fikk vite om timen dagen etter at den var over.", TOLD),
    Note("D05 − Ingen fortalte meg hva medisinen gjorde med søvnen.", TOLD),
    Note(
        "D06 + Grethe ringte meg fra 91 77 30 12 og forklarte hele brevet.",
        TOLD,
        "[navn] ringte meg fra [telefonnummer] og forklarte hele brevet.",
    ),
    Note("D01 → Skriv brevene slik at naboen også hadde forstått dem.", TOLD),
    Note("D02 − Jeg visste ikke at jeg kunne klage.", TOLD),
    Note("D03 + Oppslaget i gangen sa hva som skulle skje den uka.", TOLD),
    Note("D04 → Send en melding dagen før, ikke et brev to uker før.", TOLD),
    Note("○ Vi er flere som ikke leser posten når det er vanskelig.", TOLD),
    Note("D05 − Planen min lå i en skuff jeg ikke visste om.", TOLD),
    Note("D06 + Noen tegnet det opp for meg, og da forsto jeg.", TOLD),
    Note("D01 − Fra torsdag til mandag var det ingen å ringe til.", ONWARDS),
    Note(
        "D02 − Jeg ble kjørt hjem til Bjørkeveien 14 uten at noen hadde handlet mat.",
        ONWARDS,
        "Jeg ble kjørt hjem til [adresse] uten at noen hadde handlet mat.",
    ),
    Note("D03 + Hun fra kommunen var med på det siste møtet før jeg dro.", ONWARDS),
    Note("D04 → La dem som skal følge meg opp, møte meg før jeg skrives ut.", ONWARDS),
    Note("D05 − Det tok elleve uker før noen tok kontakt.", ONWARDS),
    Note(
        "D06 − Faren min er prest i bygda, så alle vet når jeg er borte.",
        ONWARDS,
        "Folk i bygda vet når jeg er borte.",
    ),
    Note("D01 + Jeg fikk være med og bestemme hvilken dag jeg skulle hjem.", ONWARDS),
    Note("D02 → Ett telefonnummer som gjelder hele veien.", ONWARDS),
    Note("D03 ○ Søsteren min gjorde mye av det andre skulle ha gjort.", ONWARDS),
    Note("D04 − Etter at jeg flyttet, begynte alt på nytt.", ONWARDS),
)


def under(theme: str) -> list[str]:
    """What may go on under a theme, in alphabetical order."""
    return sorted(note.goes_on for note in NOTES if note.theme == theme)


def pasted() -> str:
    """The notes as somebody copies them out of their own document."""
    return "\n".join(note.line for note in NOTES)
