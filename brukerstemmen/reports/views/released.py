"""Doors to reports that have gone out: for the service, for those who took part, for everybody.

Nothing behind these doors asks what lies inside: only copies are read.
"""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions import commenting
from brukerstemmen.reports.forms.releasing import CommentForm
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.showing import released as showing
from brukerstemmen.reports.states import ReportKind
from brukerstemmen.reports.views import copies
from brukerstemmen.reports.views.frame import NOT_RIGHT, take_in

P = Permission


def _of_service(
    request: HttpRequest, slug: str, pk: uuid.UUID, permission: Permission = P.SEE_RELEASED
) -> ReleasedReport:
    found: ReleasedReport = reach(
        showing.rows(), request.user, permission, known_by=(P.SEE_RELEASED,), pk=pk, work__slug=slug
    )
    return found


def _at_service(report: ReleasedReport, *more: tuple[str, str]) -> list[dict[str, str]]:
    slug, name = report.work.slug, str(sentences.KINDS[ReportKind(report.kind)])
    path = [
        (_("For the service"), reverse("journey:service")),
        (report.work.title, reverse("journey:service_evaluation", args=[slug])),
        (name, reverse("reports:service_report", args=[slug, report.pk])),
        *more,
    ]
    return [{"label": label, "url": url} for label, url in path]


@require_safe
def service_report(
    request: HttpRequest, slug: str, report: uuid.UUID, *, easy: bool = False
) -> HttpResponse:
    """A report that was released to the service."""
    found = _of_service(request, slug, report)
    around = showing.round_of(found)
    return copies.shown(
        request,
        "reports/service_report.html",
        found,
        easy=easy,
        slug=slug,
        around=around,
        is_open=showing.is_open(around),
        comments=showing.comments_on(found).count(),
        crumbs=_at_service(found),
    )


@require_safe
def service_pdf(
    request: HttpRequest, slug: str, report: uuid.UUID, *, easy: bool = False
) -> HttpResponse:
    """The same to print and to keep."""
    return copies.pdf(_of_service(request, slug, report), easy=easy)


@require_safe
def service_word(request: HttpRequest, slug: str, report: uuid.UUID) -> HttpResponse:
    """The same in Word."""
    return copies.word(_of_service(request, slug, report))


@require_http_methods(["GET", "HEAD", "POST"])
def service_comments(request: HttpRequest, slug: str, report: uuid.UUID) -> HttpResponseBase:
    """What is not right, and what the centre has replied. Nothing here is ever removed."""
    found = _of_service(request, slug, report, P.COMMENT)
    sent = request.POST if request.method == "POST" else None
    form = CommentForm(sent, matters=showing.matters_of(found.work))
    if sent is not None and form.is_valid():
        try:
            text, matter = form.cleaned_data["text"], form.about()
            commenting.comment(found, text, matter=matter, by=request.user)
        except ValidationError as refusal:
            take_in(form, refusal)
        else:
            messages.success(request, _("The centre has your comment, and will reply to it."))
            return redirect("reports:service_comments", slug, found.pk)
    around = showing.round_of(found)
    here = reverse("reports:service_comments", args=[slug, found.pk])
    context = {
        "report": found,
        "slug": slug,
        "form": form,
        "around": around,
        "is_open": showing.is_open(around),
        "comments": showing.comments_on(found),
        "crumbs": _at_service(found, (_("Comments on facts"), here)),
    }
    status = NOT_RIGHT if sent is not None else 200
    return render(request, "reports/service_comments.html", context, status=status)


def _own(request: HttpRequest) -> Any:
    return request.guest.participant  # type: ignore[attr-defined]


@require_safe
def own_reports(request: HttpRequest) -> HttpResponse:
    """What has been written of what people said, for one of those who said it."""
    work = _own(request).evaluation.work
    return render(request, "reports/own_reports.html", {"editions": showing.for_participant(work)})


def _of_own(request: HttpRequest, pk: uuid.UUID) -> ReleasedReport:
    found = showing.rows().filter(pk=pk, work=_own(request).evaluation.work_id).first()
    if found is None:
        raise Http404
    return found


@require_safe
def own_report(request: HttpRequest, report: uuid.UUID, *, easy: bool = False) -> HttpResponse:
    """The whole report, or the two easy pages."""
    return copies.shown(request, "reports/own_report.html", _of_own(request, report), easy=easy)


@require_safe
def own_pdf(request: HttpRequest, report: uuid.UUID, *, easy: bool = False) -> HttpResponse:
    """The same to keep."""
    return copies.pdf(_of_own(request, report), easy=easy)


def _public(pk: uuid.UUID) -> ReleasedReport:
    found = showing.public_report(pk)
    if found is None:
        raise Http404
    return found


@require_safe
def public_report(request: HttpRequest, report: uuid.UUID, *, easy: bool = False) -> HttpResponse:
    """A report that everybody may read; in the archive, where it has its place there."""
    found = _public(report)
    if there := showing.in_archive(found, "easy" if easy else "page"):
        return redirect(there)
    came_of_it = showing.beside(found)
    return copies.shown(
        request, "reports/public_report.html", found, easy=easy, came_of_it=came_of_it
    )


@require_safe
def public_pdf(request: HttpRequest, report: uuid.UUID, *, easy: bool = False) -> HttpResponse:
    """The same to print and to keep."""
    found = _public(report)
    if there := showing.in_archive(found, "pdf_easy" if easy else "pdf"):
        return redirect(there)
    return copies.pdf(found, easy=easy)


@require_safe
def public_word(request: HttpRequest, report: uuid.UUID) -> HttpResponse:
    """The same in Word."""
    found = _public(report)
    if there := showing.in_archive(found, "word"):
        return redirect(there)
    return copies.word(found)
