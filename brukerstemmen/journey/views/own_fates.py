"""Doors of a participant to what became of what they said. Only their own, through the visit."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from brukerstemmen.journey.lifestory import own
from brukerstemmen.voices.views.own.page import participant_of, shown


@require_safe
def own_fates(request: HttpRequest) -> HttpResponse:
    """Everything they have said, each with where it has got to."""
    participant = participant_of(request)
    fates = own.fates_of(participant)
    has_gone_out = any(one.is_in_findings or one.is_in_none for one in fates)
    return shown(
        request,
        "journey/own_fates.html",
        title=own.WHAT_BECAME,
        fates=fates,
        has_gone_out=has_gone_out,
    )


@require_safe
def own_fate(request: HttpRequest, statement: uuid.UUID) -> HttpResponse:
    """One thing they said, and what it led to. Another's, and one that is not there, are 404."""
    participant = participant_of(request)
    fates = own.fates_of(participant)
    place = next((at for at, one in enumerate(fates) if one.pk == statement), None)
    if place is None:
        raise Http404
    return shown(
        request,
        "journey/own_fate.html",
        title=own.WHAT_BECAME,
        one=fates[place],
        before=fates[place - 1] if place else None,
        after=fates[place + 1] if place + 1 < len(fates) else None,
    )
