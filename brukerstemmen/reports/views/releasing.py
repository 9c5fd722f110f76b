"""Doors to letting a report out, for the lead; and to what the service says about it."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import may, reach
from brukerstemmen.reports import rendering, sentences
from brukerstemmen.reports.actions import commenting, releasing
from brukerstemmen.reports.assembling import assemble
from brukerstemmen.reports.forms.releasing import ReleaseForm, ReplyForm
from brukerstemmen.reports.models import FactComment, ReleasedReport, Report
from brukerstemmen.reports.showing import released as showing
from brukerstemmen.reports.showing.releasing import address_of, releasing_of, report_in
from brukerstemmen.reports.states import ReportKind
from brukerstemmen.reports.views import copies
from brukerstemmen.reports.views.frame import NOT_RIGHT, evaluation_of, page, take_in

P = Permission
_BESIDE = ("preview", "recognise", "report", "new_edition")


def _report(request: HttpRequest, slug: str, kind: ReportKind, permission: Permission) -> Report:
    evaluation = evaluation_of(request, slug, permission)
    found = report_in(evaluation, kind, request.GET.get("sprak", ""))
    if found is None:
        raise Http404
    return found


def _path(report: Report) -> list[tuple[str, str]]:
    return [(str(sentences.KINDS[ReportKind(report.kind)]), address_of("report", report))]


@require_safe
def preview(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponse:
    """The report as it would go out today. It is still the team's own."""
    found = _report(request, slug, kind, P.WRITE_REPORT)
    document = assemble(found)
    easy = "lettlest" in request.GET and bool(document.easy)
    return page(
        request,
        "reports/preview.html",
        found.evaluation,
        _("As it would read"),
        path=_path(found),
        report=found,
        easy=easy,
        has_easy=bool(document.easy),
        document=rendering.as_html(document, easy=easy),
        here=address_of("preview", found),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponseBase:
    """What hinders it, what follows with it, and letting it out."""
    found = _report(request, slug, kind, P.RELEASE)
    sent = request.POST if request.method == "POST" else None
    form = ReleaseForm(sent)
    if sent is not None and form.is_valid():
        try:
            releasing.release(found, **form.cleaned_data, by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(
                request, _("The report is out. The service and those who took part have it now.")
            )
            return redirect(address_of("release", found))
    return page(
        request,
        "reports/release.html",
        found.evaluation,
        _("Let it out"),
        NOT_RIGHT if sent is not None else 200,
        path=_path(found),
        releasing=releasing_of(found),
        report=found,
        kind=kind,
        form=form,
        at={name: address_of(name, found) for name in _BESIDE},
    )


@require_POST
def new_edition(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponseBase:
    """Open a report that has gone out. What went out stays as it is."""
    found = _report(request, slug, kind, P.RELEASE)
    releasing.begin_new_edition(found, by=request.user)
    messages.success(request, _("You can change it now. It must be approved anew."))
    return redirect(address_of("report", found))


@require_POST
def hand_over(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What both sides agreed on in the room becomes the service's measures."""
    evaluation = evaluation_of(request, slug, P.RELEASE)
    try:
        made = len(releasing.hand_over_measures(evaluation, by=request.user))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return redirect(_back(request, slug))
    told = ngettext(
        "%(number)s measure is handed to the service.",
        "%(number)s measures are handed to the service.",
        made,
    )
    messages.success(request, told % {"number": made} if made else _("Nothing waited."))
    return redirect(_back(request, slug))


def _back(request: HttpRequest, slug: str) -> str:
    kind = next((one for one in ReportKind if one == request.POST.get("kind")), ReportKind.FINAL)
    return reverse("reports:release", args=[slug, kind])


def _released(
    request: HttpRequest, slug: str, pk: uuid.UUID, permission: Permission
) -> ReleasedReport:
    found: ReleasedReport = reach(showing.rows(), request.user, permission, pk=pk, work__slug=slug)
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, slug: str, report: uuid.UUID) -> HttpResponseBase:
    """Ask first, then let everybody read it."""
    found = _released(request, slug, report, P.RELEASE)
    back = reverse("reports:release", args=[slug, found.kind])
    if request.method == "POST":
        try:
            releasing.publish_report(found, by=request.user)
            messages.success(request, _("Everybody can read it now."))
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
        return redirect(back)
    evaluation = evaluation_of(request, slug, P.RELEASE)
    return page(request, "reports/publish.html", evaluation, _("Publish"), report=found, back=back)


@require_safe
def edition(
    request: HttpRequest, slug: str, report: uuid.UUID, *, easy: bool = False
) -> HttpResponse:
    """An edition that has gone out, as it went."""
    found = _released(request, slug, report, P.SEE_WORK)
    evaluation = found.work.evaluation
    path = [
        (_("Evaluations"), reverse("journey:evaluations")),
        (found.work.title, reverse("journey:evaluation", args=[slug])),
        (
            str(sentences.KINDS[ReportKind(found.kind)]),
            reverse("reports:report", args=[slug, found.kind]),
        ),
        (_("Edition %(number)s") % {"number": found.edition}, request.get_full_path()),
    ]
    return copies.shown(
        request,
        "reports/edition.html",
        found,
        easy=easy,
        slug=slug,
        evaluation=evaluation,
        crumbs=[{"label": label, "url": url} for label, url in path],
    )


@require_safe
def edition_pdf(request: HttpRequest, slug: str, report: uuid.UUID) -> HttpResponse:
    """The same to print and to keep."""
    return copies.pdf(_released(request, slug, report, P.SEE_WORK))


@require_safe
def edition_word(request: HttpRequest, slug: str, report: uuid.UUID) -> HttpResponse:
    """The same in Word."""
    return copies.word(_released(request, slug, report, P.SEE_WORK))


@require_safe
def comments(request: HttpRequest, slug: str, kind: ReportKind) -> HttpResponse:
    """What the service has said about facts, and what was replied. The team sees it all."""
    evaluation = evaluation_of(request, slug, P.WRITE_REPORT)
    return page(
        request,
        "reports/comments.html",
        evaluation,
        _("Comments on facts"),
        path=[(str(sentences.KINDS[kind]), reverse("reports:report", args=[slug, kind]))],
        comments=showing.comments_of(evaluation.work, kind),
        may_reply=may(request.user, P.RELEASE, evaluation),
        kind=kind,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def reply(
    request: HttpRequest, slug: str, kind: ReportKind, comment: uuid.UUID
) -> HttpResponseBase:
    """Reply to one comment."""
    evaluation = evaluation_of(request, slug, P.RELEASE)
    found: FactComment = reach(
        FactComment.objects.select_related("report", "matter"),
        request.user,
        P.RELEASE,
        pk=comment,
        report__work__slug=slug,
        report__kind=kind,
    )
    back = reverse("reports:comments", args=[slug, kind])
    sent = request.POST if request.method == "POST" else None
    form = ReplyForm(sent)
    if sent is not None and form.is_valid():
        try:
            commenting.reply(found, **form.cleaned_data, by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(request, _("The service can read your reply now."))
            return redirect(back)
    return page(
        request,
        "reports/reply.html",
        evaluation,
        _("Reply"),
        NOT_RIGHT if sent is not None else 200,
        path=[(_("Comments on facts"), back)],
        comment=found,
        form=form,
        back=back,
    )
