"""Doors to consent on paper: one act for the meeting, and the codes it gives."""

import uuid
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.privacy.consent import Channel
from brukerstemmen.voices import texts
from brukerstemmen.voices.actions.meetings import register_consent
from brukerstemmen.voices.forms.meetings import ConsentForm
from brukerstemmen.voices.models import Participant, UserMeeting
from brukerstemmen.voices.showing import inviting, people
from brukerstemmen.voices.showing import meetings as showing
from brukerstemmen.voices.views.frame import (
    NOT_RIGHT,
    at,
    meeting_of,
    sent,
    shown,
)


@require_http_methods(["GET", "POST"])
def consent(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Write down, on their behalf, that people have said yes."""
    meeting = meeting_of(request, slug, number, Permission.WRITE_DOWN)
    today, planned = clock.today(), meeting.meeting.planned_on
    first = {
        "on": planned if planned and planned <= today else today,
        "text_version": texts.version_now(meeting.work.centre),
    }
    others = showing.not_present(meeting)
    asked = inviting.asked_in(meeting.evaluation)
    form = ConsentForm(sent(request), others=others, asked=asked, initial=first)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            made = register_consent(
                meeting,
                new_people=told["new_people"] or 0,
                also=form.people_from_before(),
                purposes=told["purposes"],
                channel=Channel(told["channel"]),
                on=told["on"],
                text_version=told["text_version"],
                are_young=told["young"],
                once=told["once"],
                by=request.user,
            )
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(_after(request, meeting, made))
    return shown(
        request,
        "voices/consent.html",
        meeting,
        _("Consent on paper"),
        NOT_RIGHT if form.is_bound else 200,
        form=form,
        present=showing.present(meeting),
    )


def _after(request: HttpRequest, meeting: UserMeeting, made: list[Participant]) -> str:
    """To the new codes; or back to the notes somebody was looking through."""
    with suppress(ValueError):
        return at("preview", meeting, uuid.UUID(request.GET.get("notater", "")))
    first_new = f"?fra={made[0].number}" if made else ""
    return at("codes", meeting) + first_new


@require_safe
def codes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The codes of those present, large enough to be copied onto slips."""
    meeting = meeting_of(request, slug, number, Permission.SEE_MATERIAL)
    since = request.GET.get("fra", "")
    first_new = int(since) if since.isdecimal() else 0
    present = showing.present(meeting)
    return shown(
        request,
        "voices/codes.html",
        meeting,
        _("Codes"),
        new=[one for one in present if first_new and one.number >= first_new],
        others=[one for one in present if not first_new or one.number < first_new],
        without_code=people.without_code(meeting),
    )
