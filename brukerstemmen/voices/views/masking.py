"""Doors to masking: a person reads every statement, and says which wording may go on."""

import uuid
from collections.abc import Collection, Sequence
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.people.access import Permission
from brukerstemmen.voices.actions import masking as verbs
from brukerstemmen.voices.actions import meetings as meeting_verbs
from brukerstemmen.voices.finding import Gathered, gather
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.names import choices_in
from brukerstemmen.voices.showing import masking as showing
from brukerstemmen.voices.showing import quality, words
from brukerstemmen.voices.states import MeetingState, reached
from brukerstemmen.voices.views import everywhere
from brukerstemmen.voices.views.frame import NOT_RIGHT, at, meeting_of, shown, statement_of
from brukerstemmen.voices.wording import meetings as wording

ON_A_PAGE = 20
FAR_TOO_LONG = 5  # digits in a number of seconds
ALL, WAITING, LEFT, SECOND = "alle", "venter", "igjen", "andre"
P = Permission


@require_http_methods(["GET", "POST"])
def mask(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A page of statements with their wordings; a press says that they have been read."""
    meeting = meeting_of(request, slug, number, P.MASK)
    typed: dict[uuid.UUID, showing.Typed] = {}
    if request.method == "POST":
        if "everywhere" in request.POST:
            return _page(request, meeting, _chosen(request), everywhere.chosen(request, meeting))
        if "take_back" in request.POST:
            return _taken_back(request, meeting)
        read = read_from(request.POST)
        try:
            # One statement at a time comes often: the meeting is read through once for it.
            gathered = gather(meeting) if request.htmx else None
            context = gathered.context if gathered else None
            refusals = verbs.mask_many(meeting, read, by=request.user, context=context)
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
            return redirect(at("mask", meeting))
        if gathered and len(read) == 1:
            refusal = refusals.get(read[0].statement)
            return _one_sheet(request, meeting, gathered, read[0], refusal)
        if not refusals:
            _say_how_it_went(request, meeting, [one.statement for one in read])
            return redirect(_next_page(request, meeting))
        typed = {
            one.statement: _refused(one, refusals[one.statement])
            for one in read
            if one.statement in refusals
        }
    return _page(request, meeting, _chosen(request), typed, only=typed)


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
    told = sent.get(f"seconds-{pk}", "")
    seconds = int(told) if told.isdecimal() and len(told) < FAR_TOO_LONG else None
    return verbs.Read(statement, sent.get(f"words-{pk}", ""), kept, (raw, masked), seconds)


def _refused(read: verbs.Read, refusal: ValidationError) -> showing.Typed:
    seen = "{}-{}".format(*read.based_on)
    return showing.Typed(read.words, read.kept, refusal.messages, based_on=seen)


def _taken_back(request: HttpRequest, meeting: UserMeeting) -> HttpResponseBase:
    """A reading is undone; the statement waits to be read again."""
    row = statement_of(meeting, request, request.POST["take_back"])
    try:
        row = verbs.take_back(row, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return redirect(at("mask", meeting))
    if not request.htmx:
        return redirect(at("mask", meeting))
    return _part(request, meeting, gather(meeting), row, {})


def _one_sheet(
    request: HttpRequest,
    meeting: UserMeeting,
    gathered: Gathered,
    read: verbs.Read,
    refusal: ValidationError | None,
) -> HttpResponse:
    """The statement that was just read, in place of itself, with how many are ready."""
    row = statement_of(meeting, request, read.statement)
    typed = {row.pk: _refused(read, refusal)} if refusal else {}
    return _part(request, meeting, gathered, row, typed)


def _part(
    request: HttpRequest,
    meeting: UserMeeting,
    gathered: Gathered,
    row: Statement,
    typed: dict[uuid.UUID, showing.Typed],
) -> HttpResponse:
    choices = choices_in(meeting)
    sheets = showing.sheets([row], gathered.context, typed, choices=choices, naming=gathered.naming)
    return render(
        request,
        "voices/_sheet_read.html",
        {
            "one": sheets[0],
            "slug": meeting.evaluation.work.slug,
            "meeting": meeting,
            "may_be_read": True,
            "counts": showing.counts(meeting),
            "figures": quality.figures_of(meeting),
        },
        status=NOT_RIGHT if typed else 200,
    )


def _say_how_it_went(request: HttpRequest, meeting: UserMeeting, ids: Sequence[uuid.UUID]) -> None:
    handed_in = meeting.statements.filter(pk__in=ids)
    ready, second = handed_in.ready().count(), handed_in.for_second_reader().count()
    left = len(ids) - ready - second
    if ready:
        messages.success(
            request,
            ngettext("%(number)s statement is ready.", "%(number)s statements are ready.", ready)
            % {"number": ready},
        )
    if second:
        messages.info(
            request,
            ngettext(
                "%(number)s statement waits for a second reader.",
                "%(number)s statements wait for a second reader.",
                second,
            )
            % {"number": second},
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
    return told if told in {ALL, WAITING, LEFT, SECOND} else WAITING


def _page(
    request: HttpRequest,
    meeting: UserMeeting,
    chosen: str,
    typed: dict[uuid.UUID, showing.Typed],
    only: Collection[uuid.UUID] = (),
) -> HttpResponse:
    """only: what could not be saved stands alone, with what was typed."""
    page = Paginator(_rows(meeting, chosen, only), ON_A_PAGE).get_page(request.GET.get("page"))
    counts = showing.counts(meeting)
    return _shown(
        request,
        meeting,
        "voices/mask.html",
        _with_typed(meeting, list(page.object_list), typed),
        NOT_RIGHT if only else 200,
        typed=typed,
        counts=counts,
        chosen=chosen,
        page=page,
        query=f"vis={chosen}&",
        tabs=_tabs(chosen, counts),
        hinders=wording.sentences(meeting_verbs.hinders_masking(meeting)),
        figures=quality.figures_of(meeting),
    )


def _rows(meeting: UserMeeting, chosen: str, only: Collection[uuid.UUID]) -> "QuerySet[Statement]":
    rows = words.statements_of(meeting)
    if only:
        return rows.filter(pk__in=only)
    return {
        ALL: rows,
        WAITING: rows.waiting(),
        LEFT: rows.with_unresolved_hits(),
        SECOND: rows.for_second_reader(),
    }[chosen]


def _with_typed(
    meeting: UserMeeting, rows: list[Statement], typed: dict[uuid.UUID, showing.Typed]
) -> list[Statement]:
    """Words that were typed stay in the page, also for what a colleague has just masked."""
    there = {row.pk for row in rows}
    missing = [pk for pk, one in typed.items() if one.words and pk not in there]
    if not missing:
        return rows
    more = words.statements_of(meeting).filter(pk__in=missing)
    return sorted([*rows, *more], key=lambda row: row.position)


def _tabs(chosen: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": f"?vis={name}", "current": name == chosen, "count": count}
        for name, label, count in (
            (WAITING, _("Waiting"), counts["waiting"]),
            (LEFT, _("Read, with something left"), counts["left"]),
            (SECOND, _("For a second reader"), counts["second"]),
            (ALL, _("All"), counts["all"]),
        )
        if count or name != SECOND
    ]


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
    gathered, choices = gather(meeting), choices_in(meeting)
    sheets = showing.sheets(
        rows,
        gathered.context,
        typed,
        is_masked=is_masked,
        choices=choices,
        naming=gathered.naming,
    )
    waiting = context["counts"]["waiting"]
    return shown(
        request,
        template,
        meeting,
        _("Take away what may show who somebody is"),
        status,
        sheets=sheets,
        is_thorough=gathered.is_thorough,
        has_models=settings.MASKING_MODELS,
        labels=showing.legend(sheets),
        names=quality.names_of(gathered, choices),
        keys_off=not request.user.board_keys,
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
        figures=quality.figures_of(meeting),
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
