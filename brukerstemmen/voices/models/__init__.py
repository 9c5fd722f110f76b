"""What there is where people speak: participants as codes, consent, meetings, statements."""

from .meetings import Presence, UserMeeting
from .participants import ConsentDecision, ConsentText, Participant
from .previews import ImportPreview
from .statements import KeptHit, MaskedWording, RawWording, Statement

__all__ = [
    "ConsentDecision",
    "ConsentText",
    "ImportPreview",
    "KeptHit",
    "MaskedWording",
    "Participant",
    "Presence",
    "RawWording",
    "Statement",
    "UserMeeting",
]
