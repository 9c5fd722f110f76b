"""Who is on the team, and who stands on the service's side."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation, TeamMember
from brukerstemmen.people import letters
from brukerstemmen.people.access import SIDES, Permission, Role, Side
from brukerstemmen.people.actions.setup import make_account
from brukerstemmen.people.actions.team import give_role, register_employment
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Grant, Organisation, Person


@transaction.atomic
def invite(
    evaluation: Evaluation,
    *,
    name: str,
    email: str,
    role: Role,
    until: date,
    by: Person,
    works_at: Organisation | None = None,
) -> Grant:
    """Give somebody a role, with an account if they have none; a letter tells them how to open it.

    works_at: where a person on the service's side is employed.
    Raises PermissionDenied, or ValidationError with what to change.
    """
    require(by, Permission.GIVE_ROLES, evaluation)
    validate_email(email)
    person = Person.objects.filter(email__iexact=email).first()
    is_new = person is None
    if person is None:
        if not name.strip():
            raise ValidationError({"name": _("Write the name.")})
        person = make_account(name=name.strip(), email=email, password=None)
    if works_at is not None and SIDES[role] is Side.SERVICE:
        register_employment(person, works_at)
    grant = give_role(evaluation.work, person, role, until=until, by=by)
    if SIDES[role] is Side.INSIDE:
        TeamMember.objects.get_or_create(evaluation=evaluation, person=person)
    if is_new:
        transaction.on_commit(lambda: letters.send_invitation(person), robust=True)
    return grant


@transaction.atomic
def tell_own_experience(evaluation: Evaluation, *, has_it: bool, by: Person) -> TeamMember:
    """Say of oneself, to the team only, whether one has own experience as a user.

    Nobody can say it of another. Raises PermissionDenied.
    """
    require(by, Permission.SEE_WORK, evaluation)
    member, _made = TeamMember.objects.update_or_create(
        evaluation=evaluation, person=by, defaults={"own_experience": has_it}
    )
    record(by=by, what="member.told", about=evaluation)
    return member
