"""Who is around an evaluation, and what protects those who take part."""

from collections import defaultdict
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation, TeamMember
from brukerstemmen.journey.stages import Facts
from brukerstemmen.people import clock, standing
from brukerstemmen.people.access import SIDES, Role, Side
from brukerstemmen.people.models import Grant, Person
from brukerstemmen.people.wording import ROLES
from brukerstemmen.privacy import consent
from brukerstemmen.voices.models import ConsentDecision


def team_of(evaluation: Evaluation, with_experience: bool) -> list[dict[str, Any]]:
    """Everybody with a role today, the team first."""
    told = set()
    if with_experience:
        told = set(
            TeamMember.objects.filter(evaluation=evaluation, own_experience=True).values_list(
                "person", flat=True
            )
        )
    roles: dict[Person, list[Role]] = defaultdict(list)
    grants = Grant.objects.in_force().filter(work=evaluation.work_id, person__is_active=True)
    for grant in grants.select_related("person"):
        roles[grant.person].append(Role(grant.role))
    people = sorted(roles.items(), key=lambda held: (_side(held[1]) is Side.SERVICE, str(held[0])))
    return [
        {"name": person.name, "role": _role_line(held, person.pk in told)}
        for person, held in people
    ]


def _side(held: list[Role]) -> Side:
    return SIDES[held[0]]


def _role_line(held: list[Role], has_told: bool) -> str:
    line = ", ".join(str(ROLES[role]) for role in Role if role in held)
    if _side(held) is Side.SERVICE:
        return f"{line}. {_('Does not see what people said')}"
    return f"{line}, {_('own experience')}" if has_told else line


def safety_of(evaluation: Evaluation, facts: Facts) -> list[dict[str, Any]]:
    """What protects those who take part, as it stands today."""
    guideline = standing.latest_guideline(evaluation.work.centre_id)
    yes = _who_said_yes(evaluation)
    lines = [
        {
            "icon": "CheckmarkCircle",
            "text": _("%(yes)s of %(people)s have said yes to taking part")
            % {"yes": yes, "people": facts.people},
        },
        {"icon": "MicrophoneSlash", "text": _("Sound is not recorded in this evaluation")},
    ]
    if not evaluation.work.is_closed:
        text = _(
            "The words as they were said are destroyed when the evaluation is closed. "
            "Nobody has a role here after %(day)s."
        )
        day = date_format(evaluation.work.ends_on, "j. F Y")
        lines.append({"icon": "Trash", "text": text % {"day": day}})
    if guideline is not None:
        text = _("Ethical guidelines, version %(version)s, apply here")
        lines.append({"icon": "ShieldCheckmark", "text": text % {"version": guideline.version}})
    return lines


def _who_said_yes(evaluation: Evaluation) -> int:
    """How many people have a yes to taking part that holds today. One query."""
    told = defaultdict(list)
    decisions = ConsentDecision.objects.filter(participant__evaluation=evaluation)
    for decision in decisions.order_by("on", "pk"):
        told[decision.participant_id].append(decision.as_decision())
    today = clock.today()
    return sum(1 for decided in told.values() if consent.may_take_part(decided, on=today))
