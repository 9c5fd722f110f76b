"""Doors to the minutes: drafted, edited, approved by both sides."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukerstemmen.dialogues.actions import minutes as verbs
from brukerstemmen.dialogues.forms import ApprovalForm, MinutesForm
from brukerstemmen.dialogues.models import Dialogue, DialogueState
from brukerstemmen.dialogues.showing import minutes as showing
from brukerstemmen.dialogues.showing.meetings import open_replies
from brukerstemmen.dialogues.views.frame import NOT_RIGHT, at, dialogue_of, sent, shown
from brukerstemmen.evaluations.fingerprints import fingerprint
from brukerstemmen.people.forms.refusals import put_on


@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The minutes as they stand; before they are written, a draft of what was said."""
    row = dialogue_of(request, slug, number)
    form = MinutesForm(sent(request)) if request.method == "POST" else None
    if form is not None and form.is_valid():
        typed = form.cleaned_data
        try:
            verbs.write_minutes(row, typed["text"], seen=typed["seen"], by=request.user)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(at("minutes", row))
    return _page(request, row, form)


def _page(
    request: HttpRequest,
    row: Dialogue,
    form: MinutesForm | None = None,
    approval_form: ApprovalForm | None = None,
) -> HttpResponse:
    text = row.read("minutes")
    anew = "utkast" in request.GET or not text
    if form is None:
        begin = {"text": showing.draft(row) if anew else text, "seen": fingerprint(text)}
        form = MinutesForm(initial=begin)
    refused = approval_form is not None or form.is_bound
    context = {
        "form": form,
        "text": text,
        "is_draft": anew,
        "is_editing": form.is_bound or anew or "endre" in request.GET,
        "approvals": showing.approvals_of(row),
        "approval_form": approval_form,
        "asked": request.POST.get("side", ""),
        "seen": fingerprint(text),
        "open_replies": open_replies(row),
        "is_planned": row.state == DialogueState.PLANNED,
        "is_approved": row.state == DialogueState.APPROVED,
    }
    status = NOT_RIGHT if refused else 200
    return shown(request, "dialogues/minutes.html", row, _("Minutes"), status, **context)


@require_POST
def minutes_approve(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """One side has heard the minutes, and says yes."""
    row = dialogue_of(request, slug, number)
    form = ApprovalForm(request.POST)
    if request.POST.get("side") not in {"users", "service"}:
        return redirect(at("minutes", row))
    if form.is_valid():
        of_users, typed = request.POST["side"] == "users", form.cleaned_data
        try:
            verbs.approve_minutes(row, of_users=of_users, by=request.user, **typed)
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            return redirect(at("minutes", row))
    return _page(request, row, approval_form=form)
