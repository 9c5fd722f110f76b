"""The door where somebody on the team writes down what a participant says to their own words."""

import uuid
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.actions import validation as verbs
from brukerstemmen.voices.actions.consenting import allows
from brukerstemmen.voices.forms.returning import AnswerForm
from brukerstemmen.voices.models import Participant
from brukerstemmen.voices.showing import answering as showing
from brukerstemmen.voices.states import Answer
from brukerstemmen.voices.views.frame import NOT_RIGHT, page


def _participant(request: HttpRequest, slug: str, number: int) -> Participant:
    return reach(
        showing.people(),
        request.user,
        Permission.ANSWER_FOR,
        evaluation__work__slug=slug,
        number=number,
    )


@require_http_methods(["GET", "POST"])
def answers_for(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """One statement at a time is read to them; what they say is written down."""
    participant = _participant(request, slug, number)
    request.journal_about = participant.evaluation  # type: ignore[attr-defined]
    here = reverse("voices:answers_for", args=[slug, number])
    lines = showing.lines_of(participant)
    reading = showing.to_read(lines, _asked_for(request))
    if request.method == "GET":
        return _page(request, participant, lines, reading, _form(reading))
    if reading is None or reading.line.pk != _asked_for(request):
        return redirect(here)  # a second press: it was taken away by the first
    form = _form(reading, request.POST)
    if form.is_valid():
        if _is_to_be_asked(request, form):
            return _page(request, participant, lines, reading, form, asks=True)
        try:
            _answer(request, reading, form)
            return redirect(f"{here}?lagret=1")
        except ValidationError as refusal:
            put_on(form, refusal)
    return _page(request, participant, lines, reading, form, NOT_RIGHT)


def _asked_for(request: HttpRequest) -> uuid.UUID | None:
    with suppress(ValueError):
        return uuid.UUID(request.POST.get("statement") or request.GET.get("utsagn", ""))
    return None


def _form(reading: showing.ToRead | None, sent: Any = None) -> AnswerForm:
    # What is sent is judged by the verb: a second press finds the statement as the first left it.
    answers = list(Answer) if sent else reading.answers if reading else []
    first = {"seen": reading.statement.masked_number, "words": reading.words} if reading else {}
    return AnswerForm(sent, answers=answers, initial=first)


def _is_to_be_asked(request: HttpRequest, form: AnswerForm) -> bool:
    """What cannot be undone is asked about once."""
    taken_away = form.cleaned_data["said"] == Answer.TAKE_AWAY
    return taken_away and request.POST.get("sure") != "1"


def _answer(request: HttpRequest, reading: showing.ToRead, form: AnswerForm) -> None:
    told = form.cleaned_data
    verbs.answer_on_behalf(
        reading.statement,
        Answer(told["said"]),
        based_on=told["seen"],
        words=told["words"],
        by=request.user,
    )


def _page(
    request: HttpRequest,
    participant: Participant,
    lines: list[showing.Line],
    reading: showing.ToRead | None,
    form: AnswerForm,
    status: int = 200,
    *,
    asks: bool = False,
) -> HttpResponse:
    evaluation = participant.evaluation
    slug = evaluation.work.slug
    return page(
        request,
        "voices/answers_for.html",
        evaluation,
        _("What %(code)s says") % {"code": participant.code},
        status,
        path=[(_("Words given back"), reverse("voices:validation", args=[slug]))],
        participant=participant,
        lines=lines,
        reading=reading,
        form=form,
        asks=asks,
        back=f"{request.path}?utsagn={reading.line.pk}" if reading else request.path,
        saved=request.method == "GET" and "lagret" in request.GET,
        may_be_quoted=allows(participant, Purpose.QUOTES),
        waiting=sum(1 for line in lines if line.waits),
        hidden=[
            {"name": name, "value": value}
            for name, value in (
                ("statement", reading.line.pk if reading else ""),
                ("said", Answer.TAKE_AWAY.value),
                ("seen", reading.statement.masked_number if reading else ""),
                ("sure", "1"),
            )
        ],
    )
