"""The first day: a centre, its keys, and its first person."""

import secrets
from datetime import date

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions.team import grant_role
from brukerstemmen.people.journal import record
from brukerstemmen.people.keys import make_key
from brukerstemmen.people.models import CentreProfile, EthicalGuideline, Organisation, Person, Work
from brukerstemmen.people.models.organisations import OrganisationKind
from brukerstemmen.people.models.work import WorkKind
from brukerstemmen.privacy.zones import Zone

FOR_EVER = date(2199, 12, 31)
_CODE_FILE = "setup.code"


def is_new() -> bool:
    """Whether nobody has an account yet. Only then may the first person be made."""
    return not Person.objects.exists()


def setup_code() -> str:
    """The one-time code of a new installation, printed at start. It lies beside the keys."""
    file = settings.VAR / "keys" / _CODE_FILE
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(9), encoding="ascii")
    return file.read_text(encoding="ascii")


@transaction.atomic
def set_up_centre(*, name: str, logo: bytes = b"", logo_type: str = "") -> Organisation:
    """A centre with its key and profile. Raises ValidationError if the name is taken."""
    if Organisation.objects.filter(kind=OrganisationKind.CENTRE, name=name).exists():
        raise ValidationError(_("There is already a centre with this name."))
    centre = Organisation.objects.create(name=name, kind=OrganisationKind.CENTRE)
    key = make_key(content=Zone.Z5_OPERATION, outer=None)
    CentreProfile.objects.create(centre=centre, key=key, logo=logo, logo_type=logo_type)
    Work.objects.create(
        kind=WorkKind.CENTRE,
        slug=f"senter-{str(centre.pk)[:8]}",
        title=name,
        centre=centre,
        ends_on=FOR_EVER,
    )
    return centre


@transaction.atomic
def make_first_person(*, centre: Organisation, name: str, email: str, password: str) -> Person:
    """The first account: administrator, and staff who may start evaluations.

    Raises ValidationError if somebody is there already.
    """
    if not is_new():
        raise ValidationError(_("Somebody has set up this installation already."))
    person = make_account(name=name, email=email, password=password)
    for role in (Role.ADMINISTRATOR, Role.STAFF):
        grant_role(centre_work(centre), person, role, until=FOR_EVER)
    record(by=person, what="centre.set_up", about=centre_work(centre))
    return person


def make_account(*, name: str, email: str, password: str | None) -> Person:
    """An account with a confirmed address. Without a password it is opened by letter."""
    person = Person(name=name, email=Person.objects.normalize_email(email))
    person.set_password(password)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def centre_work(centre: Organisation) -> Work:
    """The centre itself as a piece of work: where its staff and administrators have roles."""
    return Work.objects.get(kind=WorkKind.CENTRE, centre=centre)


@transaction.atomic
def adopt_guidelines(centre: Organisation, *, text: str, by: Person | None) -> EthicalGuideline:
    """A new version of the centre's ethical guidelines, from today."""
    latest = centre.guidelines.order_by("version").last()
    guideline = EthicalGuideline.objects.create(
        centre=centre,
        version=latest.version + 1 if latest else 1,
        text=text,
        adopted_on=clock.today(),
    )
    record(by=by, what="guidelines.adopted", about=centre_work(centre), count=guideline.version)
    return guideline
