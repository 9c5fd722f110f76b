"""Doors of the archive besides its pages: files, open data, feeds, and what robots ask for."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from brukerstemmen.library import keeping
from brukerstemmen.library.models import Copy
from brukerstemmen.library.showing import open_data, outward
from brukerstemmen.people import paper
from brukerstemmen.reports import rendering
from brukerstemmen.reports.document import from_json
from brukerstemmen.reports.template import UnusableTemplate
from brukerstemmen.reports.views.copies import PDF, WORD


def _copy(slug: str) -> Copy:
    found = outward.copy_at(slug)
    if found is None:
        raise Http404
    return found


@require_safe
def publication_pdf(request: HttpRequest, slug: str, *, easy: bool = False) -> HttpResponseBase:
    """A publication to print and to keep, as it stands today."""
    copy = _copy(slug)
    document = from_json(copy.content)
    if not paper.can_make() or (easy and not document.easy):
        raise Http404
    profile = outward.looks_of(copy)
    logo = bytes(profile.logo) if profile.logo_type in {"image/png", "image/jpeg"} else None

    def make() -> HttpResponseBase:
        made = rendering.as_pdf(document, logo=logo or None, easy=easy)
        return HttpResponse(made, content_type=PDF)

    ending = "-lettlest.pdf" if easy else ".pdf"
    return _as_file(keeping.served(request, make), f"{slug}{ending}")


@require_safe
def publication_word(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same in Word, in the looks of the centre where they can be used."""
    copy = _copy(slug)
    document = from_json(copy.content)
    profile = outward.looks_of(copy)
    try:
        made = rendering.as_docx(document, template=bytes(profile.word_template) or None)
    except UnusableTemplate:
        made = rendering.as_docx(document, template=None)
    return _as_file(HttpResponse(made, content_type=WORD), f"{slug}.docx")


def _as_file(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def data_json(request: HttpRequest) -> HttpResponseBase:
    """Every publication, for programs."""
    return keeping.served(
        request,
        lambda: JsonResponse(open_data.as_json(), json_dumps_params={"ensure_ascii": False}),
    )


@require_safe
def data_csv(request: HttpRequest) -> HttpResponseBase:
    """The same for spreadsheets."""
    kind = "text/csv; charset=utf-8"
    return keeping.served(request, lambda: HttpResponse(open_data.as_csv(), content_type=kind))


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """The address of every published page, in every language."""

    def make() -> HttpResponseBase:
        told = render_to_string("library/sitemap.xml", {"rows": outward.map_rows()})
        return HttpResponse(told, content_type="application/xml; charset=utf-8")

    return keeping.served(request, make)


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Everything public may be read by robots; what lies behind a door may not be knocked on."""
    there = request.build_absolute_uri(reverse("library:sitemap"))
    closed = ("/rediger/", "/arbeid/", "/tjeneste/", "/konto/", "/d/", "/si-fra/")
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed)]
    told = "\n".join([*lines, "", f"Sitemap: {there}", ""])
    return HttpResponse(told, content_type="text/plain; charset=utf-8")
