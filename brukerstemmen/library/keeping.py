"""Pages kept ready for readers: made once, served until something a reader can see has changed.

The key holds the number of `Freshness`, so nothing has to be thrown away: what is old is never
asked for again, and falls out in its turn. Each process keeps its own.

An address with a query is kept only where the page itself says that it knows the whole of it, by
`known_query` among its values: anybody can think up queries, and they must not crowd out pages.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from brukerstemmen.library.models import Freshness

# Readers' browsers ask again after this long (seconds); most often they hear that nothing is new.
FRESH = 60
_LONGEST_QUERY = 200


@dataclass(frozen=True)
class Kept:
    content: bytes
    content_type: str
    language: str
    etag: str


def served(request: HttpRequest, make: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The page as it is kept, or made and kept. One query where it is kept."""
    cache, key = caches["pages"], _key(request)
    kept = cache.get(key) if key else None
    if kept is None:
        response = make()
        if hasattr(response, "render") and callable(response.render):
            response = response.render()
        if response.status_code != 200 or response.streaming or not key:
            return response
        kept = _kept(response)
        if _is_known(request, response):
            cache.set(key, kept, timeout=24 * 3600)
    return _answer(request, kept)


def _key(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    if request.method not in {"GET", "HEAD"} or len(query) > _LONGEST_QUERY:
        return ""
    where = f"{Freshness.now()} {request.get_host()} {request.path} {query}"
    return hashlib.sha256(where.encode()).hexdigest()


def _is_known(request: HttpRequest, response: HttpResponseBase) -> bool:
    told = getattr(response, "context_data", None) or {}
    return not request.META.get("QUERY_STRING") or told.get("known_query", False)


def _kept(response: HttpResponseBase) -> Kept:
    content = response.content  # type: ignore[attr-defined]
    etag = '"' + hashlib.sha256(content).hexdigest()[:32] + '"'
    return Kept(content, response["Content-Type"], response.get("Content-Language", ""), etag)


def _answer(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    response = HttpResponse(kept.content, content_type=kept.content_type)
    response["ETag"] = kept.etag
    response["Cache-Control"] = f"public, max-age={FRESH}"
    if kept.language:
        response["Content-Language"] = kept.language
    return get_conditional_response(request, etag=kept.etag, response=response) or response
