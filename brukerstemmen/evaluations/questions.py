"""Open questions: soft warnings on closed and leading ones. Pure, and never a stop.

In the three turns (what is good, what is not, how could it be better) people answer best to
questions that cannot be answered with yes or no, and that do not carry an answer.
"""

import re
from enum import StrEnum


class Warning(StrEnum):
    CLOSED = "closed"  # can be answered with yes or no
    LEADING = "leading"  # carries the answer it wants
    DOUBLE = "double"  # asks for two things at once


_CLOSED = re.compile(
    r"^(er|har|kan|vil|skal|fikk|får|fekk|ble|blei|vart|var|synes|syns|føler|kjenner|gjør|gjer|"
    r"må|bør|do|does|did|is|are|was|were|have|has|can|will|would|should)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\b(ikke sant|vel|enig i at|einig i at|ikkje sant|selvsagt|sjølvsagt|jo bra|"
    r"don't you|isn't it|agree that|surely|obviously)\b",
    re.IGNORECASE,
)
_DOUBLE = re.compile(
    r"\?.*\?|\b(og|and)\b[^?]*\b(hva|hvordan|kva|korleis|what|how)\b", re.IGNORECASE
)


def warnings(question: str) -> list[Warning]:
    """What may make the question closed, leading or double; empty if nothing is seen.

    question: in bokmål, nynorsk or English.

    >>> warnings("Er du fornøyd med informasjonen?")
    [<Warning.CLOSED: 'closed'>]
    >>> warnings("Hvordan ble du tatt imot?")
    []
    """
    text = question.strip()
    found = []
    if _CLOSED.match(text):
        found.append(Warning.CLOSED)
    if _LEADING.search(text):
        found.append(Warning.LEADING)
    if _DOUBLE.search(text):
        found.append(Warning.DOUBLE)
    return found
