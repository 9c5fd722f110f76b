"""Two small evaluations beside Elvesund, led by somebody else: what waits there is different.

Their days are counted from the day the demo is loaded, so that they stay where they are however
far Elvesund has come.
"""

from collections.abc import Callable
from datetime import date, timedelta

from brukerstemmen.evaluations.actions import guide, starting, team
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.models.evaluation import Anchor
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.journey.demo.cast import Cast
from brukerstemmen.journey.demo.elvesund import TEXT_VERSION, prepare
from brukerstemmen.meetings.models import Task
from brukerstemmen.people.access import Role
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions import meetings, statements
from brukerstemmen.voices.models import UserMeeting

Deed = Callable[[], None]

# Place among those present (None: the group), kind, words.
NORDLI_SAID: tuple[tuple[int | None, str, str], ...] = (
    (0, "good", "De ringer når de sier at de skal ringe. Det har jeg ikke opplevd før."),
    (1, "not_good", "Tre oppfølgere på et halvt år. Hver gang begynte jeg forfra."),
    (2, "proposal", "Send heller melding enn brev. Brevene legger jeg i en skuff."),
    (3, "not_good", "Eg visste ikkje at eg kunne ha med meg nokon på møta. Det burde nokon sagt."),
    (0, "good", "Hun Hilde spurte hvordan jeg sov. Ikke som et skjema, hun ville vite det."),
    (None, "other", "Det verste er ikke å vente. Det verste er å ikke vite hva du venter på."),
)
NORDLI_GUIDE = ("Å komme i gang", "Å ha noen å ringe til", "Når oppfølgingen tar slutt")
TURNS = (
    (Turn.GOOD, "Hva er bra?"),
    (Turn.NOT_GOOD, "Hva er ikke bra?"),
    (Turn.BETTER, "Hvordan kan det bli bedre?"),
)


class Nordli:
    """In the middle of its meetings: one is written down, one is to come."""

    def __init__(self, cast: Cast, today: date) -> None:
        self.cast = cast
        self.today = today
        self.evaluation: Evaluation
        self.meetings: list[UserMeeting] = []

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and its day, counted from the day of loading."""
        return [
            (-52, self.begin),
            (-50, self.gather_team),
            (-38, self.lock_guide),
            (-20, self.plan_meetings),
            (-6, self.hold),
        ]

    def begin(self) -> None:
        lead = self.cast["jonas"]
        self.evaluation = starting.start_evaluation(
            title="Nordli oppfølgingstjeneste",
            services=["Nordli oppfølgingstjeneste"],
            client="Nordli kommune",
            centre=self.cast.lytt,
            by=lead,
        )
        starting.describe(
            self.evaluation,
            degree="consult",
            promise="Vi lytter til deg, og forteller hva det førte til.",
            people_wanted=10,
            by=lead,
        )
        day = self.today - timedelta(days=53)
        starting.sign_agreement(self.evaluation, on=day, report_is_shared=True, by=lead)
        starting.anchor(self.evaluation, [Anchor.LEADER, Anchor.STAFF_TOLD], by=lead)

    def gather_team(self) -> None:
        lead, nadia = self.cast["jonas"], self.cast["nadia"]
        invite(self.evaluation, self.cast, "nadia")
        for who in (lead, nadia):
            prepare(self.evaluation, who)
        team.tell_own_experience(self.evaluation, has_it=True, by=nadia)

    def lock_guide(self) -> None:
        draft = guide.begin_guide(self.evaluation, by=self.cast["jonas"])
        for title in NORDLI_GUIDE:
            theme = guide.add_theme(draft, title=title, by=self.cast["jonas"])
            for turn, text in TURNS:
                guide.add_question(
                    theme,
                    text=text,
                    turn=turn,
                    raised_by=RaisedBy.INTERVIEWERS,
                    by=self.cast["nadia"],
                )
        guide.lock_guide(draft, by=self.cast["nadia"])

    def plan_meetings(self) -> None:
        lead = self.cast["jonas"]
        for name, days in (("Første brukermøte", -6), ("Andre brukermøte", 8)):
            meeting = meetings.plan_meeting(
                self.evaluation,
                name=name,
                planned_on=self.today + timedelta(days=days),
                place="Nordli grendehus",
                by=lead,
            )
            meetings.put_on_duty(meeting, self.cast["nadia"], Task.LEADS, by=lead)
            meetings.put_on_duty(meeting, lead, Task.WRITES, by=lead)
            self.meetings.append(meeting)

    def hold(self) -> None:
        day, by = self.today - timedelta(days=6), self.cast["jonas"]
        here = meetings.register_consent(
            self.meetings[0],
            new_people=4,
            purposes=[Purpose.QUOTES],
            channel=Channel.PAPER,
            on=day,
            text_version=TEXT_VERSION,
            by=by,
        )
        meeting = meetings.hold(self.meetings[0], on=day, nobody_from_service=True, by=by)
        for place, kind, words in NORDLI_SAID:
            speaker = None if place is None else here[place]
            statements.write_down(meeting, words=words, speaker=speaker, kind=kind, by=by)
        meetings.finish_writing(meeting, by=by)


class Tangvag:
    """Just begun: no agreement yet, and a guide in its first draft."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.evaluation: Evaluation

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and its day, counted from the day of loading."""
        return [(-4, self.begin), (-2, self.draft_guide)]

    def begin(self) -> None:
        self.evaluation = starting.start_evaluation(
            title="Tangvåg treffsted",
            services=["Tangvåg treffsted"],
            client="Tangvåg kommune",
            centre=self.cast.lytt,
            by=self.cast["jonas"],
        )
        invite(self.evaluation, self.cast, "siv")

    def draft_guide(self) -> None:
        """One question is closed, as first drafts are: the page says so, gently."""
        lead = self.cast["jonas"]
        draft = guide.begin_guide(self.evaluation, by=lead)
        theme = guide.add_theme(draft, title="Helga", by=lead)
        for turn, text in (
            (Turn.GOOD, "Hva er bra med helgene på treffstedet?"),
            (Turn.BETTER, "Er du fornøyd med åpningstidene?"),
        ):
            guide.add_question(theme, text=text, turn=turn, raised_by=RaisedBy.CENTRE, by=lead)


def invite(evaluation: Evaluation, cast: Cast, key: str) -> None:
    """Let one of the cast be an interviewer here as well."""
    team.invite(
        evaluation,
        name=cast[key].name,
        email=cast[key].email,
        role=Role.INTERVIEWER,
        until=evaluation.work.ends_on,
        by=cast["jonas"],
    )
