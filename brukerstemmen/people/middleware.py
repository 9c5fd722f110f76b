"""From address to zone, and from person to door: what happens before any view runs."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse

from brukerstemmen.people import clock, entry, gates, journal, ledger, opening, sign_in
from brukerstemmen.people.doors import Door, door_of
from brukerstemmen.people.models import Grant
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone

GetResponse = Callable[[HttpRequest], HttpResponseBase]
_SHOWS_THE_PAGE = {200, 422}  # 422: a form that was not right, with all that stands around it
# For whoever comes before `replay_erasures` is done. As it stands: nothing is asked of the
# database, and no language is known yet.
_CLOSED = """<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stengt en liten stund</title></head>
<body><main>
<h1>Stengt en liten stund</h1>
<p>Vi rydder etter en feil. Ingenting er galt med det du har gjort. Prøv igjen om litt.</p>
<div lang="en"><h2>Closed for a little while</h2>
<p>We are tidying up after a fault. You have done nothing wrong. Please try again later.</p></div>
</main></body>
</html>
"""
_OPEN_CONTENT = {Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY}


def zones(get_response: GetResponse) -> GetResponse:
    """Let each request run in the zone of its door. An undeclared address runs in Z0, to a 404."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        door, name = _door(request)
        request.door, request.door_name = door, name  # type: ignore[attr-defined]
        if _is_visitors(door):
            # Nobody is signed in here, also where an account lies in the same browser.
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        if door is not None and door.cookieless:
            request.COOKIES.clear()
        with _in_zone(door, name):
            response = get_response(request)
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            response.streaming_content = _streamed(response.streaming_content, door, name)
        return response

    return middleware


def in_order(get_response: GetResponse) -> GetResponse:
    """Serve nobody from a database that is older than an erasure (see `people.ledger`)."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if ledger.is_behind():
            return HttpResponse(_CLOSED, status=503, headers={"Retry-After": "600"})
        return get_response(request)

    return middleware


def _door(request: HttpRequest) -> tuple[Door | None, str]:
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None, ""
    return door_of(match), match.view_name


def _is_visitors(door: Door | None) -> bool:
    """Whether it is a door to content for those without account."""
    return door is not None and door.is_for_visitors and door.zone in _OPEN_CONTENT


@contextmanager
def _in_zone(door: Door | None, name: str) -> Iterator[None]:
    zone = door.zone if door else Zone.Z0_PUBLIC
    # A visitor has no key until it is known whose they are.
    visitor = _is_visitors(door)
    only: frozenset[uuid.UUID] | None = frozenset() if visitor else None
    with ExitStack() as stack:
        stack.enter_context(narrowed(zone, visitor=visitor))
        opens = zone in _OPEN_CONTENT
        stack.enter_context(
            opening.opened(zone, by="request", reason=name, only=only) if opens else opening.shut()
        )
        yield


def _streamed(chunks: Any, door: Door | None, name: str) -> Iterator[bytes]:
    """A streamed answer is made after the middleware has ended: narrow it again meanwhile."""
    with _in_zone(door, name):
        yield from chunks


class Gatekeeper:
    """Ask of each request: is there such a door, and may this person knock on it?"""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        door: Door | None = request.door  # type: ignore[attr-defined]
        if door is None:
            raise Http404
        if (door.roles or door.account) and (turned_away := self._turn_away(request, door)):
            return turned_away
        if door.ways:
            return self._let_visit(request, door)
        response = self.get_response(request)
        self._keep_journal(request, response, door)
        return response

    def _let_visit(self, request: HttpRequest, door: Door) -> HttpResponseBase:
        if turned_away := entry.turn_away(request, door.ways):
            return turned_away
        response = self.get_response(request)
        entry.go_on(request, response)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Something stands between a person and the material: send them to what is missing. What
        is closed is told as it is."""
        if isinstance(error, gates.Closed):
            return render(request, "people/closed.html", {"work": error.work}, status=403)
        if not isinstance(error, gates.NotYet):
            return None
        journal.record(by=request.user, what="door.not_yet", about=error.work)
        here = request.get_full_path() if request.method == "GET" else ""
        query = {"neste": here} if here else {}
        return redirect(reverse("people:ready", args=[error.work.slug], query=query))

    def _turn_away(self, request: HttpRequest, door: Door) -> HttpResponseBase | None:
        person = request.user
        if person.is_authenticated and not _session_holds(request):
            logout(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        if sign_in.lacks_second_factor(person) and not sign_in.is_on_the_way(request):
            return redirect("mfa_activate_totp")
        knows = Grant.objects.of(person).in_force().with_roles(door.known_to)
        if door.roles and not knows.exists():
            raise Http404
        if door.fresh and not sign_in.is_fresh(request):
            here = {"next": request.get_full_path()}
            return redirect(reverse("account_reauthenticate", query=here))
        return None

    def _keep_journal(self, request: HttpRequest, response: HttpResponseBase, door: Door) -> None:
        person = request.user if request.user.is_authenticated else None
        if response.status_code == 403 and person:
            journal.record(by=person, what="door.refused", about=None)
        elif door.read_is_journalled and response.status_code in _SHOWS_THE_PAGE and person:
            journal.record(
                by=person,
                what=door.read_is_journalled,
                about=getattr(request, "journal_about", None),
            )


gatekeeper = Gatekeeper


def _session_holds(request: HttpRequest) -> bool:
    """Whether the session is neither idle for too long nor too old. Counts in whole minutes."""
    now = int(clock.now().timestamp())
    began = request.session.setdefault("began", now)
    seen = request.session.get("seen", now)
    if now - seen > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_COOKIE_AGE:
        return False
    if now - seen >= 60 or "seen" not in request.session:
        request.session["seen"] = now
    return True
