"""Interpreters and companions: somebody a participant has chosen signs the same pledge as us."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.people import clock, keys
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record, record_later
from brukerstemmen.people.keys import make_key
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Companion, Participant
from brukerstemmen.voices.models.identity import CompanionRole

LONGEST_NAME = 80


@transaction.atomic
def sign_company(
    participant: Participant,
    *,
    role: CompanionRole,
    name: str,
    by: Person | None,
    once: uuid.UUID | None = None,
) -> Companion:
    """An interpreter or companion has read the pledge and put their name to it.

    by: None when it is done on the participant's own page; else who saw it signed on paper.
    once: the form's own id, so that sending it twice signs once.
    Raises PermissionDenied or ValidationError.
    """
    if by is not None:
        require(by, Permission.SEE_CONTACT, participant)
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    if participant.is_withdrawn:
        raise ValidationError(_("%(code)s has withdrawn.") % {"code": participant.code})
    there = Companion.objects.filter(pk=once).first() if once else None
    if there is not None and there.participant_id == participant.pk:
        return there
    companion = Companion(
        pk=once if once and there is None else uuid.uuid4(),
        participant=participant,
        role=CompanionRole(role),
        signed_on=clock.today(),
        key=make_key(content=Zone.Z4_IDENTITY, outer=participant.evaluation.identity_key),
    )
    companion.seal(name=_checked_name(name))
    companion.save(force_insert=True)
    _note("company.signed", participant, by)
    return companion


def _checked_name(name: str) -> str:
    name = " ".join(name.replace("\x00", "").split())
    if not name:
        raise ValidationError({"name": _("Write the name of the one who promises.")})
    if len(name) > LONGEST_NAME:
        told = _("This is too long. At most %(n)s characters.") % {"n": LONGEST_NAME}
        raise ValidationError({"name": told})
    return name


@transaction.atomic
def end_company(companion: Companion, *, by: Person | None) -> None:
    """They do not come along after all: the name is destroyed. Raises PermissionDenied."""
    if by is not None:
        require(by, Permission.SEE_CONTACT, companion)
    Companion.objects.filter(pk=companion.pk).delete()
    keys.destroy([companion.key_id])
    _note("company.ended", companion.participant, by)


def _note(what: str, participant: Participant, by: Person | None) -> None:
    if by is not None:
        record(by=by, what=what, about=participant.evaluation)
    else:
        record_later(what=what, about=participant.evaluation)
