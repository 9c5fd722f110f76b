"""Doors to telling: the note of how it went, and letting it out."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukerstemmen.followups.actions import rounds as rounds_verbs
from brukerstemmen.followups.actions import telling as verbs
from brukerstemmen.followups.forms.rounds import NoteForm
from brukerstemmen.followups.showing import rounds as showing
from brukerstemmen.followups.states import RoundState, told_number
from brukerstemmen.followups.views.rounds.frame import NOT_RIGHT, P, at, round_of, sent, shown
from brukerstemmen.people.forms.refusals import put_on


@require_http_methods(["GET", "HEAD", "POST"])
def round_note(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """How it went, in the team's words. It is told with the rest."""
    row = round_of(request, slug, number)
    form = NoteForm(sent(request), initial={"note": row.read("note")})
    if request.method == "POST" and form.is_valid():
        try:
            rounds_verbs.write_note(row, form.cleaned_data["note"], by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("The note is saved."))
            return redirect(at("round", row))
    status = NOT_RIGHT if form.is_bound else 200
    title = _("How it went")
    return shown(request, "followups/round_note.html", row, title, status, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def round_tell(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Read it as it will go out, and let it out."""
    row = round_of(request, slug, number, P.RELEASE)
    form = NoteForm(sent(request), initial={"note": row.read("note")})
    if request.method == "POST" and form.is_valid():
        try:
            verbs.tell_round(row, note=form.cleaned_data["note"], by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("It is told."))
            return redirect(at("round", row))
    if row.state is not RoundState.CLOSED and not form.is_bound:
        return redirect(at("round", row))
    asked, many = showing.together(row), showing.how_many(row)
    fewest = row.work.centre.profile.smallest_group
    context = {
        "form": form,
        "asked": asked,
        "again": [one for one in asked if one.is_taken_up],
        "unread": many.unread,
        "replies": told_number(many.all, fewest=fewest),
    }
    status = NOT_RIGHT if form.is_bound else 200
    return shown(request, "followups/round_tell.html", row, _("Tell it"), status, **context)
