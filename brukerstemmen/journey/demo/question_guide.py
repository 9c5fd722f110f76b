"""How the question guide of Elvesund came to be, in three versions."""

from brukerstemmen.evaluations.actions import guide
from brukerstemmen.evaluations.models import Evaluation, GuideTheme, QuestionGuide
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.journey.demo import story
from brukerstemmen.journey.demo.story import GuideTold
from brukerstemmen.people.models import Person

# The first seven came from the interviewers, two more from the user council, the last question
# from the interviewers once they had tried the guide on each other.
FIRST, SECOND = 7, 9


class GuideInTheMaking:
    """Each version is approved and locked by an interviewer with own experience."""

    def __init__(self, evaluation: Evaluation, *, writer: Person, approver: Person) -> None:
        self.evaluation = evaluation
        self.writer = writer
        self.approver = approver

    def first_version(self) -> None:
        self._version(story.guide()[:FIRST], RaisedBy.INTERVIEWERS)

    def second_version(self) -> None:
        self._version(story.guide()[FIRST:SECOND], RaisedBy.USERS)

    def third_version(self) -> None:
        self._version(story.guide()[SECOND:], RaisedBy.INTERVIEWERS)

    def _version(self, more: list[GuideTold], raised_by: RaisedBy) -> None:
        draft = guide.begin_guide(self.evaluation, by=self.writer)
        for told in more:
            self._add(draft, told, raised_by)
        guide.lock_guide(draft, by=self.approver)

    def _add(self, draft: QuestionGuide, told: GuideTold, raised_by: RaisedBy) -> None:
        theme: GuideTheme = guide.add_theme(draft, title=told.title, by=self.writer)
        for turn, text in (
            (Turn.FURTHER, told.question),
            (Turn.GOOD, told.good),
            (Turn.NOT_GOOD, told.not_good),
            (Turn.BETTER, told.better),
        ):
            if text:
                guide.add_question(theme, text=text, turn=turn, raised_by=raised_by, by=self.writer)
