"""Doors to a participant's own words: reading them, and the four things one may say to them."""

import uuid
from collections.abc import Sequence

from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.actions import validation
from brukerstemmen.voices.actions.consenting import allows
from brukerstemmen.voices.finding import Hit, context_for_visitor, hits_in
from brukerstemmen.voices.forms.own import AnswerForm, NewWordsForm
from brukerstemmen.voices.models import Participant, Statement
from brukerstemmen.voices.showing import own_words as showing
from brukerstemmen.voices.showing.masking import Left
from brukerstemmen.voices.states import Answer
from brukerstemmen.voices.views.frame import NOT_RIGHT, sent
from brukerstemmen.voices.views.own.page import onwards, own_statement, participant_of, shown
from brukerstemmen.voices.wording import own as own_wording

SAVED = {Answer.YES: "ja", Answer.COUNT_ONLY: "telles", Answer.CHANGE: "endret"}


@require_safe
def own_words(request: HttpRequest) -> HttpResponse:
    """The first of their words that waits; the first of all when nothing does."""
    participant = participant_of(request)
    statement = showing.waiting(participant).first() or showing.own_statements(participant).first()
    if statement is None:
        return shown(request, "voices/own/no_words.html")
    return _page(request, statement)


@require_http_methods(["GET", "POST"])
def own_word(request: HttpRequest, statement: uuid.UUID) -> HttpResponse:
    """One statement, one question: is this what you meant?"""
    one = own_statement(request, statement)
    if request.method != "POST":
        return _page(request, one)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, one, own_wording.GONE_WRONG)
    said, based_on = Answer(form.cleaned_data["said"]), form.cleaned_data["based_on"]
    return _answered(request, one, said, based_on=based_on)


def _answered(request: HttpRequest, one: Statement, said: Answer, *, based_on: int) -> HttpResponse:
    participant = participant_of(request)
    try:
        validation.answer(one, said, based_on=based_on, by_self=participant)
    except ValidationError:
        changed = based_on != one.masked_number
        told = own_wording.CHANGED_SINCE if changed else own_wording.GONE_WRONG
        return _page(request, one, told)
    return _to_the_next(participant, showing.order_of(participant), one.pk, SAVED[said])


def _page(request: HttpRequest, statement: Statement, refusal: object = "") -> HttpResponse:
    participant = participant_of(request)
    everything = showing.own_words(participant)
    place = showing.neighbours([one.pk for one in everything], statement.pk)
    return shown(
        request,
        "voices/own/words.html",
        NOT_RIGHT if refusal else 200,
        one=everything[place.number - 1],
        place=place,
        everything=everything,
        waiting=sum(one.waits for one in everything),
        versions=showing.versions(statement),
        deadline=showing.deadline_of(participant),
        may_be_quoted=allows(participant, Purpose.QUOTES),
        refusal=refusal,
    )


def _to_the_next(
    participant: Participant, order: Sequence[uuid.UUID], here: uuid.UUID, saved: str
) -> HttpResponse:
    """To what waits after this one, else to what waits before it, else to their words."""
    waits = set(showing.waiting(participant).values_list("pk", flat=True))
    at = order.index(here)
    following = [pk for pk in (*order[at + 1 :], *order[:at]) if pk in waits]
    if following:
        return onwards("own_word", following[0], saved=saved)
    return onwards("own_words", saved=saved)


@require_http_methods(["GET", "POST"])
def own_change(request: HttpRequest, statement: uuid.UUID) -> HttpResponse:
    """Other words for it. What may point at somebody is shown once, to change or to keep."""
    one = own_statement(request, statement)
    place = showing.neighbours(showing.order_of(participant_of(request)), one.pk)
    words = showing.one_of(one, place).words
    first = {"words": words, "based_on": one.masked_number}
    form = NewWordsForm(sent(request), initial=first)
    found: list[Left] = []
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["words"]
        found = [] if "keep" in request.POST else _pointing(one, typed)
        if not found and (answer := _changed(request, one, form)):
            return answer
    elif request.method != "POST" and not showing.may_change(one):
        return onwards("own_word", one.pk)
    return shown(
        request,
        "voices/own/change.html",
        NOT_RIGHT if form.is_bound else 200,
        one=one,
        place=place,
        form=form,
        found=found,
    )


def _pointing(statement: Statement, words: str) -> list[Left]:
    """What in the new words may show who somebody is, each once."""
    hits: dict[str, Hit] = {}
    for hit in hits_in(words, statement.language, context_for_visitor(statement.work)):
        hits.setdefault(hit.text, hit)
    return [Left(hit) for hit in hits.values()]


def _changed(request: HttpRequest, one: Statement, form: NewWordsForm) -> HttpResponse | None:
    """Save the new words. None, with the reason on the form, if that cannot be done."""
    participant, told = participant_of(request), form.cleaned_data
    try:
        validation.answer(
            one,
            Answer.CHANGE,
            based_on=told["based_on"],
            words=told["words"],
            by_self=participant,
        )
    except ValidationError:
        changed = told["based_on"] != one.masked_number
        form.add_error(None, own_wording.CHANGED_SINCE if changed else own_wording.GONE_WRONG)
        return None
    return _to_the_next(participant, showing.order_of(participant), one.pk, "endret")


@require_http_methods(["GET", "POST"])
def own_take_away(request: HttpRequest, statement: uuid.UUID) -> HttpResponse:
    """Ask once, say what happens, and take it away."""
    participant = participant_of(request)
    order = showing.order_of(participant)
    if request.method == "POST" and _was_theirs(request, statement) and statement not in order:
        return onwards("own_words", saved="borte")  # the same, pressed twice
    one = own_statement(request, statement)
    if request.method == "POST":
        validation.answer(one, Answer.TAKE_AWAY, based_on=one.masked_number, by_self=participant)
        return _to_the_next(participant, order, statement, "borte")
    place = showing.neighbours(order, one.pk)
    return shown(
        request,
        "voices/own/take_away.html",
        one=showing.one_of(one, place),
        first=showing.versions(one)[:1],
        proof=_seal(participant).sign(str(one.pk)),
    )


def _seal(participant: Participant) -> signing.Signer:
    return signing.Signer(salt=f"take away {participant.pk}")


def _was_theirs(request: HttpRequest, statement: uuid.UUID) -> bool:
    """Whether the button that was pressed stood on this participant's own page."""
    try:
        return _seal(participant_of(request)).unsign(request.POST.get("once", "")) == str(statement)
    except signing.BadSignature:
        return False
