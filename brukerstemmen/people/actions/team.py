"""Giving and ending roles, and saying who works where."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from brukerstemmen.people import clock, standing
from brukerstemmen.people.access import SIDES, Permission, Role, Side
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Employment, Grant, Organisation, Person, Work
from brukerstemmen.people.models.organisations import OrganisationKind

# Given there, never in an evaluation.
AT_THE_CENTRE = (Role.STAFF, Role.PAYROLL, Role.EDITOR, Role.CO_READER, Role.ADMINISTRATOR)


def grant_role(work: Work, person: Person, role: Role, *, until: date) -> Grant:
    """The row itself: given anew, a role runs until the new day. A trigger guards the sides."""
    grant, _made = Grant.objects.update_or_create(
        person=person,
        role=role,
        work=work,
        defaults={"side": SIDES[role], "since": clock.today(), "until": min(until, work.ends_on)},
    )
    return grant


def admit(work: Work, person: Person, role: Role, *, until: date) -> Grant:
    """The grant, unless the person belongs to the other side.

    Raises ValidationError for an employee of the evaluated service or its client, and for
    somebody who has a role for them.
    """
    if SIDES[role] is Side.INSIDE and standing.works_for_a_party(person, work):
        raise ValidationError(
            _(
                "Somebody who works in the evaluated service or for the client cannot have a role"
                " here."
            )
        )
    try:
        with transaction.atomic():
            return grant_role(work, person, role, until=until)
    except DatabaseError as refusal:
        raise ValidationError(
            _("Nobody can be both on the team and on the side of the service.")
        ) from refusal


@transaction.atomic
def give_role(work: Work, person: Person, role: Role, *, until: date, by: Person) -> Grant:
    """Give somebody a role in a piece of work, until a day.

    Raises PermissionDenied, or ValidationError for an employee of the evaluated service, for
    somebody who stands on the other side, for a day that has passed, and for a role of the centre.
    """
    work = Work.objects.select_for_update().get(pk=work.pk)
    require(by, Permission.GIVE_ROLES, work)
    if role in AT_THE_CENTRE:
        raise ValidationError({"role": _("This role is given at the centre.")})
    if until < clock.today():
        raise ValidationError({"until": _("The last day has already passed.")})
    grant = admit(work, person, role, until=until)
    record(by=by, what="role.given", about=work)
    return grant


@transaction.atomic
def end_role(grant: Grant, *, by: Person) -> Grant:
    """Let a role end now: it does not hold for the next request.

    Raises PermissionDenied, or ValidationError for the last lead.
    """
    grant = Grant.objects.select_for_update().get(pk=grant.pk)
    require(by, Permission.GIVE_ROLES, grant.work)
    others = Grant.objects.in_force().filter(work=grant.work, role=Role.LEAD).exclude(pk=grant.pk)
    if grant.role == Role.LEAD and not others.exists():
        raise ValidationError(_("Somebody must lead. Give the role to another person first."))
    grant.until = min(grant.until, clock.today() - date.resolution)
    grant.save(update_fields=["until"])
    record(by=by, what="role.ended", about=grant.work)
    return grant


@transaction.atomic
def register_organisation(
    *, name: str, kind: OrganisationKind, centre: Organisation, part_of: Organisation | None = None
) -> Organisation:
    """An organisation in the centre's register; the same name gives the one that is there."""
    name = " ".join(name.split())
    if not name:
        raise ValidationError(_("Write the name."))
    there = Organisation.objects.filter(kept_by=centre, name__iexact=name).first()
    return there or Organisation.objects.create(
        name=name, kind=kind, kept_by=centre, part_of=part_of
    )


@transaction.atomic
def register_employment(
    person: Person, organisation: Organisation, *, until: date | None = None
) -> Employment:
    """Somebody works somewhere, until a day if it is known."""
    employment, _made = Employment.objects.update_or_create(
        person=person, organisation=organisation, defaults={"until": until}
    )
    return employment
