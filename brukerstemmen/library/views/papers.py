"""Pages of the public site as papers, and its figures as a table."""

from collections.abc import Callable, Iterable

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.urls import reverse
from django.views.decorators.http import require_safe

from brukerstemmen.library import keeping
from brukerstemmen.library.models import Figure
from brukerstemmen.library.paper import figures, word
from brukerstemmen.library.showing import published

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def as_word(request: HttpRequest, pk: int, slug: str) -> HttpResponseBase:
    """A published page as a Word document, made once until something is published."""

    def make() -> HttpResponseBase:
        page = published.page_numbered(pk)
        if page is None:
            raise Http404
        if page.slug != slug:
            return HttpResponsePermanentRedirect(reverse("library:word", args=[pk, page.slug]))
        return HttpResponse(word.as_word(page), content_type=WORD)

    return _named(keeping.served(request, make), f"{slug}.docx")


@require_safe
def figures_csv(request: HttpRequest) -> HttpResponseBase:
    """Every figure with its source, for a spreadsheet."""
    answer = _figures(request, figures.as_csv, "text/csv; charset=utf-8")
    return _named(answer, "tall.csv")


@require_safe
def figures_json(request: HttpRequest) -> HttpResponseBase:
    """Every figure with its source, for a programme."""
    return _figures(request, figures.as_json, "application/json")


def _figures(
    request: HttpRequest, write: Callable[[Iterable[Figure]], bytes], content_type: str
) -> HttpResponseBase:
    def make() -> HttpResponseBase:
        return HttpResponse(write(published.all_figures()), content_type=content_type)

    return keeping.served(request, make)


def _named(response: HttpResponseBase, name: str) -> HttpResponseBase:
    """To be kept as a file with this name."""
    if response.status_code == 200:
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
