"""My page, and the list of evaluations: what waits for me, and where each evaluation stands."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey import road
from brukerstemmen.journey.facts import facts_of_all
from brukerstemmen.journey.meetings import Counted, meetings_of
from brukerstemmen.journey.next_act import MeetingFacts, here
from brukerstemmen.journey.stages import Facts
from brukerstemmen.journey.waiting import before_material, waiting_for, with_titles
from brukerstemmen.people import gates, standing
from brukerstemmen.people.access import Permission
from brukerstemmen.people.models import Person

Line = dict[str, Any]


@dataclass(frozen=True)
class Workspace:
    waiting: list[Line]
    evaluations: list[Line]


def workspace_of(person: Person, evaluations: Sequence[Evaluation]) -> Workspace:
    """What waits first, then the evaluations the person takes part in."""
    ready = set(standing.unhindered(person, [one.work for one in evaluations]))
    ethics = [
        before_material(one)
        for one in evaluations
        if one.work_id not in ready and not one.is_stopped
    ]
    open_to_me = [one for one in evaluations if one.work_id in ready]
    facts, meetings = facts_of_all(evaluations), meetings_of(evaluations)
    waits = waiting_for(person, open_to_me, facts=facts, meetings=meetings)
    lines = _lines(evaluations, facts, meetings)
    return Workspace(waiting=with_titles(ethics + waits), evaluations=lines)


def lines_of(evaluations: Sequence[Evaluation]) -> list[Line]:
    """Each evaluation with where it stands."""
    return _lines(evaluations, facts_of_all(evaluations), meetings_of(evaluations))


def _lines(
    evaluations: Sequence[Evaluation],
    facts: Mapping[uuid.UUID, Facts],
    meetings: Sequence[Counted],
) -> list[Line]:
    held: dict[uuid.UUID, list[MeetingFacts]] = defaultdict(list)
    for each in meetings:
        held[each.meeting.evaluation_id].append(each.facts())
    return [
        {
            "slug": one.work.slug,
            "title": one.work.title,
            "parties": ", ".join(
                dict.fromkeys(row.organisation.name for row in one.work.party_rows.all())
            ),
            "stopped_on": one.stopped_on,
            "started_on": one.started_on,
            "steps": road.steps_of(facts[one.pk], one.work.slug, held[one.pk]),
            "place": road.place_of(here(facts[one.pk], held[one.pk])),
        }
        for one in evaluations
    ]


def may_start(person: Person) -> bool:
    return gates.open_work(person, Permission.START_WORK).exists()


def leads(person: Person) -> bool:
    """Whether the person leads any evaluation today, and so keeps an eye on what is promised."""
    return gates.open_work(person, Permission.LEAD_WORK).exists()
