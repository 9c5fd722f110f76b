"""Asking the masking engine about what people answer, with what the round knows."""

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings

from brukerstemmen.followups.models import FollowUp, Reply, ReplyWords
from brukerstemmen.masking.spans import Context
from brukerstemmen.voices.finding import MOST_READ_FOR_NAMES, Hit, context_of, hits_in

PARTS = ("notices", "missing")  # the columns that hold words


def context_in_round(follow_up: FollowUp) -> Context:
    """The names of those around the evaluation, and those that anybody has written in this round.
    The trained models read too, where they are on. Reads raw words."""
    context = replace(context_of(follow_up.work), tagger=settings.MASKING_MODELS)
    rows = ReplyWords.objects.filter(reply__follow_up=follow_up)
    rows = rows.select_related("key__outer__outer", "reply")[:MOST_READ_FOR_NAMES]
    known = {
        hit.text
        for row in rows
        for part in PARTS
        for hit in hits_in(row.read(part), row.reply.language, context)
        if hit.gives_a_name_away
    }
    return replace(context, known=frozenset(known))


def unresolved(hits: Iterable[Hit], kept: dict[str, str]) -> list[Hit]:
    """What is found and nobody has given a reason for, or never may."""
    return [hit for hit in hits if not hit.may_be_kept or not kept.get(hit.text, "").strip()]


def hits_of(words: str, reply: Reply, context: Context) -> list[Hit]:
    """What is found in words of a reply; nothing where there are none."""
    return hits_in(words, reply.language, context) if words else []
