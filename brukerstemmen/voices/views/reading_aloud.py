"""Doors to reading aloud: one statement very large, and the choices of the room."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.voices.actions import meetings as meeting_verbs
from brukerstemmen.voices.actions import statements as verbs
from brukerstemmen.voices.forms.meetings import DayForm, OtherViewForm, WordingForm
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.showing import reading_aloud as showing
from brukerstemmen.voices.showing import words
from brukerstemmen.voices.views.frame import (
    NOT_RIGHT,
    at,
    meeting_of,
    sent,
    shown,
    statement_of,
)

P = Permission


@require_safe
def read_aloud(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The statement the room hears now: the one asked for, else the first not yet heard."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    return _page(request, meeting, request.GET.get("nr", ""))


def _page(
    request: HttpRequest,
    meeting: UserMeeting,
    asked_for: str,
    status: int = 200,
    elsewhere_form: DayForm | None = None,
) -> HttpResponse:
    turn = showing.turn_of(meeting, int(asked_for) if asked_for.isdecimal() else 0)
    return shown(
        request,
        "voices/reading_aloud.html",
        meeting,
        _("Read aloud"),
        status,
        turn=turn,
        state=meeting.state,
        elsewhere_form=elsewhere_form or DayForm(),
    )


@require_POST
def agree(request: HttpRequest, slug: str, number: int, statement: uuid.UUID) -> HttpResponseBase:
    """Yes, that is how it is."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    row = statement_of(meeting, request, statement)
    verbs.agree(row, by=request.user)
    return redirect(at("read_aloud", meeting) + f"?nr={showing.after(meeting, row)}")


@require_http_methods(["GET", "POST"])
def change_aloud(
    request: HttpRequest, slug: str, number: int, statement: uuid.UUID
) -> HttpResponseBase:
    """The room wants other words."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    row = statement_of(meeting, request, statement)
    one = words.said([row])[0]
    first = {"words": one.words, "based_on": row.raw_number}
    form = WordingForm(sent(request), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            alone = verbs.change_wording(
                row, reason=Reason.READ_ALOUD, by=request.user, **form.cleaned_data
            )
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(_heard(meeting, row) if alone else at("statement", meeting, row.pk))
    return _form_page(request, meeting, row, "voices/reading_change.html", _("Change"), form, one)


@require_http_methods(["GET", "POST"])
def both_views(
    request: HttpRequest, slug: str, number: int, statement: uuid.UUID
) -> HttpResponseBase:
    """Not everybody agrees: the other view is written beside this one."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    row = statement_of(meeting, request, statement)
    form = OtherViewForm(sent(request))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            verbs.keep_both_views(
                row, other_words=told["words"], once=told["once"], by=request.user
            )
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(_heard(meeting, row))
    one = words.said([row])[0]
    title = _("Write both")
    return _form_page(request, meeting, row, "voices/reading_both.html", title, form, one)


def _heard(meeting: UserMeeting, row: Statement) -> str:
    """Back to the same statement, so that the room sees how it stands now."""
    return at("read_aloud", meeting) + f"?nr={showing.place_of(meeting, row)}"


def _form_page(
    request: HttpRequest,
    meeting: UserMeeting,
    row: Statement,
    template: str,
    title: str,
    form: Any,
    one: words.Said,
) -> HttpResponse:
    status = NOT_RIGHT if form.is_bound else 200
    back = _heard(meeting, row)
    return shown(request, template, meeting, title, status, form=form, one=one, back=back)


@require_POST
def finish_reading(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The group has heard everything: here, or elsewhere on a day that is told."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    elsewhere = "on" in request.POST
    form = DayForm(request.POST)
    if elsewhere and not form.is_valid():
        return _page(request, meeting, "", NOT_RIGHT, form)
    try:
        meeting_verbs.finish_reading_aloud(
            meeting, by=request.user, elsewhere_on=form.cleaned_data["on"] if elsewhere else None
        )
    except ValidationError as refusal:
        put_on(form, refusal)
        return _page(request, meeting, "", NOT_RIGHT, form)
    return redirect(at("meeting", meeting))
