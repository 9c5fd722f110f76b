"""The dialogue conference in Elvesund: who was there, what was said, and what was agreed on."""

from collections.abc import Callable
from datetime import time, timedelta
from functools import partial

from brukerstemmen.dialogues.actions import minutes, planning, room
from brukerstemmen.dialogues.actions.planning import SeatsTold
from brukerstemmen.dialogues.models import Dialogue, DialogueKind, LeaderSays
from brukerstemmen.dialogues.sides import ReplyType, Side
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.actions import tell_service
from brukerstemmen.journey.demo import telling
from brukerstemmen.journey.demo.project import Project
from brukerstemmen.measures.models import MeasureKind, Standing

CONFERENCE = 136
# Side, how many, from where.
SEATS = (
    (Side.USER, 9, "brukermøtene"),
    (Side.USER, 1, "et panel i en annen kommune"),
    (Side.ORGANISATION, 2, "brukerorganisasjon"),
    (Side.RELATIVE, 2, ""),
    (Side.STAFF, 6, "DPS"),
    (Side.LEADER, 1, "DPS"),
    (Side.STAFF, 2, "kommunen"),
    (Side.LEADER, 2, "kommunen"),
    (Side.PARTNER, 1, "fastlege"),
    (Side.PARTNER, 1, "NAV"),
    (Side.CENTRE, 4, ""),
)
NUANCED = {
    "F5": "Epikrisen finnes, så noe følger med. Men den kommer ofte etter at personen alt har "
    "vært hos kommunen flere ganger."
}

Deed = Callable[[], object]


class Conference:
    """From the plan to minutes that both sides have said yes to."""

    dialogue: Dialogue

    def __init__(self, project: Project) -> None:
        self.project = project

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and the day it is done, counted from D+0."""
        return [
            (110, self.plan),
            (115, partial(self.seat, came=False)),
            (122, self.tell),
            (129, self.prepare),
            (CONFERENCE, self.hold),
            (138, self.write_minutes),
            (139, partial(self.approve, of_users=True)),
            (141, partial(self.approve, of_users=False)),
        ]

    def plan(self) -> None:
        told = telling.texts("conference")
        self.dialogue = planning.plan_dialogue(
            self.project.evaluation,
            kind=DialogueKind.CONFERENCE,
            on=self.project.start + timedelta(days=CONFERENCE),
            begins=time(10),
            ends=time(14, 30),
            place=told["place"],
            programme=told["programme"],
            ground_rules=told["ground_rules"],
            by=self.project.cast["ingunn"],
        )

    def seat(self, *, came: bool) -> None:
        """Everybody who was asked came."""
        seats = [
            SeatsTold(side, people, came=people if came else None, where=where)
            for side, people, where in SEATS
        ]
        planning.set_seats(self.dialogue, seats, by=self.project.cast["ingunn"])

    def tell(self) -> None:
        """Users know who will be there, and the service knows that it comes closer."""
        lead, today = self.project.cast["ingunn"], self.project.start + timedelta(days=122)
        planning.say_told(self.dialogue, on=today, by=lead)
        tell_service(
            self.project.evaluation.work,
            step=Step.DIALOGUE,
            note="Dialogkonferansen er om to uker. Ta gjerne formøtet deres uka før.",
            by=lead,
        )

    def prepare(self) -> None:
        """The week before, each side for itself."""
        today = self.project.start + timedelta(days=129)
        for of_users, by in ((True, "tor_eirik"), (False, "ingunn")):
            planning.say_prepared(
                self.dialogue, of_users=of_users, on=today, by=self.project.cast[by]
            )

    def hold(self) -> None:
        """Ten o'clock to half past two, with one laptop on the wall."""
        planning.open_room(self.dialogue, by=self.project.cast["ingunn"])
        self.seat(came=True)
        self._talk()
        self._settle()
        self._propose()

    def _talk(self) -> None:
        for told in telling.said():
            room.note_reply(
                self.dialogue,
                self.project.findings[told.finding],
                side=Side(told.side),
                type=ReplyType(told.type),
                words=told.words,
                function=told.function,
                by=self.project.cast["nadia"],
            )

    def _settle(self) -> None:
        for code, finding in self.project.findings.items():
            finding.refresh_from_db()
            nuance = NUANCED.get(code, "")
            room.settle_in_room(
                self.dialogue,
                finding,
                standing=Standing.NUANCED if nuance else Standing.CONFIRMED,
                nuance=nuance,
                users_recognise=True,
                service_recognises=True,
                by=self.project.cast["nadia"],
            )

    def _propose(self) -> None:
        """Read aloud word by word, agreed on by both sides, and answered there and then."""
        for told in telling.proposals():
            deadline = told.deadline
            proposal = room.propose(
                self.dialogue,
                [self.project.findings[code] for code in told.findings],
                title=told.title,
                owner=told.owner,
                kind=MeasureKind(told.kind),
                deadline=None if deadline is None else self.project.start + timedelta(deadline),
                notice=told.notice,
                by=self.project.cast["siv"],
            )
            by = self.project.cast["siv"]
            room.read_aloud(proposal, users_agree=True, service_agrees=True, by=by)
            room.answer_proposal(proposal, LeaderSays(told.says), reason=told.reason, by=by)

    def write_minutes(self) -> None:
        text = telling.texts("conference")["minutes"]
        minutes.write_minutes(self.dialogue, text, by=self.project.cast["tor_eirik"])

    def approve(self, *, of_users: bool) -> None:
        said_by = "brukere fra alle bordene" if of_users else "lederne i DPS og kommunen"
        minutes.approve_minutes(
            self.dialogue, of_users=of_users, said_by=said_by, by=self.project.cast["ingunn"]
        )
