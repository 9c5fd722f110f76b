"""Doors to masking: a person reads every statement, and says which wording may go on."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.people.access import Permission
from brukerstemmen.voices.actions import masking as verbs
from brukerstemmen.voices.actions import meetings as meeting_verbs
from brukerstemmen.voices.finding import context_in
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.showing import masking as showing
from brukerstemmen.voices.showing import words
from brukerstemmen.voices.states import MeetingState, reached
from brukerstemmen.voices.views.frame import NOT_RIGHT, at, meeting_of, shown, statement_of
from brukerstemmen.voices.wording import meetings as wording

ON_A_PAGE = 20
ALL, WAITING, LEFT = "alle", "venter", "igjen"
P = Permission


@require_http_methods(["GET", "POST"])
def mask(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A page of statements with their wordings; a press says that they have been read."""
    meeting = meeting_of(request, slug, number, P.MASK)
    typed: dict[uuid.UUID, showing.Typed] = {}
    if request.method == "POST":
        read = read_from(request.POST)
        try:
            refusals = verbs.mask_many(meeting, read, by=request.user)
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
            return redirect(at("mask", meeting))
        if not refusals:
            _say_how_it_went(request, meeting, [one.statement for one in read])
            return redirect(_next_page(request, meeting))
        typed = {
            one.statement: showing.Typed(one.words, one.kept, refusals[one.statement].messages)
            for one in read
            if one.statement in refusals
        }
    return _page(request, meeting, _chosen(request), typed)


def read_from(sent: QueryDict) -> list[verbs.Read]:
    """What was sent about the statements the press was about: one of them, or all on the page.

    Fields of a statement end in its id: `words-`, `seen-`, and `hit-` with `why-`, numbered.
    """
    pressed = sent.get("read", "")
    ids = sent.getlist("statement") if pressed == "all" else [pressed]
    return [one for pk in ids if (one := _read(sent, pk)) is not None]


def _read(sent: QueryDict, pk: str) -> verbs.Read | None:
    try:
        statement = uuid.UUID(pk)
        raw, masked = (int(number) for number in sent[f"seen-{pk}"].split("-"))
    except (KeyError, ValueError):
        return None
    texts, reasons = sent.getlist(f"hit-{pk}"), sent.getlist(f"why-{pk}")
    kept = dict(zip(texts, reasons, strict=False))
    return verbs.Read(statement, sent.get(f"words-{pk}", ""), kept, (raw, masked))


def _say_how_it_went(request: HttpRequest, meeting: UserMeeting, ids: Sequence[uuid.UUID]) -> None:
    handed_in = meeting.statements.filter(pk__in=ids)
    ready = handed_in.ready().count()
    left = len(ids) - ready
    if ready:
        messages.success(
            request,
            ngettext("%(number)s statement is ready.", "%(number)s statements are ready.", ready)
            % {"number": ready},
        )
    if left:
        messages.warning(
            request,
            ngettext(
                "%(number)s statement still has something that may point at somebody.",
                "%(number)s statements still have something that may point at somebody.",
                left,
            )
            % {"number": left},
        )


def _next_page(request: HttpRequest, meeting: UserMeeting) -> str:
    """The same view; from the view of one statement, the next that waits."""
    if "one" in request.POST:
        following = words.statements_of(meeting).waiting()
        if (waits := following.first()) is not None:
            return at("mask_one", meeting, waits.pk)
        return at("mask", meeting)
    return at("mask", meeting) + f"?vis={_chosen(request)}"


def _chosen(request: HttpRequest) -> str:
    told = request.POST.get("vis") or request.GET.get("vis", "")
    return told if told in {ALL, WAITING, LEFT} else WAITING


def _page(
    request: HttpRequest,
    meeting: UserMeeting,
    chosen: str,
    typed: dict[uuid.UUID, showing.Typed],
) -> HttpResponse:
    rows = words.statements_of(meeting)
    filtered = {ALL: rows, WAITING: rows.waiting(), LEFT: rows.with_unresolved_hits()}[chosen]
    if typed:  # what could not be saved stands alone, with what was typed
        filtered = rows.filter(pk__in=typed)
    page = Paginator(filtered, ON_A_PAGE).get_page(request.GET.get("page"))
    counts = showing.counts(meeting)
    return _shown(
        request,
        meeting,
        "voices/mask.html",
        list(page.object_list),
        NOT_RIGHT if typed else 200,
        typed=typed,
        counts=counts,
        chosen=chosen,
        page=page,
        query=f"vis={chosen}&",
        tabs=[
            {"label": label, "url": f"?vis={name}", "current": name == chosen, "count": count}
            for name, label, count in (
                (WAITING, _("Waiting"), counts["waiting"]),
                (LEFT, _("Read, with something left"), counts["left"]),
                (ALL, _("All"), counts["all"]),
            )
        ],
        hinders=wording.sentences(meeting_verbs.hinders_masking(meeting)),
    )


def _shown(
    request: HttpRequest,
    meeting: UserMeeting,
    template: str,
    rows: list[Statement],
    status: int = 200,
    typed: dict[uuid.UUID, showing.Typed] | None = None,
    **context: Any,
) -> HttpResponse:
    is_masked = meeting.state_now is MeetingState.MASKED
    sheets = showing.sheets(rows, context_in(meeting), typed, is_masked=is_masked)
    waiting = context["counts"]["waiting"]
    return shown(
        request,
        template,
        meeting,
        _("Take away what may show who somebody is"),
        status,
        sheets=sheets,
        labels=showing.legend(sheets),
        is_masked=is_masked,
        # After the masking is finished only new words from those who said them are read.
        new_words=waiting if is_masked else 0,
        may_be_read=reached(meeting.state_now, MeetingState.WRITTEN)
        and (not is_masked or any(not sheet.is_shut for sheet in sheets)),
        may_end=meeting_verbs.is_heard_or_passed(meeting),
        **context,
    )


@require_safe
def mask_one(request: HttpRequest, slug: str, number: int, statement: uuid.UUID) -> HttpResponse:
    """One statement alone, with those before and after it, and rival wordings side by side."""
    meeting = meeting_of(request, slug, number, P.MASK)
    row = statement_of(meeting, request, statement)
    rows = words.statements_of(meeting)
    return _shown(
        request,
        meeting,
        "voices/mask_one.html",
        [row],
        before=rows.filter(position__lt=row.position).last(),
        after=rows.filter(position__gt=row.position).first(),
        counts=showing.counts(meeting),
        choices=words.masked_choices(row),
        raw_choices=words.raw_choices(row),
    )


@require_POST
def choose_masked(
    request: HttpRequest, slug: str, number: int, statement: uuid.UUID
) -> HttpResponseBase:
    """One of several wordings that were written at the same time."""
    meeting = meeting_of(request, slug, number, P.MASK)
    row = statement_of(meeting, request, statement)
    chosen = request.POST.get("number", "")
    try:
        verbs.choose_masked(row, number=int(chosen) if chosen.isdecimal() else 0, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    return redirect(at("mask_one", meeting, row.pk))


@require_POST
def finish_masking(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Let the meeting's words go on."""
    meeting = meeting_of(request, slug, number, P.MASK)
    try:
        meeting_verbs.finish_masking(meeting, by=request.user)
    except ValidationError as refusal:
        for sentence in refusal.messages:
            messages.warning(request, sentence)
        return redirect(at("mask", meeting))
    return redirect(at("meeting", meeting))
