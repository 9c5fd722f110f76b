"""Running a centre: its profile, its people, its guidelines. For those who operate it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.people import clock, filetypes, letters
from brukerstemmen.people.access import Permission, Role
from brukerstemmen.people.actions.setup import (
    adopt_guidelines,
    centre_work,
    make_account,
    type_of_logo,
)
from brukerstemmen.people.actions.team import AT_THE_CENTRE, grant_role
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import CentreProfile, EthicalGuideline, Grant, Organisation, Person
from brukerstemmen.privacy.disclosure import FLOOR

PLAIN = ("telephone", "post_address", "support_contact", "smallest_group")


@transaction.atomic
def describe_centre(
    centre: Organisation, *, by: Person, name: str = "", **known: str | int
) -> CentreProfile:
    """Change the centre's name, telephone, address, support contact or smallest group.

    Raises PermissionDenied, or ValidationError for a taken name or a group below the floor.
    """
    profile = _locked(centre, by)
    if known.get("smallest_group", FLOOR) < FLOOR:
        raise ValidationError(
            {"smallest_group": _("A centre may ask for larger groups than six, never smaller.")}
        )
    if name:
        _rename(profile.centre, name)
    for column in PLAIN:
        if column in known:
            setattr(profile, column, known[column])
    profile.save(update_fields=PLAIN)
    record(by=by, what="centre.described", about=centre_work(profile.centre))
    return profile


def _rename(centre: Organisation, name: str) -> None:
    others = Organisation.objects.filter(kind=centre.kind, name=name).exclude(pk=centre.pk)
    if others.exists():
        raise ValidationError({"name": _("There is already a centre with this name.")})
    centre.name = name
    centre.save(update_fields=["name"])
    work = centre_work(centre)
    work.title = name
    work.save(update_fields=["title"])


@transaction.atomic
def change_logo(centre: Organisation, logo: bytes, *, by: Person) -> CentreProfile:
    """Another logo, or none. Raises PermissionDenied, or ValidationError for no such picture."""
    profile = _locked(centre, by)
    profile.logo_type, profile.logo = type_of_logo(logo), logo
    profile.save(update_fields=["logo", "logo_type"])
    record(by=by, what="centre.logo_changed", about=centre_work(profile.centre))
    return profile


@transaction.atomic
def change_word_template(centre: Organisation, template: bytes, *, by: Person) -> CentreProfile:
    """Another Word template, or none. Raises PermissionDenied or ValidationError."""
    profile = _locked(centre, by)
    if template and (
        len(template) > filetypes.TEMPLATE_BYTES or not filetypes.is_word_document(template)
    ):
        raise ValidationError(
            {"template": _("The template must be a Word document (.docx) of at most 5 MB.")}
        )
    profile.word_template = template
    profile.save(update_fields=["word_template"])
    record(by=by, what="centre.template_changed", about=centre_work(profile.centre))
    return profile


@transaction.atomic
def invite_staff(
    centre: Organisation, *, name: str, email: str, role: Role, until: date, by: Person
) -> Grant:
    """Give somebody a role at the centre, with an account if they have none.

    Raises PermissionDenied, or ValidationError with what to change.
    """
    work = centre_work(centre)
    require(by, Permission.OPERATE, work)
    validate_email(email)
    if role not in AT_THE_CENTRE:
        raise ValidationError({"role": _("This role is given in an evaluation.")})
    if until < clock.today():
        raise ValidationError({"until": _("The last day has already passed.")})
    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        person = make_account(name=name, email=email, password=None)
        transaction.on_commit(lambda: letters.send_invitation(person), robust=True)
    grant = grant_role(work, person, role, until=until)
    record(by=by, what="staff.invited", about=work)
    return grant


@transaction.atomic
def end_staff_role(grant: Grant, *, by: Person) -> Grant:
    """Let a role at the centre end now. Raises PermissionDenied, or ValidationError for the last
    administrator."""
    grant = Grant.objects.select_for_update().get(pk=grant.pk)
    require(by, Permission.OPERATE, grant.work)
    others = Grant.objects.in_force().filter(work=grant.work, role=Role.ADMINISTRATOR)
    if grant.role == Role.ADMINISTRATOR and not others.exclude(pk=grant.pk).exists():
        raise ValidationError(_("Somebody must look after the centre. Invite another one first."))
    grant.until = min(grant.until, clock.today() - date.resolution)
    grant.save(update_fields=["until"])
    record(by=by, what="staff.ended", about=grant.work)
    return grant


@transaction.atomic
def renew_guidelines(centre: Organisation, *, text: str, by: Person) -> EthicalGuideline:
    """A new version of the guidelines: everybody has 14 days to read and accept it.

    Raises PermissionDenied, or ValidationError for no text or the same text again.
    """
    require(by, Permission.OPERATE, centre_work(centre))
    text = text.replace("\r\n", "\n").strip()
    latest = centre.guidelines.order_by("version").last()
    if not text:
        raise ValidationError({"text": _("Write the guidelines.")})
    if latest is not None and latest.text.strip() == text:
        raise ValidationError({"text": _("This is the same text as before.")})
    return adopt_guidelines(centre, text=text, by=by)


def _locked(centre: Organisation, by: Person) -> CentreProfile:
    profile = CentreProfile.objects.select_for_update().get(centre=centre)
    require(by, Permission.OPERATE, centre_work(profile.centre))
    return profile
