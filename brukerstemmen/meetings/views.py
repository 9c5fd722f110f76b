"""Doors to the register of payments: to write in it, to take it to payroll, and its rates."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.meetings import actions, showing
from brukerstemmen.meetings import rates as what_is_paid
from brukerstemmen.meetings.forms import PaymentForm, RateForm
from brukerstemmen.meetings.honorarium import kroner
from brukerstemmen.meetings.models import Payment, PaymentExport
from brukerstemmen.meetings.payment_files import write_csv, write_xlsx
from brukerstemmen.people.access import Permission
from brukerstemmen.people.actions.setup import centre_work
from brukerstemmen.people.centre_page import operated_by
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.people.gates import reach
from brukerstemmen.people.models import Work

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOT_RIGHT = 422
SEES = {"permission": Permission.SEE_PAYMENTS, "known_by": [Permission.SEE_PAYMENTS]}


def _crumbs(*more: str) -> list[dict[str, str]]:
    return [
        {"label": _("My page"), "url": reverse("journey:workspace")},
        {"label": _("Honorarium"), "url": reverse("meetings:register_payment")},
        *({"label": page, "url": ""} for page in more),
    ]


def _own_work(request: HttpRequest) -> list[Work]:
    centres = actions.own_work_of_centres(request.user)
    if not centres:
        raise PermissionDenied(Permission.REGISTER_PAYMENT)
    return centres


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Write down what somebody is to be paid. The answer is the receipt: there is no other way
    to see it again."""
    centres = _own_work(request)
    form = PaymentForm(request.POST if request.method == "POST" else None, centres=centres)
    if form.is_bound and form.is_valid():
        try:
            receipt = actions.register_payment(
                form.work, form.claim(), by=request.user, once=form.cleaned_data["once"]
            )
        except ValidationError as refusal:
            if isinstance(refusal, actions.SavedBefore):
                form.begun_anew()
            put_on(form, refusal)
        else:
            return _receipt(request, form.work, receipt)
    context = {
        "form": form,
        "rates": what_is_paid.rates_today(centres[0].centre) if len(centres) == 1 else [],
        "crumbs": _crumbs(),
    }
    status = NOT_RIGHT if form.is_bound else 200
    return render(request, "meetings/register.html", context, status=status)


def _receipt(request: HttpRequest, work: Work, receipt: actions.Receipt) -> HttpResponse:
    facts: list[dict[str, Any]] = [
        {"term": _("Name"), "value": receipt.name},
        {"term": _("Day"), "value": date_format(receipt.day, "j. F Y")},
        {"term": _("What for"), "value": receipt.kind.label},
        {"term": _("Sum"), "value": _("%(sum)s kroner") % {"sum": kroner(receipt.amount)}},
        {"term": _("How to pay"), "value": showing.how(receipt.way, receipt.account)},
    ]
    if receipt.worked_out:
        facts.insert(3, {"term": _("Worked out from"), "value": receipt.worked_out})
    context = {"facts": facts, "payer": work.title, "crumbs": _crumbs(_("Receipt"))}
    return render(request, "meetings/receipt.html", context)


@require_safe
def claim_form(request: HttpRequest) -> HttpResponse:
    """An empty form on paper, for those who would rather write by hand."""
    work = _own_work(request)[0]
    context = {
        "payer": work.title,
        "profile": work.centre.profile,
        "rates": what_is_paid.rates_today(work.centre),
        "crumbs": _crumbs(_("Form on paper")),
    }
    return render(request, "meetings/claim_form.html", context)


def _payroll_work(request: HttpRequest) -> Work:
    if (work := showing.payroll_work(request.user)) is None:
        raise Http404
    request.journal_about = work  # type: ignore[attr-defined]
    return work


def _payroll_crumbs(page: str) -> list[dict[str, str]]:
    return [
        {"label": _("Payments"), "url": reverse("meetings:payments")},
        {"label": page, "url": ""},
    ]


@require_safe
def payments(request: HttpRequest) -> HttpResponse:
    """What waits, by day, and the lists that were handed over; ?nr= shows one of them."""
    work = _payroll_work(request)
    chosen = _export(request, work) if "nr" in request.GET else None
    exports = showing.exports_of(work)
    context = {
        "days": showing.by_day_of(chosen) if chosen else showing.waiting_by_day(work),
        "chosen": next((one for one in exports if chosen and one["number"] == chosen.number), None),
        "exports": exports,
        "once": uuid.uuid4(),
        "crumbs": _payroll_crumbs(_("List %(n)s") % {"n": chosen.number}) if chosen else None,
    }
    return render(request, "meetings/payments.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def payments_csv(request: HttpRequest) -> HttpResponse:
    """What waits, handed over now (POST), or a list from before once more (?nr=)."""
    return _list_as(request, "csv")


@require_http_methods(["GET", "HEAD", "POST"])
def payments_xlsx(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    return _list_as(request, "xlsx")


def _list_as(request: HttpRequest, ending: str) -> HttpResponse:
    work = _payroll_work(request)
    if request.method == "POST":
        try:
            once = uuid.UUID(request.POST.get("once", ""))
            export = actions.hand_to_payroll(work, once=once, by=request.user)
        except ValueError:
            return redirect("meetings:payments")
        except ValidationError as refusal:
            messages.info(request, " ".join(refusal.messages))
            return redirect("meetings:payments")
    elif "nr" in request.GET:
        export = _export(request, work)
    else:
        return redirect("meetings:payments")  # from a new sign-in, on the way back
    lines = showing.lines_of(export.payments.all())
    content = write_csv(lines) if ending == "csv" else write_xlsx(lines, made_on=export.on)
    kind = "text/csv; charset=utf-8" if ending == "csv" else EXCEL
    name = f"{_('honorarium')}-{export.number}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def _export(request: HttpRequest, work: Work) -> PaymentExport:
    number = request.GET["nr"]
    if not (number.isascii() and number.isdecimal() and len(number) < 8):
        raise Http404
    found: PaymentExport = reach(
        PaymentExport.objects, request.user, work=work, number=int(number), **SEES
    )
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def strike(request: HttpRequest, payment: uuid.UUID) -> HttpResponse:
    """Ask first, then forget a payment that was registered by mistake."""
    row = reach(
        Payment.objects.select_related("key__outer", "work"), request.user, pk=payment, **SEES
    )
    reasons: list[str] = []
    if request.method == "POST":
        try:
            actions.strike(row, by=request.user)
        except ValidationError as refusal:
            reasons = refusal.messages
        else:
            messages.success(request, _("The payment is struck."))
            return redirect("meetings:payments")
    context = {
        "line": showing.line_of(row),
        "reasons": reasons,
        "crumbs": _payroll_crumbs(_("Strike")),
    }
    status = NOT_RIGHT if reasons else 200
    return render(request, "meetings/strike.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def rates(request: HttpRequest) -> HttpResponse:
    """What the centre pays, from which day, and what it paid before."""
    if (profile := operated_by(request.user)) is None:
        raise Http404
    form = RateForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.set_rate(centre_work(profile.centre), by=request.user, **form.told())
        except ValidationError as refusal:
            put_on(form, refusal)
        else:
            messages.success(request, _("The rate is set."))
            return redirect("meetings:rates")
    context = {
        "form": form,
        "rates": what_is_paid.history(profile.centre),
        "crumbs": [
            {"label": _("The centre"), "url": reverse("people:centre")},
            {"label": _("Rates for honorarium"), "url": request.path},
        ],
    }
    status = NOT_RIGHT if form.is_bound else 200
    return render(request, "meetings/rates.html", context, status=status)
