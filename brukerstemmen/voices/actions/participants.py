"""Making participants: a number, and two keys."""

import uuid

from django.db.models import Max

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.keys import make_key
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Participant


def new_participants(
    evaluation: Evaluation, ids: list[uuid.UUID], *, are_young: bool = False
) -> list[Participant]:
    """Participants with the next numbers. Within a transaction, in a request of Z3 or Z4."""
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    last = evaluation.participants.aggregate(last=Max("number"))["last"] or 0
    return [
        Participant.objects.create(
            pk=pk,
            evaluation=evaluation,
            number=number,
            is_young=are_young,
            raw_key=make_key(content=Zone.Z3_RAW, outer=evaluation.raw_key),
            masked_key=make_key(content=Zone.Z2_MASKED, outer=evaluation.key),
        )
        for number, pk in enumerate(ids, start=last + 1)
    ]


def give_new_keys(participant: Participant) -> None:
    """Keys for what comes, in the place of keys that are destroyed."""
    evaluation = participant.evaluation
    participant.raw_key = make_key(content=Zone.Z3_RAW, outer=evaluation.raw_key)
    participant.masked_key = make_key(content=Zone.Z2_MASKED, outer=evaluation.key)
    participant.save(update_fields=["raw_key", "masked_key"])
