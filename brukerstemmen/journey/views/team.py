"""Doors of the team to the workspace and the overview of an evaluation."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey import workspace as workspaces
from brukerstemmen.journey.demo.door import fresh_token
from brukerstemmen.journey.overview import overview_of
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach
from brukerstemmen.people.models import Person

PER_PAGE = 30


def _mine(person: Person) -> Any:
    seen = Evaluation.objects.visible_to(person, Permission.SEE_WORK).select_related("work")
    return seen.prefetch_related("work__party_rows__organisation")


@require_safe
def workspace(request: HttpRequest) -> HttpResponse:
    """What waits for me, then my evaluations."""
    mine = list(_mine(request.user))
    context = {
        "space": workspaces.workspace_of(request.user, mine),
        "may_start": workspaces.may_start(request.user),
        "leads": workspaces.leads(request.user),
    }
    return render(request, "journey/workspace.html", context)


@require_safe
def evaluations(request: HttpRequest) -> HttpResponse:
    """All evaluations the person takes part in, the newest first."""
    page = Paginator(_mine(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "evaluations": workspaces.lines_of(list(page.object_list)),
        "may_start": workspaces.may_start(request.user),
        "crumbs": [
            {"label": _("My page"), "url": reverse("journey:workspace")},
            {"label": _("Evaluations"), "url": reverse("journey:evaluations")},
        ],
    }
    return render(request, "journey/evaluations.html", context)


def _evaluation(request: HttpRequest, slug: str) -> Evaluation:
    return reach(Evaluation.objects, request.user, Permission.SEE_WORK, work__slug=slug)


@require_safe
def evaluation(request: HttpRequest, slug: str) -> HttpResponse:
    """The overview: the road, what to do next, and what to know."""
    found = _evaluation(request, slug)
    context = {
        "evaluation": found,
        "slug": slug,
        "title": found.work.title,
        "crumbs": [
            {"label": _("Evaluations"), "url": reverse("journey:evaluations")},
            {"label": found.work.title, "url": reverse("journey:evaluation", args=[slug])},
        ],
        "overview": overview_of(found, request.user),
    }
    return render(request, "journey/evaluation.html", context)


@require_POST
def participant(request: HttpRequest) -> HttpResponseBase:
    """Be one who has taken part: through the address in the picture on a new card of theirs."""
    if not settings.DEMO:
        raise Http404
    token = fresh_token(request.POST.get("participant", ""))
    return redirect("voices:link", token) if token else redirect("account_login")
