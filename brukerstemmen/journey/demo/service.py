"""What the service in Elvesund is told, and what it answers."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.actions import tell_service
from brukerstemmen.journey.demo import telling
from brukerstemmen.journey.demo.project import Project
from brukerstemmen.journey.demo.telling import AnswerTold
from brukerstemmen.measures.actions import answer_matters, ask_for_answers
from brukerstemmen.measures.states import Says
from brukerstemmen.reports.actions import releasing

HANDED_OVER, ANSWER_BY = 142, 156
THANKS = "Takk for at dere deler ut lapper. Vi sier fra når vi begynner å skrive."

Deed = Callable[[], object]


class Service:
    """From the first slip to an answer to every finding."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and the day it is done, counted from D+0."""
        return [
            (30, partial(self.tell, Step.INVITING)),
            (50, partial(self.tell, Step.MEETINGS, THANKS)),
            (88, partial(self.tell, Step.THEMES)),
            (HANDED_OVER, self.hand_over),
            *[(one.day, partial(self.answer, one)) for one in telling.answers()],
        ]

    def tell(self, step: Step, note: str = "") -> None:
        lead = self.project.cast["ingunn"]
        tell_service(self.project.evaluation.work, step=step, note=note, by=lead)

    def hand_over(self) -> None:
        """What was agreed on is the service's own now, and it is asked to answer the rest."""
        lead, work = self.project.cast["ingunn"], self.project.evaluation.work
        releasing.hand_over_measures(self.project.evaluation, by=lead)
        answer_by = self.project.start + timedelta(days=ANSWER_BY)
        ask_for_answers(work, answer_by=answer_by, by=lead)
        self.tell(Step.FOLLOW_UP)

    def answer(self, one: AnswerTold) -> None:
        """By its leader, or told on the telephone to the lead, who writes it down for them."""
        clarified = one.clarified
        answer_matters(
            [self.project.matter(code) for code in one.findings],
            says=Says(one.says),
            given_by=one.given_by,
            reason=one.reason,
            clarified_by=one.clarified_by,
            clarified_on=clarified and self.project.start + timedelta(days=clarified),
            by=self.project.cast[one.by],
        )
