"""Doors to the findings that are put to the service, and its answers."""

import uuid
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.measures import actions, showing
from brukerstemmen.measures.actions.answering import reading_of
from brukerstemmen.measures.forms import AnswerForm, AskForm
from brukerstemmen.measures.views.frame import (
    NOT_RIGHT,
    Place,
    answers_crumb,
    answers_title,
    page,
    sent,
    work_of,
)
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import may

USUAL = timedelta(days=28)


@require_safe
def answers(request: HttpRequest, slug: str, place: Place) -> HttpResponse:
    """Every finding that is put to the service, with its newest answer or how long it waits."""
    work = work_of(request, slug, place, place.sees)
    matters = showing.matters_of(work)
    context: dict[str, Any] = {
        "matters": matters,
        "waiting": showing.waiting_for(work),
        "next": next((one for one in matters if not one.newest), None),
        "may_ask": place.on_behalf and may(request.user, Permission.RELEASE, work),
    }
    return page(request, "measures/answers.html", work, answers_title(place), place, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, place: Place) -> HttpResponseBase:
    """Answer one finding, or several at once."""
    work = work_of(request, slug, place, place.says)
    matters = showing.matters_of(work)
    about = [one for one in matters if str(one.row.pk) in request.GET.getlist("funn")]
    start = {
        "matters": [str(one.row.pk) for one in about],
        "given_by": showing.said_last(work),
        "once": uuid.uuid4(),
        "read": reading_of(one.row for one in matters),
    }
    form = AnswerForm(sent(request), matters=[one.row for one in matters], initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            given = actions.answer_matters(form.chosen(), by=request.user, **form.told())
            messages.success(request, _("The answer is saved."))
            first = given.matters.first()
            return redirect(f"{place.url('answers', work)}#{first.pk if first else ''}")
        except ValidationError as refusal:
            put_on(form, refusal)
            form.has_been_shown(start["read"])
    title = _("Write down an answer") if place.on_behalf else _("Answer")
    path = (answers_crumb(work, place),)
    status = NOT_RIGHT if form.is_bound else 200
    return page(
        request,
        "measures/answer.html",
        work,
        title,
        place,
        status,
        path=path,
        form=form,
        about=about,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str, place: Place) -> HttpResponseBase:
    """Ask the service to answer, by a day."""
    work = work_of(request, slug, place, Permission.RELEASE)
    waiting = showing.waiting_for(work)
    usual = waiting.answer_by or clock.today() + USUAL
    form = AskForm(sent(request), initial={"answer_by": usual})
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_for_answers(work, by=request.user, **form.cleaned_data)
            return redirect(place.url("answers", work))
        except ValidationError as refusal:
            put_on(form, refusal)
    return page(
        request,
        "measures/ask.html",
        work,
        _("Ask for answers"),
        place,
        NOT_RIGHT if form.is_bound else 200,
        path=(answers_crumb(work, place),),
        form=form,
        waiting=waiting,
    )
