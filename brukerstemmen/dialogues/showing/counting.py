"""What counts of the dialogue: only of meetings whose minutes both sides have approved."""

from collections.abc import Iterable

from django.db.models import QuerySet

from brukerstemmen.dialogues.models import DialogueReply, DialogueState, Outcome, Proposal
from brukerstemmen.dialogues.sides import Voice
from brukerstemmen.evaluations.models import Evaluation


def agreed_proposals(evaluation: Evaluation) -> "QuerySet[Proposal]":
    """The proposals that both sides heard and agreed on, and that the leader has answered, be it
    with a no. Those that are measures already have `became`."""
    return (
        agreed_among([evaluation])
        .select_related("dialogue", "key__outer__outer")
        .prefetch_related("findings")
        .order_by("dialogue__number", "number")
    )


def agreed_among(evaluations: Iterable[Evaluation]) -> "QuerySet[Proposal]":
    """The same for several evaluations, without what it takes to read them."""
    return Proposal.objects.filter(
        dialogue__evaluation__in=list(evaluations),
        dialogue__state=DialogueState.APPROVED,
        read_aloud=True,
        users_agree=True,
        service_agrees=True,
    ).exclude(says="")


def outcomes_that_count(evaluation: Evaluation) -> "QuerySet[Outcome]":
    """What became of findings, by meeting; the last meeting's word on a finding comes last."""
    return (
        Outcome.objects.filter(
            dialogue__evaluation=evaluation, dialogue__state=DialogueState.APPROVED
        )
        .select_related("dialogue", "finding", "key__outer__outer")
        .order_by("dialogue__number", "finding__position")
    )


def replies_that_count(evaluation: Evaluation) -> "QuerySet[DialogueReply]":
    """What was said and may be used: nothing in it points at anybody."""
    return (
        DialogueReply.objects.filter(
            dialogue__evaluation=evaluation,
            dialogue__state=DialogueState.APPROVED,
            voice=Voice.MAY_BE_USED,
            open_hits=0,
        )
        .select_related("dialogue", "finding", "key__outer__outer")
        .order_by("dialogue__number", "number")
    )
