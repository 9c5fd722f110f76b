"""What there is at storey 2: people, organisations, work and grants, ethics, keys, journal."""

from .ethics import (
    ConfidentialityPledge,
    ConflictDeclaration,
    EthicalGuideline,
    GuidelineAcceptance,
)
from .journal import JournalEntry, JournalLink
from .keys import ErasedKey, SealedField, SealedModel, SealingKey
from .notices import Notice, Sending
from .organisations import CentreProfile, Employment, FocusArea, Organisation
from .person import Person
from .visits import DayEntry, WrongGuesses
from .work import Grant, Work, WorkParty

__all__ = [
    "CentreProfile",
    "ConfidentialityPledge",
    "ConflictDeclaration",
    "DayEntry",
    "Employment",
    "ErasedKey",
    "EthicalGuideline",
    "FocusArea",
    "Grant",
    "GuidelineAcceptance",
    "JournalEntry",
    "JournalLink",
    "Notice",
    "Organisation",
    "Person",
    "SealedField",
    "SealedModel",
    "SealingKey",
    "Sending",
    "Work",
    "WorkParty",
    "WrongGuesses",
]
