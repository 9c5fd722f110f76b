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
    FINDINGS = "findings"
    EVIDENCE = "evidence"  # hard
    AFFECTED = "affected"  # hard
    QUESTIONS = "questions"  # hard
    QUOTES = "quotes"
    RECOGNITION = "recognition"  # hard
    APPROVALS = "approvals"  # hard
    BALANCE = "balance"
    TOLD = "told"
    PREPARATION = "preparation"
    MINUTES = "minutes"
    HANDING_OVER = "handing_over"
    ANSWERS = "answers"
    FINAL_RECOGNITION = "final_recognition"  # hard
    FINAL_APPROVALS = "final_approvals"  # hard
    ROUNDS = "rounds"
    ASKING_USERS = "asking_users"
    READING_REPLIES = "reading_replies"
    TELLING = "telling"
    FEEDBACK = "feedback"


# Hard stops: no sentence takes anybody past them.
HARD = frozenset(
    {
        Need.MASKING,
        Need.EVIDENCE,
        Need.AFFECTED,
        Need.QUESTIONS,
        Need.RECOGNITION,
        Need.APPROVALS,
        Need.FINAL_RECOGNITION,
        Need.FINAL_APPROVALS,
    }
)
