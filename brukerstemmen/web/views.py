"""Pages that belong to no room: front page, language, health, components, errors."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST, require_safe

from brukerstemmen.library.showing.frame import is_open
from brukerstemmen.library.views import serving
from brukerstemmen.web import component_samples


@require_safe
def front(request: HttpRequest) -> HttpResponseBase:
    """The public site's front page; where there is none, the way in for those who work here and
    those who were asked."""
    if is_open():
        return serving.page(request)
    if request.user.is_authenticated:
        return redirect("people:home")
    return render(request, "web/front.html")


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember a language on this device, and in the profile of whoever is signed in."""
    chosen = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=365 * 24 * 3600,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            secure=not settings.LOOPBACK,
            httponly=True,
        )
        if request.user.is_authenticated:
            request.user.language = chosen
            request.user.save(update_fields=["language"])
    return response


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Whether the installation answers and reaches its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every part that pages are built from."""
    return render(request, "web/components.html", component_samples.samples())


def forgery_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_yours(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_there(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def bug(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/500.html", status=500)
