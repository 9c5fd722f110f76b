"""Doors of those who work in the service, and the one through which they are told something."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.actions import tell_service
from brukerstemmen.journey.facts import facts_of
from brukerstemmen.journey.forms import TellForm
from brukerstemmen.journey.meetings import meetings_of
from brukerstemmen.journey.next_act import here
from brukerstemmen.journey.service import evaluation_for, evaluations_for
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import reach


@require_safe
def service(request: HttpRequest) -> HttpResponse:
    """For the service: its evaluations, whom to call, and what is never shown here."""
    context = {"evaluations": evaluations_for(request.user)}
    return render(request, "journey/service.html", context)


@require_safe
def evaluation(request: HttpRequest, slug: str) -> HttpResponse:
    """One evaluation: where it stands, what waits for the service, and what has come out."""
    found = evaluation_for(request.user, slug)
    if found is None:
        raise Http404
    crumbs = [
        {"label": _("For the service"), "url": reverse("journey:service")},
        {"label": found.title, "url": ""},
    ]
    return render(request, "journey/service_evaluation.html", {"one": found, "crumbs": crumbs})


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Tell the service where the work stands, with a word if there is one."""
    found = reach(Evaluation.objects, request.user, Permission.RELEASE, work__slug=slug)
    form = TellForm(request.POST or None, initial={"step": _now(found)})
    status = 200
    if request.method == "POST":
        if form.is_valid() and _says(request, found, form):
            return redirect("journey:evaluation", slug)
        status = 422
    page = {"label": _("Tell the service where we are"), "url": ""}
    context = {
        "slug": slug,
        "title": found.work.title,
        "crumbs": [
            {"label": _("Evaluations"), "url": reverse("journey:evaluations")},
            {"label": found.work.title, "url": reverse("journey:evaluation", args=[slug])},
            page,
        ],
        "form": form,
    }
    return render(request, "journey/tell_service.html", context, status=status)


def _now(evaluation: Evaluation) -> Step:
    return here(facts_of(evaluation), [one.facts() for one in meetings_of([evaluation])])


def _says(request: HttpRequest, evaluation: Evaluation, form: TellForm) -> bool:
    step, note = Step(form.cleaned_data["step"]), form.cleaned_data["note"]
    try:
        tell_service(evaluation.work, step=step, note=note, by=request.user)
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    messages.success(request, _("The service can see it now."))
    return True
