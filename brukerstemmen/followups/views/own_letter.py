"""Doors behind a participant's own code: what it led to, to read and to keep on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from brukerstemmen.followups.actions.feedback import told_by_code
from brukerstemmen.followups.showing import published
from brukerstemmen.followups.showing.feedback import letter_for
from brukerstemmen.voices.views.own.page import participant_of


@require_safe
def own_letter(request: HttpRequest) -> HttpResponse:
    """The letter. Who wanted to hear has heard when they have opened it."""
    return _shown(request, "followups/own_letter.html")


@require_safe
def own_letter_print(request: HttpRequest) -> HttpResponse:
    """The same with everything unfolded, to print and keep."""
    return _shown(request, "followups/own_letter_print.html")


def _shown(request: HttpRequest, template: str) -> HttpResponse:
    participant = participant_of(request)
    letter = letter_for(participant.evaluation)
    if letter is not None and request.method == "GET":
        told_by_code(participant)
    context = {
        "letter": letter,
        "participant": participant,
        "public": published.published(participant.evaluation.work.slug),
    }
    return render(request, template, context)
