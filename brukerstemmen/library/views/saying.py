"""Where readers say something about a page, without a name.

The form at the foot of a page is the same for everybody, so that one copy of the page is right for
all; it therefore carries nothing that could tell a person from a machine. What looks doubtful is
asked for once more, on a calm page made for that one time. No cookie, no address, nobody else.
"""

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from django.core import signing
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.http.request import RequestDataTooBig
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.library import later, sifting
from brukerstemmen.library.actions import saying
from brukerstemmen.library.models import LibraryPage, SaidKind, Shows
from brukerstemmen.library.showing import published
from brukerstemmen.people import clock

_SIGNER = signing.Signer(salt="library.saying")


@dataclass(frozen=True)
class Given:
    """What came with the form. moment: the calm page's own, "" from the foot of a page."""

    kind: str = SaidKind.CONTENT
    words: str = ""
    moment: str = ""
    left_empty: bool = True


@dataclass
class Aside:
    """A page beside the tree: it has a title and an address, and nobody can say things about it."""

    title: str
    url: str
    summary: str = ""
    pk: None = None
    show_in_menus: bool = field(default=False)


# No token: there is no session to protect. `_from_here` asks the browser instead.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest) -> HttpResponseBase:
    """The calm page; or what a reader says, taken in or given back."""
    try:
        page = _page(request.POST.get("side") or request.GET.get("side", ""))
    except (RequestDataTooBig, SuspiciousOperation):
        return _far_too_large(request)
    with _in_language_of(page):
        if request.method == "POST":
            return _receive(request, page)
        return _calm(request, page, Given(), status=200)


@never_cache
@require_safe
def thanks(request: HttpRequest) -> HttpResponseBase:
    page = _page(request.GET.get("side", ""))
    with _in_language_of(page):
        shown_at = published.page_that_shows(Shows.SAID, beside=page)
        told = {"about": page, "shown_at": shown_at}
        return _answer(request, page, _("Thank you"), "library/thanks.html", told)


def _receive(request: HttpRequest, page: LibraryPage) -> HttpResponseBase:
    given = _given(request)
    if _asks_once_more(request, page, given):
        note = _("Look over what you wrote, and send it once more.")
        return _calm(request, page, given, note=note)
    try:
        saying.say(page, given.kind, given.words)
    except saying.FullToday as full:
        return _calm(request, page, given, status=429, note=full.message)
    except ValidationError as refusal:
        return _calm(request, page, given, errors=refusal.message_dict)
    return HttpResponseRedirect(reverse("library:thanks", query={"side": page.pk}))


def _asks_once_more(request: HttpRequest, page: LibraryPage, given: Given) -> bool:
    """Whether it came from elsewhere, faster than people write, or on a day with very much."""
    here = _from_here(request)
    if here is False or not given.left_empty:
        return True
    if given.moment:
        return not _took_their_time(page, given.moment)
    return here is None or sifting.is_busy(saying.came_in_today())


def _from_here(request: HttpRequest) -> bool | None:
    """Whether the form stood on a page of ours; None where the browser does not say."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site != "none":
        return site == "same-origin"
    source = request.headers.get("Origin", "null")
    source = request.headers.get("Referer", "") if source == "null" else source
    try:
        return urlsplit(source).netloc == request.get_host() if source else None
    except ValueError:
        return None


def _moment(page: LibraryPage) -> str:
    """Says only that the calm page was made for this page, and when. It is never kept."""
    return _SIGNER.sign_object({"page": page.pk, "at": clock.now().timestamp()})


def _took_their_time(page: LibraryPage, moment: str) -> bool:
    try:
        told = _SIGNER.unsign_object(moment)
    except signing.BadSignature:
        return False
    return told["page"] == page.pk and sifting.took_their_time(clock.now().timestamp() - told["at"])


def _given(request: HttpRequest) -> Given:
    thanks = "helped" in request.POST
    return Given(
        kind=SaidKind.HELPED if thanks else request.POST.get("kind", SaidKind.CONTENT),
        words=request.POST.get("words", ""),
        moment=request.POST.get("moment", ""),
        left_empty=not request.POST.get("website"),
    )


def _page(named: str) -> LibraryPage:
    """The page it is about; the front page where it is not there, or not any more."""
    number = int(named) if named.isascii() and named.isdigit() and len(named) < 12 else 0
    found = published.page_numbered(number) or published.first_home()
    if found is None:
        raise Http404
    return found


def _in_language_of(page: LibraryPage) -> Any:
    return translation.override(page.locale.language_code)


def _calm(
    request: HttpRequest,
    page: LibraryPage,
    given: Given,
    *,
    status: int = 422,
    note: str = "",
    errors: dict[str, list[str]] | None = None,
) -> HttpResponse:
    """The form by itself, with everything that was typed, and why it came back."""
    title = _("Say something about «%(page)s»") % {"page": page.title}
    told = {
        "about": page,
        "given": given,
        "kinds": SaidKind.choices,
        "moment": _moment(page),
        "note": note,
        "errors": errors or {},
    }
    return _answer(request, page, title, "library/say.html", told, status=status)


def _far_too_large(request: HttpRequest) -> HttpResponse:
    page = _page("")
    with _in_language_of(page):
        note = _("This was far too much at once. Go back one page: what you wrote is still there.")
        return _calm(request, page, Given(), status=413, note=note)


def _answer(
    request: HttpRequest,
    page: LibraryPage,
    title: str,
    template: str,
    told: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """A page beside the one it is about, in its place on the site."""
    aside = Aside(title, reverse("library:say", query={"side": page.pk}))
    around = later.of_page(page, request)
    place = around["place"]
    around["place"] = replace(
        place,
        crumbs=[*place.crumbs, aside],
        section=place.section or aside,
        tree=[],
        before=None,
        after=None,
    )
    nothing = {"changes": [], "fits": [], "history": [], "is_outdated": False}
    context = {**around, **nothing, "page": aside, **told}
    response = render(request, template, context, status=status)
    response["Content-Language"] = page.locale.language_code
    return response
