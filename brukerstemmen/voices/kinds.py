"""What a statement is about: good, not good, a proposal, or something else that matters."""

from enum import StrEnum


class Kind(StrEnum):
    GOOD = "good"
    NOT_GOOD = "not_good"
    PROPOSAL = "proposal"
    OTHER = "other"


# The signs a note-taker writes. The minus is the true one (U+2212), as a hyphen may be a bullet.
SIGNS: dict[Kind, str] = {
    Kind.GOOD: "+",
    Kind.NOT_GOOD: "−",
    Kind.PROPOSAL: "→",
    Kind.OTHER: "○",
}
