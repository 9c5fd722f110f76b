"""Doors to inviting: who is named and what is asked, slips to hand out, the text on paper."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.people import clock, paper
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach
from brukerstemmen.people.paragraphs import blocks
from brukerstemmen.voices import addresses, texts
from brukerstemmen.voices.actions import consenting, invitations
from brukerstemmen.voices.forms.invitation import InvitationForm, SlipsForm
from brukerstemmen.voices.models.participants import Audience, Language
from brukerstemmen.voices.showing import inviting as showing
from brukerstemmen.voices.views.frame import NOT_RIGHT, evaluation_of, page, sent
from brukerstemmen.voices.wording.entrance import ASKED

P = Permission
ON_A_SHEET = range(8)


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Who people can call, what they are asked, and the slips that are out."""
    evaluation = evaluation_of(request, slug, P.INVITE)
    there = showing.invitation_of(evaluation)
    form = InvitationForm(
        sent(request), team=showing.may_be_named(evaluation), initial=_as_it_stands(there, request)
    )
    if request.method == "POST" and form.is_valid():
        try:
            invitations.describe_invitation(evaluation, by=request.user, **form.told())
            return redirect("voices:invitation", slug)
        except ValidationError as refusal:
            put_on(form, refusal)
    context = {"form": form, "invitation": there, "sheets": showing.sheets_of(evaluation)}
    status = NOT_RIGHT if form.is_bound else 200
    return page(request, "voices/invitation.html", evaluation, _("Invitation"), status, **context)


def _as_it_stands(there: Any, request: HttpRequest) -> dict[str, Any]:
    if there is None:
        return {"contact": str(request.user.pk)}
    fields = ("telephone", "words_until", "asks_recording", "asks_research", "for_young")
    return {"contact": str(there.contact_id)} | {name: getattr(there, name) for name in fields}


@require_http_methods(["GET", "POST"])
def slips_new(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Make a sheet of slips."""
    evaluation = evaluation_of(request, slug, P.INVITE)
    form = SlipsForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            sheet = invitations.make_slips(evaluation, by=request.user, **form.cleaned_data)
            return redirect("voices:slips", slug, sheet.pk)
        except ValidationError as refusal:
            put_on(form, refusal)
    named = showing.invitation_of(evaluation)
    status = NOT_RIGHT if form.is_bound else 200
    return page(
        request,
        "voices/slips_new.html",
        evaluation,
        _("New slips"),
        status,
        path=[_invitation(slug)],
        form=form,
        named=named,
    )


def _invitation(slug: str) -> tuple[str, str]:
    return _("Invitation"), reverse("voices:invitation", args=[slug])


def _sheet(request: HttpRequest, slug: str, pk: object) -> showing.Sheet:
    row = reach(showing.sheets(), request.user, P.INVITE, pk=pk, evaluation__work__slug=slug)
    return showing.Sheet(row)


def _on_paper(sheet: showing.Sheet) -> dict[str, Any]:
    """What the slips are made of, on the page and in the print file alike."""
    return {
        "sheet": sheet,
        "invitation": sheet.row.evaluation.invitation,
        "address": addresses.to_type(),
        "places": ON_A_SHEET,
        "language": sheet.row.language,
    }


@require_safe
def slips(request: HttpRequest, slug: str, sheet: object) -> HttpResponse:
    """A sheet to print, or to take back."""
    found = _sheet(request, slug, sheet)
    title = _("Slips %(number)s") % {"number": found.row.number}
    return page(
        request,
        "voices/slips.html",
        found.row.evaluation,
        title,
        path=[_invitation(slug)],
        can_make=paper.can_make(),
        **_on_paper(found),
    )


@require_safe
def slips_pdf(request: HttpRequest, slug: str, sheet: object) -> HttpResponseBase:
    """The sheet as a print file. A sheet that opens nothing any more is not printed."""
    found = _sheet(request, slug, sheet)
    if not found.holds or not paper.can_make():
        return redirect("voices:slips", slug, found.row.pk)
    with translation.override(found.row.language):
        made = paper.pdf_of("voices/slips_paper.html", _on_paper(found))
    name = f"{_('slips')}-{found.row.number}.pdf"
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def slips_revoke(request: HttpRequest, slug: str, sheet: object) -> HttpResponseBase:
    """The slips open nothing from the next request on."""
    found = _sheet(request, slug, sheet)
    invitations.revoke_slips(found.row, by=request.user)
    return redirect("voices:slips", slug, found.row.pk)


@require_safe
def invitation_text(request: HttpRequest, slug: str) -> HttpResponse:
    """The information as it holds today, to print for those who say yes on paper."""
    evaluation = evaluation_of(request, slug, P.INVITE)
    told = showing.invitation_of(evaluation)
    audience, language = _chosen(request)
    text = texts.text_for(evaluation.work.centre, audience=audience, language=language)
    with translation.override(text.language):
        boxes = [str(ASKED[one][0]) for one in consenting.asked_of(told)]
    context = {
        "text": text,
        "happens": blocks(text.happens),
        "limits": blocks(text.limits),
        "invitation": told,
        "centre_name": evaluation.work.centre.name,
        "today": clock.today(),
        "boxes": [] if audience == Audience.GUARDIAN else boxes,
        "languages": _languages(audience, language),
        "audiences": _audiences(audience, language) if told and told.for_young else [],
    }
    title = _("Information on paper")
    return page(
        request,
        "voices/invitation_text.html",
        evaluation,
        title,
        path=[_invitation(slug)],
        **context,
    )


def _chosen(request: HttpRequest) -> tuple[str, str]:
    audience, language = request.GET.get("til", ""), request.GET.get("sprak", "")
    known = translation.get_language() or Language.NB
    return (
        audience if audience in Audience.values else Audience.EVERYONE.value,
        language if language in Language.values else known,
    )


def _languages(audience: str, now: str) -> list[dict[str, Any]]:
    return [_tab(label, audience, key, key == now) for key, label in Language.choices]


def _audiences(now: str, language: str) -> list[dict[str, Any]]:
    return [_tab(label, key, language, key == now) for key, label in Audience.choices]


def _tab(label: object, audience: str, language: str, current: bool) -> dict[str, Any]:
    return {"label": label, "url": f"?til={audience}&sprak={language}", "current": current}
