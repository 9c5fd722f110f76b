"""Meetings, those who are in them, and how far their statements have come."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.meetings.models import Attendance
from brukerstemmen.people.access import Permission, roles_with
from brukerstemmen.people.models import Grant, Person
from brukerstemmen.voices.models import Participant, Statement, UserMeeting
from brukerstemmen.voices.models.statements import FOR_SECOND, READY
from brukerstemmen.voices.states import MeetingState, StatementState
from brukerstemmen.voices.wording import meetings as wording


def meetings() -> Any:
    """All meetings, with what is needed to open their names and say where they belong."""
    return UserMeeting.objects.select_related(
        "meeting__key__outer", "evaluation__work__centre__profile"
    )


def evaluations() -> Any:
    return Evaluation.objects.select_related("work__centre__profile")


@dataclass(frozen=True)
class Standing:
    """Where one meeting stands, in people and statements."""

    meeting: UserMeeting
    present: int = 0
    statements: int = 0
    heard: int = 0
    ready: int = 0
    second: int = 0  # wait for a second reader

    @property
    def waiting(self) -> int:
        """It is the first reader's turn."""
        return self.statements - self.ready - self.second

    @property
    def new_words(self) -> int:
        """In a masked meeting: statements whose speakers have given new words since."""
        return self.waiting if self.is_masked else 0

    @property
    def name(self) -> str:
        return self.meeting.meeting.read("name")

    @property
    def place(self) -> str:
        return self.meeting.meeting.read("place")

    @property
    def state(self) -> Any:
        return wording.STATES[self.meeting.state_now]

    @property
    def day(self) -> Any:
        return self.meeting.held_on or self.meeting.meeting.planned_on

    @property
    def is_masked(self) -> bool:
        return self.meeting.state_now is MeetingState.MASKED

    @property
    def is_planned(self) -> bool:
        return self.meeting.state_now is MeetingState.PLANNED


_COUNTS = {
    "statements": Count("pk"),
    "heard": Count("pk", filter=~Q(state=StatementState.NOTED)),
    "ready": Count("pk", filter=READY),
    "second": Count("pk", filter=FOR_SECOND),
}


def standings(evaluation: Evaluation, person: Person) -> list[Standing]:
    """Every meeting of an evaluation that the person may see. Three queries."""
    seen = (
        meetings()
        .visible_to(person, Permission.SEE_MATERIAL)
        .filter(evaluation=evaluation)
        .order_by("meeting__number")
    )
    present = dict(
        UserMeeting.objects.filter(evaluation=evaluation)
        .order_by()
        .values_list("pk")
        .annotate(number=Count("presences"))
    )
    rows = (
        Statement.objects.filter(user_meeting__evaluation=evaluation)
        .order_by()
        .values("user_meeting")
        .annotate(**_COUNTS)
    )
    counts = {row.pop("user_meeting"): row for row in rows}
    return [
        Standing(meeting, present.get(meeting.pk, 0), **counts.get(meeting.pk, {}))
        for meeting in seen
    ]


def standing(meeting: UserMeeting) -> Standing:
    """Where this meeting stands. Two queries."""
    counts = Statement.objects.filter(user_meeting=meeting).aggregate(**_COUNTS)
    return Standing(meeting, meeting.presences.count(), **counts)


def present(meeting: UserMeeting) -> list[Participant]:
    """Those present, by code. Never who they are."""
    people = Participant.objects.taking_part().filter(presences__user_meeting=meeting)
    return list(people.order_by("number"))


def not_present(meeting: UserMeeting) -> list[Participant]:
    """Those with a code in the evaluation who are not registered in this meeting."""
    others = Participant.objects.taking_part().filter(evaluation=meeting.evaluation_id)
    return list(others.exclude(presences__user_meeting=meeting).order_by("number"))


def on_duty(meeting: UserMeeting) -> list[Attendance]:
    return list(meeting.meeting.attendances.select_related("person"))


def team(evaluation: Evaluation) -> list[Person]:
    """Who can lead or write in a meeting today."""
    grants = Grant.objects.in_force().filter(work=evaluation.work_id)
    able = grants.with_roles(roles_with(Permission.WRITE_DOWN))
    return list(Person.objects.filter(pk__in=able.values("person"), is_active=True))
