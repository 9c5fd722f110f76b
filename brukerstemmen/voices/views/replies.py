"""Doors to the replies on slips: who waits to be called back. They show who people are."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach
from brukerstemmen.voices.actions import invitations
from brukerstemmen.voices.forms.invitation import AnsweredForm
from brukerstemmen.voices.models import Contact
from brukerstemmen.voices.showing import inviting as showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, evaluation_of, page

P = Permission


@require_safe
def replies(request: HttpRequest, slug: str) -> HttpResponse:
    """Those who have replied; those who have waited longest first."""
    return _list(request, evaluation_of(request, slug, P.SEE_CONTACT))


def _list(
    request: HttpRequest, evaluation: Evaluation, status: int = 200, **refused: Any
) -> HttpResponse:
    request.journal_about = evaluation  # type: ignore[attr-defined]
    slug = evaluation.work.slug
    people = showing.without_contact(evaluation)
    rows = [
        {"reply": reply, "form": _form_for(reply.row, people, refused)}
        for reply in showing.replies_of(evaluation)
    ]
    path = [(_("Invitation"), reverse("voices:invitation", args=[slug]))]
    return page(
        request, "voices/replies.html", evaluation, _("Replies"), status, path=path, rows=rows
    )


def _form_for(row: Contact, people: list[Any], refused: dict[str, Any]) -> AnsweredForm:
    if row.pk == refused.get("pk"):
        return refused["form"]
    return AnsweredForm(people=people, prefix=str(row.pk)[:8])


def _reply(request: HttpRequest, slug: str, pk: object, **which: Any) -> Contact:
    return reach(
        Contact.objects.select_related("evaluation__work__centre__profile"),
        request.user,
        P.SEE_CONTACT,
        pk=pk,
        evaluation__work__slug=slug,
        **which,
    )


@require_POST
def reply_answered(request: HttpRequest, slug: str, contact: object) -> HttpResponseBase:
    """They have been called back; with a number the reply becomes how to reach that person."""
    reply = _reply(request, slug, contact)
    if reply.participant_id is not None:  # sent twice: it is done
        return redirect("voices:replies", slug)
    people = showing.without_contact(reply.evaluation)
    form = AnsweredForm(request.POST, people=people, prefix=str(reply.pk)[:8])
    if form.is_valid():
        try:
            invitations.answer_reply(reply, by=request.user, participant=form.somebody())
            return redirect("voices:replies", slug)
        except ValidationError as refusal:
            put_on(form, refusal)
    return _list(request, reply.evaluation, NOT_RIGHT, pk=reply.pk, form=form)


@require_POST
def reply_forgotten(request: HttpRequest, slug: str, contact: object) -> HttpResponseBase:
    """They do not take part after all: what they wrote is deleted."""
    # How to reach somebody who takes part is no reply, and is not deleted here.
    reply = _reply(request, slug, contact, participant__isnull=True)
    invitations.forget_reply(reply, by=request.user)
    return redirect("voices:replies", slug)
