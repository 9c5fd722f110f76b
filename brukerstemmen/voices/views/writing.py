"""Doors to writing down: one statement after the other, and mending them afterwards."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.voices.actions import statements as verbs
from brukerstemmen.voices.forms.meetings import PlaceForm, StatementForm, WordingForm
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.showing import guide, meetings, words
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.views.frame import (
    NOT_RIGHT,
    at,
    meeting_of,
    sent,
    shown,
    statement_of,
)

ON_A_PAGE = 50
P = Permission


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """What is said, as it is said. The question of the guide stands beside."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    people = meetings.present(meeting)
    asked = guide.questions(meeting.evaluation)
    place = guide.place_of(asked, request.POST.get("question", request.GET.get("sporsmal", "")))
    question = {"question": place.now.pk} if place else {}
    form = StatementForm(sent(request), people=people, initial=question)
    saved = False
    if request.method == "POST" and form.is_valid():
        saved = _written(meeting, form, place, request)
        if saved and not request.htmx:
            return redirect(at("write", meeting) + _query(place))
        if saved:
            form = StatementForm(people=people, initial=question)
    context = {"form": form, "place": place, "people": people, "saved": saved}
    return _written_page(request, meeting, context)


def _written(
    meeting: UserMeeting, form: StatementForm, place: guide.Place | None, request: HttpRequest
) -> bool:
    told = form.cleaned_data
    try:
        verbs.write_down(
            meeting,
            words=told["words"],
            kind=told["kind"],
            speaker=told["speaker"],
            question=place.now.question if place else None,
            once=told["once"],
            by=request.user,
        )
    except ValidationError as refusal:
        put_on(form, refusal)
        return False
    return True


def _query(place: guide.Place | None) -> str:
    return f"?sporsmal={place.now.pk}" if place else ""


def _written_page(
    request: HttpRequest, meeting: UserMeeting, context: dict[str, Any]
) -> HttpResponse:
    """The newest first, at most fifty; as a part of the page where only that is asked for."""
    newest = words.statements_of(meeting).order_by("-position")
    page = Paginator(newest, ON_A_PAGE).get_page(request.GET.get("page"))
    form = context["form"]
    context |= {
        "page": page,
        "here": _query(context["place"]),
        "query": _query(context["place"]).replace("?", "") + "&",
        "said": words.said(list(page.object_list)),
        "is_open": meeting.state_now is MeetingState.HELD,
        "kind_now": form["kind"].value() or "",
        "speaker_now": str(form["speaker"].value() or ""),
    }
    status = NOT_RIGHT if form.is_bound else 200
    if request.htmx:
        return render(
            request,
            "voices/_written.html",
            {**context, "meeting": meeting, "slug": meeting.evaluation.work.slug},
            status=status,
        )
    return shown(request, "voices/write.html", meeting, _("Write down"), status, **context)


@require_http_methods(["GET", "POST"])
def statement(
    request: HttpRequest, slug: str, number: int, statement: uuid.UUID
) -> HttpResponseBase:
    """Another wording of one statement, and who said it."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    row = statement_of(meeting, request, statement)
    if request.method == "GET":
        return _statement_page(request, meeting, row)
    form = WordingForm(request.POST)
    if form.is_valid():
        try:
            alone = verbs.change_wording(
                row, reason=Reason.CORRECTED, by=request.user, **form.cleaned_data
            )
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(_after_change(request, meeting, row, alone))
    return _statement_page(request, meeting, row, NOT_RIGHT, wording_form=form)


def _after_change(request: HttpRequest, meeting: UserMeeting, row: Statement, alone: bool) -> str:
    if alone:
        messages.success(request, _("Saved."))
        return at("write", meeting)
    messages.warning(
        request, _("Somebody else wrote here at the same time. Both wordings are kept.")
    )
    return at("statement", meeting, row.pk)


def _statement_page(
    request: HttpRequest,
    meeting: UserMeeting,
    row: Statement,
    status: int = 200,
    wording_form: WordingForm | None = None,
) -> HttpResponse:
    one = words.said([row])[0]
    first = {"words": one.words, "based_on": row.raw_number}
    placed = {"kind": row.kind, "speaker": row.speaker_id or ""}
    return shown(
        request,
        "voices/statement.html",
        meeting,
        _("Statement %(number)s") % {"number": row.position},
        status,
        one=one,
        form=wording_form or WordingForm(initial=first),
        place_form=PlaceForm(people=meetings.present(meeting), initial=placed),
        choices=words.raw_choices(row),
    )


@require_POST
def place(request: HttpRequest, slug: str, number: int, statement: uuid.UUID) -> HttpResponseBase:
    """Kind and speaker, told afterwards."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    row = statement_of(meeting, request, statement)
    form = PlaceForm(request.POST, people=meetings.present(meeting))
    if form.is_valid():
        verbs.place(
            row,
            kind=form.cleaned_data["kind"],
            speaker=form.cleaned_data["speaker"],
            speaker_known="speaker" in request.POST,
            by=request.user,
        )
        messages.success(request, _("Saved."))
    else:
        messages.warning(request, _("Choose somebody who is registered in this meeting."))
    return redirect(at("write", meeting) + f"?page={_page_of(request)}#s-{row.pk}")


def _page_of(request: HttpRequest) -> int:
    page = request.POST.get("page", "")
    return int(page) if page.isdecimal() else 1


@require_POST
def choose(request: HttpRequest, slug: str, number: int, statement: uuid.UUID) -> HttpResponseBase:
    """One of several wordings that were written at the same time."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    row = statement_of(meeting, request, statement)
    chosen = request.POST.get("number", "")
    try:
        verbs.choose_wording(row, number=int(chosen) if chosen.isdecimal() else 0, by=request.user)
        messages.success(request, _("Chosen. The other wording is kept among the earlier ones."))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    return redirect(at("statement", meeting, row.pk))
