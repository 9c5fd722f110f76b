"""Elvesund: what was done, on which day, and by whom.

A day is counted from the project's start, D+0. `calendar` is the whole story: up to D+87 everything
is read aloud, masked, sorted, and answered by those who said it; then come findings, process report
(D+107), dialogue conference (D+136), final report (D+164), two follow-ups (D+353 and D+500), and
closing (D+514). The days of starting, the guide, the meetings, the withdrawal, the round, reports,
follow-ups and closing are the answer key's; the others are chosen so that on D+66 each station
shows something: three meetings masked and nearly sorted, one being masked, one read aloud, one
written down but not yet read aloud, and somebody who has just left.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from brukerstemmen.analysis.actions import themes
from brukerstemmen.evaluations.actions import starting, team
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.models.evaluation import Anchor
from brukerstemmen.journey.demo import question_guide, story
from brukerstemmen.journey.demo.cast import DPS, MUNICIPALITY, UNITS, Cast
from brukerstemmen.journey.demo.dialogue import Conference
from brukerstemmen.journey.demo.findings import Finding
from brukerstemmen.journey.demo.following import Following
from brukerstemmen.journey.demo.guesses import answered
from brukerstemmen.journey.demo.inviting import Inviting
from brukerstemmen.journey.demo.project import Project
from brukerstemmen.journey.demo.report import Reporting
from brukerstemmen.journey.demo.returning import Returning
from brukerstemmen.journey.demo.service import Service
from brukerstemmen.journey.demo.story import Told
from brukerstemmen.meetings.models import Form, Task
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import ethics
from brukerstemmen.people.models import Person
from brukerstemmen.people.models.ethics import Tie
from brukerstemmen.people.standing import latest_guideline
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions import masking, meetings, second_reading, statements
from brukerstemmen.voices.finding import context_in
from brukerstemmen.voices.models import UserMeeting
from brukerstemmen.voices.models.meetings import Kind

TITLE = "Sammen om overgangene – Bruker Spør Bruker ved Elvesund DPS og Elvesund kommune"
SCOPE = (
    "To avvik ved utskrivning, mange bytter av behandler, og brukerrådets ønske om å høre «dem som "
    "ikke pleier å svare». Hvordan opplever brukere å bli møtt, få informasjon, være med og "
    "bestemme, og gå fra ett tilbud til et annet? Skriftlige notater, ikke lydopptak."
)
PROMISE = (
    "Det du sier, blir lest opp for deg før det brukes. Tjenesten får ikke vite hvem som sa hva. "
    "Du får brev om hva det førte til."
)
NOT_REACHED = "De som bare har fastlege, og de som ikke ville møte i et rom tjenesten kjenner."
TEXT_VERSION = "1"
LEADER_LEAVES = 200  # a leader's role ends; what they answered for is forgotten
INTERVIEWERS = ("tor_eirik", "nadia", "siv")
SECOND_READER = "tor_eirik"  # where clues are left; nadia, where he has masked himself

Deed = Callable[[], object]


@dataclass(frozen=True)
class Gathering:
    """A meeting to be held: its day, who is new there, who has been in one before.

    by_phone: how many of the new ones say yes on their own phone, by the picture on the wall.
    """

    name: str
    day: int
    place: str
    new: int
    leads: str
    writes: str
    also: tuple[str, ...] = ()
    kind: Kind = Kind.GROUP
    form: Form = Form.IN_PERSON
    channel: Channel = Channel.PAPER
    by_phone: int = 0


GATHERINGS = {
    "B1": Gathering("B1 Poliklinikk", 50, "Elvesund bibliotek", 5, "tor_eirik", "nadia"),
    "B2": Gathering("B2 Døgnenhet", 52, "Elvesund samfunnshus", 4, "siv", "tor_eirik"),
    "B3": Gathering("B3 Ambulant team", 57, "Elvesund bibliotek", 5, "nadia", "siv", by_phone=2),
    "B4": Gathering(
        "B4 Kommunale tilbud", 59, "Elvesund samfunnshus", 4, "tor_eirik", "siv", also=("D05",)
    ),
    "I1": Gathering(
        "I1 Eneintervju",
        64,
        "",
        1,
        "nadia",
        "siv",
        kind=Kind.INDIVIDUAL,
        form=Form.TELEPHONE,
        channel=Channel.PHONE,
    ),
    "I2": Gathering(
        "I2 Eneintervju",
        64,
        "Hjemme",
        1,
        "tor_eirik",
        "nadia",
        kind=Kind.INDIVIDUAL,
        channel=Channel.IN_PERSON,
    ),
}


class Elvesund(Project):
    """The project as it grows. Each method is a deed, done on its day."""

    guide: question_guide.GuideInTheMaking

    def __init__(self, cast: Cast, start: date) -> None:
        super().__init__(cast, start)
        self.inviting = Inviting(self)

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and the day it is done, counted from D+0."""
        return [
            (0, self.begin),
            (1, self.gather_team),
            (2, self.promise_silence),
            (4, partial(self.anchor, Anchor.LEADER)),
            (10, partial(self.anchor, Anchor.LEADER, Anchor.STAFF_TOLD, Anchor.WORKING_GROUP)),
            (12, self.begin_guide),
            (18, lambda: self.guide.second_version()),
            (24, lambda: self.guide.third_version()),
            (24, partial(self.anchor, *Anchor)),
            (30, self.plan_meetings),
            *[(one.day, partial(self.hold, name)) for name, one in GATHERINGS.items()],
            *[
                (one.day, partial(self.read_aloud, name))
                for name, one in GATHERINGS.items()
                if name != "I2"
            ],
            (60, partial(self.mask, "B1", by="nadia")),
            (61, partial(self.mask, "B2", by="tor_eirik")),
            (61, self.name_themes),
            (62, partial(self.sort, "B1", by="nadia")),
            (63, partial(self.mask, "B3", by="siv")),
            (64, partial(self.sort, "B2", by="tor_eirik")),
            (65, partial(self.sort, "B3", by="siv", first=9)),
            (65, self.note_an_image),
            (66, partial(self.mask, "B4", by="siv", first=7)),
            (66, self.tell_whom_we_missed),
            (69, partial(self.mask, "B4", by="siv")),
            (70, partial(self.mask, "I1", by="nadia")),
            (70, partial(self.sort, "B3", by="siv")),
            (71, partial(self.read_aloud, "I2")),
            (72, partial(self.mask, "I2", by="nadia")),
            (76, partial(self.sort, "B4", by="tor_eirik")),
            (78, partial(self.sort, "I1", by="nadia")),
            (78, partial(self.sort, "I2", by="nadia")),
            *self._chapters(),
        ]

    def _chapters(self) -> list[tuple[int, Deed]]:
        """What lies in files of its own: inviting, giving back, findings, reports, dialogue."""
        after = (Returning, Finding, Reporting, Conference, Service, Following)
        told = [each(self).calendar() for each in after]
        return [*self.inviting.calendar(), *(deed for chapter in told for deed in chapter)]

    def begin(self) -> None:
        """D+0: the agreement is signed, and what is known is written down."""
        lead = self.cast["ingunn"]
        units = [unit for whole in (DPS, MUNICIPALITY) for unit in UNITS[whole]]
        self.evaluation = starting.start_evaluation(
            title=TITLE, services=units, client=DPS, centre=self.cast.lytt, by=lead
        )
        starting.name_client(self.evaluation, MUNICIPALITY, by=lead)
        starting.describe(
            self.evaluation,
            degree="involve",
            scope=SCOPE,
            promise=PROMISE,
            people_wanted=20,
            dialogue_on=self.start + timedelta(days=136),
            by=lead,
        )
        starting.sign_agreement(self.evaluation, on=self.start, report_is_shared=True, by=lead)

    def gather_team(self) -> None:
        for key in INTERVIEWERS:
            self._invite(key, Role.INTERVIEWER)
        self._invite("berit", Role.SERVICE_CONTACT, works_at=DPS)
        self._invite("turid", Role.CLIENT_LEADER, works_at=MUNICIPALITY)
        self._invite("roar", Role.CLIENT_LEADER, works_at=MUNICIPALITY, until=LEADER_LEAVES)

    def _invite(self, key: str, role: Role, works_at: str = "", until: int | None = None) -> None:
        person = self.cast[key]
        parties = self.evaluation.work.parties
        team.invite(
            self.evaluation,
            name=person.name,
            email=person.email,
            role=role,
            until=self.start + timedelta(days=until) if until else self.evaluation.work.ends_on,
            by=self.cast["ingunn"],
            works_at=parties.filter(name=works_at).first(),
        )

    def promise_silence(self) -> None:
        for key in ("ingunn", *INTERVIEWERS):
            prepare(self.evaluation, self.cast[key])
        for key in INTERVIEWERS:
            team.tell_own_experience(self.evaluation, has_it=True, by=self.cast[key])

    def anchor(self, *points: Anchor) -> None:
        starting.anchor(self.evaluation, points, by=self.cast["ingunn"])

    def begin_guide(self) -> None:
        self.guide = question_guide.GuideInTheMaking(
            self.evaluation, writer=self.cast["ingunn"], approver=self.cast["tor_eirik"]
        )
        self.guide.first_version()

    def plan_meetings(self) -> None:
        lead = self.cast["ingunn"]
        for name, one in GATHERINGS.items():
            meeting = meetings.plan_meeting(
                self.evaluation,
                name=one.name,
                planned_on=self.start + timedelta(days=one.day),
                place=one.place,
                form=one.form,
                kind=one.kind,
                by=lead,
            )
            meetings.put_on_duty(meeting, self.cast[one.leads], Task.LEADS, by=lead)
            meetings.put_on_duty(meeting, self.cast[one.writes], Task.WRITES, by=lead)
            self.meetings[name] = meeting

    def hold(self, name: str) -> None:
        """A yes and a code for each, then two hours with a pause while somebody writes."""
        one, day = GATHERINGS[name], self.start + timedelta(days=GATHERINGS[name].day)
        writer = self.cast[one.writes]
        self._register(name, one, day, by=writer)
        meeting = meetings.hold(
            self.meetings[name], on=day, nobody_from_service=True, by=self.cast[one.leads]
        )
        for told in said_in(name):
            self.statements[told.name] = statements.write_down(
                meeting,
                words=told.words,
                speaker=self.participants[told.speaker],
                kind=told.kind,
                by=writer,
            )
        if one.kind is Kind.GROUP:
            meetings.pause(meeting, by=writer)
        meetings.finish_writing(meeting, by=writer)
        meetings.debrief(meeting, by=self.cast[one.leads])

    def _register(self, name: str, one: Gathering, day: date, *, by: Person) -> None:
        meeting = self.meetings[name]
        also = [self.participants[code] for code in one.also]
        here = meetings.register_consent(
            meeting,
            new_people=one.new - one.by_phone,
            also=also,
            purposes=[Purpose.QUOTES, Purpose.CONTACT_AGAIN],
            channel=one.channel,
            on=day,
            text_version=TEXT_VERSION,
            by=by,
        )
        # Whoever is here again has lost the first card, and gets another.
        self.inviting.hand_out_codes([*here, *also], by=by)
        here += self.inviting.come_in_by_the_wall(meeting, one.by_phone, expected=one.new, by=by)
        self.participants.update({participant.code: participant for participant in here})

    def read_aloud(self, name: str) -> None:
        reader = self.cast[GATHERINGS[name].leads]
        for told in said_in(name):
            statements.agree(self.statements[told.name], by=reader)
        meetings.finish_reading_aloud(self.meetings[name], by=reader)

    def mask(self, name: str, *, by: str, first: int | None = None) -> None:
        """Somebody has read the meeting's statements, or the first of them."""
        self._mask(said_in(name)[:first], self.meetings[name], self.cast[by])
        self.read_as_second(self.meetings[name], masked_by=by)
        if first is None:
            meetings.finish_masking(self.meetings[name], by=self.cast[by])

    def _mask(self, all_told: Iterable[Told], meeting: UserMeeting, by: Person) -> None:
        read, context = [], context_in(meeting)
        for told in all_told:
            statement = self.statements[told.name]
            statement.refresh_from_db()
            if not statement.is_read:
                seen = (statement.raw_number, statement.masked_number)
                kept = answered(told.masked, told.kept, statement.language, context)
                read.append(masking.Read(statement.pk, told.masked, kept, seen))
        refused = masking.mask_many(meeting, read, by=by, context=context)
        if refused:
            raise ValueError(f"the demo's masked words were refused: {list(refused.values())}")

    def read_as_second(self, meeting: UserMeeting, *, masked_by: str) -> None:
        """Where clues are left on purpose, another interviewer reads as well. They can stand."""
        by = self.cast[SECOND_READER if masked_by != SECOND_READER else "nadia"]
        for statement in meeting.statements.for_second_reader():
            second_reading.let_stand(statement, based_on=statement.masked_number, by=by)

    def name_themes(self) -> None:
        told = story.themes()
        by = self.cast["ingunn"]
        made = themes.add_themes(self.evaluation, [theme.name for theme in told], by=by)
        for theme, one in zip(made, told, strict=True):
            themes.describe_theme(theme, name=one.name, mark=one.mark, by=by)
            self.themes[one.code] = theme

    def sort(self, name: str, *, by: str, first: int | None = None) -> None:
        for told in said_in(name)[:first]:
            if told.speaker in self.participants:  # whoever has left took their words along
                themes.sort(self.statements[told.name], [self.themes[told.theme]], by=self.cast[by])

    def note_an_image(self) -> None:
        text = "Brua er et bilde flere kjenner seg igjen i. Kan den bli en overskrift?"
        themes.note(self.statements["U27"], text=text, by=self.cast["siv"])

    def tell_whom_we_missed(self) -> None:
        starting.describe(self.evaluation, not_reached=NOT_REACHED, by=self.cast["ingunn"])


def said_in(meeting: str) -> list[Told]:
    return [told for told in story.statements() if told.meeting == meeting]


def prepare(evaluation: Evaluation, who: Person) -> None:
    """Guidelines, pledge, and whether there are other ties."""
    guideline = latest_guideline(evaluation.work.centre_id)
    if guideline is None:
        raise ValueError("a centre of the demo has no guidelines")
    ethics.accept_guidelines(guideline, by=who)
    ethics.sign_pledge(evaluation.work, by=who)
    ethics.declare_tie(evaluation.work, Tie.NO, by=who)
