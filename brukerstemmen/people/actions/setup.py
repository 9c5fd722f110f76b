"""The first day: a centre, its keys, and its first person."""

import secrets
from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.people import clock, filetypes, starter
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


def is_setup_code(given: str) -> bool:
    """Whether this is the one-time code. Takes the same time for every wrong one."""
    return secrets.compare_digest(given.strip().encode(), setup_code().encode())


def wrong_code() -> ValidationError:
    return ValidationError(_("The code is not right, or it has been used."))


@dataclass(frozen=True)
class FirstDay:
    """What the first person tells about themselves and the centre."""

    name: str
    email: str
    password: str
    centre: str
    telephone: str = ""
    logo: bytes = b""


@transaction.atomic
def set_up(told: FirstDay, *, code: str) -> Person:
    """The centre, its starter guidelines and its first person, all or nothing.

    Raises ValidationError if somebody is there already, for a wrong code, and with what to change.
    """
    if not is_new() or not is_setup_code(code):
        raise wrong_code()
    _check_password(told.password)
    centre = set_up_centre(name=told.centre, telephone=told.telephone, logo=told.logo)
    adopt_guidelines(centre, text=starter.guidelines(), by=None)
    person = make_first_person(
        centre=centre, name=told.name, email=told.email, password=told.password
    )
    transaction.on_commit(lambda: (settings.VAR / "keys" / _CODE_FILE).unlink(missing_ok=True))
    return person


def _check_password(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as refusal:
        raise ValidationError({"password": refusal.messages}) from refusal


@transaction.atomic
def set_up_centre(*, name: str, telephone: str = "", logo: bytes = b"") -> Organisation:
    """A centre with its key and profile.

    Raises ValidationError if the name is taken or the logo is no picture we show.
    """
    if Organisation.objects.filter(kind=OrganisationKind.CENTRE, name=name).exists():
        raise ValidationError({"centre": _("There is already a centre with this name.")})
    centre = Organisation.objects.create(name=name, kind=OrganisationKind.CENTRE)
    key = make_key(content=Zone.Z5_OPERATION, outer=None)
    CentreProfile.objects.create(
        centre=centre, key=key, telephone=telephone, logo=logo, logo_type=type_of_logo(logo)
    )
    Work.objects.create(
        kind=WorkKind.CENTRE,
        slug=f"senter-{str(centre.pk)[:8]}",
        title=name,
        centre=centre,
        ends_on=FOR_EVER,
    )
    return centre


def type_of_logo(logo: bytes) -> str:
    """Its type by what is in it; "" for none. Raises ValidationError for anything else."""
    if not logo:
        return ""
    kind = filetypes.picture_type(logo)
    if not kind or len(logo) > filetypes.PICTURE_BYTES:
        raise ValidationError({"logo": _("The logo must be a PNG or JPEG of at most 200 KB.")})
    return kind


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
    """An account with a confirmed address. Without a password it is opened by letter.

    Raises ValidationError without a name.
    """
    if not name.strip():
        raise ValidationError({"name": _("Write the name.")})
    # Signing in looks for the address in small letters only.
    person = Person(name=name.strip(), email=email.strip().lower())
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
