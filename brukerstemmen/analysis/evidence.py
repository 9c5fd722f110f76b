"""What a finding rests on, and what hinders it from going on. No framework, no database."""

from dataclasses import dataclass
from enum import StrEnum

FEWEST_STATEMENTS = 2
FEWEST_PEOPLE = 2


class Stance(StrEnum):
    """How a statement stands to a finding."""

    SUPPORTS = "supports"
    CONTRARY = "contrary"


class Looked(StrEnum):
    """Whether somebody has looked for voices that say something else."""

    NOT_YET = "not_yet"
    FOUND = "found"  # they stand as contrary evidence
    NONE_FOUND = "none_found"  # looked for, and there are none
    NOT_LOOKED = "not_looked"  # nobody has looked, and the report says so


class Lack(StrEnum):
    """The pages give these their sentences."""

    TITLE = "title"
    EVIDENCE = "evidence"
    CONTRARY = "contrary"
    QUESTION = "question"
    TURN_TEXT = "turn_text"
    AFFECTED = "affected"


@dataclass(frozen=True)
class Rests:
    """What a finding has. statements, people: those that support it; people are distinct speakers,
    and a statement whose speaker nobody knows is no person. contrary: statements."""

    statements: int = 0
    people: int = 0
    contrary: int = 0
    is_single: bool = False
    looked: Looked = Looked.NOT_YET
    has_title: bool = True
    has_text: bool = True  # something is good, not good, or could be better
    has_question: bool = True
    is_affected: bool = False


def lacks(rests: Rests) -> list[Lack]:
    """What hinders a finding from going into a report, in the order people mend it.

    At least two statements from at least two people, or it is marked as a single experience,
    which then rests on one.

    >>> lacks(Rests(statements=2, people=1, looked=Looked.NONE_FOUND))
    [<Lack.EVIDENCE: 'evidence'>]
    >>> lacks(Rests(statements=1, people=1, is_single=True, looked=Looked.NONE_FOUND))
    []
    """
    enough = rests.statements >= FEWEST_STATEMENTS and rests.people >= FEWEST_PEOPLE
    found: list[tuple[Lack, bool]] = [
        (Lack.TITLE, not rests.has_title),
        (Lack.TURN_TEXT, not rests.has_text),
        (Lack.EVIDENCE, not (enough or (rests.is_single and rests.statements > 0))),
        (
            Lack.CONTRARY,
            rests.looked is Looked.NOT_YET or (rests.looked is Looked.FOUND and not rests.contrary),
        ),
        (Lack.QUESTION, not rests.has_question),
        (Lack.AFFECTED, rests.is_affected),
    ]
    return [lack for lack, lacking in found if lacking]
