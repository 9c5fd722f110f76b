"""What the doors of findings share: fetching what somebody may see, and where the page is."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.analysis.models import Finding, MinorityView
from brukerstemmen.analysis.showing.finding import number_of
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.voices.views.frame import page

_KEYS = "key__outer__outer"


def evaluation_of(request: HttpRequest, slug: str) -> Evaluation:
    return reach(
        Evaluation.objects.select_related("work"), request.user, Permission.FIND, work__slug=slug
    )


def finding_of(request: HttpRequest, slug: str, pk: uuid.UUID) -> Finding:
    return reach(
        Finding.objects.select_related("evaluation__work", _KEYS, "theme__key__outer__outer"),
        request.user,
        Permission.FIND,
        pk=pk,
        evaluation__work__slug=slug,
    )


def view_of(request: HttpRequest, slug: str, finding: uuid.UUID, pk: uuid.UUID) -> MinorityView:
    return reach(
        MinorityView.objects.select_related("finding__evaluation__work", "holder", "kept_by"),
        request.user,
        Permission.FIND,
        pk=pk,
        finding=finding,
        finding__evaluation__work__slug=slug,
    )


def at(name: str, finding: Finding, *more: object) -> str:
    """The address of a door of this finding."""
    return reverse(f"analysis:{name}", args=[finding.evaluation.work.slug, finding.pk, *more])


def title_of(finding: Finding) -> str:
    return finding.read("title") or _("Without a title")


def shown(
    request: HttpRequest,
    template: str,
    finding: Finding,
    title: str = "",
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of a finding. title: what the page is called; "" for the finding's own page."""
    slug = finding.evaluation.work.slug
    path = [(_("Findings"), reverse("analysis:findings", args=[slug]))]
    name = _("Finding %(number)s") % {"number": number_of(finding)}
    if title:
        path.append((name, at("finding", finding)))
    context = {"finding": finding, "finding_title": title_of(finding), "name": name, **context}
    return page(request, template, finding.evaluation, title or name, status, path=path, **context)
