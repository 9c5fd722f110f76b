"""Doors to the internal draft: to read, to take along as a document, and its numbers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.reports.actions.draft import build_draft
from brukerstemmen.reports.content import Words
from brukerstemmen.reports.docx import write_docx
from brukerstemmen.reports.page import page_of
from brukerstemmen.reports.tables import write_csv, write_xlsx
from brukerstemmen.reports.template import UnusableTemplate
from brukerstemmen.reports.wording import words_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _evaluation(request: HttpRequest, slug: str) -> Evaluation:
    return reach(Evaluation.objects, request.user, Permission.BUILD_DRAFT, work__slug=slug)


def _words(evaluation: Evaluation) -> Words:
    return words_of(evaluation.work.centre.profile.smallest_group)


@require_safe
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft as a page to read and print."""
    evaluation = _evaluation(request, slug)
    built = build_draft(evaluation, by=request.user)
    title = evaluation.work.title
    context = {
        **page_of(built, _words(evaluation)),
        "slug": slug,
        "title": title,
        "crumbs": [
            {"label": _("Evaluations"), "url": reverse("journey:evaluations")},
            {"label": title, "url": reverse("journey:evaluation", args=[slug])},
            {"label": _("Draft"), "url": reverse("reports:draft", args=[slug])},
        ],
    }
    return render(request, "reports/draft.html", context)


@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft in Word, with the centre's own looks if it has given a template."""
    evaluation = _evaluation(request, slug)
    built, words = build_draft(evaluation, by=request.user), _words(evaluation)
    template = bytes(evaluation.work.centre.profile.word_template) or None
    try:
        content = write_docx(built, words=words, template=template)
    except UnusableTemplate:
        messages.warning(
            request, _("The centre’s Word template could not be used. You got plain looks instead.")
        )
        content = write_docx(built, words=words)
    return _file(content, WORD, slug, "docx")


@require_safe
def numbers_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Numbers per theme and kind, for the team."""
    evaluation = _evaluation(request, slug)
    built = build_draft(evaluation, by=request.user)
    return _file(write_csv(built, _words(evaluation)), "text/csv; charset=utf-8", slug, "csv")


@require_safe
def numbers_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """The same, and over the whole evaluation, as a workbook."""
    evaluation = _evaluation(request, slug)
    built = build_draft(evaluation, by=request.user)
    return _file(write_xlsx(built, _words(evaluation)), EXCEL, slug, "xlsx")


def _file(content: bytes, kind: str, slug: str, ending: str) -> HttpResponse:
    name = _("draft") if ending == "docx" else _("numbers")
    headers = {"Content-Disposition": f'attachment; filename="{slug}-{name}.{ending}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
