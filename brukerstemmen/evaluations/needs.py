"""What an evaluation may lack, and what of it can never be passed. No framework here.

Which of it is missing is worked out in `journey.stages`; going on without it happens here.
"""

from enum import StrEnum


class Need(StrEnum):
    """The pages give these their sentences."""

    CLIENT = "client"
    AGREEMENT = "agreement"
    DEGREE = "degree"
    PROMISE = "promise"
    ANCHORING = "anchoring"
    TWO_INTERVIEWERS = "two_interviewers"
    OWN_EXPERIENCE = "own_experience"
    GUIDE = "guide"
    PEOPLE = "people"
    READING_ALOUD = "reading_aloud"
    MASKING = "masking"  # hard
    GIVING_BACK = "giving_back"
    SORTING = "sorting"


# Hard stops: no sentence takes anybody past them.
HARD = frozenset({Need.MASKING})
