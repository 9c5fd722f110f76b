"""Evaluations drawn at random: statements in all states, read for print in all ways, with a word of
its own in everything that was ever said. `Story.printed` is what may stand in a report, worked out
here from what was done, and not by asking the product."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto

from django.core.exceptions import ValidationError
from hypothesis import strategies as st

from brukerstemmen.analysis.actions import findings, themes
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.analysis.models import Finding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Turn
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.reports.actions import clearing
from brukerstemmen.reports.states import Check
from brukerstemmen.voices.actions import meetings, statements, validation, withdrawal
from brukerstemmen.voices.models import Participant, Statement, UserMeeting
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY, mask_as
from tests.world import PREFIX, Aviary


class Round(Enum):
    NONE = auto()
    OPEN = auto()
    PASSED = auto()


class Said(Enum):
    """What its speaker says to it."""

    NOTHING = auto()
    YES = auto()
    COUNT_ONLY = auto()
    OTHER_WORDS = auto()  # a person has read and masked them since
    OTHER_WORDS_UNREAD = auto()
    TAKEN_AWAY = auto()


class Read(Enum):
    """How far it has come towards print."""

    NOT = auto()
    PROPOSED = auto()
    BY_ONE = auto()
    BY_TWO = auto()
    BY_TWO_WITHOUT_EXPERIENCE = auto()
    BY_WHO_NOTED_IT = auto()
    REFUSED = auto()


class After(Enum):
    """What happens when it has been read."""

    NOTHING = auto()
    MASKED_ANEW = auto()
    OTHER_WORDS = auto()
    COUNT_ONLY = auto()
    NO_MORE_QUOTES = auto()
    WITHDRAWN = auto()
    OUT_OF_THE_FINDING = auto()


@dataclass(frozen=True)
class Plan:
    """speaker: one of five; None: nobody knows. stance: None where no finding rests on it."""

    speaker: int | None
    said: Said
    stance: Stance | None
    read: Read
    after: After

    @property
    def may_be_printed(self) -> bool:
        yes = self.said in {Said.YES, Said.OTHER_WORDS}
        rests = self.stance is not None and self.after is After.NOTHING
        return self.speaker is not None and yes and rests and self.read is Read.BY_TWO


def often(usual: Enum, kind: type[Enum]) -> st.SearchStrategy[Enum]:
    """The usual half of the time, else any: one thing that is wrong is enough."""
    return st.one_of(st.just(usual), st.sampled_from(kind))


plans = st.builds(
    Plan,
    speaker=st.sampled_from([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, None]),
    said=often(Said.YES, Said),
    stance=st.sampled_from([Stance.SUPPORTS, Stance.SUPPORTS, Stance.CONTRARY, None]),
    read=often(Read.BY_TWO, Read),
    after=often(After.NOTHING, After),
)


@dataclass
class Team:
    """anne leads, and notes everything; frida has own experience; siv and tor have not."""

    anne: Person
    frida: Person
    siv: Person
    tor: Person


@dataclass
class Story:
    """birds: every word that was ever said. printed: those that may stand in a report."""

    finding: Finding
    bird: Aviary = field(default_factory=Aviary)
    printed: set[str] = field(default_factory=set)
    rows: list[tuple[Statement, Plan]] = field(default_factory=list)


class Teller:
    """Lets a story happen, by the verbs people use."""

    def __init__(self, evaluation: Evaluation, team: Team) -> None:
        self.evaluation, self.team, self.by = evaluation, team, team.anne
        text = FindingText(title="Å bli hørt", good="Noen lytter.", question="Når får dere tid?")
        finding = findings.write_finding(evaluation, text, turn=Turn.KEEP, by=self.by)
        self.story = Story(finding)
        self.theme = themes.add_themes(evaluation, ["Å bli møtt"], by=self.by)[0]
        self.out: set[object] = set()
        self.words: dict[object, str] = {}  # of a statement, as they were masked last

    def tell(self, told: Iterable[Plan], around: Round) -> Story:
        self._masked([*told, *TWO_THAT_STAY])
        with self._round(around):
            self._each(self._answer)
        self._each(self._sort)
        self._rest()
        self._each(self._read)
        with suppress(ValidationError):
            # Where something was taken away, somebody has to look.
            findings.look_at_finding(self.story.finding, by=self.by)
        self._each(self._after)
        findings.look_at_finding(self.story.finding, by=self.by)
        with suppress(ValidationError):
            # Where the only one who said something else is gone, somebody looks for others.
            findings.say_looked(self.story.finding, Looked.NONE_FOUND, by=self.by)
        self._judge()
        return self.story

    def _each(self, do: Callable[[Statement, Plan], None]) -> None:
        for row, plan in self.story.rows:
            statement = Statement.objects.filter(pk=row.pk).first()
            if statement is not None:
                do(statement, plan)

    def _bird(self, place: str) -> str:
        return f"Det sa {self.story.bird(place)} til oss"

    def _masked(self, told: list[Plan]) -> None:
        meeting = held(self.evaluation, by=self.by)
        people = people_of(meeting)
        for plan in told:
            statements.write_down(
                meeting,
                words=self._bird("raw"),
                speaker=None if plan.speaker is None else people[plan.speaker],
                by=self.by,
            )
        meetings.finish_writing(meeting, by=self.by)
        meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=self.by)
        rows = list(meeting.statements.order_by("position"))
        self.story.rows = list(zip(rows, told, strict=True))
        for row in rows:
            self._mask(row, self._bird("masked"))
        meetings.finish_masking(meeting, by=self.by)

    def _mask(self, statement: Statement, words: str) -> None:
        mask_as(statement, words, by=self.by)
        self.words[statement.pk] = words

    @contextmanager
    def _round(self, around: Round) -> Iterator[None]:
        if around is not Round.NONE:
            validation.open_round(self.evaluation, deadline=TODAY + timedelta(days=7), by=self.by)
        yield
        if around is Round.PASSED:
            with clock.at(TODAY + timedelta(days=8)):
                validation.pass_deadlines()

    def _say(self, statement: Statement, answer: Answer, words: str = "") -> None:
        statement.refresh_from_db()
        validation.answer_on_behalf(
            statement, answer, based_on=statement.masked_number, words=words, by=self.by
        )

    def _answer(self, statement: Statement, plan: Plan) -> None:
        if plan.speaker is None or plan.said is Said.NOTHING:
            return
        if plan.said in {Said.OTHER_WORDS, Said.OTHER_WORDS_UNREAD}:
            own = self._bird("own")
            self._say(statement, Answer.CHANGE, own)
            if plan.said is Said.OTHER_WORDS:
                self._mask(statement, own)
            return
        self._say(
            statement,
            {
                Said.YES: Answer.YES,
                Said.COUNT_ONLY: Answer.COUNT_ONLY,
                Said.TAKEN_AWAY: Answer.TAKE_AWAY,
            }[plan.said],
        )

    def _sort(self, statement: Statement, _plan: Plan) -> None:
        if statement.is_ready:
            themes.sort(statement, [self.theme], by=self.by)

    def _rest(self) -> None:
        rests: dict[Stance, list[Statement]] = {Stance.SUPPORTS: [], Stance.CONTRARY: []}

        def add(statement: Statement, plan: Plan) -> None:
            if statement.is_ready and plan.stance and statement.pk not in self.out:
                rests[plan.stance].append(statement)

        self._each(add)
        for stance, those in rests.items():
            findings.rest_on(self.story.finding, those, stance=stance, by=self.by)
        if not rests[Stance.CONTRARY]:
            findings.say_looked(self.story.finding, Looked.NONE_FOUND, by=self.by)

    def _read(self, statement: Statement, plan: Plan) -> None:
        """Whoever it is, and whatever the answer, they try."""
        team = self.team
        readers = {
            Read.BY_ONE: [team.frida],
            Read.BY_TWO: [team.siv, team.frida],
            Read.BY_TWO_WITHOUT_EXPERIENCE: [team.siv, team.tor],
            Read.BY_WHO_NOTED_IT: [team.anne, team.frida],
            Read.REFUSED: [team.siv, team.frida],
        }.get(plan.read, [])
        if plan.read is Read.NOT:
            return
        with suppress(ValidationError):
            quote = clearing.propose_quote(statement, self.story.finding, by=team.siv)
            for reader in readers:
                with suppress(ValidationError):
                    clearing.read_quote(quote, set(Check), by=reader)
            if plan.read is Read.REFUSED:
                clearing.refuse_quote(quote, why="Dette peker på noen", by=team.tor)

    def _after(self, statement: Statement, plan: Plan) -> None:
        speaker = statement.speaker
        if plan.after is After.OUT_OF_THE_FINDING:
            self.out.add(statement.pk)
            self._rest()
        elif plan.after is After.MASKED_ANEW:
            self._mask_anew(statement)
        elif speaker is not None:
            self._speaker_does(statement, speaker, plan.after)

    def _mask_anew(self, statement: Statement) -> None:
        meeting = meetings.reopen_masking(statement.user_meeting, by=self.by)
        self._mask(statement, self._bird("anew"))
        with suppress(ValidationError):  # others' own new words wait to be read
            meetings.finish_masking(meeting, by=self.by)

    def _speaker_does(self, statement: Statement, speaker: Participant, after: After) -> None:
        if after is After.WITHDRAWN:
            withdrawal.withdraw_on_behalf(speaker, channel=consent.Channel.PHONE, by=self.by)
        elif after is After.NO_MORE_QUOTES:
            withdrawal.take_back(
                speaker, consent.Purpose.QUOTES, channel=consent.Channel.PHONE, by=self.by
            )
        elif after in {After.COUNT_ONLY, After.OTHER_WORDS}:
            with suppress(ValidationError):
                other = after is After.OTHER_WORDS
                answer = Answer.CHANGE if other else Answer.COUNT_ONLY
                self._say(statement, answer, self._bird("later") if other else "")

    def _judge(self) -> None:
        """What may be printed: everything is right with it, and with its speaker."""
        gone = {
            plan.speaker
            for row, plan in self.story.rows
            if plan.after in {After.WITHDRAWN, After.NO_MORE_QUOTES}
            and plan.said is not Said.TAKEN_AWAY
        }
        self.story.printed = {
            bird
            for row, plan in self.story.rows
            if plan.may_be_printed and plan.speaker not in gone
            for bird in self.words[row.pk].split()
            if bird.startswith(PREFIX)
        }


# The finding rests on something whatever else happens, and there is something to print.
TWO_THAT_STAY = [
    Plan(5, Said.YES, Stance.SUPPORTS, Read.BY_TWO, After.NOTHING),
    Plan(6, Said.YES, Stance.SUPPORTS, Read.BY_TWO, After.NOTHING),
]


def held(evaluation: Evaluation, *, by: Person) -> UserMeeting:
    """A meeting with seven people who have said yes, to quotes too."""
    meeting = meetings.plan_meeting(evaluation, name="Poliklinikk", by=by)
    meetings.register_consent(
        meeting,
        new_people=7,
        purposes=[consent.Purpose.QUOTES],
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=by,
    )
    return meetings.hold(meeting, on=TODAY, nobody_from_service=True, by=by)


def people_of(meeting: UserMeeting) -> list[Participant]:
    return [one.participant for one in meeting.presences.order_by("participant__number")]
