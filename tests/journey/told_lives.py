"""Evaluations drawn at random, lived by the verbs people use: what people said, findings that rest
on it, what goes out, a meeting, answers, measures that several findings share, what is felt and
told back, and what is taken back later. `Lived` knows what is left, without asking the product."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.exceptions import ValidationError
from hypothesis import strategies as st

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.actions import planning, room
from brukerstemmen.dialogues.models import DialogueKind, LeaderSays
from brukerstemmen.dialogues.sides import ReplyType, Side
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.actions import (
    add_measure,
    answer_matters,
    ask_for_answers,
    change_measure,
)
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import (
    FeedbackLine,
    FeltTold,
    FollowUpTold,
    Matter,
    Measure,
    MeasureKind,
    Standing,
    Turn,
)
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.reports.actions import clearing, releasing, writing
from brukerstemmen.reports.models import FindingMatter
from brukerstemmen.reports.states import Check, Recognised, ReportKind
from brukerstemmen.voices.actions import meetings, statements, validation, withdrawal
from brukerstemmen.voices.models import Participant, Statement, UserMeeting
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY, mask_as
from tests.reports.releasing_cast import agree_on, write_and_approve
from tests.reports.stories import Team

# Who says each; None: nobody knows.
SPEAKERS = [0, 0, 1, 2, 3, 1, None]
ALL = range(len(SPEAKERS))
SOON = TODAY + timedelta(days=60)
some = st.sets(st.sampled_from(ALL), max_size=len(SPEAKERS))


@dataclass(frozen=True)
class Rests:
    """What a finding rests on, as places in SPEAKERS. Two people's words at least."""

    supports: frozenset[int]
    contrary: frozenset[int]


@st.composite
def rests(draw: st.DrawFn) -> Rests:
    people = draw(st.sets(st.sampled_from([0, 1, 2, 3]), min_size=2))
    one_each = {draw(st.sampled_from([at for at in ALL if SPEAKERS[at] == who])) for who in people}
    supports = one_each | draw(some)
    return Rests(frozenset(supports), frozenset(draw(some) - supports))


@dataclass(frozen=True)
class Change:
    """What happens after all is out. kind: who leaves, what is taken away, what a finding lets go,
    what a measure answers now. which and what: places, taken modulo what there is."""

    kind: str
    which: int
    what: frozenset[int]


changes = st.builds(
    Change,
    kind=st.sampled_from(["leaves", "takes_away", "lets_go", "says_otherwise", "serves_others"]),
    which=st.integers(0, 6),
    what=st.frozensets(st.sampled_from(ALL), max_size=3),
)


@dataclass(frozen=True)
class Plan:
    """findings: those that go out; late: one that is written afterwards. meeting: those that are
    talked about. answered, measures: subsets of what is out. days: that have passed since the
    service was asked, when somebody reads; None if it was not asked."""

    findings: list[Rests]
    late: Rests | None
    goes_out: bool
    is_quoted: bool
    meeting: frozenset[int]
    answered: list[frozenset[int]]
    measures: list[frozenset[int]]
    felt: list[Verdict]
    days: int | None
    changes: list[Change]


places = st.frozensets(st.integers(0, 2), min_size=1)
plans = st.builds(
    Plan,
    findings=st.lists(rests(), min_size=1, max_size=3),
    late=st.none() | rests(),
    goes_out=st.sampled_from([True, True, True, False]),
    is_quoted=st.booleans(),
    meeting=st.frozensets(st.integers(0, 2)),
    answered=st.lists(places, max_size=2),
    measures=st.lists(places, max_size=3),
    felt=st.lists(st.sampled_from(Verdict), max_size=2),
    days=st.none() | st.integers(0, 40),
    changes=st.lists(changes, max_size=3),
)


@dataclass
class Lived:
    """rests: what each finding still rests on, for and against. out: those that have gone out."""

    evaluation: Evaluation
    people: list[Participant]
    rests: dict[int, set[object]] = field(default_factory=dict)
    rows: list[Finding] = field(default_factory=list)
    out: list[Finding] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)  # of people, by place


def said(evaluation: Evaluation, meeting: UserMeeting, by: Person) -> list[Statement]:
    """Everything that is said, ready, and with a yes from those who said it."""
    people = [one.participant for one in meeting.presences.order_by("participant__number")]
    for at in ALL:
        who = SPEAKERS[at]
        speaker = None if who is None else people[who]
        statements.write_down(meeting, words=f"Utsagn {at} her", speaker=speaker, by=by)
    meetings.finish_writing(meeting, by=by)
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=by)
    rows = list(meeting.statements.order_by("position"))
    for at, row in enumerate(rows):
        mask_as(row, f"Utsagn {at} her", by=by)
    meetings.finish_masking(meeting, by=by)
    for at, row in enumerate(rows):
        if SPEAKERS[at] is not None:
            validation.answer_on_behalf(row, Answer.YES, based_on=1, by=by)
    return list(meeting.statements.order_by("position"))


class Living:
    """Lets a plan happen."""

    def __init__(self, lived: Lived, rows: list[Statement], team: Team) -> None:
        self.lived, self.statements, self.team, self.by = lived, rows, team, team.anne
        self.evaluation = lived.evaluation

    def live(self, plan: Plan) -> Lived:
        for one in plan.findings:
            self._find(one)
        if plan.goes_out:
            self._go_out(plan)
            self._meet(plan)
            self._service(plan)
            self._felt(plan)
        if plan.late:
            self._find(plan.late)
        for change in plan.changes:
            self._change(change)
        return self.lived

    def _find(self, told: Rests) -> None:
        number = len(self.lived.rows) + 1
        text = FindingText(title=f"Funn nummer {number}", good="Noe er bra.", question="Når da?")
        row = findings.write_finding(self.evaluation, text, turn=Turn.KEEP, by=self.by)
        findings.rest_on(row, [self.statements[at] for at in told.supports], by=self.by)
        against = [self.statements[at] for at in told.contrary]
        findings.rest_on(row, against, stance=Stance.CONTRARY, by=self.by)
        if not against:
            findings.say_looked(row, Looked.NONE_FOUND, by=self.by)
        self.lived.rows.append(row)
        self.lived.rests[row.pk] = {self.statements[at].pk for at in told.supports | told.contrary}

    def _go_out(self, plan: Plan) -> None:
        first = self.lived.rows[0]
        if plan.is_quoted:
            statement = self.statements[min(plan.findings[0].supports)]
            with suppress(ValidationError):
                quote = clearing.propose_quote(statement, first, by=self.team.siv)
                clearing.read_quote(quote, set(Check), by=self.team.siv)
                clearing.read_quote(quote, set(Check), by=self.team.frida)
        clearing.register_test(
            self.evaluation, result=Recognised.NOBODY, tester="En fra rådet", by=self.team.frida
        )
        draft = writing.begin_report(self.evaluation, ReportKind.PROCESS, by=self.team.siv)
        write_and_approve(draft, self.team.siv, self.team.frida)
        releasing.release(draft, by=self.by)
        self.lived.out = list(self.lived.rows)

    def _of(self, what: frozenset[int]) -> list[Finding]:
        out = self.lived.out
        return [row for at, row in enumerate(out) if at in {one % len(out) for one in what}]

    def _matters(self, what: frozenset[int]) -> list[Matter]:
        return [FindingMatter.objects.get(finding=row).matter for row in self._of(what)]

    def _meet(self, plan: Plan) -> None:
        if not plan.meeting:
            return
        about = self._of(plan.meeting)
        made = planning.plan_dialogue(
            self.evaluation, kind=DialogueKind.MEETING, on=TODAY, programme="Velkommen", by=self.by
        )
        planning.open_room(made, by=self.by)
        for row in about:
            room.note_reply(
                made, row, side=Side.STAFF, type=ReplyType.SURPRISED, words="Å.", by=self.by
            )
            room.settle_in_room(made, row, standing=Standing.CONFIRMED, by=self.by)
        proposal = room.propose(made, about, title="Ti minutter i uka", by=self.by)
        room.read_aloud(proposal, users_agree=True, service_agrees=True, by=self.by)
        room.answer_proposal(proposal, LeaderSays.YES, by=self.by)
        agree_on(made, self.by)
        self.lived.measures += releasing.hand_over_measures(self.evaluation, by=self.by)

    def _service(self, plan: Plan) -> None:
        work = self.evaluation.work
        if plan.days is not None:
            ask_for_answers(work, answer_by=SOON, by=self.by)
        for what in plan.answered:
            answer_matters(self._matters(what), says=Says.YES, given_by="leder", by=self.by)
        for number, what in enumerate(plan.measures):
            self.lived.measures.append(
                add_measure(
                    work,
                    self._matters(what),
                    title=f"Tiltak {number}",
                    owner="leder",
                    deadline=SOON,
                    notice="Det merkes.",
                    status=Status.PLANNED,
                    said_by="leder",
                    by=self.by,
                )
            )

    def _felt(self, plan: Plan) -> None:
        for number, verdict in enumerate(plan.felt, start=1):
            told = FollowUpTold.objects.create(
                work=self.evaluation.work, number=number, quarter="2026-1"
            )
            for row in self.lived.measures[:2]:
                FeltTold.objects.create(
                    follow_up=told, measure=row, verdict=verdict, claimed=Status.DONE
                )
                FeedbackLine.objects.create(
                    measure=row, number=number, words="Det kom.", by=self.by, on=TODAY
                )

    def _change(self, change: Change) -> None:
        getattr(self, f"_{change.kind}")(change)

    def _leaves(self, change: Change) -> None:
        who = change.which % 4
        person = self.lived.people[who]
        person.refresh_from_db()
        if not person.is_withdrawn:
            withdrawal.withdraw_on_behalf(person, channel=consent.Channel.PHONE, by=self.by)
            self.lived.gone.add(who)
            self._forget(at for at in ALL if SPEAKERS[at] == who)

    def _takes_away(self, change: Change) -> None:
        at = change.which % len(SPEAKERS)
        row = Statement.objects.filter(pk=self.statements[at].pk).first()
        if row is not None and row.speaker is not None:
            validation.answer_on_behalf(
                row, Answer.TAKE_AWAY, based_on=row.masked_number, by=self.by
            )
            self._forget([at])

    def _forget(self, places: object) -> None:
        away = {self.statements[at].pk for at in places}  # type: ignore[attr-defined]
        for left in self.lived.rests.values():
            left -= away

    def _lets_go(self, change: Change) -> None:
        """The team lets a finding rest on fewer, be it after it has gone out."""
        row = self.lived.rows[change.which % len(self.lived.rows)]
        before = row.evidence.filter(stance=Stance.SUPPORTS)
        keep = {self.statements[at].pk for at in change.what}
        left = [one.statement for one in before if one.statement_id in keep]
        had = set(before.values_list("statement", flat=True))
        with suppress(ValidationError):
            findings.rest_on(row, left, by=self.by)
            self.lived.rests[row.pk] -= had - {one.pk for one in left}

    def _says_otherwise(self, change: Change) -> None:
        """It is masked once more, and has no words until then."""
        row = Statement.objects.filter(pk=self.statements[change.which % len(SPEAKERS)].pk).first()
        if row is not None and row.speaker is not None:
            validation.answer_on_behalf(
                row,
                Answer.CHANGE,
                based_on=row.masked_number,
                words="Andre ord enn før",
                by=self.by,
            )

    def _serves_others(self, change: Change) -> None:
        """The service says that a measure answers other findings than before."""
        if not self.lived.measures:
            return
        row = self.lived.measures[change.which % len(self.lived.measures)]
        change_measure(
            row,
            title=row.title,
            notice="Det merkes.",
            owner="leder",
            kind=MeasureKind.ROUTINE,
            deadline=row.deadline or SOON,
            reason="Det passer bedre.",
            matters=self._matters(change.what or frozenset({0})),
            said_by="leder",
            by=self.by,
        )
