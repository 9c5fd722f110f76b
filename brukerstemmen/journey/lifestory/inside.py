"""The story as the team walks it: what was said, the finding, what was said about it in the room,
and everything that has happened since it went out. A fixed number of queries a page.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise

from brukerstemmen.analysis.board import Card, cards_of
from brukerstemmen.analysis.evidence import Stance
from brukerstemmen.analysis.models import Evidence, Finding
from brukerstemmen.dialogues.models import Proposal
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.lifestory.released import Deed, Thread, deeds_of, threads_of
from brukerstemmen.journey.lifestory.stations import Life, Station, furthest, reached
from brukerstemmen.journey.lifestory.talked import Talked, talked_about
from brukerstemmen.journey.lifestory.wording import STATIONS
from brukerstemmen.measures.models import Measure, Standing
from brukerstemmen.reports.models import FindingMatter, QuoteSource
from brukerstemmen.voices.models import Statement

Words = Promise | str
_KEYS = "key__outer__outer"


@dataclass(frozen=True)
class Said:
    """A statement as it stands in a story. is_ready: False while it is masked once more; its words
    come back then. is_printed: it stands in a report that has gone out."""

    card: Card
    is_contrary: bool
    is_ready: bool
    is_printed: bool


@dataclass(frozen=True)
class Mark:
    """One station on a line of life."""

    station: Station
    is_reached: bool
    is_last: bool

    @property
    def word(self) -> Words:
        return STATIONS[self.station]


@dataclass(frozen=True)
class Line:
    """One finding, and how far it has come. number: its place among all, from 1.

    statements: those it still rests on. taken_away: since when something of it is gone, and nobody
    has looked. thread: None as long as it has not gone out."""

    finding: Finding
    number: int
    title: str
    statements: int
    thread: Thread | None
    is_contrary: bool = False  # where it is told about one statement

    @property
    def pk(self) -> uuid.UUID:
        return self.finding.pk

    @property
    def taken_away(self) -> date | None:
        return self.finding.affected_on

    @property
    def life(self) -> Life:
        thread = self.thread
        return Life(
            statements=self.statements,
            talked=self.finding.standing != Standing.PRELIMINARY,
            put=thread is not None,
            answers=len(thread.matter.answers) if thread else 0,
            measures=len(thread.deeds) if thread else 0,
            verdicts=thread.verdicts if thread else 0,
            lines=thread.lines if thread else 0,
        )

    @property
    def marks(self) -> list[Mark]:
        passed, last = reached(self.life), furthest(self.life)
        return [Mark(one, one in passed, one is last) for one in Station]

    @property
    def last(self) -> Words:
        return STATIONS[furthest(self.life)]


@dataclass(frozen=True)
class Story:
    """Everything about one finding. deeds: each measure, with the other findings it answers.
    printed_still: how many quotes stand in a report and were taken back since."""

    line: Line
    said: list[Said]
    contrary: list[Said]
    changes: int
    talked: Talked
    deeds: list[tuple[Deed, list[Line]]]
    printed_still: int


def lines_of(evaluation: Evaluation) -> list[Line]:
    """Every finding with how far it has come, in order."""
    return list(_lines(evaluation).values())


def story_of(finding: Finding) -> Story:
    """One finding from the words to what was told back."""
    lines = _lines(finding.evaluation)
    line = lines[finding.pk]
    said = _said_about([finding.pk])[finding.pk]
    return Story(
        line=line,
        said=[one for one in said if not one.is_contrary],
        contrary=[one for one in said if one.is_contrary],
        changes=finding.version - 1,
        talked=talked_about(finding),
        deeds=_with_others(line, lines.values()),
        printed_still=_printed_still(line.thread),
    )


def _with_others(line: Line, lines: Iterable[Line]) -> list[tuple[Deed, list[Line]]]:
    others: dict[uuid.UUID, list[Line]] = defaultdict(list)
    for other in lines:
        if other.thread and other.pk != line.pk:
            for deed in other.thread.deeds:
                others[deed.pk].append(other)
    return [(deed, others[deed.pk]) for deed in (line.thread.deeds if line.thread else [])]


def _printed_still(thread: Thread | None) -> int:
    """How many of the printed quotes have no speaker behind them any more. They are not shown."""
    if thread is None:
        return 0
    quotes = [quote.pk for quote in thread.quotes]
    return len(quotes) - QuoteSource.objects.filter(quote__in=quotes).count()


@dataclass(frozen=True)
class OfStatement:
    """One statement, and the findings it is part of."""

    said: Said
    lines: list[Line]


def of_statement(statement: Statement) -> OfStatement:
    """Where one statement has gone."""
    evaluation = statement.user_meeting.evaluation
    stances = dict(Evidence.objects.filter(statement=statement).values_list("finding", "stance"))
    lines = _lines(evaluation) if stances else {}
    return OfStatement(
        said=_said([statement])[statement.pk],
        lines=[
            replace(line, is_contrary=stances[line.pk] == Stance.CONTRARY)
            for line in lines.values()
            if line.pk in stances
        ],
    )


@dataclass(frozen=True)
class OfMeasure:
    """One measure, the findings it answers, and the words that those rest on. once: findings it was
    proposed for in the room, and answers no more."""

    deed: Deed
    lines: list[tuple[Line, list[Said]]]
    once: list[Line]


def of_measure(measure: Measure, evaluation: Evaluation) -> OfMeasure:
    """What one measure has grown out of."""
    deed = next(one for one in deeds_of(measure.work) if one.pk == measure.pk)
    served = {serves.matter_id for serves in deed.serves}
    proposed = set(
        Proposal.objects.filter(became=measure.pk, dialogue__evaluation=evaluation).values_list(
            "findings", flat=True
        )
    )
    lines = _lines(evaluation).values()
    here = [line for line in lines if line.thread is not None and line.thread.pk in served]
    said = _said_about([line.pk for line in here])
    return OfMeasure(
        deed=deed,
        lines=[(line, said[line.pk]) for line in here],
        once=[line for line in lines if line.pk in proposed and line not in here],
    )


def _lines(evaluation: Evaluation) -> dict[uuid.UUID, Line]:
    rows = evaluation.findings.select_related(_KEYS)
    out = dict(
        FindingMatter.objects.filter(finding__evaluation=evaluation).values_list(
            "finding", "matter"
        )
    )
    threads = {thread.pk: thread for thread in threads_of(evaluation.work)} if out else {}
    rests: dict[Any, int] = defaultdict(int)
    for pk in Evidence.objects.filter(finding__evaluation=evaluation).values_list(
        "finding", flat=True
    ):
        rests[pk] += 1
    return {
        one.pk: _line(one, number, rests[one.pk], threads.get(out.get(one.pk)))
        for number, one in enumerate(rows, start=1)
    }


def _line(finding: Finding, number: int, statements: int, thread: Thread | None) -> Line:
    """What has gone out keeps its name when the words inside are deleted."""
    title = finding.read("title") or (thread.matter.row.title if thread else "")
    return Line(finding, number, title, statements, thread)


def _said_about(findings: list[uuid.UUID]) -> dict[uuid.UUID, list[Said]]:
    """The statements under each of these findings, in the order they were said."""
    stands = list(
        Evidence.objects.filter(finding__in=findings).values_list("finding", "statement", "stance")
    )
    rows = Statement.objects.filter(pk__in={statement for _one, statement, _stance in stands})
    ordered = rows.order_by("user_meeting__meeting__number", "position")
    statements = list(ordered.select_related("user_meeting__meeting", "speaker"))
    found: dict[uuid.UUID, list[Said]] = {pk: [] for pk in findings}
    place = {one.pk: at for at, one in enumerate(statements)}
    known = _said(statements)
    for finding, statement, stance in sorted(stands, key=lambda row: place[row[1]]):
        is_contrary = stance == Stance.CONTRARY
        found[finding].append(replace(known[statement], is_contrary=is_contrary))
    return found


def _said(statements: list[Statement]) -> dict[uuid.UUID, Said]:
    printed = set(
        QuoteSource.objects.filter(statement__in=statements).values_list("statement", flat=True)
    )
    ready = {one.pk for one in statements if one.is_ready}
    cards = cards_of(statements, [])
    return {
        card.pk: Said(
            card=card,
            is_contrary=False,
            is_ready=card.pk in ready,
            is_printed=card.pk in printed,
        )
        for card in cards
    }
