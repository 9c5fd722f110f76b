"""Doors to the question whether anybody could recognise somebody in what is to go out."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import may
from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions import recognising as verbs
from brukerstemmen.reports.forms.recognising import LetStandForm, SizeForm
from brukerstemmen.reports.models import Report
from brukerstemmen.reports.recognised import from_text
from brukerstemmen.reports.showing.recognising import Row, Sheet, sheet_of
from brukerstemmen.reports.showing.releasing import address_of, report_in
from brukerstemmen.reports.states import ReportKind
from brukerstemmen.reports.views.frame import (
    CHANGED_MEANWHILE,
    NOT_RIGHT,
    evaluation_of,
    page,
    take_in,
)

P = Permission


def _report(request: HttpRequest, slug: str, kind: ReportKind, permission: Permission) -> Report:
    evaluation = evaluation_of(request, slug, permission)
    found = report_in(evaluation, kind, request.GET.get("sprak", ""))
    if found is None:
        raise Http404
    return found


@require_safe
def recognise(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponse:
    """What is told, put together: what fits few, what nobody knows, and what has been answered."""
    report = _report(request, slug, kind, P.WRITE_REPORT)
    return _page(request, report, sheet_of(report))


@require_POST
def size(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponseBase:
    """Say how many one combination fits."""
    report = _report(request, slug, kind, P.WRITE_REPORT)
    sheet, form = sheet_of(report), SizeForm(request.POST)
    row = _row_of(sheet, form)
    if row is None:
        return _gone(request, report, sheet)
    if form.is_valid():
        told = form.cleaned_data["size"]
        try:
            verbs.say_size(report.evaluation, from_text(row.name), told, by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(request, _("It is written down."))
            return redirect(address_of("recognise", report))
    return _page(request, report, sheet, NOT_RIGHT, asked=row.name, size_form=form)


@require_POST
def let_stand(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponseBase:
    """Decide, knowingly and with a reason, that something may stand although it fits few."""
    report = _report(request, slug, kind, P.RELEASE)
    sheet, form = sheet_of(report), LetStandForm(request.POST)
    row = _row_of(sheet, form)
    said = row and verbs.size_told(report.evaluation, from_text(row.name))
    if row is None or said is None:
        return _gone(request, report, sheet)
    if form.is_valid():
        try:
            verbs.let_stand(said, form.cleaned_data["why"], by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(request, _("It may stand. The reason is written down."))
            return redirect(address_of("recognise", report))
    return _page(request, report, sheet, NOT_RIGHT, asked=row.name, stand_form=form)


def _row_of(sheet: Sheet, form: Form) -> Row | None:
    """The combination somebody answered about, as long as it is told somewhere."""
    return sheet.rows.get(form.data.get("group", ""))


def _gone(request: HttpRequest, report: Report, sheet: Sheet) -> HttpResponse:
    messages.warning(request, _("This is not told any more. Look at what stands here now."))
    return _page(request, report, sheet, CHANGED_MEANWHILE)


def _page(
    request: HttpRequest,
    report: Report,
    sheet: Sheet,
    status: int = 200,
    *,
    asked: str = "",
    size_form: SizeForm | None = None,
    stand_form: LetStandForm | None = None,
) -> HttpResponse:
    """asked: the combination whose form comes back with what was typed."""
    name = str(sentences.KINDS[ReportKind(report.kind)])
    return page(
        request,
        "reports/recognise.html",
        report.evaluation,
        _("Could anybody recognise somebody?"),
        status,
        path=[(name, address_of("report", report))],
        report=report,
        sheet=sheet,
        parts=[
            ("certain", [_with_forms(row, asked, size_form, stand_form) for row in sheet.certain]),
            ("doubtful", [_with_forms(row, asked, size_form) for row in sheet.doubtful]),
            ("known", [_with_forms(row, asked, size_form) for row in sheet.known]),
        ],
        may_let_stand=may(request.user, P.RELEASE, report),
        at={one: address_of(one, report) for one in ("recognise_size", "recognise_let_stand")},
        back=address_of("release" if may(request.user, P.RELEASE, report) else "report", report),
    )


def _with_forms(
    row: Row, asked: str, size_form: SizeForm | None, stand_form: LetStandForm | None = None
) -> dict[str, object]:
    mine = row.name == asked
    prefix = f"id_{row.number}_%s"
    given = {"group": row.name, "size": row.settled.size if row.settled else None}
    given["enough"] = row.settled is not None and row.settled.size is None
    sizing = size_form if mine and size_form else SizeForm(initial=given)
    standing = stand_form if mine and stand_form else LetStandForm(initial=given)
    sizing.auto_id, standing.auto_id = prefix, prefix.replace("id_", "id_why_")
    return {"row": row, "size": sizing, "stand": standing}
