"""A report that has gone out, handed over as a page or a file. The same for every reader."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override

from brukerstemmen.people import paper
from brukerstemmen.reports import rendering, sentences
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.showing import released as showing
from brukerstemmen.reports.states import ReportKind
from brukerstemmen.reports.template import UnusableTemplate

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def shown(
    request: HttpRequest, template: str, report: ReleasedReport, *, easy: bool, **context: Any
) -> HttpResponse:
    """A page with the document on it. Without an easy version there is no easy page."""
    document = _document(report, easy=easy)
    told = {
        "report": report,
        "document": rendering.as_html(document, easy=easy),
        "document_title": document.title,
        "easy": easy,
        "has_easy": bool(document.easy),
        "can_make": paper.can_make(),
        "has_newer": report.has_newer(),
        **context,
    }
    return render(request, template, told)


def _document(report: ReleasedReport, *, easy: bool) -> Any:
    document = showing.document_in(report)
    if easy and not document.easy:
        raise Http404
    return document


def pdf(report: ReleasedReport, *, easy: bool = False) -> HttpResponse:
    """As a tagged PDF, with the centre's logo where it is a picture that can be printed."""
    document = _document(report, easy=easy)
    if not paper.can_make():
        raise Http404
    profile = showing.profile_of(report)
    logo = bytes(profile.logo) if profile.logo_type in {"image/png", "image/jpeg"} else None
    made = rendering.as_pdf(document, logo=logo or None, easy=easy)
    return _file(made, PDF, report, "pdf", easy=easy)


def word(report: ReleasedReport, *, easy: bool = False) -> HttpResponse:
    """In Word, with the centre's own looks; in plain ones where its template cannot be used."""
    document = _document(report, easy=easy)
    template = bytes(showing.profile_of(report).word_template) or None
    try:
        made = rendering.as_docx(document, template=template, easy=easy)
    except UnusableTemplate:
        made = rendering.as_docx(document, template=None, easy=easy)
    return _file(made, WORD, report, "docx", easy=easy)


def _file(
    made: bytes, kind: str, report: ReleasedReport, ending: str, *, easy: bool
) -> HttpResponse:
    name = _name(report, easy=easy)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return HttpResponse(made, content_type=kind, headers=headers)


def _name(report: ReleasedReport, *, easy: bool) -> str:
    """Letters that every system can store: what the report is, and of what."""
    with override(report.language):
        kind = str(sentences.KINDS[ReportKind(report.kind)]).lower().replace(" ", "-")
        short = f"-{_('short')}" if easy else ""
    return f"{report.work.slug}-{kind}{short}-{report.edition}"
