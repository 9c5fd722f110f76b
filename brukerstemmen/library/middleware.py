"""What holds on the editors' pages alone: their groups follow their grants, what is decided
elsewhere is not there, and Wagtail's pages may do what they need, which readers' may not."""

import re
from collections.abc import Callable
from typing import Any

from csp.constants import NONCE, SELF, UNSAFE_INLINE
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from brukerstemmen.library.actions.editors import are_within_reach, mirror
from brukerstemmen.library.urls import EDITING

_HTML = "text/html"
GetResponse = Callable[[HttpRequest], HttpResponseBase]
# Wagtail's scripts write styles into the page, it paints a picture from memory before it is sent,
# and shows a page that is being written in a frame. Nothing is fetched from elsewhere here either.
_LOOSER: dict[str, list[Any]] = {
    "script-src": [SELF, NONCE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
# Two scripts Wagtail writes into its pages: they put a calendar to a field, or a button that
# chooses a page, a picture or a document. Nothing but a name and plain settings fits between these.
_OF_FIELDS = re.compile(
    rb"<script>(?=(?:initDate(?:Time)?Chooser|new \w+Chooser)"
    rb'\("[\w-]+", \{[\w\s":,#/.\[\]\\-]*\}\);</script>)'
)
# Accounts, roles and sites are given where all others are; who reads what stands in code. A copy
# that is public at once, or a page behind a password, is no page here.
_CLOSED_ROOMS = frozenset(
    {
        "wagtailusers_users",
        "wagtailusers_groups",
        "wagtailsites",
        "wagtailadmin_collections",
        "wagtailadmin_workflows",
        "wagtailembeds",
        "wagtailredirects",
    }
)
_CLOSED = frozenset(
    {
        "wagtailadmin_api:pages:action",
        "wagtailadmin_error_test",
        "wagtailadmin_login",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_complete",
        "wagtailadmin_pages:set_privacy",
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
    }
)
# Parts of addresses that are the number of a page.
_OF_PAGES = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
_PK_OF_PAGES = ("wagtailadmin_api:pages", "wagtailadmin_pages")
_ELSEWHERE = {"wagtailadmin_account": "library_editing:account"}


class Editors:
    """Let an editor in with the groups their grants of today give them, and no others."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(f"/{EDITING}"):
            return self.get_response(request)
        name: str = request.door_name  # type: ignore[attr-defined]
        if name in _CLOSED or name.partition(":")[0] in _CLOSED_ROOMS:
            raise Http404
        if name in _ELSEWHERE:
            return redirect(_ELSEWHERE[name])
        mirror(request.user)
        response = self.get_response(request)
        _loosen(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        """A page of a site one neither edits nor reads is not there, whatever address names it."""
        name: str = request.door_name  # type: ignore[attr-defined]
        if request.path.startswith(f"/{EDITING}"):
            named = {kwargs[key] for key in _OF_PAGES if key in kwargs}
            if "pk" in kwargs and name.startswith(_PK_OF_PAGES):
                named.add(kwargs["pk"])
            if named and not are_within_reach(request.user, named):
                raise Http404


editors = Editors


def _loosen(request: HttpRequest, response: HttpResponseBase) -> None:
    """Let the page do what it needs. A page that is previewed was made as for a reader, whom
    nobody frames."""
    response.headers.pop("Content-Security-Policy", None)
    response._csp_replace = _LOOSER  # type: ignore[attr-defined]
    response.xframe_options_exempt = True  # type: ignore[attr-defined]
    if isinstance(response, HttpResponse) and response.get("Content-Type", "").startswith(_HTML):
        nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
        response.content = _OF_FIELDS.sub(f'<script nonce="{nonce}">'.encode(), response.content)
