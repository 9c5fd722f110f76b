"""What there is where people speak: participants as codes, consent, meetings, statements."""

from .codes import Invitation, PersonalCode, SlipSheet, WallCode
from .identity import Companion, Contact
from .masking import NameChoice, ReadingFigures, SecondReading
from .meetings import Presence, UserMeeting
from .participants import ConsentDecision, ConsentText, Participant
from .previews import ImportPreview
from .statements import KeptHit, MaskedWording, RawWording, Statement
from .validation import Offer, ValidationRound

__all__ = [
    "Companion",
    "ConsentDecision",
    "ConsentText",
    "Contact",
    "ImportPreview",
    "Invitation",
    "KeptHit",
    "MaskedWording",
    "NameChoice",
    "Offer",
    "Participant",
    "PersonalCode",
    "Presence",
    "RawWording",
    "ReadingFigures",
    "SecondReading",
    "SlipSheet",
    "Statement",
    "UserMeeting",
    "ValidationRound",
    "WallCode",
]
