"""What is shown of rounds: the list, one of them, what people say together, and the few facts the
overview needs. All of it without raw words, and with a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions.telling import SummedUp, sum_up
from brukerstemmen.followups.models import FollowUp, Reply
from brukerstemmen.followups.states import RoundState
from brukerstemmen.measures.felt import Felt, Verdict
from brukerstemmen.measures.models import FeltTold, FollowUpTold, Measure
from brukerstemmen.measures.states import Status
from brukerstemmen.measures.wording import (
    FELT,
    STATUS_TONES,
    STATUSES,
    VERDICT_TONES,
    VERDICTS,
)
from brukerstemmen.people import clock
from brukerstemmen.voices.models import Participant

Words = Promise | str
STATES: dict[RoundState, Words] = {
    RoundState.PLANNED: pgettext_lazy("follow-up", "Planned"),
    RoundState.OPEN: pgettext_lazy("follow-up", "Open for answers"),
    RoundState.CLOSED: gettext_lazy("Waits to be told"),
    RoundState.TOLD: pgettext_lazy("follow-up", "Told"),
}
STATE_TONES = {
    RoundState.PLANNED: "neutral",
    RoundState.OPEN: "info",
    RoundState.CLOSED: "sol",
    RoundState.TOLD: "success",
}


@dataclass(frozen=True)
class RoundFacts:
    """The rounds of one evaluation, for the overview. next_due: of those that are planned.
    open_until: the last day to answer in the one that is open."""

    planned: int = 0
    open: int = 0
    waiting_to_be_told: int = 0
    told: int = 0
    next_due: date | None = None
    open_until: date | None = None
    unread: int = 0

    @property
    def closed(self) -> int:
        """Those in which nobody answers any more."""
        return self.waiting_to_be_told + self.told

    @property
    def is_due(self) -> bool:
        """Whether a round should have been opened by now."""
        return self.next_due is not None and self.next_due <= clock.today()


def round_facts(evaluations: Iterable[Evaluation]) -> dict[int, RoundFacts]:
    """By the id of each evaluation. Two queries, whatever there is."""
    wanted = [one.pk for one in evaluations]
    rounds: dict[int, list[FollowUp]] = {pk: [] for pk in wanted}
    for row in FollowUp.objects.filter(evaluation__in=wanted).order_by("due_on", "number"):
        rounds[row.evaluation_id].append(row)
    waiting = Reply.objects.unread().filter(follow_up__evaluation__in=wanted)
    by_evaluation = waiting.order_by().values_list("follow_up__evaluation")
    unread = dict(by_evaluation.annotate(number=Count("pk")))
    return {pk: _facts(rows, unread.get(pk, 0)) for pk, rows in rounds.items()}


def _facts(rows: list[FollowUp], unread: int) -> RoundFacts:
    by_state = {state: [row for row in rows if row.state is state] for state in RoundState}
    planned, opened = by_state[RoundState.PLANNED], by_state[RoundState.OPEN]
    return RoundFacts(
        planned=len(planned),
        open=len(opened),
        waiting_to_be_told=len(by_state[RoundState.CLOSED]),
        told=len(by_state[RoundState.TOLD]),
        next_due=planned[0].due_on if planned else None,
        open_until=opened[0].answer_by if opened else None,
        unread=unread,
    )


def name_of(follow_up: FollowUp) -> str:
    return _("Follow-up %(number)s") % {"number": follow_up.number}


def rounds() -> "QuerySet[FollowUp]":
    """Rounds, ready to be read."""
    return FollowUp.objects.select_related("evaluation__work", "key__outer__outer")


@dataclass(frozen=True)
class Listed:
    """A round in the list. replies, unread: for the team."""

    row: FollowUp
    replies: int
    unread: int

    @property
    def name(self) -> str:
        return name_of(self.row)

    @property
    def state(self) -> RoundState:
        return self.row.state

    @property
    def word(self) -> Words:
        return STATES[self.state]

    @property
    def tone(self) -> str:
        return STATE_TONES[self.state]

    @property
    def is_due(self) -> bool:
        return self.state is RoundState.PLANNED and self.row.due_on <= clock.today()


def listed(evaluation: Evaluation) -> list[Listed]:
    """Every round of the evaluation, by its day. Three queries."""
    rows = rounds().filter(evaluation=evaluation).order_by("due_on", "number")
    replies = Reply.objects.filter(follow_up__evaluation=evaluation)
    all_of, unread = _by_round(replies), _by_round(replies.unread())
    return [Listed(row, all_of.get(row.pk, 0), unread.get(row.pk, 0)) for row in rows]


def _by_round(replies: "QuerySet[Reply]") -> dict[object, int]:
    counted = replies.order_by().values_list("follow_up").annotate(number=Count("pk"))
    return dict(counted)


def waiting(follow_up: FollowUp) -> "QuerySet[Reply]":
    """The replies that nobody has read as they are now."""
    return Reply.objects.unread().filter(follow_up=follow_up)


def measures_of(follow_up: FollowUp) -> list[Measure]:
    """Every measure that can be asked about, in their order."""
    return list(Measure.objects.filter(work=follow_up.evaluation.work_id).order_by("number"))


@dataclass(frozen=True)
class HowMany:
    """How many have answered, the two apart. asked: how many took part and have not withdrawn."""

    participants: int
    new_users: int
    asked: int
    unread: int

    @property
    def all(self) -> int:
        return self.participants + self.new_users


def how_many(follow_up: FollowUp) -> HowMany:
    """Four queries. For the team only: these numbers may be small."""
    replies = Reply.objects.filter(follow_up=follow_up)
    took_part = Participant.objects.filter(evaluation=follow_up.evaluation_id).taking_part()
    return HowMany(
        participants=replies.of_participants().count(),
        new_users=replies.of_new_users().count(),
        asked=took_part.count(),
        unread=waiting(follow_up).count(),
    )


@dataclass(frozen=True)
class Share:
    """How many chose one of the five, among those of one kind."""

    word: Words
    number: int


@dataclass(frozen=True)
class Series:
    name: Words
    shares: list[Share]

    @property
    def all(self) -> int:
        return sum(one.number for one in self.shares)


@dataclass(frozen=True)
class MeasureShown:
    """A measure in a round: what the service said of it, and what users say when they may be heard
    together."""

    number: int
    title: str
    claimed: Status
    verdict: Verdict | None = None
    series: list[Series] = field(default_factory=list)
    is_taken_up: bool = False  # by telling it
    is_open_again: bool = False  # taken up, and not done since

    @property
    def claimed_word(self) -> Words:
        return STATUSES[self.claimed]

    @property
    def claimed_tone(self) -> str:
        return STATUS_TONES[self.claimed]

    @property
    def verdict_word(self) -> Words:
        return VERDICTS[self.verdict] if self.verdict else ""

    @property
    def verdict_tone(self) -> str:
        return VERDICT_TONES[self.verdict] if self.verdict else ""


def asked_about(follow_up: FollowUp) -> list[MeasureShown]:
    """What people are asked about, as it stood when the round opened. One query."""
    rows = follow_up.asked.select_related("measure").order_by("measure__number")
    return [
        MeasureShown(row.measure.number, row.measure.title, Status(row.claimed)) for row in rows
    ]


def together(follow_up: FollowUp) -> list[MeasureShown]:
    """What people say of each measure, the two series apart. For the team. Three queries."""
    return [_summed(one) for one in sum_up(follow_up)]


def _summed(one: SummedUp) -> MeasureShown:
    return MeasureShown(
        number=one.measure.number,
        title=one.measure.title,
        claimed=one.claimed,
        verdict=one.sums.verdict,
        series=[
            _series(gettext_lazy("Those who took part"), one.sums.participants),
            _series(gettext_lazy("Those who use the service now"), one.sums.new_users),
        ],
        is_taken_up=one.is_taken_up,
    )


def _series(name: Words, answers: tuple[Felt, ...]) -> Series:
    counted = [Share(word, answers.count(felt)) for felt, word in FELT.items()]
    return Series(name, [one for one in counted if one.number])


@dataclass(frozen=True)
class ToldShown:
    """A round as it went out."""

    row: FollowUpTold
    measures: list[MeasureShown]


def told(follow_up: FollowUp) -> ToldShown | None:
    """What has gone out, word for word; None where nothing has. Two queries."""
    row = FollowUpTold.objects.filter(
        work=follow_up.evaluation.work_id, number=follow_up.number
    ).first()
    if row is None:
        return None
    felt = row.felt.select_related("measure").order_by("measure__number")
    return ToldShown(row, [_told(one) for one in felt])


def _told(one: FeltTold) -> MeasureShown:
    return MeasureShown(
        number=one.measure.number,
        title=one.measure.title,
        claimed=Status(one.claimed),
        verdict=Verdict(one.verdict),
        is_open_again=one.measure.status_now is Status.REOPENED,
    )
