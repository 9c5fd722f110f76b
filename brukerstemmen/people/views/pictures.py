"""A centre's logo, as a file."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from brukerstemmen.people.logos import logo_of

_TEN_MINUTES = 600


@require_safe
def logo(request: HttpRequest, centre: uuid.UUID) -> HttpResponse:
    """The bytes, with the type they were found to have when they came."""
    profile = logo_of(centre)
    if profile is None:
        raise Http404
    response = HttpResponse(bytes(profile.logo), content_type=profile.logo_type)
    response["Cache-Control"] = f"public, max-age={_TEN_MINUTES}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = "inline"
    return response
