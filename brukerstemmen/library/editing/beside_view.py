"""The panel beside the text, made anew when what was written has been kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from brukerstemmen.library.editing.beside import beside
from brukerstemmen.library.editing.reach import page_to_edit


@require_safe
def fragment(request: HttpRequest, pk: int) -> HttpResponse:
    page = page_to_edit(request, get_object_or_404(Page, pk=pk))
    told = beside(page.get_latest_revision_as_object())
    return render(request, "library/editing/_beside.html", told)
