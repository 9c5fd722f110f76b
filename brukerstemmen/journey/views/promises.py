"""The lead's door to what was promised, over all evaluations they lead."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.promise_page import promises_of
from brukerstemmen.journey.promises import Waits
from brukerstemmen.people.access import Permission

PER_PAGE = 20  # evaluations


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """What waits for whom, what is late, and what was promised and is not answered."""
    leading = Evaluation.objects.visible_to(request.user, Permission.LEAD_WORK)
    mine = list(leading.select_related("work"))
    if not mine:
        raise PermissionDenied(Permission.LEAD_WORK)
    told = promises_of(mine, _chosen(request))
    context = {
        "told": told,
        "page": Paginator(told.groups, PER_PAGE).get_page(request.GET.get("page")),
        "query": f"venter={only.value}&" if (only := _chosen(request)) else "",
        "crumbs": [
            {"label": _("My page"), "url": reverse("journey:workspace")},
            {"label": _("What we have promised"), "url": ""},
        ],
    }
    return render(request, "journey/promises.html", context)


def _chosen(request: HttpRequest) -> Waits | None:
    named = request.GET.get("venter", "")
    return Waits(named) if named in list(Waits) else None
