"""Doors for the team: what people tell by telephone and on paper, and slips to hand out."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.followups.actions import slips as making
from brukerstemmen.followups.actions.replying import is_open, reply, take_back
from brukerstemmen.followups.forms.answering import FeltForForm, FeltSlipsForm
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.followups.showing import answering as showing
from brukerstemmen.followups.views.answering.page import given_with
from brukerstemmen.people import paper
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach
from brukerstemmen.privacy.consent import Channel
from brukerstemmen.voices import addresses
from brukerstemmen.voices.models import Participant
from brukerstemmen.voices.views.frame import NOT_RIGHT, page, sent

P = Permission
ON_A_SHEET = range(8)


def _round(request: HttpRequest, slug: str, number: int, permission: Permission) -> FollowUp:
    return reach(
        showing.rounds(), request.user, permission, evaluation__work__slug=slug, number=number
    )


def _shown(
    request: HttpRequest,
    template: str,
    now: FollowUp,
    title: str,
    status: int = 200,
    *,
    path: tuple[tuple[str, str], ...] = (),
    **context: Any,
) -> HttpResponse:
    slug = now.evaluation.work.slug
    name = _("Follow-up %(number)s") % {"number": now.number}
    above = (name, reverse("followups:round", args=[slug, now.number]))
    return page(
        request, template, now.evaluation, title, status, path=[above, *path], now=now, **context
    )


def _at(name: str, now: FollowUp, *more: object) -> str:
    return reverse(f"followups:{name}", args=[now.evaluation.work.slug, now.number, *more])


# On behalf


@require_safe
def felt_for(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Whose answer is it? Those who took part by code, or somebody who uses the service now."""
    now = _round(request, slug, number, P.ANSWER_FOR)
    title = _("Write down an answer")
    saved = {"svart": _("It is written down."), "borte": _("It is gone.")}
    return _shown(
        request,
        "followups/answer_for.html",
        now,
        title,
        people=showing.people_of(now),
        is_open=is_open(now),
        saved=saved.get(request.GET.get("lagret", ""), ""),
    )


def _person(now: FollowUp, number: int) -> Participant:
    found = next((one for one in showing.people_of(now) if one.participant.number == number), None)
    if found is None:
        raise Http404
    return found.participant


@require_http_methods(["GET", "POST"])
def felt_for_one(
    request: HttpRequest, slug: str, number: int, participant: int
) -> HttpResponseBase:
    """What one who took part has told us. What they have answered themselves is not shown."""
    now = _round(request, slug, number, P.ANSWER_FOR)
    person = _person(now, participant)
    form = FeltForForm(sent(request), asked=showing.asked_in(now))
    if request.method == "POST" and _written(request, form, now, person):
        return redirect(f"{_at('felt_for', now)}?lagret=svart")
    return _form_page(
        request,
        form,
        now,
        person.code,
        person=person,
        has_answered=now.replies.filter(participant=person).exists(),
    )


@require_http_methods(["GET", "POST"])
def felt_for_new(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """What somebody who uses the service now has told us. Nobody asks who they are."""
    now = _round(request, slug, number, P.ANSWER_FOR)
    form = FeltForForm(sent(request), asked=showing.asked_in(now))
    title = _("Somebody who uses the service now")
    if request.method == "POST" and (given := _written(request, form, now, None)):
        if given.receipt is None:
            return redirect(f"{_at('felt_for', now)}?lagret=svart")
        told = {"groups": given.receipt.split("-"), "address": addresses.to_type()}
        return _shown(
            request, "followups/answer_for_receipt.html", now, title, path=(_for(now),), **told
        )
    return _form_page(request, form, now, title, person=None)


def _written(
    request: HttpRequest, form: FeltForForm, now: FollowUp, person: Participant | None
) -> Any:
    if not form.is_valid():
        return None
    return given_with(
        form,
        lambda **said: reply(now, participant=person, **said),
        channel=Channel(form.cleaned_data["channel"]),
        once=form.cleaned_data["once"],
        by=request.user,
    )


def _for(now: FollowUp) -> tuple[str, str]:
    return _("Write down an answer"), _at("felt_for", now)


def _form_page(
    request: HttpRequest, form: FeltForForm, now: FollowUp, title: str, **more: Any
) -> HttpResponse:
    status = NOT_RIGHT if form.is_bound else 200
    template = "followups/answer_for_one.html"
    return _shown(request, template, now, title, status, path=(_for(now),), form=form, **more)


@require_http_methods(["GET", "POST"])
def felt_for_take_away(
    request: HttpRequest, slug: str, number: int, participant: int
) -> HttpResponseBase:
    """Somebody has asked us to take their answer away. No reason is asked."""
    now = _round(request, slug, number, P.WITHDRAW_FOR)
    there = now.replies.filter(participant__number=participant).first()
    if there is None:
        raise Http404
    if request.method == "POST":
        take_back(there, by=request.user)
        return redirect(f"{_at('felt_for', now)}?lagret=borte")
    title = _("Take away the answer of %(code)s") % {"code": there.participant.code}
    template = "followups/answer_for_take_away.html"
    return _shown(request, template, now, title, path=(_for(now),), back=_at("felt_for", now))


# Slips


@require_http_methods(["GET", "POST"])
def felt_slips(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The slips that are made, and making more."""
    now = _round(request, slug, number, P.INVITE)
    form = FeltSlipsForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = making.make_slips(now, by=request.user, **form.cleaned_data)
            return redirect(_at("felt_slips_sheet", now, made.pk))
        except ValidationError as refusal:
            put_on(form, refusal)
    told = {
        "form": form,
        "sheets": showing.sheets_of(now),
        "is_open": is_open(now),
        "named": showing.is_named(now),
    }
    status = NOT_RIGHT if form.is_bound else 200
    return _shown(request, "followups/answer_slips.html", now, _("Slips"), status, **told)


def _sheet(request: HttpRequest, slug: str, number: int, pk: uuid.UUID) -> showing.Sheet:
    row = reach(
        showing.sheets(),
        request.user,
        P.INVITE,
        pk=pk,
        follow_up__number=number,
        follow_up__evaluation__work__slug=slug,
    )
    return showing.Sheet(row)


def _on_paper(sheet: showing.Sheet) -> dict[str, Any]:
    """What the slips are made of, on the page and in the print file alike."""
    return {
        "sheet": sheet,
        "asker": showing.asker_on_paper(sheet.row.follow_up.evaluation),
        "address": addresses.to_type(),
        "places": ON_A_SHEET,
        "language": sheet.row.language,
    }


@require_safe
def felt_slips_sheet(
    request: HttpRequest, slug: str, number: int, sheet: uuid.UUID
) -> HttpResponse:
    """Slips to print, or to stop."""
    found = _sheet(request, slug, number, sheet)
    now = found.row.follow_up
    title = _("Slips %(number)s") % {"number": found.row.number}
    return _shown(
        request,
        "followups/answer_slips_sheet.html",
        now,
        title,
        path=((_("Slips"), _at("felt_slips", now)),),
        can_make=paper.can_make(),
        **_on_paper(found),
    )


@require_safe
def felt_slips_pdf(
    request: HttpRequest, slug: str, number: int, sheet: uuid.UUID
) -> HttpResponseBase:
    """The sheet as a print file. Slips that open nothing any more are not printed."""
    found = _sheet(request, slug, number, sheet)
    if not found.holds or not paper.can_make():
        return redirect(_at("felt_slips_sheet", found.row.follow_up, found.row.pk))
    with translation.override(found.row.language):
        made = paper.pdf_of("followups/answer_slips_paper.html", _on_paper(found))
    name = f"{_('slips')}-{found.row.number}.pdf"
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def felt_slips_stop(
    request: HttpRequest, slug: str, number: int, sheet: uuid.UUID
) -> HttpResponseBase:
    """They open nothing from the next request on."""
    found = _sheet(request, slug, number, sheet)
    making.stop_slips(found.row, by=request.user)
    return redirect(_at("felt_slips_sheet", found.row.follow_up, found.row.pk))
