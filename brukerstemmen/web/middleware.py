"""Headers that are the same everywhere, and the language of the answer."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from brukerstemmen.privacy.zones import Zone

GetResponse = Callable[[HttpRequest], HttpResponseBase]
_NOTHING_ALLOWED = ", ".join(
    f"{power}=()"
    for power in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "payment",
        "usb",
    )
)

# Set here too, outside of everything: a refused host or a redirect never comes as far as the
# middleware that sets the rest.
_EVERYWHERE = {
    "Permissions-Policy": _NOTHING_ALLOWED,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": settings.X_FRAME_OPTIONS,
}


def headers(get_response: GetResponse) -> GetResponse:
    """No powers for the page, no reading from elsewhere, and no trace in any cache."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in _EVERYWHERE.items():
            response[name] = value
        if getattr(response, "xframe_options_exempt", False):
            # The editors' pages show a page that is being written in a frame of their own.
            response["X-Frame-Options"] = "SAMEORIGIN"
        door = getattr(request, "door", None)
        if getattr(door, "cookieless", False):
            # What looked into the session on the way found nothing there for anybody.
            response.cookies.clear()
            del response["Vary"]
        if not request.path.startswith("/static/") and not _is_open_to_all(door):
            response["Cache-Control"] = "no-store"
        return response

    return middleware


def _is_open_to_all(door: object) -> bool:
    zone = getattr(door, "zone", None)
    return zone is Zone.Z0_PUBLIC and not getattr(door, "roles", True)


def language(get_response: GetResponse) -> GetResponse:
    """The language a person has chosen: on this device, else in the profile, else the browser's."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if getattr(request.door, "cookieless", False):  # type: ignore[attr-defined]
            # The address says the language, also where there is no page to say it.
            translation.activate(_of_address(request.path))
            return get_response(request)
        chosen = translation.get_language_from_request(request)
        if "language" not in request.COOKIES and request.user.is_authenticated:
            chosen = request.user.language
        translation.activate(chosen)
        request.LANGUAGE_CODE = chosen  # type: ignore[attr-defined]
        response = get_response(request)
        response.setdefault("Content-Language", chosen)
        return response

    return middleware


def _of_address(path: str) -> str:
    first = path.split("/")[1]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
