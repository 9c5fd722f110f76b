"""A press in the list of names: one choice for the whole meeting. What was typed stays."""

import uuid
from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.voices.actions import naming
from brukerstemmen.voices.finding import context_in, is_too_long
from brukerstemmen.voices.models import UserMeeting
from brukerstemmen.voices.names import Meant, choices_in, first_wording, key_of, with_choice
from brukerstemmen.voices.showing import words
from brukerstemmen.voices.showing.masking import Typed, saved_words

TypedSheets = dict[uuid.UUID, Typed]


def chosen(request: HttpRequest, meeting: UserMeeting) -> TypedSheets:
    """Do what was pressed, say how it went, and return what stands in the page again."""
    act, _dash, place = request.POST["everywhere"].partition("-")
    name = request.POST.get(f"name-{place}", "")
    instead, why = (
        request.POST.get(f"{field}-{place}", "") if act == field else ""
        for field in ("instead", "keep")
    )
    meant, typed = Meant(name, instead, why), _edited(meeting, _typed(request))
    try:
        if act == "undo":
            before = choices_in(meeting).get(key_of(name))
            naming.forget_choice(meeting, name, by=request.user)
            messages.success(request, _("The choice is taken back."))
            return _without(typed, before.why if before else "")
        outcome = naming.choose_everywhere(meeting, meant, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return typed
    _say(request, outcome)
    return _with(meeting, typed, meant) if meant.instead else typed


def _say(request: HttpRequest, outcome: naming.Outcome) -> None:
    messages.success(request, _("This is chosen for the whole meeting."))
    if outcome.changed:
        number = outcome.changed
        messages.success(
            request,
            ngettext(
                "%(number)s statement that was read already is changed.",
                "%(number)s statements that were read already are changed.",
                number,
            )
            % {"number": number},
        )
    for sentence in dict.fromkeys(outcome.refused):
        messages.warning(request, sentence)


def _typed(request: HttpRequest) -> TypedSheets:
    """What stands in the page for statements that have not been handed in."""
    found = {}
    for told in request.POST.getlist("statement"):
        try:
            pk = uuid.UUID(told)
        except ValueError:
            continue
        texts = request.POST.getlist(f"hit-{told}")
        reasons = request.POST.getlist(f"why-{told}")
        kept = dict(zip(texts, reasons, strict=False))
        words, seen = request.POST.get(f"words-{told}", ""), request.POST.get(f"seen-{told}", "")
        found[pk] = Typed(words, kept, [], based_on=seen)
    return found


def _edited(meeting: UserMeeting, typed: TypedSheets) -> TypedSheets:
    """The same without words nobody has changed: those are suggested, or read, anew. Where a
    colleague has masked the statement meanwhile, the words remember what they were typed beside."""
    context, choices = context_in(meeting), choices_in(meeting)
    rows = list(meeting.statements.filter(pk__in=typed).select_related("speaker"))
    saved, found = saved_words(typed), {}
    for one in words.said(rows):
        told, row = typed[one.pk], one.statement
        stood = saved.get(one.pk)
        if stood is None:
            stood, _kept = first_wording(one.words, row.language, context, choices)
        is_now = told.based_on == f"{row.raw_number}-{row.masked_number}"
        found[one.pk] = replace(
            told,
            words=None if _same(told.words, stood) else told.words,
            based_on="" if is_now else told.based_on,
        )
    return found


def _same(told: str | None, first: str) -> bool:
    """Browsers send lines with another ending than they got."""
    return (told or "").split() == first.split()


def _with(meeting: UserMeeting, typed: TypedSheets, meant: Meant) -> TypedSheets:
    """The same with the choice put in, where somebody has written and the name still stands."""
    context = context_in(meeting)
    languages = dict(meeting.statements.filter(pk__in=typed).values_list("pk", "language"))
    return {
        pk: replace(one, words=with_choice(one.words, languages[pk], context, meant))
        if one.words and not is_too_long(one.words)  # what nobody can look through stays as typed
        else one
        for pk, one in typed.items()
    }


def _without(typed: TypedSheets, why: str) -> TypedSheets:
    """The same without a reason that came with the choice."""
    return {
        pk: replace(one, kept={text: said for text, said in one.kept.items() if said != why})
        for pk, one in typed.items()
    }
