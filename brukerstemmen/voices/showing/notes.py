"""What was understood of notes that are on their way in."""

from dataclasses import dataclass

from django.utils.functional import Promise

from brukerstemmen.voices.actions.importing import speakers_of, strangers
from brukerstemmen.voices.models import UserMeeting
from brukerstemmen.voices.notes.reading import Heading, Problem, Reading
from brukerstemmen.voices.wording import meetings as wording

MOST_LINES = 200  # of each list on the page; the rest are counted


@dataclass(frozen=True)
class Trouble:
    line: int
    text: str
    why: Promise | str


@dataclass(frozen=True)
class Understood:
    """A reading as it is shown. strangers: codes of people not registered in the meeting."""

    statements: int
    without_kind: int
    without_speaker: int
    strangers: list[str]
    troubles: list[Trouble]
    more_troubles: int
    headings: list[Heading]


def understood(reading: Reading, meeting: UserMeeting) -> Understood:
    """One query: who is present."""
    rows = reading.rows
    return Understood(
        statements=len(rows),
        without_kind=sum(1 for row in rows if row.kind is None),
        without_speaker=sum(1 for row in rows if row.speaker is None),
        strangers=strangers(rows, speakers_of(meeting)),
        troubles=[_trouble(problem) for problem in reading.problems[:MOST_LINES]],
        more_troubles=max(0, len(reading.problems) - MOST_LINES),
        headings=list(reading.headings[:MOST_LINES]),
    )


def _trouble(problem: Problem) -> Trouble:
    return Trouble(problem.line, problem.text, wording.PROBLEMS[problem.why])
