"""What people have written in a round: masked, for the team; and one reply as it was written, for
the one who masks it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.followups.finding import PARTS, context_in_round, hits_of
from brukerstemmen.followups.models import FollowUp, MaskedReply, Reply, ReplyWords
from brukerstemmen.masking.spans import Context
from brukerstemmen.voices.finding import TOO_LONG, is_too_long, suggestion
from brukerstemmen.voices.showing.masking import Left, Piece, pieces

QUESTIONS: dict[str, Promise | str] = {
    "notices": _("What do you notice?"),
    "missing": _("What is missing?"),
}


@dataclass(frozen=True)
class Said:
    """The masked words of one person. Nothing tells who, only which of the two they are of."""

    notices: str
    missing: str
    language: str
    is_of_participant: bool


def said_in(follow_up: FollowUp) -> list[Said]:
    """What is read and stands as it was read, in no order that tells anything. One query."""
    rows = MaskedReply.objects.filter(reply__follow_up=follow_up)
    rows = rows.select_related("key__outer__outer", "reply").order_by("pk")
    shown = [
        Said(
            row.read("notices"),
            row.read("missing"),
            row.reply.language,
            row.reply.participant_id is not None,
        )
        for row in rows
        if row.version == row.reply.version
    ]
    return [one for one in shown if one.notices or one.missing]


@dataclass(frozen=True)
class Part:
    """One of the two answers: what was written, and the words that may go on."""

    name: str
    question: Promise | str
    pieces: list[Piece]
    words: str
    left: list[Left]
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Typed:
    """What somebody sent that could not be saved: it stands on the page again."""

    words: Mapping[str, str]
    kept: Mapping[str, str]
    errors: Mapping[str, list[str]]


def parts_of(reply: Reply, typed: Typed | None = None) -> list[Part]:
    """What was written, beside the words that may go on: those that are saved, or a suggestion.
    Reads raw words. An answer without words has no part."""
    raw = ReplyWords.objects.filter(reply=reply).select_related("key__outer__outer").first()
    if raw is None:
        return []
    context = context_in_round(reply.follow_up)
    typed = typed or _as_saved(reply, raw, context)
    return [
        _part(reply, name, written, context, typed)
        for name in PARTS
        if (written := raw.read(name)) or typed.words.get(name)
    ]


def _as_saved(reply: Reply, raw: ReplyWords, context: Context) -> Typed:
    saved = MaskedReply.objects.filter(reply=reply, version=reply.version)
    row = saved.select_related("key__outer__outer").first()
    if row is not None:
        kept = json.loads(row.read("kept") or "{}")
        return Typed({name: row.read(name) for name in PARTS}, kept, {})
    words = {name: suggestion(raw.read(name), reply.language, context) for name in PARTS}
    return Typed(words, {}, {})


def _part(reply: Reply, name: str, written: str, context: Context, typed: Typed) -> Part:
    words = typed.words.get(name, "")
    too_long = is_too_long(words)
    hits = {} if too_long else {hit.text: hit for hit in hits_of(words, reply, context)}
    errors = [*typed.errors.get(name, []), *([str(TOO_LONG)] if too_long else [])]
    return Part(
        name=name,
        question=QUESTIONS[name],
        pieces=pieces(written, hits_of(written, reply, context)),
        words=words,
        left=[Left(hit, typed.kept.get(text, "")) for text, hit in hits.items()],
        errors=errors,
    )
