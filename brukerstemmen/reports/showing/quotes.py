"""Quotes as the team sees them: what may be put forward, how far each has come, who has read it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q
from django.utils.functional import Promise

from brukerstemmen.analysis.evidence import Stance
from brukerstemmen.analysis.models import Evidence, Finding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions.clearing import cleared
from brukerstemmen.reports.models import QuoteClearance
from brukerstemmen.reports.sentences import NotYet, Standing
from brukerstemmen.voices.models import MaskedWording, Statement
from brukerstemmen.voices.states import StatementState

ON_A_PAGE = 50
_READERS = ("first_by", "second_by", "refused_by")


@dataclass(frozen=True)
class Quote:
    """One that is put forward. waits_for_me: this person may read it now."""

    pk: uuid.UUID
    words: str
    language: str
    standing: Standing
    waits_for_me: bool = False

    @property
    def told(self) -> Promise | str:
        return sentences.STANDINGS[self.standing][0]

    @property
    def tone(self) -> str:
        return sentences.STANDINGS[self.standing][1]


@dataclass(frozen=True)
class UnderFinding:
    pk: uuid.UUID
    number: int
    title: str
    quotes: list[Quote]
    statements: int  # that it rests on

    @property
    def cleared(self) -> int:
        return sum(quote.standing is Standing.CLEARED for quote in self.quotes)


def quotes_of(evaluation: Evaluation, person: Person) -> list[UnderFinding]:
    """Every finding with what is put forward under it. A fixed number of queries."""
    rows = list(clearances(evaluation))
    words = words_of([row.statement for row in rows])
    fit = set(cleared(evaluation).values_list("pk", flat=True))
    resting = _pairs(evaluation)
    shown: dict[uuid.UUID, list[Quote]] = {}
    for row in rows:
        standing = standing_of(
            row, is_cleared=row.pk in fit, rests=(row.finding_id, row.statement_id) in resting
        )
        quote = Quote(
            row.pk,
            words.get(row.statement_id, ""),
            row.statement.language,
            standing,
            waits_for_me=may_read(row, standing, person),
        )
        shown.setdefault(row.finding_id, []).append(quote)
    findings = evaluation.findings.select_related("key__outer").annotate(resting=Count("evidence"))
    return [
        UnderFinding(one.pk, one.position, one.read("title"), shown.get(one.pk, []), one.resting)
        for one in findings.order_by("position")
    ]


def clearances(evaluation: Evaluation) -> Iterable[QuoteClearance]:
    rows = QuoteClearance.objects.filter(finding__evaluation=evaluation)
    return rows.select_related("statement", *_READERS).order_by("finding__position", "pk")


def _pairs(evaluation: Evaluation) -> set[tuple[uuid.UUID, uuid.UUID]]:
    rows = Evidence.objects.filter(finding__evaluation=evaluation)
    return set(rows.values_list("finding", "statement"))


def words_of(statements: Iterable[Statement]) -> dict[uuid.UUID, str]:
    """Their masked words as they stand. One query."""
    wordings = MaskedWording.objects.filter(
        statement__in=[one.pk for one in statements], number=F("statement__masked_number")
    )
    return {
        wording.statement_id: wording.read("words")
        for wording in wordings.select_related("key__outer__outer")
    }


def standing_of(row: QuoteClearance, *, is_cleared: bool, rests: bool) -> Standing:
    """How far it has come today: what hinders it comes before how many have read it."""
    stops = [
        (Standing.REFUSED, row.refused_by_id is not None),
        (Standing.LOOSE, not rests),
        (Standing.TAKEN_BACK, not row.statement.is_quotable),
        (Standing.CHANGED, row.masked_number != row.statement.masked_number),
        (Standing.CLEARED, is_cleared),
        (Standing.UNREAD, row.first_by_id is None),
        (Standing.ONE_READER, row.second_by_id is None),
    ]
    return next((standing for standing, holds in stops if holds), Standing.NO_EXPERIENCE)


def may_read(row: QuoteClearance, standing: Standing, person: Person) -> bool:
    """Whether it waits for this person. One with own experience may still be needed."""
    waits = standing in {Standing.UNREAD, Standing.ONE_READER, Standing.NO_EXPERIENCE}
    mine = {row.first_by_id, row.second_by_id, row.statement.noted_by_id}
    return waits and person.pk not in mine


@dataclass(frozen=True)
class Line:
    """A statement that a finding rests on. Either it may be put forward, or it says why not."""

    pk: uuid.UUID
    words: str
    language: str
    is_contrary: bool
    quote: uuid.UUID | None  # put forward already
    why_not: Promise | str = ""


def lines_of(finding: Finding, number: str | None) -> tuple[Page, list[Line]]:
    """A page of what a finding rests on. Three queries."""
    rows = finding.evidence.select_related("statement").order_by("stance", "statement")
    page = Paginator(rows, ON_A_PAGE).get_page(number)
    statements = [row.statement for row in page.object_list]
    words = words_of(statements)
    there = {
        row.statement_id: row for row in QuoteClearance.objects.filter(statement__in=statements)
    }
    return page, [_line(finding, row, words, there.get(row.statement_id)) for row in page]


def _line(
    finding: Finding, row: Evidence, words: dict[uuid.UUID, str], there: QuoteClearance | None
) -> Line:
    here = there is not None and there.finding_id == finding.pk
    why = not_yet(row.statement)
    if why is None and there is not None and not here:
        why = NotYet.ELSEWHERE
    return Line(
        pk=row.statement_id,
        words=words.get(row.statement_id, ""),
        language=row.statement.language,
        is_contrary=row.stance == Stance.CONTRARY,
        quote=there.pk if there is not None and here else None,
        why_not=sentences.NOT_YET[why] if why else "",
    )


def not_yet(statement: Statement) -> NotYet | None:
    """Why a statement may not be put forward now; None if it may."""
    if statement.is_quotable:
        return None
    if statement.state_now is StatementState.COUNT_ONLY:
        return NotYet.COUNT_ONLY
    if statement.speaker_id is None:
        return NotYet.NOBODY_KNOWN
    asked = statement.state_now in {StatementState.SENT, StatementState.UNANSWERED}
    return NotYet.NOT_ANSWERED if asked and statement.is_ready else NotYet.WAITS


@dataclass(frozen=True)
class HasRead:
    name: str
    on: date | None


def readers(row: QuoteClearance) -> list[HasRead]:
    pairs = ((row.first_by, row.first_on), (row.second_by, row.second_on))
    return [HasRead(person.name, on) for person, on in pairs if person is not None]


def counts(evaluation: Evaluation) -> tuple[int, int]:
    """How many quotes are cleared, and how many are put forward and not kept out. Two queries."""
    of_evaluation = QuoteClearance.objects.filter(finding__evaluation=evaluation)
    return cleared(evaluation).count(), of_evaluation.filter(Q(refused_by__isnull=True)).count()
