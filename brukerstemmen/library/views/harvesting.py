"""The door for libraries that harvest: OAI-PMH 2.0, the whole archive as Dublin Core."""

import uuid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from brukerstemmen.library import harvesting, keeping
from brukerstemmen.library.harvesting import Refused, Wanted
from brukerstemmen.library.models import PublicationPage
from brukerstemmen.library.showing import outward
from brukerstemmen.library.showing.archive import dublin_core
from brukerstemmen.people import clock
from brukerstemmen.privacy.spreadsheet import written


@require_safe
def oai(request: HttpRequest) -> HttpResponseBase:
    """Every verb has this address. A question that is not right is answered with why, and 200, as
    the protocol wants it."""
    return keeping.served(request, lambda: _made(request))


def _made(request: HttpRequest) -> HttpResponse:
    base = f"{settings.SITE_ADDRESS}{reverse('library:oai')}"
    told: dict[str, Any] = {"base": base, "now": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"}
    try:
        asked = harvesting.wanted(dict(request.GET.lists()))
        told |= {"verb": asked.verb, "arguments": request.GET.dict()} | _answer(asked)
    except Refused as refused:
        told |= {"verb": "", "refused": refused, "sentence": str(refused)}
    page = render_to_string("library/oai.xml", told)
    return HttpResponse(page, content_type="text/xml; charset=utf-8")


def _answer(asked: Wanted) -> dict[str, Any]:
    if asked.verb == "Identify":
        return _identify()
    if asked.identifier:
        return {"records": [_record(_one(asked.identifier))]}
    return _list(asked) if asked.verb.startswith("List") and "Formats" not in asked.verb else {}


def _identify() -> dict[str, Any]:
    profile = outward.first_profile()
    first = outward.records().order_by("last_published_at").first()
    earliest = (first.last_published_at if first else None) or clock.now()
    return {
        "name": profile.name if profile else "Brukerstemmen",
        "mail": (profile.reply_to if profile else "") or f"post@{_host()}",
        "earliest": f"{earliest:%Y-%m-%d}",
    }


def _host() -> str:
    return urlsplit(settings.SITE_ADDRESS).hostname or "localhost"


def _one(identifier: str) -> PublicationPage:
    start = f"oai:{_host()}:"
    try:
        key = uuid.UUID(identifier.removeprefix(start))
    except ValueError as wrong:
        raise Refused("idDoesNotExist", "There is no such record.") from wrong
    page = outward.records().filter(translation_key=key).first()
    if page is None or not identifier.startswith(start):
        raise Refused("idDoesNotExist", "There is no such record.")
    return page


def _list(asked: Wanted) -> dict[str, Any]:
    """At most a hundred, in an order that never changes. Two queries."""
    rows = outward.records().filter(pk__gt=asked.after)
    if asked.since:
        rows = rows.filter(last_published_at__date__gte=asked.since)
    if asked.until:
        rows = rows.filter(last_published_at__date__lte=asked.until)
    found = list(rows[: harvesting.A_LOT + 1])
    if not found:
        raise Refused("noRecordsMatch", "Nothing is there for these arguments.")
    told, rest = found[: harvesting.A_LOT], found[harvesting.A_LOT :]
    return {
        "records": [_record(page) for page in told],
        "token": harvesting.token(asked, told[-1].pk) if rest else "",
        "resumed": bool(asked.after),
    }


def _record(page: PublicationPage) -> dict[str, Any]:
    return {
        "identifier": f"oai:{_host()}:{page.translation_key}",
        "day": f"{page.last_published_at or clock.now():%Y-%m-%d}",
        "elements": [(name, written(words)) for name, words in dublin_core(page)],
    }
