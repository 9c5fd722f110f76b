"""The way in: where each goes after signing in, and the door of the demo."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from brukerstemmen.people.access import Role
from brukerstemmen.people.cast import chosen
from brukerstemmen.people.doors import EDITORS, INSIDE, PAYROLL, SERVICE
from brukerstemmen.people.standing import roles_today

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """To the page where this person's day begins."""
    roles = roles_today(request.user)
    if roles & INSIDE:
        return redirect("journey:workspace")
    if roles & SERVICE:
        return redirect("journey:service")
    if roles & PAYROLL:
        return redirect("meetings:payments")
    if Role.ADMINISTRATOR in roles:
        return redirect("people:centre")
    if roles & EDITORS:
        return redirect("wagtailadmin_home")
    return render(request, "people/no_role.html")


@require_POST
def demo(request: HttpRequest) -> HttpResponse:
    """Become one of the demo's people. Without the demo there is no such address."""
    if not settings.DEMO:
        raise Http404
    person = chosen(request.POST.get("person", ""))
    if person is None:
        raise Http404
    login(request, person, backend=BACKEND)
    return redirect("people:home")
