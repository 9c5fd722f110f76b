"""The meetings of evaluations with their counts, for the overview and for what waits."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.next_act import MeetingFacts
from brukerstemmen.people import clock
from brukerstemmen.voices.models import Presence, Statement, UserMeeting
from brukerstemmen.voices.models.statements import FOR_SECOND, READY
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.wording.meetings import STATES


@dataclass(frozen=True)
class Counted:
    """A meeting, and how many people and statements there are in it."""

    meeting: UserMeeting
    people: int
    statements: int
    ready: int
    second: int = 0  # wait for a second reader

    @property
    def number(self) -> int:
        return self.meeting.number

    @property
    def waiting(self) -> int:
        """It is the first reader's turn."""
        return self.statements - self.ready - self.second

    @property
    def day(self) -> date | None:
        return self.meeting.held_on or self.meeting.meeting.planned_on

    @property
    def slug(self) -> str:
        return self.meeting.evaluation.work.slug

    def facts(self) -> MeetingFacts:
        planned_on = self.meeting.meeting.planned_on
        is_due = planned_on is not None and planned_on <= clock.today()
        return MeetingFacts(self.number, self.meeting.state_now, is_due, self.waiting, self.second)


def meetings_of(evaluations: Sequence[Evaluation]) -> list[Counted]:
    """Their meetings in order. Three queries, however many evaluations and statements."""
    people: dict[uuid.UUID, int] = dict(
        Presence.objects.filter(user_meeting__evaluation__in=evaluations)
        .order_by()
        .values_list("user_meeting")
        .annotate(number=Count("pk"))
    )
    counts: dict[uuid.UUID, dict[str, int]] = defaultdict(lambda: {"statements": 0, "ready": 0})
    for row in (
        Statement.objects.filter(user_meeting__evaluation__in=evaluations)
        .order_by()
        .values("user_meeting")
        .annotate(
            statements=Count("pk"),
            ready=Count("pk", filter=READY),
            second=Count("pk", filter=FOR_SECOND),
        )
    ):
        counts[row.pop("user_meeting")] = row
    rows = UserMeeting.objects.filter(evaluation__in=evaluations).select_related(
        "meeting__key__outer__outer", "evaluation__work"
    )
    return [
        Counted(one, people.get(one.pk, 0), **counts[one.pk])
        for one in rows.order_by("evaluation", "meeting__number")
    ]


def line_of(counted: Counted, with_name: bool) -> dict[str, Any]:
    """A line of `components/meetings.html`."""
    state = counted.meeting.state_now
    name = _("Meeting %(number)s") % {"number": counted.number}
    called = counted.meeting.meeting.read("name") if with_name else ""
    return {
        "name": f"{name} · {called}" if called else name,
        "url": reverse("voices:meeting", args=[counted.slug, counted.number]),
        "when": date_format(counted.day, "j. F") if counted.day else "",
        "note": _note(counted),
        "done": state is MeetingState.MASKED and not counted.waiting + counted.second,
        "next": state is MeetingState.PLANNED,
        "tag": STATES[state],
        "tone": "success" if state is MeetingState.MASKED else "sol",
    }


def _note(counted: Counted) -> str:
    people, statements, waiting = counted.people, counted.statements, counted.waiting
    waits = ngettext("%(n)s waits for masking", "%(n)s wait for masking", waiting)
    if counted.meeting.state_now is MeetingState.MASKED:
        waits = ngettext("%(n)s has new words", "%(n)s have new words", waiting)
    told = [
        (people, ngettext("%(n)s person", "%(n)s people", people)),
        (statements, ngettext("%(n)s statement", "%(n)s statements", statements)),
        (waiting, waits),
        (
            counted.second,
            ngettext(
                "%(n)s waits for a second reader",
                "%(n)s wait for a second reader",
                counted.second,
            ),
        ),
    ]
    return " · ".join(text % {"n": number} for number, text in told if number)
