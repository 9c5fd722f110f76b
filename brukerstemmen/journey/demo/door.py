"""Whom of those who took part a visitor of the demo may be."""

from brukerstemmen.journey.demo.elvesund import TITLE
from brukerstemmen.voices.actions import codes
from brukerstemmen.voices.models import Participant

# Their codes in the material, and what tells them apart. The first has most to look at.
AT_THE_DOOR = {
    "D05": "Har vært i to møter (demo)",
    "D12": "Vil gjerne ha navnet sitt med (demo)",
    "D16": "Har ikke e-post, bare telefon (demo)",
    "D19": "Har fortalt på nynorsk (demo)",
}


def fresh_token(code: str) -> str | None:
    """The end of an address that opens this participant's door; earlier ones stop working.

    None if they are not on offer, or if the story has not come as far as to their meeting.
    """
    if code not in AT_THE_DOOR:
        return None
    people = Participant.objects.taking_part().filter(evaluation__work__title=TITLE)
    there = people.filter(number=int(code[1:])).first()
    return codes.give_demo_code(there).token if there else None
