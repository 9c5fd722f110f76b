"""Doors to a report in the making: its sections, its languages, and who has said yes."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import may
from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions import approving, writing
from brukerstemmen.reports.actions.writing import ChangedMeanwhile
from brukerstemmen.reports.forms.writing import LanguageForm, SectionForm
from brukerstemmen.reports.models import Report
from brukerstemmen.reports.pointing import Pointing
from brukerstemmen.reports.showing import making as showing
from brukerstemmen.reports.states import OUT, ReportKind, Section, sections_of
from brukerstemmen.reports.views.frame import (
    CHANGED_MEANWHILE,
    NOT_RIGHT,
    evaluation_of,
    page,
    take_in,
)

P = Permission


def _at(report: Report, name: str = "report", *more: object) -> str:
    args = [report.work.slug, report.kind, *more]
    return reverse(f"reports:{name}", args=args) + f"?sprak={report.language}"


def _chosen(request: HttpRequest, evaluation: Evaluation, kind: ReportKind) -> Report | None:
    """The report in the language that was asked for, or in the one the others follow."""
    there = showing.languages_of(evaluation, kind)
    for one in there:
        one.evaluation = evaluation
    asked = request.GET.get("sprak", "")
    return next((one for one in there if one.language == asked), there[0] if there else None)


def _report(request: HttpRequest, slug: str, kind: ReportKind, permission: Permission) -> Report:
    found = _chosen(request, evaluation_of(request, slug, permission), kind)
    if found is None:
        raise Http404
    return found


@require_safe
def report(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponse:
    """How far one of the two reports has come, and the way to each part of it."""
    evaluation = evaluation_of(request, slug, P.WRITE_REPORT)
    found = _chosen(request, evaluation, kind)
    title = str(sentences.KINDS[kind])
    context = {"kind": kind, "tabs": _tabs(slug, kind), "sections": sections_of(kind)}
    if found is None:
        names = [sentences.SECTIONS[section] for section in sections_of(kind)]
        return page(
            request,
            "reports/begin.html",
            evaluation,
            title,
            **context,
            names=names,
            form=LanguageForm(),
        )
    made = showing.making_of(found)
    there = [one.language for one in made.languages]
    more = LanguageForm(without=there)
    return page(
        request,
        "reports/report.html",
        evaluation,
        title,
        **context,
        making=made,
        report=found,
        missing=showing.missing(made),
        may_release=may(request.user, P.RELEASE, evaluation),
        is_out=found.state in OUT,
        has_approved=any(one.by_id == request.user.pk for one in made.approvals),
        new_language=more if len(there) < len(LanguageForm().fields["language"].choices) else None,
    )


def _tabs(slug: str, current: ReportKind) -> list[dict[str, object]]:
    return [
        {
            "label": sentences.KINDS[kind],
            "url": reverse("reports:report", args=[slug, kind]),
            "current": kind is current,
        }
        for kind in ReportKind
    ]


@require_POST
def begin(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponseBase:
    """Begin a report, or one more language of it."""
    evaluation = evaluation_of(request, slug, P.WRITE_REPORT)
    form = LanguageForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Choose a language."))
        return redirect(reverse("reports:report", args=[slug, kind]))
    language = form.cleaned_data["language"]
    made = writing.begin_report(evaluation, kind, language=language, by=request.user)
    return redirect(_at(made))


@require_http_methods(["GET", "HEAD", "POST"])
def section(
    request: HttpRequest, slug: str, kind: ReportKind, section: Section
) -> HttpResponseBase:
    """Write one section."""
    found = _report(request, slug, kind, P.WRITE_REPORT)
    if section not in sections_of(kind):
        raise Http404
    row = found.sections.filter(section=section).select_related("key__outer").first()
    now = row.read("text") if row else ""
    sent = request.POST if request.method == "POST" else None
    form = SectionForm(sent, initial={"text": now, "based_on": found.version})
    status, theirs = NOT_RIGHT if sent is not None else 200, ""
    if sent is not None and form.is_valid():
        try:
            writing.write_section(found, section, **form.cleaned_data, by=request.user)
        except ChangedMeanwhile:
            status, theirs = CHANGED_MEANWHILE, now
            # Whoever has seen both may save over it.
            form.data = form.data.copy()
            form.data["based_on"] = str(found.version)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            return _saved(request, found, section)
    return _section_page(request, found, section, form, status, theirs)


def _section_page(
    request: HttpRequest,
    found: Report,
    section: Section,
    form: SectionForm,
    status: int,
    theirs: str,
) -> HttpResponse:
    pointing = Pointing(found.work)
    typed = form["text"].value() or ""
    return page(
        request,
        "reports/section.html",
        found.evaluation,
        str(sentences.SECTIONS[section]),
        status,
        path=[(str(sentences.KINDS[ReportKind(found.kind)]), _at(found))],
        report=found,
        back=_at(found),
        hint=sentences.HINTS[section],
        form=form,
        rewrite=showing.to_rewrite(typed, found.language, pointing),
        smallest_group=pointing.smallest_group,
        theirs=theirs,
        is_changed_meanwhile=status == CHANGED_MEANWHILE,
        # What was typed while it went out is shown beside the refusal, and not lost.
        is_out=found.state in OUT and status == 200,
        original=_original(found, section),
    )


def _saved(request: HttpRequest, found: Report, section: Section) -> HttpResponseBase:
    """Back to the report; to the section where something in it must be rewritten."""
    if section in showing.must_be_rewritten(found):
        messages.warning(request, _("Saved. Something in it must be rewritten before it goes out."))
        return redirect(_at(found, "section", section))
    messages.success(request, _("Saved."))
    return redirect(_at(found))


def _original(found: Report, section: Section) -> str:
    """What a translation is made from; "" for the original itself."""
    if found.translated_from_id is None:
        return ""
    rows = found.translated_from.sections.filter(section=section).select_related("key__outer")
    row = rows.first()
    return row.read("text") if row else ""


@require_POST
def follow(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponseBase:
    """This language says the same again as the one it is made from."""
    found = _report(request, slug, kind, P.WRITE_REPORT)
    writing.follow(found, by=request.user)
    messages.success(request, _("This language is up to date."))
    return redirect(_at(found))


@require_POST
def approve(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponseBase:
    """Say yes to the version that was read."""
    found = _report(request, slug, kind, P.APPROVE_REPORT)
    seen = request.POST.get("seen", "")
    try:
        approving.approve_report(
            found,
            seen=int(seen) if seen.isdecimal() else 0,
            read=request.POST.get("read", ""),
            by=request.user,
        )
        messages.success(request, _("You have approved this version."))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    return redirect(_at(found) + "#approvals")
