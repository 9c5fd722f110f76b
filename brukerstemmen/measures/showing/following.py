"""How much waits, what is agreed about following up, and the rounds that are told."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.text import get_text_list
from django.utils.translation import pgettext

from brukerstemmen.measures.deadlines import FINISHED
from brukerstemmen.measures.felt import read_months
from brukerstemmen.measures.holders import in_the_service
from brukerstemmen.measures.models import Asking, FollowUpTerms, FollowUpTold, Matter, Measure
from brukerstemmen.measures.wording import told_quarter
from brukerstemmen.people import clock
from brukerstemmen.people.models import Work

from .matters import days_since
from .measures import MeasureShown, steps_of


@dataclass(frozen=True)
class Waiting:
    """How much waits for the service in one evaluation. days: since it was asked; None if it has
    not been asked."""

    matters: int
    unanswered: int
    answer_by: date | None
    days: int | None
    measures: int
    finished: int
    late: int

    @property
    def answered(self) -> int:
        return self.matters - self.unanswered

    @property
    def is_late(self) -> bool:
        """Whether the day to answer by has passed with something unanswered."""
        return bool(self.unanswered and self.answer_by and self.answer_by < clock.today())


def waiting_for(work: Work) -> Waiting:
    """How much waits. Four queries, of what is released only."""
    put = Matter.objects.filter(work=work).aggregate(
        matters=Count("pk", distinct=True),
        unanswered=Count("pk", filter=Q(answered__isnull=True), distinct=True),
    )
    rows = Measure.objects.filter(work=work).only("status", "deadline").prefetch_related("steps")
    measures = [MeasureShown(row, [], steps_of(row)) for row in rows]
    asking = Asking.objects.filter(work=work).first()
    return Waiting(
        **put,
        answer_by=asking.answer_by if asking else None,
        days=days_since(asking),
        measures=len(measures),
        finished=sum(one.row.status_now in FINISHED for one in measures),
        late=sum(one.is_late for one in measures),
    )


@dataclass(frozen=True)
class AgreedShown:
    """What is agreed on. leader_is_here: whether the agreed leader has a role here today."""

    row: FollowUpTerms
    leader_is_here: bool

    @property
    def months(self) -> str:
        """As it is read: 3, 6 and 12; "" for no rounds."""
        numbers = [str(month) for month in read_months(self.row.months)]
        return get_text_list(numbers, pgettext("before the last of several", "and"))

    @property
    def lost_leader(self) -> str:
        """The name of a leader who was agreed on, and whom no letter reaches any more."""
        agreed = self.row.escalate_to
        return agreed.name if agreed and not self.leader_is_here else ""


def agreed_on(work: Work) -> AgreedShown | None:
    """What is agreed on about following up; None if nobody has written anything down."""
    terms = FollowUpTerms.objects.select_related("escalate_to").filter(work=work).first()
    if terms is None:
        return None
    return AgreedShown(terms, terms.escalate_to in in_the_service(work))


@dataclass(frozen=True)
class RoundShown:
    """A round in which users were asked, as it was told."""

    row: FollowUpTold

    @property
    def when(self) -> str:
        return told_quarter(self.row.quarter)


def rounds_told(work: Work) -> list[RoundShown]:
    """The rounds in which users were asked, as they were told, the newest first."""
    return [RoundShown(row) for row in FollowUpTold.objects.filter(work=work).order_by("-number")]
