"""Ethics before material: the guidelines, the pledge, and ties to the service."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from brukerstemmen.people import next_page
from brukerstemmen.people.access import Permission
from brukerstemmen.people.actions import ethics
from brukerstemmen.people.forms.ethics import TieForm
from brukerstemmen.people.gates import known_work, open_work
from brukerstemmen.people.models import Work
from brukerstemmen.people.models.ethics import Tie
from brukerstemmen.people.readiness import guidelines_of, readiness
from brukerstemmen.people.standing import latest_guideline


def _work(request: HttpRequest, slug: str) -> Work:
    return get_object_or_404(open_work(request.user, Permission.SEE_WORK), slug=slug)


def _next(request: HttpRequest, work: Work) -> str:
    given = request.POST if request.method == "POST" else request.GET
    usual = reverse("journey:evaluation", args=[work.slug])
    return next_page.local(given.get(next_page.FIELD, ""), usual=usual)


@require_safe
def ready(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands between this person and the material of this work, one thing at a time."""
    work = _work(request, slug)
    return _page(request, work, TieForm())


def _page(request: HttpRequest, work: Work, form: TieForm) -> HttpResponse:
    done = readiness(request.user, work)
    onwards = _next(request, work)
    if done.is_ready:
        return redirect(onwards)
    if not form.is_bound and done.tie:
        form.initial["tie"] = done.tie
    context = {"work": work, "done": done, "form": form, "onwards": onwards}
    return render(request, "people/ready.html", context, status=422 if form.errors else 200)


def _back(request: HttpRequest, work: Work) -> HttpResponse:
    """To the page again; it sends on by itself when nothing is left."""
    query = {next_page.FIELD: _next(request, work)}
    return redirect(reverse("people:ready", args=[work.slug], query=query))


@require_POST
def accept(request: HttpRequest, slug: str) -> HttpResponse:
    """Yes to the version of the guidelines that was read."""
    work = get_object_or_404(known_work(request.user), slug=slug)
    latest = latest_guideline(work.centre_id)
    if latest is None or request.POST.get("version") != str(latest.version):
        messages.warning(request, _("The guidelines were changed meanwhile. Read them once more."))
    else:
        ethics.accept_guidelines(latest, by=request.user)
    if next_page.FIELD not in request.POST:
        return redirect("people:guidelines")
    return _back(request, work)


@require_POST
def pledge(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign the pledge of confidentiality for this work."""
    work = _work(request, slug)
    ethics.sign_pledge(work, by=request.user)
    return _back(request, work)


@require_POST
def tie(request: HttpRequest, slug: str) -> HttpResponse:
    """Say whether there are ties. It can be said anew."""
    work = _work(request, slug)
    form = TieForm(request.POST)
    if not form.is_valid():
        return _page(request, work, form)
    ethics.declare_tie(work, Tie(form.cleaned_data["tie"]), by=request.user)
    return _back(request, work)


@require_safe
def guidelines(request: HttpRequest) -> HttpResponse:
    """The ethical guidelines, to read again, and to accept when there is a new version."""
    return render(request, "people/guidelines.html", {"shown": guidelines_of(request.user)})
