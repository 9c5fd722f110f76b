"""Counting what has happened in evaluations, for the road.

The same number of queries for one evaluation as for a hundred, and for any number of statements.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from brukerstemmen.analysis.models import Coding
from brukerstemmen.closing.models import Closing
from brukerstemmen.evaluations.models import (
    Agreement,
    AnchoringPoint,
    DoneElsewhere,
    Evaluation,
    PassedNeed,
    QuestionGuide,
    TeamMember,
)
from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.later_facts import (
    answers_of,
    dialogues_of,
    findings_of,
    reports_of,
    rounds_of,
)
from brukerstemmen.journey.stages import Facts
from brukerstemmen.measures.models import Asking
from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Grant, WorkParty
from brukerstemmen.people.models.work import Part
from brukerstemmen.reports.models import CommentOutcome, FactComment
from brukerstemmen.voices.models import (
    Invitation,
    Participant,
    Statement,
    UserMeeting,
    ValidationRound,
)
from brukerstemmen.voices.models.statements import QUOTABLE, READY
from brukerstemmen.voices.showing.returning import TO_GIVE_BACK
from brukerstemmen.voices.states import MeetingState, reached

_LATER = (findings_of, reports_of, dialogues_of, answers_of, rounds_of)


def facts_of(evaluation: Evaluation) -> Facts:
    """The facts of one evaluation, counted inside the team."""
    return facts_of_all([evaluation])[evaluation.pk]


def facts_of_all(evaluations: Iterable[Evaluation]) -> dict[uuid.UUID, Facts]:
    """The facts of each evaluation, by its id. Twenty-four queries at most."""
    found = list(evaluations)
    among = Q(evaluation__in=found)
    plain = _at_a_look(found)
    meetings = _meetings(found)
    statements = _statements(found)
    team = _interviewers(found)
    given_back = _given_back(found)
    later = [look(found) for look in _LATER]
    elsewhere = _names(DoneElsewhere.objects.filter(among), "step")
    passed = _names(PassedNeed.objects.filter(among, need__in=list(Need)), "need")
    return {
        one.pk: Facts(
            has_degree=bool(one.degree),
            has_promise=bool(one.promise),
            people_wanted=one.people_wanted,
            elsewhere=frozenset(Step(step) for step in elsewhere[one.pk]),
            passed=frozenset(Need(need) for need in passed[one.pk]),
            **plain[one.pk],
            **team.get(one.pk, {}),
            **given_back.get(one.pk, {}),
            **meetings.get(one.pk, {}),
            **statements.get(one.pk, {}),
            **{name: value for each in later for name, value in each.get(one.pk, {}).items()},
        )
        for one in found
    }


def _at_a_look(evaluations: list[Evaluation]) -> dict[uuid.UUID, dict[str, Any]]:
    """What is there or not, and how many: as much as one query can carry."""
    of_it, of_work = {"evaluation": OuterRef("pk")}, {"work": OuterRef("work")}
    said_yes = Participant.objects.taking_part().who_said_yes()
    comments = FactComment.objects.filter(
        report__work=OuterRef("work"), outcome=CommentOutcome.WAITING
    )
    rows = Evaluation.objects.filter(pk__in=[one.pk for one in evaluations]).values(
        "pk",
        has_client=Exists(WorkParty.objects.filter(part=Part.CLIENT, **of_work)),
        is_agreed=Exists(Agreement.objects.filter(**of_it)),
        guide_locked=Exists(QuestionGuide.objects.filter(locked_on__isnull=False, **of_it)),
        is_asked=Exists(Asking.objects.filter(**of_work)),
        anchors=_number_of(AnchoringPoint.objects.filter(**of_it), "evaluation"),
        people=_number_of(said_yes.filter(**of_it), "evaluation"),
        replies=_number_of(Invitation.objects.filter(**of_it), "evaluation", "replies_waiting"),
        comments_waiting=_number_of(comments, "report__work"),
        is_closed=Q(work__closed_on__isnull=False),
        closes_now=Exists(Closing.objects.filter(planned_on__lte=clock.today(), **of_it)),
    )
    return {row.pop("pk"): row for row in rows.order_by()}


def _number_of(rows: QuerySet[Any], path: str, counted: str = "") -> Coalesce:
    """How many rows there are, or the sum of what they have counted; 0 without any."""
    number = Sum(counted) if counted else Count("pk")
    found = rows.order_by().values(path).annotate(counted_here=number)
    return Coalesce(Subquery(found.values("counted_here")), 0)


def _names(rows: QuerySet[Any], name: str) -> dict[uuid.UUID, set[str]]:
    named: dict[uuid.UUID, set[str]] = defaultdict(set)
    for evaluation, value in rows.order_by().values_list("evaluation", name):
        named[evaluation].add(value)
    return named


def _meetings(evaluations: list[Evaluation]) -> dict[uuid.UUID, dict[str, int]]:
    def at_least(goal: MeetingState) -> Q:
        return Q(state__in=[state for state in MeetingState if reached(state, goal)])

    rows = UserMeeting.objects.filter(evaluation__in=evaluations).order_by().values("evaluation")
    counted = rows.annotate(
        meetings=Count("pk"),
        meetings_held=Count("pk", filter=at_least(MeetingState.HELD)),
        meetings_read_aloud=Count("pk", filter=at_least(MeetingState.READ_ALOUD)),
        meetings_masked=Count("pk", filter=at_least(MeetingState.MASKED)),
    )
    return {row.pop("evaluation"): row for row in counted}


def _statements(evaluations: list[Evaluation]) -> dict[uuid.UUID, dict[str, int]]:
    path = "user_meeting__evaluation"
    rows = Statement.objects.filter(**{f"{path}__in": evaluations}).order_by().values(path)
    counted = {
        row.pop(path): row
        for row in rows.annotate(
            statements=Count("pk"),
            ready=Count("pk", filter=READY),
            quotable=Count("pk", filter=QUOTABLE),
            to_give_back=Count("pk", filter=TO_GIVE_BACK),
        )
    }
    codings = Coding.objects.filter(statement__in=Statement.objects.ready())
    under = codings.filter(theme__evaluation__in=evaluations).order_by()
    for evaluation, number in under.values_list("theme__evaluation").annotate(
        number=Count("statement", distinct=True)
    ):
        counted[evaluation]["sorted"] = number
    return counted


def _given_back(evaluations: list[Evaluation]) -> dict[uuid.UUID, dict[str, int]]:
    """How many have been offered their words and have answered, and how long there is."""
    among = Q(evaluation__in=evaluations)
    counted: dict[uuid.UUID, dict[str, int]] = defaultdict(dict)
    rounds = ValidationRound.objects.filter(among).annotate(
        people=Count("offers"),
        done=Count("offers", filter=Q(offers__answered_on__isnull=False)),
    )
    for around in rounds:
        days_left = (around.deadline - clock.today()).days
        counted[around.evaluation_id] |= {
            "offered": around.people,
            "answered": around.done,
            "days_left": days_left,
        }
    return counted


def _interviewers(evaluations: list[Evaluation]) -> dict[uuid.UUID, dict[str, int]]:
    """Those who hold the role today, and how many of them have told of own experience."""
    grants = Grant.objects.in_force().filter(
        work__evaluation__in=evaluations, role=Role.INTERVIEWER
    )
    holding = set(grants.values_list("work__evaluation", "person"))
    told = set(
        TeamMember.objects.filter(evaluation__in=evaluations, own_experience=True).values_list(
            "evaluation", "person"
        )
    )
    counted: dict[uuid.UUID, dict[str, int]] = defaultdict(
        lambda: {"interviewers": 0, "with_own_experience": 0}
    )
    for pair in holding:
        counted[pair[0]]["interviewers"] += 1
        counted[pair[0]]["with_own_experience"] += pair in told
    return counted
