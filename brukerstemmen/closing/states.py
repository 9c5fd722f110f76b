"""When an evaluation may be closed, and what goes on which day. No framework."""

from dataclasses import dataclass
from enum import StrEnum


class Stop(StrEnum):
    """What hinders closing. Nobody can pass the hard ones."""

    FEEDBACK = "feedback"  # somebody wanted to hear, and has not; or a reason is written
    PRINT = "print"  # those who want to keep what stands behind their code have not been asked
    OPEN_ROUND = "open_round"  # users are being asked, or nobody was told what they said
    UNREAD = "unread"  # words that nobody has read and masked go with the raw keys


class Kind(StrEnum):
    """What is deleted, one line each in the deletion log."""

    LINK = "link"  # who the participants are: names, telephone numbers, companions
    CODES = "codes"  # personal codes, slips and pictures on the wall
    RAW_WORDS = "raw_words"  # words as they were said, and waiting notes
    RAW_KEYS = "raw_keys"
    MASKED_WORDS = "masked_words"  # on the day the consent names
    MASKED_KEYS = "masked_keys"
    WORKING_PAPERS = "working_papers"  # findings, drafts and minutes of the team


@dataclass(frozen=True)
class Facts:
    """What is so today. wanting: people who wanted to hear and have neither been told nor tried."""

    wanting: int = 0
    reason_written: bool = False
    print_offered: bool = False
    open_rounds: int = 0
    unread: int = 0


def stops(facts: Facts) -> list[Stop]:
    """What hinders closing today; [] if it may be closed.

    >>> stops(Facts(wanting=2, print_offered=True)), stops(Facts(print_offered=True))
    ([<Stop.FEEDBACK: 'feedback'>], [])
    """
    there = {
        Stop.FEEDBACK: facts.wanting > 0 and not facts.reason_written,
        Stop.PRINT: not facts.print_offered,
        Stop.OPEN_ROUND: facts.open_rounds > 0,
        Stop.UNREAD: facts.unread > 0,
    }
    return [stop for stop, hinders in there.items() if hinders]
