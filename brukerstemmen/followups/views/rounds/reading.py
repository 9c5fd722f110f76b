"""Doors to what people have written: masked for the team, and one reply at a time to be read."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.followups.actions import masking as verbs
from brukerstemmen.followups.finding import PARTS
from brukerstemmen.followups.models import FollowUp, Reply
from brukerstemmen.followups.showing import replies as showing
from brukerstemmen.followups.showing import rounds
from brukerstemmen.followups.states import RoundState
from brukerstemmen.followups.views.rounds.frame import NOT_RIGHT, P, at, round_of, shown
from brukerstemmen.people.gates import reach
from brukerstemmen.voices.showing.masking import LabelCount


@require_safe
def round_replies(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What people have written, when it is read and masked."""
    row = round_of(request, slug, number)
    said = showing.said_in(row)
    context = {
        "of_participants": [one for one in said if one.is_of_participant],
        "of_new_users": [one for one in said if not one.is_of_participant],
        "first_unread": rounds.waiting(row).first(),
        "unread": rounds.how_many(row).unread,
    }
    return shown(request, "followups/round_replies.html", row, _("What people write"), **context)


@require_http_methods(["GET", "HEAD", "POST"])
def round_reply(request: HttpRequest, slug: str, number: int, reply: uuid.UUID) -> HttpResponseBase:
    """One reply as it was written, and the words that may go on."""
    row = round_of(request, slug, number, P.MASK)
    found: Reply = reach(
        Reply.objects.select_related("follow_up__evaluation__work"),
        request.user,
        P.MASK,
        pk=reply,
        follow_up=row,
    )
    typed = None
    if request.method == "POST":
        words, kept = _words(request.POST), _kept(request.POST)
        try:
            verbs.read_reply(
                found, **words, kept=kept, version=_version(request.POST), by=request.user
            )
        except ValidationError as refusal:
            typed = showing.Typed(words, kept, _by_part(request, refusal))
        else:
            messages.success(request, _("The reply is read."))
            return redirect(_next(row))
    return _sheet(request, row, found, typed)


def _sheet(
    request: HttpRequest, row: FollowUp, reply: Reply, typed: showing.Typed | None
) -> HttpResponse:
    waiting = rounds.waiting(row)
    parts = showing.parts_of(reply, typed)
    context = {
        "reply": reply,
        "parts": parts,
        "labels": _legend(parts),
        "left": waiting.count(),
        "is_read": not waiting.filter(pk=reply.pk).exists(),
        "is_told": row.state is RoundState.TOLD,
    }
    status = NOT_RIGHT if typed else 200
    title = _("Take away what may show who somebody is")
    return shown(request, "followups/round_reply.html", row, title, status, **context)


def _words(sent: QueryDict) -> dict[str, str]:
    return {name: sent.get(f"words-{name}", "") for name in PARTS}


def _kept(sent: QueryDict) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name in PARTS:
        pairs = zip(sent.getlist(f"hit-{name}"), sent.getlist(f"why-{name}"), strict=False)
        kept |= {text: why for text, why in pairs if why.strip()}
    return kept


def _version(sent: QueryDict) -> int:
    """The version that was read; one that never was, where the page did not say."""
    told = sent.get("version", "")
    return int(told) if told.isdecimal() else 0


def _by_part(request: HttpRequest, refusal: ValidationError) -> dict[str, list[str]]:
    """Each refusal beside the words it is about; any other above them."""
    if hasattr(refusal, "error_dict"):
        return refusal.message_dict
    messages.warning(request, " ".join(refusal.messages))
    return {}


def _next(row: FollowUp) -> str:
    """The next reply that waits; when all are read, what people write."""
    waits = rounds.waiting(row).first()
    return at("round_reply", row, waits.pk) if waits else at("round_replies", row)


def _legend(parts: list[showing.Part]) -> list[LabelCount]:
    counts: dict[str, LabelCount] = {}
    for piece in (piece for part in parts for piece in part.pieces if piece.hit):
        before = counts[piece.label].count if piece.label in counts else 0
        counts[piece.label] = LabelCount(piece.label, piece.name, before + 1)
    return list(counts.values())
