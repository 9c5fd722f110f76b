"""Counting what has happened from the findings on: reports, dialogue meetings, answers, rounds in
which users are asked, and telling those who wanted to hear.

Sealed words are never opened here: whether there are any shows on the outside.
"""

import uuid
from collections import defaultdict
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from brukerstemmen.analysis.evidence import Lack, Looked, Rests, Stance, lacks
from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues.models import Dialogue, DialogueState, Seats
from brukerstemmen.dialogues.showing.counting import agreed_among
from brukerstemmen.dialogues.sides import Side, balance
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import ParticipantFeedback
from brukerstemmen.followups.showing.rounds import round_facts
from brukerstemmen.followups.wanting import standings
from brukerstemmen.journey.stages import IN_THE_MAKING
from brukerstemmen.measures.models import AnsweredMatter, Matter
from brukerstemmen.people import clock
from brukerstemmen.reports.models import (
    QuoteClearance,
    RecognitionTest,
    Report,
)
from brukerstemmen.reports.states import (
    Recognised,
    ReportKind,
    ReportState,
    Section,
    counts_as_tested,
)

Told = dict[uuid.UUID, dict[str, Any]]
# Without these nobody understands what the findings come from.
_MUST_BE_WRITTEN = (Section.SUMMARY, Section.BACKGROUND, Section.AIMS, Section.METHOD)
_ON_ITS_OWN = {Lack.AFFECTED, Lack.QUESTION}


def _counts() -> Told:
    return defaultdict(lambda: defaultdict(int))


def findings_of(evaluations: list[Evaluation]) -> Told:
    """How many findings there are, and what some of them lack. One query."""
    told = _counts()
    for finding in _with_evidence(Finding.objects.filter(evaluation__in=evaluations)):
        counted, found = told[finding["evaluation"]], lacks(_rests(finding))
        counted["findings"] += 1
        counted["findings_affected"] += Lack.AFFECTED in found
        counted["findings_unasked"] += Lack.QUESTION in found
        counted["findings_lacking"] += bool(set(found) - _ON_ITS_OWN)
    return told


def _with_evidence(findings: QuerySet[Finding]) -> QuerySet[Finding, dict[str, Any]]:
    supports = Q(evidence__stance=Stance.SUPPORTS)
    return (
        findings.order_by()
        .annotate(
            statements=Count("evidence", filter=supports),
            people=Count("evidence__statement__speaker", filter=supports, distinct=True),
            contrary=Count("evidence", filter=Q(evidence__stance=Stance.CONTRARY)),
            has_title=_is_filled("title"),
            has_text=_is_filled("good", "not_good", "better"),
            has_question=_is_filled("question"),
        )
        .values(
            *("evaluation", "statements", "people", "contrary", "is_single", "looked"),
            *("has_title", "has_text", "has_question", "affected_on"),
        )
    )


def _is_filled(*columns: str) -> Case:
    filled = Q()
    for column in columns:
        filled |= ~Q(**{column: b""})
    return Case(When(filled, then=Value(value=True)), default=Value(value=False))


def _rests(finding: dict[str, Any]) -> Rests:
    told = dict(finding)
    told.pop("evaluation")
    is_affected = told.pop("affected_on") is not None
    return Rests(**{**told, "looked": Looked(told["looked"])}, is_affected=is_affected)


def reports_of(evaluations: list[Evaluation]) -> Told:
    """How far the two reports have come in the first language, quotes and test. Three queries."""
    told = _counts()
    written = Count("sections", filter=Q(sections__section__in=_MUST_BE_WRITTEN))
    rows = Report.objects.filter(evaluation__in=evaluations, translated_from__isnull=True)
    for report in rows.annotate(written=written):
        counted, state = told[report.evaluation_id], ReportState(report.state)
        counted[ReportKind(report.kind).value] = state
        if state in IN_THE_MAKING:
            counted["sections_left"] = len(_MUST_BE_WRITTEN) - report.written
    quotes = QuoteClearance.objects.filter(
        finding__evaluation__in=evaluations, refused_by__isnull=True
    )
    for evaluation, second in quotes.values_list("finding__evaluation", "second_by"):
        told[evaluation]["quotes"] += 1
        told[evaluation]["quotes_waiting"] += second is None
    for test in RecognitionTest.objects.filter(evaluation__in=evaluations).order_by("on", "pk"):
        is_fresh = counts_as_tested(test.on, Recognised(test.result), on=clock.today())
        told[test.evaluation_id]["is_tested"] = is_fresh
    return told


def dialogues_of(evaluations: list[Evaluation]) -> Told:
    """How many dialogue meetings, how far they are, what the next one lacks. Three queries."""
    told = _counts()
    rows = list(Dialogue.objects.filter(evaluation__in=evaluations).order_by("number"))
    people: dict[uuid.UUID, dict[Side, int]] = defaultdict(lambda: defaultdict(int))
    for seats in Seats.objects.filter(dialogue__in=[one.pk for one in rows]):
        people[seats.dialogue_id][Side(seats.side)] += seats.invited
    for dialogue in rows:
        counted, state = told[dialogue.evaluation_id], dialogue.state
        counted["dialogues"] += 1
        counted["dialogues_held"] += state == DialogueState.HELD
        counted["dialogues_out"] += state == DialogueState.MINUTES
        counted["dialogues_approved"] += state == DialogueState.APPROVED
        if state == DialogueState.PLANNED:
            counted["is_balanced"] = balance(people[dialogue.pk]).is_even
            counted["users_told"] = dialogue.told_on is not None
            prepared = (dialogue.prepared_users_on, dialogue.prepared_service_on)
            counted["both_prepared"] = None not in prepared
    agreed = agreed_among(evaluations).filter(became__isnull=True)
    for evaluation in agreed.values_list("dialogue__evaluation", flat=True):
        told[evaluation]["proposals_waiting"] += 1
    return told


def answers_of(evaluations: list[Evaluation]) -> Told:
    """What is put to the service, and how much of it is answered. One query."""
    works = {one.work_id: one.pk for one in evaluations}
    told = _counts()
    answered = Exists(AnsweredMatter.objects.filter(matter=OuterRef("pk")))
    matters = Matter.objects.filter(work__in=works).annotate(is_answered=answered)
    for work, is_answered in matters.values_list("work", "is_answered"):
        told[works[work]]["matters"] += 1
        told[works[work]]["matters_answered"] += is_answered
    return told


def rounds_of(evaluations: list[Evaluation]) -> Told:
    """How far asking and telling users have come. Two queries, and five where telling has begun.

    Whoever wanted to hear waits from the first telling on: before it there is little to tell.
    """
    told: Told = {}
    for pk, one in round_facts(evaluations).items():
        told[pk] = {
            "rounds": one.planned + one.open + one.closed,
            "rounds_due": int(one.is_due),
            "rounds_open": one.open,
            "rounds_to_tell": one.waiting_to_be_told,
            "rounds_told": one.told,
            "replies_unread": one.unread,
        }
    letters = ParticipantFeedback.objects.filter(evaluation__in=evaluations)
    begun = set(letters.values_list("evaluation", flat=True))
    telling = [one for one in evaluations if one.pk in begun or told[one.pk]["rounds_told"]]
    for pk, standing in standings(telling).items() if telling else ():
        told[pk]["wanting"] = standing.waiting
    return told
