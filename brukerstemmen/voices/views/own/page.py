"""What the doors of a participant share: who is there, their own statements, and answering.

Everything is reached through `request.guest`. A visit that no longer holds never gets here.
"""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from brukerstemmen.voices.models import Participant, Statement
from brukerstemmen.voices.showing import own_words
from brukerstemmen.voices.wording import own as own_wording


def participant_of(request: HttpRequest) -> Participant:
    return request.guest.participant  # type: ignore[attr-defined]


def own_statement(request: HttpRequest, pk: uuid.UUID) -> Statement:
    """A statement of the one who asks. Another's, and one that is not there, are the same 404."""
    found = own_words.own_statements(participant_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def shown(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page, with the confirmation of what was done on the page before."""
    saved = own_wording.SAVED.get(request.GET.get("lagret", ""), "")
    told = {"participant": participant_of(request), "saved": saved, **context}
    return render(request, template, told, status=status)


def onwards(name: str, *args: object, saved: str = "") -> HttpResponse:
    """To another of the participant's pages after something was done."""
    query = {"lagret": saved} if saved else {}
    return redirect(reverse(f"voices:{name}", args=args, query=query))
