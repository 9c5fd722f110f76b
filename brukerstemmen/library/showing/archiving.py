"""What the lead sees of a report on its way into the archive, and where it then stands."""

from typing import Any

from django.urls import reverse
from django.utils.html import strip_tags

from brukerstemmen.library import taken_from
from brukerstemmen.library.actions.publishing import page_of
from brukerstemmen.library.models import Copy
from brukerstemmen.library.models.publications import EASY
from brukerstemmen.reports import counts
from brukerstemmen.reports.models import ReleasedCounts, ReleasedReport
from brukerstemmen.reports.showing.released import document_in


def beginning_of(report: ReleasedReport) -> dict[str, Any]:
    """What stands in the form before anything is written: what is known already."""
    document, there = document_in(report), page_of(report)
    row = ReleasedCounts.objects.filter(work=report.work_id).first()
    themes = list(counts.from_json(row.content).groups) if row else []
    told = {
        "summary": taken_from.summary_in(document),
        "method": "bsb",
        "themes": "\n".join(themes or taken_from.themes_in(document)),
    }
    if there is not None:
        told |= {name: getattr(there, name) for name in _KEPT}
        told["themes"] = "\n".join(theme.name for theme in there.themes.all())
        told["easy"] = strip_tags(there.easy.replace("</p>", "\n\n")).strip()
    return told


_KEPT = ("summary", "service_kind", "county", "method")


def place_of(report: ReleasedReport, form: str = "page") -> str:
    """Where everybody finds a report in the archive, in one of its forms; "" where it is not.
    Two queries."""
    copy = Copy.objects.filter(report=report.pk, page__live=True).select_related("page").first()
    if copy is None:
        return ""
    if form == "page":
        return copy.page.get_url() or ""
    if form == "easy":
        return f"{copy.page.get_url()}{EASY}/"
    return reverse(f"library:{_FILES[form]}", args=[copy.page.slug])


_FILES = {
    "pdf": "publication_pdf",
    "pdf_easy": "publication_pdf_easy",
    "word": "publication_word",
}


def door_to(report: ReleasedReport) -> str:
    """The lead's door to putting it there."""
    return reverse("library:archive", args=[report.work.slug, report.pk])
