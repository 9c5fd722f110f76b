"""Who wanted to hear what it led to, and how many have. These numbers are for the team alone."""

import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import FeedbackTo, ParticipantFeedback
from brukerstemmen.followups.states import Reached, Wanting
from brukerstemmen.people import clock
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.models import Participant


def wanting(evaluation: Evaluation) -> "QuerySet[Participant]":
    """Those whose yes to being contacted again holds today, and who have not withdrawn."""
    there = Participant.objects.taking_part().filter(evaluation=evaluation)
    said_yes = [person.pk for person in there.prefetch_related("decisions") if _wants(person)]
    return Participant.objects.filter(pk__in=said_yes).order_by("number")


def _wants(person: Participant) -> bool:
    told = [row.as_decision() for row in person.decisions.all()]
    return consent.allows(told, Purpose.CONTACT_AGAIN, on=clock.today())


def newest_letter(evaluation: Evaluation) -> ParticipantFeedback | None:
    """The letter that holds; one before it is told no more."""
    rows = ParticipantFeedback.objects.filter(evaluation=evaluation)
    found: ParticipantFeedback | None = rows.order_by("-number").first()
    return found


def standing(evaluation: Evaluation) -> Wanting:
    """How many want to hear, and how many of them have, by the newest letter. Four queries."""
    return standings([evaluation])[evaluation.pk]


def standings(evaluations: Iterable[Evaluation]) -> dict[uuid.UUID, Wanting]:
    """The same for several, by the id of each, in as few queries as for one."""
    asked = [one.pk for one in evaluations]
    people: dict[uuid.UUID, set[uuid.UUID]] = {pk: set() for pk in asked}
    there = Participant.objects.taking_part().filter(evaluation__in=asked)
    for person in there.prefetch_related("decisions"):
        if _wants(person):
            people[person.evaluation_id].add(person.pk)
    letters = ParticipantFeedback.objects.filter(evaluation__in=asked).order_by("number")
    newest = dict(letters.values_list("evaluation", "pk"))
    reached: dict[uuid.UUID, list[str]] = {pk: [] for pk in asked}
    rows = FeedbackTo.objects.filter(feedback__in=newest.values())
    for row in rows.values_list("feedback__evaluation", "participant", "reached"):
        if row[1] in people[row[0]]:
            reached[row[0]].append(row[2])
    return {
        pk: Wanting(
            wanted=len(people[pk]),
            told=reached[pk].count(Reached.TOLD),
            not_reached=reached[pk].count(Reached.NOT_REACHED),
        )
        for pk in asked
    }
