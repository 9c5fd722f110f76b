"""Doors to the yearly sheet: the same sheet beside the lead and at the service, page and PDF."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from brukerstemmen.journey.yearly import Sheet, sheet_of, years_of
from brukerstemmen.measures.views.frame import AT_SERVICE, FOR_SERVICE, Place, work_of
from brukerstemmen.people import paper
from brukerstemmen.people.models import Work

_DOORS = {AT_SERVICE: "journey:service_yearly", FOR_SERVICE: "journey:yearly"}


@require_safe
def team_sheet(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The sheet of a year, for the team."""
    return _page(request, slug, year, FOR_SERVICE)


@require_safe
def team_sheet_pdf(request: HttpRequest, slug: str, year: int) -> HttpResponseBase:
    """The same as a print file."""
    return _pdf(request, slug, year, FOR_SERVICE)


@require_safe
def service_sheet(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The sheet of a year, for the service."""
    return _page(request, slug, year, AT_SERVICE)


@require_safe
def service_sheet_pdf(request: HttpRequest, slug: str, year: int) -> HttpResponseBase:
    """The same as a print file."""
    return _pdf(request, slug, year, AT_SERVICE)


def _page(request: HttpRequest, slug: str, year: int, place: Place) -> HttpResponse:
    work, years = _asked(request, slug, year, place)
    door = _DOORS[place]
    context = {
        "sheet": sheet_of(work, year),
        "crumbs": _crumbs(work, place, year),
        "years": [
            {"label": str(one), "url": reverse(door, args=[slug, one]), "current": one == year}
            for one in years
        ],
        "pdf": reverse(f"{door}_pdf", args=[slug, year]),
        "can_make": paper.can_make(),
    }
    return render(request, "journey/yearly.html", context)


def _pdf(request: HttpRequest, slug: str, year: int, place: Place) -> HttpResponseBase:
    work, _years = _asked(request, slug, year, place)
    if not paper.can_make():
        return redirect(_DOORS[place], slug, year)
    sheet: Sheet = sheet_of(work, year)
    context = {"sheet": sheet, "language": get_language()}
    made = paper.pdf_of("journey/yearly_paper.html", context, tagged=True)
    name = f"{_('yearly-sheet')}-{slug}-{year}.pdf"
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _asked(request: HttpRequest, slug: str, year: int, place: Place) -> tuple[Work, range]:
    """The work and its years. Raises Http404 for a year nothing was put in, or to come."""
    work = work_of(request, slug, place, place.sees)
    years = years_of(work)
    if year not in years:
        raise Http404
    return work, years


def _crumbs(work: Work, place: Place, year: int) -> list[dict[str, Any]]:
    above = (
        (_("Evaluations"), reverse("journey:evaluations"))
        if place is FOR_SERVICE
        else (_("For the service"), reverse("journey:service"))
    )
    home = "journey:evaluation" if place is FOR_SERVICE else "journey:service_evaluation"
    told = (above, (work.title, reverse(home, args=[work.slug])), (_sheet_name(year), ""))
    return [{"label": label, "url": url} for label, url in told]


def _sheet_name(year: int) -> str:
    return _("Yearly sheet %(year)s") % {"year": year}
