"""A page, a file: fetched, kept ready, answered. No cookie is read and none is set."""

from pathlib import PurePath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils import translation
from django.utils._os import safe_join
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail import views as wagtail_views
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from brukerstemmen.library import keeping

_PICTURES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_DOCUMENTS = {
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
}


@csrf_exempt
def page(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """A published page, in the language its address says.

    Nothing can be sent to a page. An address no room knows ends here too, and must look like one
    that is not there, whatever is sent to it.
    """
    if request.method not in {"GET", "HEAD"}:
        raise Http404
    if not request.path.endswith("/"):
        if "." in path.rpartition("/")[2]:
            return _moved(request)
        return HttpResponsePermanentRedirect(f"{request.path}/")
    language = request.path.split("/")[1] if request.path.startswith(("/nn/", "/en/")) else "nb"

    def make() -> HttpResponseBase:
        try:
            response = wagtail_views.serve(request, path)
        except Http404:
            return _moved(request)
        response["Content-Language"] = language
        return response

    with translation.override(language):
        request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
        return keeping.served(request, make)


def _moved(request: HttpRequest) -> HttpResponseBase:
    """To where a page has gone, or where it stands that came from another site. Raises Http404."""
    whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    for path in dict.fromkeys((whole, whole.partition("?")[0])):
        found = get_redirect(request, path)
        if found is None or (found.redirect_page and not found.redirect_page.live):
            continue
        if found.link:
            kind = HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect
            return kind(found.link)
    raise Http404


@require_safe
def file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture or a document of the public site, as it was painted anew or uploaded."""
    try:
        safe_join("/", name)
        opened = default_storage.open(name, "rb")
    except (OSError, ValueError, SuspiciousFileOperation) as missing:
        raise Http404 from missing
    ending = PurePath(name).suffix.lower()
    response = FileResponse(
        opened,
        content_type=_PICTURES.get(ending) or _DOCUMENTS.get(ending) or "application/octet-stream",
        # A page may show a picture. Whatever else there is, is kept as a file, never run here.
        as_attachment=ending not in _PICTURES,
        filename=PurePath(name).name,
    )
    response["Cache-Control"] = "public, max-age=604800"
    return response
