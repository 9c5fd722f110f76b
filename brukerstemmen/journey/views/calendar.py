"""The calendar of deadlines: the team's page about it, and the door for calendar programs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukerstemmen.journey import calendar_feed
from brukerstemmen.journey.actions.calendar import renew_address, stop_address
from brukerstemmen.people import clock

NEXT_DAYS = 12


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The days to come, and the address of one's own calendar if there is one."""
    coming = calendar_feed.days_for(request.user).filter(on__gte=clock.today())
    context = {
        "days": coming[:NEXT_DAYS],
        "address": calendar_feed.address_of(request.user),
        "crumbs": _crumbs(_("Calendar of deadlines")),
    }
    return render(request, "journey/calendar.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_address(request: HttpRequest) -> HttpResponseBase:
    """Make the address anew, and show it this once."""
    context = {
        "has_one": calendar_feed.address_of(request.user) is not None,
        "crumbs": _crumbs(_("Address of your calendar")),
        "at": "",
        "subscribe": "",
    }
    if request.method == "POST":
        token = renew_address(by=request.user)
        at = request.build_absolute_uri(reverse("journey:calendar_feed", args=[token]))
        context |= {"at": at, "subscribe": "webcal:" + at.partition(":")[2]}
    return render(request, "journey/calendar_address.html", context)


@require_POST
def calendar_stop(request: HttpRequest) -> HttpResponseBase:
    """Let the address open nothing from now on."""
    if stop_address(by=request.user):
        messages.success(request, _("The address opens nothing any more."))
    return redirect("journey:calendar")


@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For calendar programs, which have no sign-in: what the secret address opens."""
    person = calendar_feed.whose(token)
    if person is None:
        # The same bytes whatever was wrong: never was, stopped, or made anew.
        return HttpResponse(
            _("This address opens no calendar."), status=404, content_type="text/plain"
        )
    return HttpResponse(calendar_feed.feed_of(person), content_type=calendar_feed.TYPE)


def _crumbs(page: str) -> list[dict[str, str]]:
    return [
        {"label": _("My page"), "url": reverse("journey:workspace")},
        {"label": page, "url": ""},
    ]
