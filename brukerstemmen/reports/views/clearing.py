"""Doors to quotes on their way into print, and to the test of whether anybody is recognised."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.analysis.models import Finding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.reports.actions import clearing as verbs
from brukerstemmen.reports.forms.clearing import ReadForm, RefuseForm, TestForm
from brukerstemmen.reports.models import QuoteClearance
from brukerstemmen.reports.sentences import Standing
from brukerstemmen.reports.showing import making, rows
from brukerstemmen.reports.showing import quotes as showing
from brukerstemmen.reports.showing.one_quote import Sheet, sheet_of
from brukerstemmen.reports.states import Recognised
from brukerstemmen.reports.views.frame import NOT_RIGHT, evaluation_of, page, take_in
from brukerstemmen.voices.models import Statement

P = Permission.CLEAR_QUOTES


def _at(name: str, slug: str, *more: object) -> str:
    return reverse(f"reports:{name}", args=[slug, *more])


def _finding(request: HttpRequest, slug: str, pk: object) -> Finding:
    found: Finding = reach(rows.findings(), request.user, P, pk=pk, evaluation__work__slug=slug)
    return found


def _clearance(request: HttpRequest, slug: str, pk: uuid.UUID) -> QuoteClearance:
    found: QuoteClearance = reach(
        rows.clearances(), request.user, P, pk=pk, finding__evaluation__work__slug=slug
    )
    return found


@require_safe
def quotes(request: HttpRequest, slug: str) -> HttpResponse:
    """Every finding, with the quotes that are put forward under it and how far each has come."""
    evaluation = evaluation_of(request, slug, P)
    under = showing.quotes_of(evaluation, request.user)
    put_forward = [quote for finding in under for quote in finding.quotes]
    return page(
        request,
        "reports/quotes.html",
        evaluation,
        _("Quotes"),
        findings=under,
        cleared=sum(quote.standing is Standing.CLEARED for quote in put_forward),
        put_forward=len(put_forward),
        for_me=[quote for quote in put_forward if quote.waits_for_me],
    )


@require_safe
def quotes_from(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponse:
    """What a finding rests on: what may be put forward, and why the rest may not."""
    row = _finding(request, slug, finding)
    shown, lines = showing.lines_of(row, request.GET.get("page"))
    return page(
        request,
        "reports/quotes_from.html",
        row.evaluation,
        _("Put quotes forward"),
        path=[(_("Quotes"), _at("quotes", slug))],
        finding=row,
        finding_title=row.read("title"),
        page=shown,
        lines=lines,
    )


@require_POST
def propose(request: HttpRequest, slug: str, finding: uuid.UUID) -> HttpResponseBase:
    """Put one statement forward. again: one that was kept out, or whose words have changed."""
    row = _finding(request, slug, finding)
    try:
        statement = reach(
            Statement.objects,
            request.user,
            P,
            pk=uuid.UUID(request.POST.get("statement", "")),
            user_meeting__evaluation=row.evaluation,
        )
    except ValueError:
        raise Http404 from None
    again = request.POST.get("again") == "1"
    try:
        made = verbs.propose_quote(statement, row, again=again, by=request.user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return redirect(_at("quotes_from", slug, row.pk))
    if again:
        return redirect(_at("quote", slug, made.pk))
    messages.success(request, _("Put forward. Two others read it before it is printed."))
    return redirect(_at("quotes_from", slug, row.pk) + f"#s-{statement.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def quote(request: HttpRequest, slug: str, clearance: uuid.UUID) -> HttpResponseBase:
    """One quote, large, with the points to ask; a press says that it may be printed."""
    row = _clearance(request, slug, clearance)
    sheet = sheet_of(row, request.user)
    sent = request.POST if request.method == "POST" else None
    form = _reading(row, sheet, sent)
    if sent is not None and form.is_valid():
        told = {**form.cleaned_data, "checked": form.checks()}
        try:
            verbs.read_quote(row, **told, by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(request, _("You have read it, and find that it may be printed."))
            return redirect(_next(request, row))
    return _one(request, row, sheet, form, RefuseForm(prefix="refuse"))


def _next(request: HttpRequest, row: QuoteClearance) -> str:
    """The next that waits for this person, or the list."""
    under = showing.quotes_of(row.finding.evaluation, request.user)
    waiting = [quote.pk for one in under for quote in one.quotes if quote.waits_for_me]
    slug = row.work.slug
    return _at("quote", slug, waiting[0]) if waiting else _at("quotes", slug)


def _reading(row: QuoteClearance, sheet: Sheet, sent: QueryDict | None = None) -> ReadForm:
    initial = {"seen": row.statement.masked_number, "why": sheet.why}
    return ReadForm(sent, initial=initial, is_like_others=bool(sheet.others))


@require_POST
def refuse(request: HttpRequest, slug: str, clearance: uuid.UUID) -> HttpResponseBase:
    """Keep a quote out, with the reason."""
    row = _clearance(request, slug, clearance)
    form = RefuseForm(request.POST, prefix="refuse")
    if form.is_valid():
        try:
            verbs.refuse_quote(row, why=form.cleaned_data["why"], by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(request, _("The quote stays out."))
            return redirect(_next(request, row))
    sheet = sheet_of(row, request.user)
    return _one(request, row, sheet, _reading(row, sheet), form)


def _one(
    request: HttpRequest, row: QuoteClearance, sheet: Sheet, form: ReadForm, refusing: RefuseForm
) -> HttpResponse:
    return page(
        request,
        "reports/quote.html",
        row.finding.evaluation,
        _("The quote"),
        NOT_RIGHT if form.is_bound or refusing.is_bound else 200,
        path=[(_("Quotes"), _at("quotes", row.work.slug))],
        sheet=sheet,
        finding=row.finding,
        statement=row.statement_id,
        refused_by=row.refused_by,
        form=form,
        refuse_form=refusing,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest, slug: str, clearance: uuid.UUID) -> HttpResponseBase:
    """Ask first, then take a quote off the list."""
    row = _clearance(request, slug, clearance)
    if request.method == "POST":
        verbs.drop_quote(row, by=request.user)
        messages.success(request, _("The quote is off the list."))
        return redirect(_at("quotes", slug))
    return page(
        request,
        "reports/drop_quote.html",
        row.finding.evaluation,
        _("Take it off the list"),
        path=[(_("Quotes"), _at("quotes", slug))],
        clearance=row,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def recognition(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Who has tried to name those who speak in the report, and whether it counts today."""
    evaluation: Evaluation = evaluation_of(request, slug, P)
    sent = request.POST if request.method == "POST" else None
    form = TestForm(sent, initial={"on": clock.today()})
    if sent is not None and form.is_valid():
        told = {**form.cleaned_data, "result": Recognised(form.cleaned_data["result"])}
        try:
            verbs.register_test(evaluation, **told, by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(request, _("The test is written down."))
            return redirect(_at("recognition", slug))
    return page(
        request,
        "reports/recognition.html",
        evaluation,
        _("Can anybody be recognised?"),
        NOT_RIGHT if form.is_bound else 200,
        form=form,
        tests=making.tests_of(evaluation),
        is_tested=making.tested(evaluation).counts,
    )
