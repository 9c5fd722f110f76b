"""What the parts of Elvesund's story share as it grows."""

from datetime import date

from brukerstemmen.analysis.models import Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.demo.cast import Cast
from brukerstemmen.voices.models import Participant, Statement, UserMeeting


class Project:
    """By the names the answer key uses. participants: those who have not left."""

    evaluation: Evaluation

    def __init__(self, cast: Cast, start: date) -> None:
        self.cast = cast
        self.start = start
        self.meetings: dict[str, UserMeeting] = {}
        self.participants: dict[str, Participant] = {}
        self.statements: dict[str, Statement] = {}
        self.themes: dict[str, Theme] = {}
