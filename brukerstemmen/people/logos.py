"""Finding a centre's logo."""

import uuid

from brukerstemmen.people.models import CentreProfile


def logo_of(centre: uuid.UUID) -> CentreProfile | None:
    """The profile with the logo, None where there is none."""
    return CentreProfile.objects.filter(centre=centre).exclude(logo_type="").first()
