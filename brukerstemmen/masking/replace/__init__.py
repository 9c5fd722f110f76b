"""Other words for what points at somebody, so that the meaning stays.

`suggest` writes a first proposal for a whole text; `choices` gives a person something to choose
from for each hit, `offer` the stretch it replaces too, and `replaced` puts it in. `Naming`
keeps who is who through a meeting, and `notes` says what to know about a hit.
"""

from brukerstemmen.masking.replace.around import Offer
from brukerstemmen.masking.replace.choosing import Pick, choices, offer, offer_marked, replaced
from brukerstemmen.masking.replace.naming import Naming
from brukerstemmen.masking.replace.notes import Note, notes
from brukerstemmen.masking.replace.placeholders import PLACEHOLDER, WORDING, stood_in
from brukerstemmen.masking.replace.suggesting import suggest

__all__ = [
    "PLACEHOLDER",
    "WORDING",
    "Naming",
    "Note",
    "Offer",
    "Pick",
    "choices",
    "notes",
    "offer",
    "offer_marked",
    "replaced",
    "stood_in",
    "suggest",
]
