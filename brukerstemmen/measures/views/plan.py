"""Doors to the measure plan: as page, as print file and as spreadsheet."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from brukerstemmen.measures.planning import columns, plan_of
from brukerstemmen.measures.spreadsheet import write_xlsx
from brukerstemmen.measures.views.frame import Place, measures_crumb, page, work_of
from brukerstemmen.people import paper
from brukerstemmen.people.models import Work

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def plan(request: HttpRequest, slug: str, place: Place) -> HttpResponse:
    """The plan to read and print."""
    work = work_of(request, slug, place, place.sees)
    return page(
        request,
        "measures/plan.html",
        work,
        _("Measure plan"),
        place,
        path=(measures_crumb(work, place),),
        plan=plan_of(work),
        columns=columns(),
        can_make=paper.can_make(),
    )


@require_safe
def plan_pdf(request: HttpRequest, slug: str, place: Place) -> HttpResponseBase:
    """The plan as a print file, with tags for those who listen to it."""
    work = work_of(request, slug, place, place.sees)
    if not paper.can_make():
        return redirect(place.url("plan", work))
    context = {"plan": plan_of(work), "columns": columns(), "language": get_language()}
    made = paper.pdf_of("measures/plan_paper.html", context, tagged=True)
    return _file(work, made, "application/pdf", "pdf")


@require_safe
def plan_xlsx(request: HttpRequest, slug: str, place: Place) -> HttpResponse:
    """The plan as a spreadsheet."""
    work = work_of(request, slug, place, place.sees)
    return _file(work, write_xlsx(plan_of(work)), XLSX, "xlsx")


def _file(work: Work, made: bytes, kind: str, ending: str) -> HttpResponse:
    name = f"{_('measure-plan')}-{work.slug}.{ending}"
    return HttpResponse(
        made,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
