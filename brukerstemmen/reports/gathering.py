"""What a report is made of, read in a fixed number of queries: findings with what may be printed.

Everything here has passed the law for print, whatever the caller wants: quotes that two people
have cleared for the words as they stand, and of a dialogue only what both sides have approved.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F

from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.analysis.models import Evidence, Finding, MinorityView
from brukerstemmen.dialogues.models import DialogueState, Outcome
from brukerstemmen.evaluations.models import Evaluation, TeamMember
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.reports.models import QuoteClearance
from brukerstemmen.reports.states import Check, Reader, is_cleared
from brukerstemmen.voices.models import MaskedWording


@dataclass(frozen=True)
class PrintedQuote:
    """id: random and its own, made for this one printing; its order is the order on the page."""

    id: uuid.UUID
    statement: uuid.UUID
    words: str
    language: str
    is_contrary: bool = False


@dataclass(frozen=True)
class PrintedFinding:
    """A finding as it stands in a report. number: its place there."""

    pk: uuid.UUID
    number: int
    turn: Turn
    standing: Standing
    title: str
    good: str
    not_good: str
    better: str
    question: str
    nuance: str
    looked: Looked
    minority: tuple[str, ...] = field(default=())
    quotes: tuple[PrintedQuote, ...] = field(default=())


def findings_of(evaluation: Evaluation) -> list[PrintedFinding]:
    """The findings in their order, with the quotes shuffled anew each time."""
    rows = list(Finding.objects.filter(evaluation=evaluation).select_related("key__outer__outer"))
    settled, minority = _settled(evaluation), _minority(evaluation)
    quotes = _quotes(evaluation)
    return [
        _printed(number, row, settled.get(row.pk), minority[row.pk], quotes[row.pk])
        for number, row in enumerate(rows, start=1)
    ]


def _printed(
    number: int,
    row: Finding,
    settled: tuple[Standing, str] | None,
    minority: list[str],
    quotes: list[PrintedQuote],
) -> PrintedFinding:
    standing, nuance = settled or (Standing(row.standing), row.read("nuance"))
    return PrintedFinding(
        pk=row.pk,
        number=number,
        turn=Turn(row.turn),
        standing=standing,
        **{name: row.read(name) for name in ("title", "good", "not_good", "better", "question")},
        nuance=nuance,
        looked=Looked(row.looked),
        minority=tuple(minority),
        quotes=tuple(quotes),
    )


def _settled(evaluation: Evaluation) -> dict[uuid.UUID, tuple[Standing, str]]:
    """What became of findings that were talked about. Before both sides have approved the minutes
    nothing did: the finding is as preliminary as it was."""
    found: dict[uuid.UUID, tuple[Standing, str]] = {}
    rows = Outcome.objects.filter(dialogue__evaluation=evaluation).order_by("dialogue__number")
    for row in rows.select_related("dialogue", "key__outer__outer"):
        if row.dialogue.state == DialogueState.APPROVED:
            found[row.finding_id] = (Standing(row.standing), row.read("nuance"))
        else:
            found.setdefault(row.finding_id, (Standing.PRELIMINARY, ""))
    return found


def _minority(evaluation: Evaluation) -> dict[uuid.UUID, list[str]]:
    """Views that not all share. Sorted by their words, which tell no order of holding."""
    rows = MinorityView.objects.filter(finding__evaluation=evaluation)
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for row in rows.select_related("key__outer__outer"):
        if words := row.read("words"):
            found[row.finding_id].append(words)
    return defaultdict(list, {finding: sorted(words) for finding, words in found.items()})


def _quotes(evaluation: Evaluation) -> dict[uuid.UUID, list[PrintedQuote]]:
    stances = _stances(evaluation)
    printed = [
        (clearance.finding_id, _quote(clearance, wording, stance))
        for clearance, wording in _cleared(evaluation)
        if (stance := stances.get((clearance.finding_id, clearance.statement_id)))
    ]
    under: dict[uuid.UUID, list[PrintedQuote]] = defaultdict(list)
    for finding, quote in sorted(printed, key=lambda pair: pair[1].id):
        if quote.words:
            under[finding].append(quote)
    return under


def _quote(clearance: QuoteClearance, wording: MaskedWording, stance: str) -> PrintedQuote:
    return PrintedQuote(
        id=uuid.uuid4(),
        statement=clearance.statement_id,
        words=wording.read("words"),
        language=clearance.statement.language,
        is_contrary=stance == Stance.CONTRARY,
    )


def _stances(evaluation: Evaluation) -> dict[tuple[uuid.UUID, uuid.UUID], str]:
    """A quote stands under a finding only as long as the finding rests on it."""
    rows = Evidence.objects.filter(finding__evaluation=evaluation)
    return {
        (finding, statement): stance
        for finding, statement, stance in rows.values_list("finding", "statement", "stance")
    }


def _cleared(evaluation: Evaluation) -> Iterable[tuple[QuoteClearance, MaskedWording]]:
    """Quotes that the law lets through, with their words: read by two, one with own experience,
    neither the one who noted it, for the very words the speaker has said yes to."""
    rows = QuoteClearance.objects.filter(
        finding__evaluation=evaluation,
        statement__user_meeting__evaluation=evaluation,
        refused_by__isnull=True,
        masked_number=F("statement__masked_number"),
    ).select_related("statement")
    candidates = {row.statement_id: row for row in rows if row.statement.is_quotable}
    experienced = _with_experience(evaluation)
    wordings = MaskedWording.objects.filter(
        statement__in=candidates, number=F("statement__masked_number"), rival_of__isnull=True
    ).select_related("key__outer__outer")
    for wording in wordings:
        row = candidates[wording.statement_id]
        if is_cleared(_readers(row, experienced), [Check(one) for one in row.checked]):
            yield row, wording


def _readers(row: QuoteClearance, experienced: set[Any]) -> list[Reader]:
    noted_by = row.statement.noted_by_id
    return [
        Reader(person, person in experienced, wrote_down=person == noted_by)
        for person in (row.first_by_id, row.second_by_id)
        if person is not None
    ]


def _with_experience(evaluation: Evaluation) -> set[Any]:
    rows = TeamMember.objects.filter(evaluation=evaluation, own_experience=True)
    return set(rows.values_list("person", flat=True))
