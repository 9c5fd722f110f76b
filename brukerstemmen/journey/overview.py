"""What the overview of an evaluation shows. A fixed number of queries, however much was said.

Counts, days and states are for everyone with a role on the team. Names of meetings, who has
told of own experience, and what people have written are shown after ethics and pledge only.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.evaluations.wording import STEPS
from brukerstemmen.journey import addresses, road, stages
from brukerstemmen.journey.around import safety_of, team_of
from brukerstemmen.journey.facts import facts_of
from brukerstemmen.journey.meetings import Counted, line_of, meetings_of
from brukerstemmen.journey.models import Progress
from brukerstemmen.journey.next_act import Act, here
from brukerstemmen.journey.stages import Facts
from brukerstemmen.journey.waiting import waiting_for
from brukerstemmen.people import clock, standing
from brukerstemmen.people.access import Permission, Role, roles_with
from brukerstemmen.people.models import Person
from brukerstemmen.people.wording import ROLES

Line = dict[str, Any]  # as the parts in components/ take them


@dataclass(frozen=True)
class Overview:
    """is_ready: nothing stands between this person and the material. later: needs not yet due.

    gives_back: there are words that can go back to those who said them.
    are_behind: all meetings lie behind, and something else is the next thing.
    service: what the service has been told, and what it may be told; {} for who cannot tell it.
    """

    is_ready: bool
    roles: list[Promise | str]
    parties: str
    stop_reason: str
    steps: list[Line]
    now: Line
    meetings: list[Line]
    are_behind: bool
    missing: list[Line]
    later: int
    passed: list[Line]
    todo: list[Line]
    numbers: list[Line]
    ways: list[Line]
    gives_back: bool
    service: Line
    team: list[Line]
    safety: list[Line]


def overview_of(evaluation: Evaluation, person: Person) -> Overview:
    """The overview as this person sees it today."""
    slug, facts = evaluation.work.slug, facts_of(evaluation)
    is_ready = not standing.hindrances(person, evaluation.work)
    roles = evaluation.work.roles_of(person)
    meetings = meetings_of([evaluation])
    lacks = stages.missing(facts)
    told = [meeting.facts() for meeting in meetings]
    may_pass = bool(roles & roles_with(Permission.LEAD_WORK))
    may_tell = bool(roles & roles_with(Permission.RELEASE))
    parties = evaluation.work.party_rows.values_list("organisation__name", flat=True)
    return Overview(
        is_ready=is_ready,
        roles=[ROLES[role] for role in Role if role in roles],
        parties=", ".join(dict.fromkeys(parties)),
        stop_reason=evaluation.read("stop_reason") if is_ready else "",
        steps=road.steps_of(facts, slug, told),
        now=road.now_of(facts, slug, told, leads=may_tell),
        meetings=[line_of(meeting, is_ready) for meeting in meetings],
        are_behind=here(facts, told) is not Step.MEETINGS
        and not any(one.waiting for one in meetings),
        missing=[road.lack_line(lack, slug, may_pass) for lack in lacks if lack.due],
        later=sum(1 for lack in lacks if not lack.due),
        passed=road.passed_of(evaluation, is_ready),
        todo=_waiting(evaluation, person, facts, meetings) if is_ready else [],
        numbers=_numbers(evaluation, facts, sum(one.people for one in meetings)),
        ways=_ways(facts, slug) if is_ready else [],
        gives_back=is_ready and facts.ready > 0,
        service=_for_service(evaluation, here(facts, told)) if is_ready and may_tell else {},
        team=team_of(evaluation, is_ready),
        safety=safety_of(evaluation, facts),
    )


def _ways(facts: Facts, slug: str) -> list[Line]:
    """To what there is already, besides the next thing to do."""
    there = [
        (facts.findings, _("Findings"), addresses.of_act(Act.FIND, slug, None)),
        (facts.final, _("Final report"), addresses.of_act(Act.WRITE_FINAL, slug, None)),
        (facts.matters, _("Answers from the service"), addresses.of_act(Act.ASK, slug, None)),
        (facts.matters, _("The year on one sheet"), addresses.of_sheet(slug)),
        (facts.rounds, _("Follow-up"), addresses.of_act(Act.ASK_USERS, slug, None)),
        (facts.rounds_told, _("Feedback"), addresses.of_act(Act.TELL_BACK, slug, None)),
        (facts.rounds_told, _("Closing"), addresses.of_act(Act.CLOSE, slug, None)),
    ]
    return [{"label": label, "url": url} for is_there, label, url in there if is_there]


def _for_service(evaluation: Evaluation, step: Step) -> Line:
    newest = Progress.objects.filter(work=evaluation.work_id).order_by("-number").first()
    return {
        "step": step.value,
        "name": STEPS[step],
        "told": STEPS[Step(newest.step)] if newest else "",
        "on": newest.on if newest else None,
        "is_behind": newest is None or newest.step != step,
    }


def _waiting(
    evaluation: Evaluation, person: Person, facts: Facts, meetings: list[Counted]
) -> list[Line]:
    return waiting_for(person, [evaluation], facts={evaluation.pk: facts}, meetings=meetings)


def _numbers(evaluation: Evaluation, facts: Facts, attendances: int) -> list[Line]:
    """People and attendances are two different counts: one person may come twice."""
    numbers: list[Line] = [
        {"term": _("People"), "value": facts.people, "of": facts.people_wanted},
        {"term": _("Attendances"), "value": attendances},
        {"term": _("Statements"), "value": facts.statements},
        {"term": _("Ready to be sorted"), "value": facts.ready, "of": facts.statements},
    ]
    if facts.offered:
        numbers += [
            {"term": _("Have answered"), "value": facts.answered, "of": facts.offered},
            {"term": _("May be quoted"), "value": facts.quotable, "of": facts.statements},
        ]
    if facts.findings:
        numbers.append({"term": _("Findings"), "value": facts.findings})
    if facts.matters:
        answered = {"value": facts.matters_answered, "of": facts.matters}
        numbers.append({"term": _("Answered by the service"), **answered})
    if evaluation.dialogue_on and (days := (evaluation.dialogue_on - clock.today()).days) >= 0:
        numbers.append({"term": _("Days to the dialogue meeting"), "value": days})
    return numbers
