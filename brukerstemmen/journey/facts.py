"""Counting what has happened in evaluations, for the road. A fixed number of queries."""

from django.db.models import F, Q

from brukerstemmen.analysis.models import Coding
from brukerstemmen.evaluations.models import Evaluation, TeamMember
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.stages import Facts, Need
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Grant
from brukerstemmen.people.models.work import Part
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.states import MeetingState

_HEARD = [MeetingState.READ_ALOUD, MeetingState.MASKED]


def facts_of(evaluation: Evaluation) -> Facts:
    """The facts of one evaluation, counted inside the team."""
    meetings = UserMeeting.objects.filter(evaluation=evaluation)
    statements = Statement.objects.filter(user_meeting__evaluation=evaluation)
    ready = Q(masked_number__gt=0, open_hits=0, masked_from=F("raw_number"))
    states = list(meetings.values_list("state", flat=True))
    interviewers = Grant.objects.in_force().filter(work=evaluation.work_id, role=Role.INTERVIEWER)
    people = list(interviewers.values_list("person", flat=True))
    codings = Coding.objects.filter(theme__evaluation=evaluation)
    return Facts(
        has_client=evaluation.work.party_rows.filter(part=Part.CLIENT).exists(),
        is_agreed=hasattr(evaluation, "agreement"),
        has_degree=bool(evaluation.degree),
        has_promise=bool(evaluation.promise),
        anchors=evaluation.anchoring.count(),
        interviewers=len(people),
        with_own_experience=TeamMember.objects.filter(
            evaluation=evaluation, person__in=people, own_experience=True
        ).count(),
        guide_locked=evaluation.guides.filter(locked_on__isnull=False).exists(),
        people=evaluation.participants.count(),
        people_wanted=evaluation.people_wanted,
        meetings=len(states),
        meetings_held=sum(1 for state in states if state != MeetingState.PLANNED),
        meetings_read_aloud=sum(1 for state in states if state in _HEARD),
        meetings_masked=states.count(MeetingState.MASKED),
        statements=statements.count(),
        ready=statements.filter(ready).count(),
        sorted=codings.values("statement").distinct().count(),
        elsewhere=frozenset(
            Step(step) for step in evaluation.done_elsewhere.values_list("step", flat=True)
        ),
        passed=frozenset(
            Need(need) for need in evaluation.passed_needs.values_list("need", flat=True)
        ),
    )
