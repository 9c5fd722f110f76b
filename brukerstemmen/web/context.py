"""What every page frame needs: the centre, and the menu of the person who looks."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.people.access import SIDES, Role, Side
from brukerstemmen.people.doors import EDITORS, INSIDE, PAYROLL
from brukerstemmen.people.models import Grant, Organisation
from brukerstemmen.people.models.organisations import OrganisationKind


def frame(request: HttpRequest) -> dict[str, Any]:
    """centre, menu, user_links and demo for the page frame. Two queries at most."""
    person = getattr(request, "user", None)
    grants = []
    if person is not None and person.is_authenticated:
        grants = list(Grant.objects.of(person).in_force().select_related("work__centre__profile"))
    return {
        "centre": _centre(grants),
        "menu": _menu(grants, request.path),
        "user_links": _user_links() if grants else [],
        "demo": settings.DEMO,
    }


def _centre(grants: list[Grant]) -> dict[str, Any] | None:
    centre = grants[0].work.centre if grants else _only_centre()
    if centre is None:
        return None
    has_logo = hasattr(centre, "profile") and bool(centre.profile.logo_type)
    return {
        "name": centre.name,
        "logo_url": reverse("people:logo", args=[centre.pk]) if has_logo else "",
    }


def _only_centre() -> Organisation | None:
    """Before sign-in a name is shown only where the installation has one centre."""
    centres = Organisation.objects.filter(kind=OrganisationKind.CENTRE).select_related("profile")
    found = list(centres[:2])
    return found[0] if len(found) == 1 else None


def _menu(grants: list[Grant], path: str) -> list[dict[str, Any]]:
    roles = {Role(grant.role) for grant in grants}
    entries = []
    if roles & INSIDE:
        entries.append((_("My page"), reverse("journey:workspace")))
        entries.append((_("Evaluations"), reverse("journey:evaluations")))
        entries.append((_("Honorarium"), reverse("meetings:register_payment")))
    if roles & PAYROLL:
        entries.append((_("Payments"), reverse("meetings:payments")))
    if roles & EDITORS:
        entries.append((_("The public site"), reverse("wagtailadmin_home")))
    if any(SIDES[role] is Side.SERVICE for role in roles):
        entries.append((_("For the service"), reverse("journey:service")))
    if Role.ADMINISTRATOR in roles:
        entries.append((_("The centre"), reverse("people:centre")))
    # Where one address begins with another, the longer is meant.
    here = max((url for _label, url in entries if _is_current(url, path)), key=len, default="")
    return [{"label": label, "url": url, "current": url == here} for label, url in entries]


def _user_links() -> list[dict[str, Any]]:
    """What lies under a person's own name."""
    return [
        {"label": _("Your account"), "url": reverse("mfa_index")},
        {"label": _("Ethical guidelines"), "url": reverse("people:guidelines")},
    ]


def _is_current(url: str, path: str) -> bool:
    return path == url if url == reverse("journey:workspace") else path.startswith(url)
